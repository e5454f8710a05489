//! The extension's files, made here.

use super::*;
use crate::encoding::to_base64;
use crate::formats::testing::{check_lock, read, rows, skipped};
use crate::{Kdf, cipher};

/// Two ids, as version 8 gives them.
const IDS: [&str; 2] = [
    "11111111-1111-4111-8111-111111111111",
    "22222222-2222-4222-8222-222222222222",
];

fn sealed(passphrase: &[u8], plain: &[u8]) -> String {
    let salt = *b"saltsalt";
    let (key, iv) = lock::derived(passphrase, &salt);
    let sealed = cipher::seal_cbc(&key, &iv, plain);
    to_base64(&[b"Salted__", &salt[..], &sealed].concat())
}

/// OpenSSL's own: `echo -n hello | openssl enc -aes-256-cbc -md md5 -k pass -S 0102030405060708`.
#[test]
fn the_passphrase_is_hashed_as_openssl_does() {
    let (key, iv) = lock::derived(b"pass", &[1, 2, 3, 4, 5, 6, 7, 8]);
    let expected = "tcsDFKCoV/Y3ix5Q2kwiCw==";
    assert_eq!(to_base64(&cipher::seal_cbc(&key, &iv, b"hello")), expected);
}

#[test]
fn a_backup_in_the_clear_with_all_types() {
    let record = |rest: &str| format!(r#"{{"encrypted":false,"hash":"x",{rest}}}"#);
    let records = [
        record(
            r#""index":1,"type":"totp","secret":"GEZDGNBVGY3TQOJQ","issuer":"Acme::acme.example","account":"me","period":60,"digits":8,"algorithm":"SHA256","dataType":"OTPStorage","pinned":true"#,
        ),
        record(
            r#""index":0,"type":"hotp","secret":"GEZDGNBVGY3TQOJQ","issuer":"Count","counter":3"#,
        ),
        record(
            r#""index":2,"type":"hex","secret":"31323334353637383930","issuer":"Hex","algorithm":"3""#,
        ),
        record(
            r#""index":3,"type":"hhex","secret":"31323334353637383930","issuer":"Hex","counter":1"#,
        ),
        record(
            r#""index":4,"type":"totp","secret":"31323334353637383930","issuer":"Hex by sight""#,
        ),
        record(r#""index":5,"type":"battle","secret":"GEZDGNBVGY3TQOJQ","issuer":"Battle.net""#),
        record(
            r#""index":6,"type":"totp","secret":"stm-GEZDGNBVGY3TQOJQ","issuer":"Steam","account":"me""#,
        ),
        record(r#""index":7,"type":"xotp","secret":"GEZDGNBVGY3TQOJQ","issuer":"Odd""#),
        record(
            r#""index":8,"type":"totp","secret":"GEZDGNBVGY3TQOJQ","issuer":"GOST","algorithm":"GOST3411_2012_256""#,
        ),
    ];
    let entries = records.iter().enumerate();
    let entries: Vec<String> = entries
        .map(|(place, record)| format!(r#""{place}{}":{record}"#, &IDS[0][1..]))
        .collect();
    let file = format!(r#"{{{},"UserSettings":{{"zoom":100}}}}"#, entries.join(","));
    let import = read(&FORMAT, file.as_bytes(), None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Count||hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#3",
            "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
            "Hex||totp|GEZDGNBVGY3TQOJQ|SHA512|6|30",
            "Hex||hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#1",
            "Hex by sight||totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
            "Battle.net||totp|GEZDGNBVGY3TQOJQ|SHA1|8|30",
            "Steam|me|steam|GEZDGNBVGY3TQOJQ|SHA1|5|30"
        ]
    );
    assert_eq!(
        skipped(&import),
        ["Odd: formats-unknown-type", "GOST: otp-algorithm"]
    );
    assert!(import.accounts[1].favourite);
}

const OPENED: [&str; 1] = ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"];

fn with_locked_secret(passphrase: &[u8], key: &str) -> String {
    format!(
        r#"{{"{}":{{"encrypted":true,"hash":"x","index":0,"type":"totp","issuer":"Acme",
            "account":"me","secret":"{}"}}{key}}}"#,
        IDS[0],
        sealed(passphrase, b"GEZDGNBVGY3TQOJQ")
    )
}

#[test]
fn secrets_locked_with_the_password_or_with_a_key() {
    let key = b"random key";
    let passphrase = crate::encoding::to_hex(key);
    let locked_key = sealed(b"test", key);
    for file in [
        with_locked_secret(b"test", ""),
        with_locked_secret(
            passphrase.as_bytes(),
            &format!(r#","key":{{"enc":"{locked_key}","hash":"$argon2id$"}}"#),
        ),
        with_locked_secret(
            passphrase.as_bytes(),
            &format!(r#","enc":"{locked_key}","hash":"$argon2id$""#),
        ),
    ] {
        let import = read(&FORMAT, file.as_bytes(), Some("test")).unwrap();
        assert_eq!(rows(&import), OPENED, "{file}");
        assert_eq!(skipped(&import), [""; 0], "{file}");
        check_lock(&FORMAT, file.as_bytes());
    }
}

#[test]
fn whole_entries_locked_since_version_8() {
    let kdf = Kdf::Argon2 {
        id: true,
        memory_kib: 19 * 1024,
        passes: 2,
        lanes: 1,
    };
    let mut derived = [0; 32];
    let salt = "a salt that is text";
    Reading::new(None)
        .derive(&kdf, b"test", salt.as_bytes(), &mut derived)
        .unwrap();
    let passphrase = to_base64(&derived);
    let record = r#"{"dataType":"OTPStorage","encrypted":true,"hash":"h","index":0,"type":"totp",
        "secret":"GEZDGNBVGY3TQOJQ","issuer":"Acme","account":"me","keyId":"k"}"#;
    let file = format!(
        r#"{{"{}":{{"dataType":"EncOTPStorage","keyId":"k","index":0,"data":"{}"}},
            "{}":{{"dataType":"EncOTPStorage","keyId":"gone","index":1,"data":"U2FsdGVk"}},
            "k":{{"dataType":"Key","id":"k","salt":"{salt}","hash":"$argon2id$","version":3}}}}"#,
        IDS[0],
        sealed(
            passphrase.trim_end_matches('=').as_bytes(),
            record.as_bytes()
        ),
        IDS[1]
    );
    let import = read(&FORMAT, file.as_bytes(), Some("test")).unwrap();
    assert_eq!(rows(&import), OPENED);
    assert_eq!(skipped(&import), ["entry 2: formats-damaged"]);
    check_lock(&FORMAT, file.as_bytes());
}
