//! Small files of Proton Authenticator as its versions write them, and what each gives.

use super::FORMAT;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};

const LOCKED: &[u8] = include_bytes!("../../../fixtures/proton-authenticator-locked.json");

#[test]
fn reads_keys_and_steam_with_the_name_beside_it() {
    let file = br#"{"version":1,"entries":[
        {"id":"1","content":{"uri":"otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=Acme",
          "entry_type":"Totp","name":"me"},"note":"Call Ann"},
        {"id":"2","content":{"uri":"steam://JBSWY3DPEHPK3PXP","entry_type":"Steam","name":"gamer"}},
        {"id":"3","content":{"uri":"steam://JBSWY3DPEHPK3PXP","entry_type":"Steam",
          "name":"Boeing:Sophia"},"note":null},
        {"id":"4","content":{"uri":"otpauth://totp/?secret=JBSWY3DPEHPK3PXP","entry_type":"Totp",
          "name":"old"}},
        {"id":"5","content":{"uri":"otpauth://totp/Acme:b?secret=1","entry_type":"Totp"}},
        {"id":"6","content":{"uri":"otpauth://totp/Acme:c?secret=JBSWY3DP","entry_type":"Push"}},
        {"id":"7"}]}"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
            "Steam|gamer|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "Boeing|Sophia|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "|old|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
        ]
    );
    assert_eq!(import.accounts[0].note, "Call Ann");
    assert_eq!(
        skipped(&import),
        [
            "Acme (b): otp-secret-character",
            "Acme (c): formats-unknown-type",
            "entry 7: formats-entry-damaged",
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
fn what_is_written_reads_back() {
    let one = account(
        "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP",
        |candidate| {
            candidate.note = "Call Ann".into();
        },
    );
    let steam = account(
        "otpauth://steam/Boeing:Sophia?secret=JBSWY3DPEHPK3PXP",
        |_| (),
    );
    let file = written(&FORMAT, &[&one, &steam], None);
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(
        json["entries"][1],
        serde_json::json!({
            "id": steam.id.to_string(),
            "content": {
                "uri": "steam://JBSWY3DPEHPK3PXP",
                "entry_type": "Steam",
                "name": "Boeing:Sophia",
            },
            "note": null,
        })
    );
    let expected = [
        "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
        "Boeing|Sophia|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
    ];
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), expected);
    assert_eq!(import.accounts[0].note, "Call Ann");

    let locked = written(&FORMAT, &[&one, &steam], Some("test"));
    check_lock(&FORMAT, &locked);
    let import = read(&FORMAT, &locked, Some("test")).unwrap();
    assert_eq!(rows(&import), expected);
}
