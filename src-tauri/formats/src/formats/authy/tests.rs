//! Authy's files, made here.

use super::*;
use crate::encoding::{to_base64, to_hex};
use crate::formats::testing::{check_lock, read, rows, skipped};
use crate::{Hash, Kdf, cipher};

fn preferences(name: &str, json: &str) -> String {
    let json = json.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n\
         <int name=\"key_version\" value=\"121\" />\n\
         <string name=\"{name}\">{json}</string>\n</map>"
    )
}

#[test]
fn tokens_of_sites_with_all_their_ways_to_be_named() {
    let file = preferences(
        PREFERENCES[0],
        r#"[{"accountType":"authenticator","decryptedSecret":"GEZDGNBVGY3TQOJQ","digits":6,
            "originalIssuer":"Acme","originalName":"Acme:me","name":"Acme: me"},
            {"accountType":"authenticator","decryptedSecret":"GEZDGNBVGY3TQOJQ","digits":8,
            "originalIssuer":"Acme","originalName":"Acme:me","name":"renamed"},
            {"accountType":"authenticator","decryptedSecret":"GEZDGNBVGY3TQOJQ","digits":7,
            "originalName":"","name":"Other - you"},
            {"accountType":"authenticator","digits":6,"name":"Nothing"},
            {"accountType":"authenticator","decryptedSecret":"1","digits":6,"name":"Odd"}]"#,
    );
    let import = read(&FORMAT, file.as_bytes(), None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
            "Acme|renamed|totp|GEZDGNBVGY3TQOJQ|SHA1|8|30",
            "Other|you|totp|GEZDGNBVGY3TQOJQ|SHA1|7|30"
        ]
    );
    assert_eq!(
        skipped(&import),
        ["Nothing: formats-no-key", "Odd: otp-secret-character"]
    );
}

#[test]
fn tokens_of_authy_itself_have_seven_digits_every_ten_seconds() {
    let json = r#"[{"name":"Twilio","digits":7,"secretSeed":"31323334353637383930"}]"#;
    let file = preferences(PREFERENCES[1], json);
    let import = read(&FORMAT, file.as_bytes(), None).unwrap();
    assert_eq!(rows(&import), ["|Twilio|totp|GEZDGNBVGY3TQOJQ|SHA1|7|10"]);
}

#[test]
fn a_file_taken_out_of_the_desktop_app() {
    let file = br#"[{"name":"Acme: me","secret":"GEZDGNBVGY3TQOJQ",
        "uri":"otpauth://totp/Acme%3A%20me?digits=7&secret=GEZDGNBVGY3TQOJQ&period=10"},
        {"name":"Other","secret":"x","uri":"otpauth://totp/you?secret=GEZDGNBVGY3TQOJQ"}]"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|7|10",
            "Other|you|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"
        ]
    );
}

fn sealed(password: &str, salt: &str, iv: [u8; 16], rounds: u32, secret: &str) -> String {
    let kdf = Kdf::Pbkdf2 {
        hash: Hash::Sha1,
        rounds,
    };
    let mut key = [0; 32];
    Reading::new(None)
        .derive(&kdf, password.as_bytes(), salt.as_bytes(), &mut key)
        .unwrap();
    to_base64(&cipher::seal_cbc(&key, &iv, secret.as_bytes()))
}

#[test]
fn locked_tokens_open_with_the_password_of_the_backups() {
    let token = |salt: &str, secret: &str| {
        format!(
            r#"{{"accountType":"authenticator","digits":6,"originalName":"","name":"Acme: {salt}",
                "salt":"{salt}","encryptedSecret":"{secret}"}}"#
        )
    };
    let key = "GEZDGNBVGY3TQOJQ";
    let good = ["a", "b"].map(|salt| token(salt, &sealed("testtest", salt, [0; 16], 1000, key)));
    let damaged = token("c", "AAAA");
    let json = format!("[{},{},{damaged}]", good[0], good[1]);
    let file = preferences(PREFERENCES[0], &json);
    let import = read(&FORMAT, file.as_bytes(), Some("testtest")).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|a|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
            "Acme|b|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"
        ]
    );
    assert_eq!(skipped(&import), ["Acme (c): formats-wrong-password"]);
    check_lock(&FORMAT, file.as_bytes());
}

#[test]
fn an_answer_of_the_server_locked_and_opened() {
    let iv = [9; 16];
    let locked = format!(
        r#"{{"message":"success","authenticator_tokens":[{{"account_type":"acme","digits":6,
            "encrypted_seed":"{}","salt":"s","unique_iv":"{}","key_derivation_iterations":2000,
            "issuer":"Acme","name":"me","original_name":"Acme:me"}}],"success":true}}"#,
        sealed("testtest", "s", iv, 2000, "GEZDGNBVGY3TQOJQ"),
        to_hex(&iv)
    );
    let open = r#"{"message":"success","decrypted_authenticator_tokens":[{"account_type":"acme",
        "name":"me","issuer":"Acme","decrypted_seed":"GEZDGNBVGY3TQOJQ","digits":6}]}"#;
    for (file, password) in [(locked.as_str(), Some("testtest")), (open, None)] {
        let import = read(&FORMAT, file.as_bytes(), password).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"]);
    }
    check_lock(&FORMAT, locked.as_bytes());
}
