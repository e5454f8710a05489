//! FreeOTP's files, made here.

use super::*;
use crate::cipher;
use crate::formats::testing::{check_lock, read, rows, skipped};
use crate::{Hash, Kdf};

/// `table` as Java writes a `HashMap`.
pub(super) fn serialized(table: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = java::MAGIC.to_vec();
    let text = |bytes: &mut Vec<u8>, text: &str| {
        bytes.extend((text.len() as u16).to_be_bytes());
        bytes.extend(text.as_bytes());
    };
    bytes.extend([0x73, 0x72]);
    text(&mut bytes, "java.util.HashMap");
    bytes.extend([5, 7, 0xda, 0xc1, 0xc3, 0x16, 0x60, 0xd1, 3]);
    bytes.extend([0, 2, b'F']);
    text(&mut bytes, "loadFactor");
    bytes.push(b'I');
    text(&mut bytes, "threshold");
    bytes.extend([
        0x78, 0x70, 0x3f, 0x40, 0, 0, 0, 0, 0, 24, 0x77, 8, 0, 0, 0, 32,
    ]);
    bytes.extend((table.len() as u32).to_be_bytes());
    for side in table.iter().flat_map(|(name, value)| [name, value]) {
        bytes.push(0x74);
        text(&mut bytes, side);
    }
    bytes.push(0x78);
    bytes
}

/// `[1,-2]`, as JSON of Java has bytes.
fn signed(bytes: &[u8]) -> String {
    let numbers: Vec<String> = bytes.iter().map(|byte| (*byte as i8).to_string()).collect();
    format!("[{}]", numbers.join(","))
}

fn encrypted_key(key: &[u8; 32], token: &str, secret: &[u8], sequence: bool) -> String {
    let nonce = [7; 12];
    let octets = [&[4, 12][..], &nonce].concat();
    let parameters = match sequence {
        true => [&[48, 17][..], &octets, &[2, 1, 16]].concat(),
        false => octets,
    };
    let sealed = cipher::seal_gcm(key, &nonce, token.as_bytes(), secret);
    format!(
        r#"{{"mCipher":"AES/GCM/NoPadding","mCipherText":{},"mParameters":{},"mToken":"{token}"}}"#,
        signed(&sealed),
        signed(&parameters)
    )
}

fn backup(entries: &[(&str, String)]) -> Vec<u8> {
    let (salt, master) = ([3; 32], [9; 32]);
    let kdf = Kdf::Pbkdf2 {
        hash: Hash::Sha512,
        rounds: 1000,
    };
    let mut key = [0; 32];
    let derived = Reading::new(None).derive(&kdf, b"test", &salt, &mut key);
    derived.unwrap();
    let master_key = format!(
        r#"{{"mAlgorithm":"PBKDF2withHmacSHA512","mEncryptedKey":{},"mIterations":1000,"mSalt":{}}}"#,
        encrypted_key(&key, "AES", &master, true),
        signed(&salt)
    );
    let mut table = vec![("masterKey".to_owned(), master_key)];
    for (place, (token, secret)) in entries.iter().enumerate() {
        let sealed = encrypted_key(&master, "HmacSHA1", secret.as_bytes(), place % 2 == 0);
        let key = serde_json::json!({ "key": sealed }).to_string();
        table.push((format!("id{place}"), key));
        table.push((format!("id{place}-token"), (*token).to_owned()));
    }
    let table: Vec<(&str, &str)> = table
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    serialized(&table)
}

#[test]
fn the_backup_of_version_2() {
    let secret = || "1234567890".to_owned();
    let bytes = backup(&[
        (
            r#"{"issuerExt":"Acme","issuerInt":"Acme","label":"me","type":"TOTP"}"#,
            secret(),
        ),
        (
            r#"{"algo":"SHA512","digits":8,"period":60,"issuerInt":"Acme","label":"you","type":"TOTP"}"#,
            secret(),
        ),
        (
            r#"{"algo":null,"counter":7,"issuerExt":"Count","label":"me","type":"HOTP"}"#,
            secret(),
        ),
        (r#"{"issuerExt":"Odd","label":"","type":"XOTP"}"#, secret()),
    ]);
    let import = read(&FORMAT, &bytes, Some("test")).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
            "Acme|you|totp|GEZDGNBVGY3TQOJQ|SHA512|8|60",
            "Count|me|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#7"
        ]
    );
    assert_eq!(skipped(&import), ["Odd: formats-unknown-type"]);
    check_lock(&FORMAT, &bytes);
}

#[test]
fn a_token_without_its_secret_is_skipped() {
    let mut bytes = backup(&[(
        r#"{"issuerExt":"Acme","label":"me","type":"TOTP"}"#,
        "12".into(),
    )]);
    let at = bytes
        .windows(3)
        .position(|window| window == b"id0")
        .unwrap();
    bytes[at + 2] = b'9';
    let import = read(&FORMAT, &bytes, Some("test")).unwrap();
    assert_eq!(skipped(&import), ["Acme (me): formats-no-key"]);
}

/// The counter is one below the next to use, as in FreeOTP+.
#[test]
fn the_preferences_of_version_1() {
    let token = |rest: &str| {
        format!(r#"{{"secret":[49,50,51,52,53,54,55,56,57,48],{rest}}}"#).replace('"', "&quot;")
    };
    let file = format!(
        "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\
         <string name=\"Acme:me\">{}</string><string name=\"Acme:you\">{}</string>\
         <string name=\"Odd:me\">{{}}broken</string>\
         <string name=\"tokenOrder\">[&quot;Acme:you&quot;,&quot;Acme:me&quot;]</string></map>",
        token(
            r#""issuerExt":"Acme","label":"me","type":"TOTP","algo":"SHA256","digits":7,"period":20"#
        ),
        token(
            r#""issuerExt":"Acme","label":"you","type":"HOTP","algo":"SHA1","digits":6,"counter":4"#
        )
    );
    let import = read(&FORMAT, file.as_bytes(), None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#5",
            "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|7|20"
        ]
    );
    assert_eq!(skipped(&import), ["Odd:me: formats-entry-damaged"]);
}
