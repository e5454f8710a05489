//! Small files of 2FAS as its versions write them, and what each gives.

use super::FORMAT;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};

const LOCKED: &[u8] = include_bytes!("../../../fixtures/2fas-locked.2fas");

fn backup(services: &str) -> Vec<u8> {
    format!(r#"{{"schemaVersion":4,"services":{services},"groups":[{{"id":"g","name":"Work"}}]}}"#)
        .into_bytes()
}

#[test]
fn reads_every_type_with_group_and_place() {
    let file = backup(
        r#"[{"name":"Acme","secret":"JBSWY3DPEHPK3PXP","groupId":"g","order":{"position":3},
              "otp":{"account":"me","issuer":"Acme","digits":8,"period":60,"algorithm":"SHA256",
                     "tokenType":"TOTP","source":"Link"}},
             {"name":"B","secret":"JBSWY3DPEHPK3PXP",
              "otp":{"account":"b","digits":7,"algorithm":"SHA512","counter":7,"tokenType":"HOTP"}},
             {"name":"C","secret":"JBSWY3DPEHPK3PXP","otp":{"account":"c","tokenType":"STEAM"}}]"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60",
            "B|b|hotp|JBSWY3DPEHPK3PXP|SHA512|7|#7",
            "C|c|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
        ]
    );
    assert_eq!(import.accounts[0].tags, ["Work"]);
    assert_eq!(import.accounts[0].order, Some(3));
}

#[test]
fn the_first_schema_says_names_and_key_alone() {
    let file = br#"{"schemaVersion":1,"services":[{"name":"Acme","secret":"JBSWY3DPEHPK3PXP",
        "type":"Unknown","otp":{"account":"me","issuer":"Acme","label":"Acme:me"}}]}"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
}

#[test]
fn ios_leaves_out_hides_and_groups() {
    let file = backup(
        r#"[{"name":"Acme","secret":"jbsw y3dp ehpk 3pxp","icon":{},"badge":null,
              "otp":{"source":"link","tokenType":"TOTP","algorithm":null,"digits":null,
                     "link":"otpauth://totp/Other:you?secret=[hidden]&digits=8"}}]"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), ["Acme||totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
}

#[test]
fn the_name_that_a_person_gave_is_the_issuer() {
    for (service, expected) in [
        (
            r#""name":"Work","otp":{"issuer":"Acme","account":"me"}"#,
            "Work|me",
        ),
        (
            r#""name":"","otp":{"issuer":"Acme","account":"me"}"#,
            "Acme|me",
        ),
        (r#""name":"me","otp":{"issuer":"","account":"me"}"#, "|me"),
        (
            r#""name":"me","otp":{"issuer":"me","account":"me"}"#,
            "me|me",
        ),
        (r#""name":"Acme""#, "Acme|"),
        (r#""otp":null"#, "|"),
    ] {
        let file = backup(&format!(r#"[{{"secret":"JBSWY3DPEHPK3PXP",{service}}}]"#));
        let import = read(&FORMAT, &file, None).unwrap();
        let expected = format!("{expected}|totp|JBSWY3DPEHPK3PXP|SHA1|6|30");
        assert_eq!(rows(&import), [expected]);
    }
}

#[test]
fn an_odd_entry_is_named_and_loses_no_other() {
    let file = backup(
        r#"[{"name":"A","secret":"JBSWY3DPEHPK3PXP","otp":{"algorithm":"SHA224"}},
             {"name":"B","secret":"JBSWY3DPEHPK3PXP","otp":{"tokenType":"OCRA"}},
             {"name":"C","otp":{}},
             {"name":"D","secret":"JBSWY3DPEHPK3PXP","otp":{"period":0}},
             {"name":7},
             {"name":"E","secret":"JBSWY3DPEHPK3PXP","otp":{"tokenType":"HOTP"}}]"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), ["E||hotp|JBSWY3DPEHPK3PXP|SHA1|6|#0"]);
    assert_eq!(import.accounts[0].notes, ["note-counter-defaulted"]);
    assert_eq!(
        skipped(&import),
        [
            "A: otp-algorithm",
            "B: formats-unknown-type",
            "C: formats-no-key",
            "D: otp-period",
            "entry 5: formats-entry-damaged",
        ]
    );
}

#[test]
fn opens_what_was_locked_elsewhere() {
    check_lock(&FORMAT, LOCKED);
    let import = read(&FORMAT, LOCKED, Some("test")).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60"]);
}

#[test]
fn writes_what_2fas_writes() {
    let one = account("otpauth://totp/me?secret=JBSWY3DPEHPK3PXP", |candidate| {
        candidate.tags = vec!["Work".into(), "Mail".into()];
    });
    let file = written(&FORMAT, &[&one], None);
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(json["schemaVersion"], 4);
    assert_eq!(json["updatedAt"], 1_700_000_000_000_u64);
    let service = &json["services"][0];
    // Apps refuse a service without these.
    assert_eq!(service["name"], "me");
    assert_eq!(service["order"]["position"], 0);
    assert_eq!(service["otp"]["source"], "Manual");
    assert_eq!(service["otp"]["tokenType"], "TOTP");
    assert_eq!(service["icon"]["selected"], "Label");
    assert_eq!(service["icon"]["label"]["text"], "ME");
    assert_eq!(json["groups"].as_array().map(Vec::len), Some(1));
    assert_eq!(service["groupId"], json["groups"][0]["id"]);
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), ["|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
    assert_eq!(import.accounts[0].tags, ["Work"]);
}

#[test]
fn what_is_written_locked_reads_back() {
    let one = account(
        "otpauth://hotp/Acme:me?secret=JBSWY3DPEHPK3PXP&counter=7",
        |_| (),
    );
    let file = written(&FORMAT, &[&one], Some("test"));
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(json["services"], serde_json::json!([]));
    // 256 bytes of reference and 16 of tag.
    let reference = json["reference"].as_str().unwrap();
    let sealed = reference.split(':').next().unwrap();
    let sealed = crate::encoding::from_base64(sealed, "reference").unwrap();
    assert_eq!(sealed.len(), 256 + 16);
    check_lock(&FORMAT, &file);
    let import = read(&FORMAT, &file, Some("test")).unwrap();
    assert_eq!(rows(&import), ["Acme|me|hotp|JBSWY3DPEHPK3PXP|SHA1|6|#7"]);
}
