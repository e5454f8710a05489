//! `keytick otp`: the links that sites and programs really give out, one row a quirk. What
//! is understood makes the right code; what is not is refused with the field's name.

use crate::keytick::Keytick;

/// Makes the code 287082 at 59 seconds, with 6 digits of SHA-1 every 30 seconds.
const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// `K` stands for the key. Gives `type issuer|account code`.
#[track_caller]
fn check(uri: &str, expected: &str) {
    let uri = uri.replace("=K", &format!("={KEY}"));
    let answer = Keytick::new()
        .args(["otp", "--json", "--quiet", &uri])
        .args((!uri.to_lowercase().contains("hotp/")).then_some("--at=59"))
        .run()
        .succeeds()
        .json();
    let text = |field: &str| answer[field].as_str().unwrap().to_owned();
    let got = format!(
        "{} {}|{} {}",
        text("type"),
        text("issuer"),
        text("account"),
        text("code")
    );
    assert_eq!(got, expected, "{uri}");
}

#[track_caller]
fn refuse(uri: &str, id: &str, args: &[(&str, &str)]) {
    Keytick::new()
        .args(["otp", &uri.replace("=K", &format!("={KEY}"))])
        .run()
        .says(id, args)
        .code(1);
}

#[test]
fn issuer_and_account() {
    for (label, expected) in [
        // Another prefix than the parameter stays with the account: nothing is lost.
        ("Acme:me?secret=K&issuer=acme.com", "acme.com|Acme:me"),
        (
            "Some+Company%3Ame%40x.net?secret=K&issuer=Microsoft",
            "Microsoft|Some+Company:me@x.net",
        ),
        // No issuer is no reason to refuse.
        ("me?secret=K", "|me"),
        // The first literal colon splits, else the first encoded one.
        ("Acme:me?secret=K", "Acme|me"),
        ("Acme%3Ame?secret=K", "Acme|me"),
        ("a:b:c?secret=K", "a|b:c"),
        (
            "Text%3A%20More:Secret?secret=K&issuer=Text%3A%20More",
            "Text: More|Secret",
        ),
        ("Acme:%20me?secret=K&issuer=Acme", "Acme|me"),
        // Split first, decode each piece once.
        ("R%26D:a%3Fb%23c?secret=K&issuer=R%26D", "R&D|a?b#c"),
        ("Cisco%2FMeraki:me?secret=K", "Cisco/Meraki|me"),
        ("a?issuer=x%26period%3D60&secret=K", "x&period=60|a"),
        // A plus is a space in the query, and itself in the path.
        ("me+tag?secret=K&issuer=My+Company", "My Company|me+tag"),
        // What no strict reader takes.
        ("Acme #1:me?secret=K&issuer=Acme #1", "Acme #1|me"),
        ("a?secret=K&amp;issuer=Acme", "Acme|a"),
        ("Büro:Jörg?secret=K", "Büro|Jörg"),
        ("100%:me?secret=K", "100%|me"),
        // The first of two wins; names are read in any case; the unknown is left alone.
        ("a?SECRET=K&Issuer=A&issuer=B", "A|a"),
        (
            "a?secret=K&image=https%3A%2F%2Fx.y%2Fz.png&lock=false",
            "|a",
        ),
    ] {
        check(
            &format!("otpauth://totp/{label}"),
            &format!("totp {expected} 287082"),
        );
    }
    check("OTPAUTH://TOTP/a?secret=K", "totp |a 287082");
}

#[test]
fn secrets() {
    for secret in [
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
        "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ====",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ%3D%3D",
    ] {
        check(
            &format!("otpauth://totp/a?secret={secret}"),
            "totp |a 287082",
        );
    }
    // Ten bytes, as many sites give out; and a length that no whole bytes give.
    check("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", "totp |a 996554");
    check(
        "otpauth://totp/a?secret=JBSWY3DPEHPK3PXPA",
        "totp |a 996554",
    );
    refuse(
        "otpauth://totp/a?secret=not base32!",
        "otp-secret-character",
        &[("position", "10"), ("character", "!")],
    );
    refuse(
        "otpauth://totp/a?secret=JBSW0",
        "otp-secret-character",
        &[("position", "5"), ("character", "0")],
    );
    refuse("otpauth://totp/a?secret=", "otp-secret-empty", &[]);
    refuse("otpauth://totp/a?issuer=b", "otp-secret-missing", &[]);
}

#[test]
fn parameters() {
    for algorithm in [
        "SHA1",
        "SHA-1",
        "sha1",
        "HMACSHA1",
        "HMAC-SHA-1",
        "Algorithm.sha1",
    ] {
        let uri = format!("otpauth://totp/a?secret=K&algorithm={algorithm}");
        check(&uri, "totp |a 287082");
    }
    check("otpauth://totp/a?secret=K&digits=4", "totp |a 7082");
    check("otpauth://totp/a?secret=K&digits=5", "totp |a 87082");
    check("otpauth://totp/a?secret=K&digits=10", "totp |a 1094287082");
    check("otpauth://totp/a?secret=K&period=60", "totp |a 755224");
    check("otpauth://hotp/a?secret=K&counter=1", "hotp |a 287082");
    check("otpauth://hotp/a?secret=K", "hotp |a 755224");
    let found = |value| [("found", value)];
    refuse(
        "otpauth://totp/a?secret=K&algorithm=SHA3",
        "otp-algorithm",
        &found("SHA3"),
    );
    refuse(
        "otpauth://totp/a?secret=K&digits=0",
        "otp-digits",
        &found("0"),
    );
    refuse(
        "otpauth://totp/a?secret=K&digits=99",
        "otp-digits",
        &found("99"),
    );
    refuse(
        "otpauth://totp/a?secret=K&period=0",
        "otp-period",
        &found("0"),
    );
    refuse(
        "otpauth://totp/a?secret=K&period=86401",
        "otp-period",
        &found("86401"),
    );
    refuse(
        "otpauth://hotp/a?secret=K&counter=-1",
        "otp-counter",
        &found("-1"),
    );
    refuse("otpauth://xotp/a?secret=K", "otp-type", &found("xotp"));
}

#[test]
fn steam() {
    let key = "63BEDWCQZKTQWPESARIERL5DTTQFCJTK";
    let codes = |uri: &str| {
        let run = Keytick::new()
            .args(["otp", "--quiet", "--at=1511200518", uri])
            .run();
        run.succeeds().0.trim().to_owned()
    };
    for uri in [
        format!("steam://{key}"),
        format!("otpauth://steam/Steam:me?secret={key}"),
        format!("otpauth://totp/Steam:me?secret={key}&issuer=Steam"),
        format!("otpauth://totp/me?secret={key}&encoder=steam"),
        format!("otpauth://totp/me?secret={key}&steam"),
    ] {
        assert_eq!(codes(&uri), "FR8RV", "{uri}");
    }
    // Explicit digits are not to be overruled by a name.
    let plain = codes(&format!("otpauth://totp/Steam:me?secret={key}&digits=6"));
    assert_eq!(plain.len(), 6, "{plain}");
}

#[test]
fn what_is_no_key_is_told_by_name() {
    refuse("hello", "otp-not-a-uri", &[]);
    refuse("https://example.com", "otp-scheme", &[("scheme", "https")]);
    refuse(
        "otpauth-migration://offline?data=CgA%3D",
        "cli-otp-transfer",
        &[],
    );
    refuse(
        "apple-otpauth://totp/a?secret=K",
        "otp-scheme",
        &[("scheme", "apple-otpauth")],
    );
    refuse("motp://a:b?secret=00", "otp-pin-missing", &[]);
    refuse(
        "otpauth://yaotp/a?secret=K&pin_length=4",
        "otp-pin-missing",
        &[],
    );
}
