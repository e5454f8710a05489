//! Small files of Bitwarden as its versions write them, and what each gives.

use super::FORMAT;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};
use crate::{Error, Probe};

const PBKDF2: &[u8] = include_bytes!("../../../fixtures/bitwarden-pbkdf2.json");
const ARGON2ID: &[u8] = include_bytes!("../../../fixtures/bitwarden-argon2id.json");

fn export(items: &str) -> Vec<u8> {
    format!(r#"{{"encrypted":false,"folders":[{{"id":"f","name":"Work"}}],"items":{items}}}"#)
        .into_bytes()
}

#[test]
fn reads_every_spelling_of_a_key_and_passes_over_what_has_none() {
    let file = export(
        r#"[{"type":1,"name":"Title","notes":"Call Ann","favorite":true,"folderId":"f",
              "login":{"username":"user","uris":null,
                       "totp":"otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&digits=8"}},
             {"type":1,"name":"Bare","login":{"username":"user","totp":"jbsw y3dp ehpk 3pxp"}},
             {"type":1,"name":"Game","login":{"username":"user","totp":"steam://JBSWY3DPEHPK3PXP"}},
             {"type":1,"name":"","login":{"username":null,"totp":"steam://JBSWY3DPEHPK3PXP"}},
             {"type":1,"name":"None","login":{"username":"user","totp":null}},
             {"type":1,"name":"Empty","login":{"username":"user","totp":""}},
             {"type":2,"name":"Note","secureNote":{"type":0}},
             {"type":3,"name":"Card","card":{"number":"4111"}}]"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(skipped(&import), [""; 0]);
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|8|30",
            "Bare|user|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
            "Game|user|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "Steam||steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
        ]
    );
    let first = &import.accounts[0];
    assert_eq!((&*first.note, first.favourite), ("Call Ann", true));
    assert_eq!(first.tags, ["Work"]);
}

#[test]
fn only_the_broken_key_is_reported() {
    let file = export(
        r#"[{"name":"A","login":{"totp":"otpauth://totp/A?secret=1"}},
             {"name":"B","login":{"totp":"JBSWY3DPEHPK3PXP"},"deletedDate":"2026-01-01T00:00:00Z"},
             {"name":"C","login":{"totp":"JBSWY3DPEHPK3PXP"}},
             7]"#,
    );
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(rows(&import), ["C||totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
    assert_eq!(
        skipped(&import),
        [
            "A: otp-secret-character",
            "B: formats-in-trash",
            "entry 4: formats-entry-damaged"
        ]
    );
}

#[test]
fn reads_the_tables_of_vault_and_authenticator() {
    let vault = "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,\
        login_password,login_totp\nWork,1,login,Acme,Call Ann,,0,,me,,JBSWY3DPEHPK3PXP\n\
        ,,note,Note,text,,,,,,\n";
    let import = read(&FORMAT, vault.as_bytes(), None).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
    let first = &import.accounts[0];
    assert_eq!((&*first.note, first.favourite), ("Call Ann", true));
    assert_eq!(first.tags, ["Work"]);

    let authenticator = "folder,favorite,type,name,login_uri,login_totp\n\
        ,,1,Acme,,otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP\n,,1,Bad,,%\n";
    let import = read(&FORMAT, authenticator.as_bytes(), None).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
    assert_eq!(skipped(&import), ["Bad: otp-secret-character"]);
}

#[test]
fn opens_what_was_protected_elsewhere_with_either_derivation() {
    for file in [PBKDF2, ARGON2ID] {
        check_lock(&FORMAT, file);
        let import = read(&FORMAT, file, Some("test")).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60"]);
    }
}

#[test]
fn an_export_for_one_account_alone_says_how_to_export_differently() {
    let file = br#"{"encrypted":true,"encKeyValidation_DO_NOT_EDIT":"2.a|b|c","folders":[],
        "items":[{"type":1,"name":"2.a|b|c","login":{"totp":"2.a|b|c"}}]}"#;
    assert!((FORMAT.detect)(&Probe::new(file)));
    let refused = read(&FORMAT, file, Some("test")).err();
    let id = "formats-bitwarden-account-restricted";
    assert_eq!(refused, Some(Error::Closed { id }));
}

#[test]
fn what_was_changed_after_locking_is_damaged_and_not_a_wrong_password() {
    let text = std::str::from_utf8(PBKDF2).unwrap();
    let changed = text.replace(r#""data":"2."#, r#""data":"2.AAAA"#);
    let refused = read(&FORMAT, changed.as_bytes(), Some("test")).err();
    assert_eq!(refused, Some(Error::Damaged { what: "data" }));
    let other = text.replace(r#""kdfType":0"#, r#""kdfType":9"#);
    let refused = read(&FORMAT, other.as_bytes(), Some("test")).err();
    assert_eq!(refused, Some(Error::Damaged { what: "kdfType" }));
}

#[test]
fn writes_what_bitwarden_writes() {
    let one = account(
        "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP",
        |candidate| {
            candidate.tags = vec!["Work".into()];
            candidate.note = "Call Ann".into();
        },
    );
    let steam = account("otpauth://steam/Game:me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let nameless = account("otpauth://totp/me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let file = written(&FORMAT, &[&one, &steam, &nameless], None);
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(json["encrypted"], false);
    let item = &json["items"][0];
    assert_eq!((&item["type"], &item["reprompt"]), (&1.into(), &0.into()));
    assert_eq!(item["folderId"], json["folders"][0]["id"]);
    assert_eq!(item["login"]["uris"], serde_json::json!([]));
    assert_eq!(
        json["items"][1]["login"]["totp"],
        "steam://JBSWY3DPEHPK3PXP"
    );
    assert_eq!(json["items"][2]["name"], "me");
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
            "Game|me|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
        ]
    );
    assert_eq!(import.accounts[0].tags, ["Work"]);
    assert_eq!(import.accounts[0].note, "Call Ann");
}

#[test]
fn what_is_written_protected_reads_back() {
    let one = account("otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let file = written(&FORMAT, &[&one], Some("test"));
    let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(json["passwordProtected"], true);
    assert_eq!(json["kdfIterations"], 600_000);
    let import = read(&FORMAT, &file, Some("test")).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
}
