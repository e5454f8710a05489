//! Small files of Aegis as its versions write them, and what each gives.

use super::FORMAT;
use crate::Error;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};

const LOCKED: &[u8] = include_bytes!("../../../fixtures/aegis-locked.json");

fn plain(db: &str) -> Vec<u8> {
    let header = r#"{"slots":null,"params":null}"#;
    format!(r#"{{"version":1,"header":{header},"db":{db}}}"#).into_bytes()
}

#[test]
fn reads_every_type_with_what_stands_beside_the_key() {
    let file = plain(
        r#"{"version":3,"entries":[
            {"type":"totp","name":"me","issuer":"Acme","note":"Call Ann","favorite":true,
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA256","digits":8,"period":60},
             "groups":["g2","g1","gone"]},
            {"type":"hotp","name":"b","issuer":"","note":"","favorite":false,
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":6,"counter":7},"groups":[]},
            {"type":"steam","name":"c","issuer":"Steam",
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":5,"period":30}},
            {"type":"motp","name":"d","issuer":"M",
             "info":{"secret":"4MKSV7XGEWM4Q","algo":"MD5","digits":6,"period":10,"pin":"1234"}},
            {"type":"yandex","name":"e","issuer":"Y",
             "info":{"secret":"6SB2IKNM6OBZPAVBVTOHDKS4FA","algo":"SHA256","digits":8,"period":30,"pin":"5239"}}
        ],"groups":[{"uuid":"g1","name":"Work"},{"uuid":"g2","name":"Mail"}]}"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(skipped(&import), [""; 0]);
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60",
            "|b|hotp|JBSWY3DPEHPK3PXP|SHA1|6|#7",
            "Steam|c|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "M|d|motp|e3152afee62599c8|MD5|6|10|1234",
            "Y|e|yandex|6SB2IKNM6OBZPAVBVTOHDKS4FA|SHA256|8|30|5239",
        ]
    );
    let first = &import.accounts[0];
    assert_eq!((&*first.note, first.favourite), ("Call Ann", true));
    assert_eq!(first.tags, ["Mail", "Work"]);
    assert_eq!(import.accounts[4].order, Some(4));
}

#[test]
fn before_version_3_an_entry_has_the_name_of_its_group() {
    let file = plain(
        r#"{"version":2,"entries":[{"type":"totp","name":"me","issuer":"Acme","group":"Work",
            "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":6,"period":30}}]}"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(import.accounts[0].tags, ["Work"]);
}

#[test]
fn an_odd_entry_is_named_and_loses_no_other() {
    let file = plain(
        r#"{"version":3,"entries":[
            {"type":"totp","name":"md5","issuer":"Acme",
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"MD5","digits":6,"period":30}},
            {"type":"totp","name":"sha3","issuer":"Acme",
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA3","digits":6,"period":30}},
            {"type":"totp","name":"digits","issuer":"Acme",
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":0,"period":30}},
            {"type":"totp","name":"period","issuer":"Acme",
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":6}},
            {"type":"hotp","name":"counter","issuer":"Acme",
             "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA1","digits":6}},
            {"type":"motp","name":"pin","issuer":"Acme","info":{"secret":"JBSWY3DPEHPK3PXP"}},
            {"type":"totp","name":"secret","issuer":"Acme",
             "info":{"algo":"SHA1","digits":6,"period":30}},
            {"type":"totp","name":"base32","issuer":"Acme",
             "info":{"secret":"1","algo":"SHA1","digits":6,"period":30}},
            {"type":"hexa","name":"type","issuer":"Acme","info":{"hex":"00"}},
            "no entry",
            {"type":"totp","name":"","issuer":"","info":{"secret":7}}
        ]}"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), ["Acme|md5|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
    assert_eq!(import.accounts[0].notes, ["note-aegis-md5"]);
    assert!(keytick_texts::exists("note-aegis-md5"));
    assert_eq!(
        skipped(&import),
        [
            "Acme (sha3): otp-algorithm",
            "Acme (digits): otp-digits",
            "Acme (period): formats-setting-missing",
            "Acme (counter): formats-setting-missing",
            "Acme (pin): otp-pin-missing",
            "Acme (secret): formats-no-key",
            "Acme (base32): otp-secret-character",
            "Acme (type): formats-unknown-type",
            "entry 10: formats-entry-damaged",
            "entry 11: formats-entry-damaged",
        ]
    );
}

#[test]
fn every_slot_for_a_password_is_tried_and_others_are_passed_over() {
    check_lock(&FORMAT, LOCKED);
    for password in ["test", "other"] {
        let import = read(&FORMAT, LOCKED, Some(password)).unwrap();
        let expected = ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60"];
        assert_eq!(rows(&import), expected);
    }
}

#[test]
fn a_file_without_a_slot_for_a_password_says_so() {
    let file = br#"{"version":1,"header":{"slots":[{"type":2,"uuid":"","key":"00",
        "key_params":{"nonce":"00","tag":"00"}}],"params":{"nonce":"00","tag":"00"}},"db":"AAAA"}"#;
    let refused = read(&FORMAT, file, Some("test")).err();
    let id = "formats-aegis-no-password";
    assert_eq!(refused, Some(Error::Closed { id }));
}

#[test]
fn a_damaged_file_is_no_wrong_password() {
    let cut = &LOCKED[..LOCKED.len() / 2];
    assert!(read(&super::FORMAT, &plain("7"), None).is_err());
    assert!(!(FORMAT.detect)(&crate::Probe::new(cut)));
    let text = std::str::from_utf8(LOCKED).unwrap();
    let other_db = text.replace(r#""db":""#, r#""db":"AAAA"#);
    let damaged = read(&FORMAT, other_db.as_bytes(), Some("test")).err();
    assert_eq!(damaged, Some(Error::Damaged { what: "db" }));
}

#[test]
fn writes_what_aegis_writes() {
    let work = account(
        "otpauth://hotp/Acme:me?secret=JBSWY3DPEHPK3PXP&counter=7&digits=8",
        |candidate| {
            candidate.tags = vec!["Work".into(), "Mail".into()];
            candidate.note = "Call Ann".into();
            candidate.favourite = true;
        },
    );
    let file = written(&FORMAT, &[&work], None);
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(
        json["header"],
        serde_json::json!({"slots": null, "params": null})
    );
    assert_eq!(json["db"]["version"], 3);
    let entry = &json["db"]["entries"][0];
    assert_eq!(entry["type"], "hotp");
    assert_eq!(entry["uuid"], work.id.to_string());
    assert_eq!(entry["icon"], serde_json::Value::Null);
    assert_eq!(
        entry["info"],
        serde_json::json!({"secret": "JBSWY3DPEHPK3PXP", "algo": "SHA1", "digits": 8, "counter": 7})
    );
    let group = &json["db"]["groups"][1];
    assert_eq!(group["name"], "Mail");
    assert_eq!(entry["groups"][1], group["uuid"]);
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(import.accounts[0].tags, ["Work", "Mail"]);
}

#[test]
fn what_is_written_locked_reads_back() {
    let one = account("otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let file = written(&FORMAT, &[&one], Some("test"));
    check_lock(&FORMAT, &file);
    let import = read(&FORMAT, &file, Some("test")).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
}
