//! Small files of andOTP as its versions write them, and what each gives.

use super::FORMAT;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};
use crate::{Error, Probe};

const LOCKED: &[u8] = include_bytes!("../../../fixtures/andotp-locked.bin");
const LOCKED_OLD: &[u8] = include_bytes!("../../../fixtures/andotp-locked-old.bin");

#[test]
fn reads_every_type_with_tags_and_use() {
    let file = br#"[
        {"secret":"JBSWY3DPEHPK3PXP======","issuer":"Acme","label":"Acme:me","digits":8,
         "type":"TOTP","algorithm":"SHA256","thumbnail":"Default","last_used":1700000000000,
         "used_frequency":3,"period":60,"tags":["Work","Mail"]},
        {"secret":"JBSWY3DPEHPK3PXP","issuer":"B","label":"b","digits":6,"type":"HOTP",
         "algorithm":"SHA1","last_used":1700000000000,"used_frequency":0,"counter":7,"tags":[]},
        {"secret":"JBSWY3DPEHPK3PXP","issuer":"C","label":"c","digits":5,"type":"STEAM"},
        {"secret":"JBSWY3DPEHPK3PXP","label":"Old - Old:old@a.b","type":"TOTP"}]"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60",
            "B|b|hotp|JBSWY3DPEHPK3PXP|SHA1|6|#7",
            "C|c|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "Old|old@a.b|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
        ]
    );
    assert_eq!(import.accounts[0].tags, ["Work", "Mail"]);
    let used = import.accounts[0].usage.unwrap();
    assert_eq!((used.count, used.last), (3, 1_700_000_000));
    assert_eq!(import.accounts[1].usage, None);
    assert_eq!(import.accounts[3].order, Some(3));
}

#[test]
fn an_odd_entry_is_named_and_loses_no_other() {
    let file = br#"[
        {"secret":"GEZDGNBVGY3TQOJQ","issuer":"A","label":"a","digits":6,"type":"MOTP"},
        {"secret":"JBSWY3DPEHPK3PXP","issuer":"B","label":"b","digits":6,"type":"HOTP"},
        {"secret":"JBSWY3DPEHPK3PXP","issuer":"C","label":"c","digits":99,"type":"TOTP"},
        {"issuer":"D","label":"d","type":"TOTP"},
        {"secret":"JBSWY3DPEHPK3PXP","issuer":"E","label":"e","type":"OCRA"},
        7]"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(rows(&import), [""; 0]);
    assert_eq!(
        skipped(&import),
        [
            "A (a): formats-no-pin",
            "B (b): formats-setting-missing",
            "C (c): otp-digits",
            "D (d): formats-no-key",
            "E (e): formats-unknown-type",
            "entry 6: formats-entry-damaged",
        ]
    );
}

#[test]
fn opens_what_was_locked_elsewhere_now_and_long_ago() {
    for file in [LOCKED, LOCKED_OLD] {
        check_lock(&FORMAT, file);
        let import = read(&FORMAT, file, Some("test")).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60"]);
    }
}

#[test]
fn a_plain_file_that_is_cut_off_wants_no_password() {
    let source = crate::Source {
        name: "cut",
        bytes: br#"[{"secret":"JBSWY"#,
        beside: &[],
    };
    let refused = super::read::read(&source, &mut crate::Reading::new(None)).err();
    assert_eq!(refused, Some(Error::Damaged { what: "JSON" }));
}

#[test]
fn other_files_without_a_mark_are_not_taken_for_it() {
    for bytes in [
        &b"just a text"[..],
        b"[1,2,3]",
        br#"{"secret":"a","label":"b","type":"TOTP"}"#,
        &[0; 100],
        &[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0x4a],
    ] {
        assert!(!(FORMAT.detect)(&Probe::new(bytes)), "{bytes:?}");
    }
}

#[test]
fn writes_what_andotp_writes() {
    let one = account(
        "otpauth://hotp/Acme:me?secret=JBSWY3DPEHPK3PXPAA&counter=7",
        |candidate| candidate.tags = vec!["Work".into()],
    );
    let file = written(&FORMAT, &[&one], None);
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "secret": "JBSWY3DPEHPK3PXPAA======", "issuer": "Acme", "label": "me", "digits": 6,
            "type": "HOTP", "algorithm": "SHA1", "thumbnail": "Default", "last_used": 0,
            "used_frequency": 0, "counter": 7, "tags": ["Work"],
        }])
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), ["Acme|me|hotp|JBSWY3DPEHPK3PXPAA|SHA1|6|#7"]);
}

#[test]
fn what_is_written_locked_reads_back() {
    let one = account("otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let file = written(&FORMAT, &[&one], Some("test"));
    let rounds = u32::from_be_bytes([file[0], file[1], file[2], file[3]]);
    assert!((140_000..=160_000).contains(&rounds), "{rounds}");
    check_lock(&FORMAT, &file);
    let import = read(&FORMAT, &file, Some("test")).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
}
