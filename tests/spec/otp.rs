//! `keytick otp`: the published vectors, and the same codes as an independent program's.

use std::process::Command;

use crate::keytick::Keytick;
use crate::not_run;

const SHA1: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const SHA256: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
const SHA512: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA";

#[track_caller]
fn check(uri: &str, at: Option<u64>, code: &str) {
    let at = at.map(|at| format!("--at={at}"));
    Keytick::new()
        .args(["otp", uri])
        .args(at)
        .run()
        .stdout(code)
        .code(0);
}

/// [RFC 6238, appendix B](https://www.rfc-editor.org/rfc/rfc6238#appendix-B), with the
/// longer keys of erratum 2866.
#[test]
fn the_vectors_of_rfc_6238() {
    let rows = [
        (59, "94287082", "46119246", "90693936"),
        (1_111_111_109, "07081804", "68084774", "25091201"),
        (1_111_111_111, "14050471", "67062674", "99943326"),
        (1_234_567_890, "89005924", "91819424", "93441116"),
        (2_000_000_000, "69279037", "90698825", "38618901"),
        (20_000_000_000, "65353130", "77737706", "47863826"),
    ];
    for (at, sha1, sha256, sha512) in rows {
        for (name, key, code) in [
            ("SHA1", SHA1, sha1),
            ("SHA256", SHA256, sha256),
            ("SHA512", SHA512, sha512),
        ] {
            let uri = format!("otpauth://totp/a?secret={key}&algorithm={name}&digits=8");
            check(&uri, Some(at), code);
        }
    }
}

/// [RFC 4226, appendix D](https://www.rfc-editor.org/rfc/rfc4226#appendix-D).
#[test]
fn the_vectors_of_rfc_4226() {
    let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
    ];
    for (counter, code) in codes.iter().enumerate() {
        let uri = format!("otpauth://hotp/a?secret={SHA1}&counter={counter}");
        check(&uri, None, code);
    }
}

/// From KeePassXC's tests.
#[test]
fn the_vectors_of_steam() {
    let uri = "steam://63BEDWCQZKTQWPESARIERL5DTTQFCJTK";
    check(uri, Some(1_511_200_518), "FR8RV");
    check(uri, Some(1_511_200_714), "9P3VP");
}

#[test]
fn codes_equal_those_of_oathtool() {
    if Command::new("oathtool").arg("--version").output().is_err() {
        return not_run("codes beside oathtool's (oathtool is not installed)");
    }
    // The entries that several authenticators use as test data.
    let rows = [
        ("4SJHB4GSD43FZBAI7C2HLRJGPQ", "SHA1", 6, 30),
        ("5OM4WOOGPLQEF6UGN3CPEOOLWU", "SHA256", 7, 20),
        ("7ELGJSGXNCCTV3O6LKJWYFV2RA", "SHA512", 8, 50),
        ("JBSWY3DPEHPK3PXP", "SHA1", 8, 60),
        ("MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U", "SHA256", 6, 86_400),
    ];
    for (key, algorithm, digits, period) in rows {
        for at in [0, 59, 1_700_000_000, 1_790_000_017] {
            let uri = format!(
                "otpauth://totp/a?secret={key}&algorithm={algorithm}&digits={digits}&period={period}"
            );
            let theirs = oathtool(&[
                &format!("--totp={algorithm}"),
                &format!("--digits={digits}"),
                &format!("--time-step-size={period}s"),
                &format!("--now=@{at}"),
                "--base32",
                key,
            ]);
            check(&uri, Some(at), &theirs);
        }
    }
    for counter in [1, 10_300] {
        let uri = format!("otpauth://hotp/a?secret={SHA1}&digits=7&counter={counter}");
        let counter = format!("--counter={counter}");
        check(
            &uri,
            None,
            &oathtool(&["--hotp", "--digits=7", &counter, "--base32", SHA1]),
        );
    }
}

fn oathtool(args: &[&str]) -> String {
    let output = Command::new("oathtool").args(args).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn json_tells_all_but_the_secret() {
    Keytick::new()
        .args(["otp", "--json", "--at=59"])
        .args([format!("otpauth://totp/Acme:me?secret={SHA1}&digits=8")])
        .run()
        .stdout(r#"{"code":"94287082","type":"totp","issuer":"Acme","account":"me","algorithm":"SHA1","digits":8,"period":30,"counter":null,"valid_from":"1970-01-01T00:00:30Z","valid_to":"1970-01-01T00:01:00Z"}"#)
        .code(0);
    Keytick::new()
        .args(["otp", "--json", &format!("otpauth://hotp/me?secret={SHA1}&counter=9")])
        .run()
        .stdout(r#"{"code":"520489","type":"hotp","issuer":"","account":"me","algorithm":"SHA1","digits":6,"period":null,"counter":9,"valid_from":null,"valid_to":null}"#)
        .code(0);
    Keytick::new()
        .args(["otp", "--json", "--at=1511200518", "steam://63BEDWCQZKTQWPESARIERL5DTTQFCJTK"])
        .run()
        .stdout(r#"{"code":"FR8RV","type":"steam","issuer":"Steam","account":"","algorithm":"SHA1","digits":5,"period":30,"counter":null,"valid_from":"2017-11-20T17:55:00Z","valid_to":"2017-11-20T17:55:30Z"}"#)
        .code(0);
}

#[test]
fn a_dash_reads_the_link_from_standard_input() {
    Keytick::new()
        .args(["otp", "-", "--at=59"])
        .stdin(&format!("otpauth://totp/a?secret={SHA1}"))
        .run()
        .stdout("287082")
        .code(0);
    Keytick::new()
        .args(["otp", "-"])
        .run()
        .says("cli-input-ended", &[("what", "link")])
        .code(2);
}

#[test]
fn a_counter_knows_no_time() {
    Keytick::new()
        .args([
            "otp",
            "--at=59",
            &format!("otpauth://hotp/a?secret={SHA1}&counter=1"),
        ])
        .run()
        .says("cli-time-for-counter", &[("field", "--at")])
        .code(2);
}

#[test]
fn a_remark_stands_beside_the_code_and_not_in_it() {
    let uri = format!("otpauth://hotp/a?secret={SHA1}");
    let ran = || Keytick::new().args(["otp", &uri]);
    ran()
        .run()
        .stdout("755224")
        .says("note-counter-defaulted", &[])
        .code(0);
    ran().args(["--quiet"]).run().stdout("755224").code(0);
}
