//! Backups of other apps: opened with their password, reviewed, added, taken back.

use serde_json::{Value, json};

use keytick_desktop::board::Content;
use zeroize::Zeroizing;

use super::shell::{PASSWORD, Shell, typed};

/// A password for files, strong enough.
const BACKUP_PASSWORD: &str = "another-Long-Password-17";

const LIST: &str = "otpauth://totp/Batch:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Batch
otpauth://totp/Mail:ada?secret=JBSWY3DPEHPK3PXP&issuer=Mail
otpauth://totp/Odd:ada?secret=JBSWY3DP&digits=40
";

/// The bytes of a locked backup with two accounts, of another vault.
fn backup(format: &str) -> Vec<u8> {
    let other = Shell::open();
    other.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let id = other.add(typed("Mail", "ada", "JBSWY3DPEHPK3PXP"));
    let changes = json!({ "tags": ["Work"], "note": "n", "favourite": true });
    other.get("edit_account", json!({ "id": id, "changes": changes }));
    let place = other.folder.path().join("backup");
    *other.world.target.lock().unwrap() = Some(place.clone());
    let target = json!({ "format": format, "accounts": { "kind": "all" }, "lab": false });
    other.get(
        "export_accounts",
        json!({
            "target": target, "password": PASSWORD, "understood": false,
            "lock": { "kind": "other", "password": BACKUP_PASSWORD },
        }),
    );
    std::fs::read(place).unwrap()
}

fn pick(shell: &Shell, name: &str, bytes: &[u8]) -> Value {
    *shell.world.picks.lock().unwrap() = Some(vec![shell.file(name, bytes)]);
    shell.get("pick_files", json!({ "what": "backup" }))
}

fn open(shell: &Shell, backup: &Value, password: &str) -> Result<Value, Value> {
    let arguments = json!({ "backup": backup["id"], "password": password });
    shell.call("open_backup", arguments)
}

/// Adds all that is new.
fn add(shell: &Shell, review: &Value) -> Value {
    let items = review["items"].as_array().unwrap().iter();
    let choices: Vec<Value> = items
        .filter(|item| item["status"] == "new")
        .map(|item| {
            json!({
                "item": item["item"], "issuer": item["issuer"], "account": item["account"],
                "tags": item["tags"], "action": "add",
            })
        })
        .collect();
    shell.get(
        "confirm_review",
        json!({ "review": review["id"], "choices": choices }),
    )
}

#[test]
fn a_locked_backup_is_known_by_its_content_and_opens_with_its_password_only() {
    let bytes = backup("aegis");
    let shell = Shell::open();
    // Whatever it is called.
    let picked = pick(&shell, "holiday.jpg", &bytes);
    let backup = &picked["backup"];
    assert_eq!(
        *backup,
        json!({
            "id": backup["id"], "name": "holiday.jpg", "bytes": bytes.len(), "files": null,
            "format": "aegis", "resembles": null, "locked": true, "problem": null,
            "asksKeyFile": false, "keyFile": null,
        })
    );
    let wrong = open(&shell, backup, "no").unwrap_err();
    assert_eq!(wrong["id"], "formats-wrong-password");
    assert_eq!(shell.names(), [""; 0]);

    let review = open(&shell, backup, BACKUP_PASSWORD).unwrap();
    assert_eq!(review["format"], "aegis");
    let items = review["items"].as_array().unwrap();
    let names: Vec<&Value> = items.iter().map(|item| &item["issuer"]).collect();
    assert_eq!(names, ["Mail", "Batch"]);
    assert_eq!(items[0]["note"], "n");
    assert_eq!(
        (&items[0]["tags"], &items[0]["favourite"]),
        (&json!(["Work"]), &json!(true))
    );
    let gone = open(&shell, backup, BACKUP_PASSWORD).unwrap_err();
    assert_eq!(gone["id"], "desktop-no-backup");

    let added = add(&shell, &review);
    assert_eq!(shell.names(), ["Mail", "Batch"]);
    let again = pick(&shell, "again", &bytes);
    let review = open(&shell, &again["backup"], BACKUP_PASSWORD).unwrap();
    let items = review["items"].as_array().unwrap().iter();
    assert!(
        items
            .map(|item| &item["status"])
            .all(|it| it == "duplicate")
    );

    shell.get("undo", json!({ "change": added["change"] }));
    assert_eq!(shell.names(), [""; 0]);
}

#[test]
fn a_backup_of_our_own_opens_with_its_password() {
    let bytes = backup("keytick");
    let shell = Shell::open();
    let picked = pick(&shell, "mine", &bytes);
    assert_eq!(picked["backup"]["format"], "keytick");
    let wrong = open(&shell, &picked["backup"], PASSWORD).unwrap_err();
    assert_eq!(wrong["id"], "formats-wrong-password");
    let review = open(&shell, &picked["backup"], BACKUP_PASSWORD).unwrap();
    assert_eq!(review["items"].as_array().unwrap().len(), 2);
}

#[test]
fn a_backup_without_a_lock_is_reviewed_at_once_with_what_was_skipped() {
    let shell = Shell::open();
    let picked = pick(&shell, "keys.bin", LIST.as_bytes());
    let review = &picked["review"];
    assert_eq!(review["format"], "uri-list");
    assert_eq!(review["items"].as_array().unwrap().len(), 2);
    assert_eq!(review["problems"][0]["reason"]["id"], "otp-digits");
    add(&shell, review);
    assert_eq!(shell.names(), ["Batch", "Mail"]);
}

#[test]
fn a_folder_is_read_with_everything_in_it() {
    let shell = Shell::open();
    let folder = shell.folder.path().join("old phone");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("keys.txt"), LIST).unwrap();
    let uri = "otpauth://totp/Pictured:me?secret=KRSXG5DJNZTSAYLOMQQGE4TFMFVWS3TH&issuer=Pictured";
    let png = keytick_qr::encode(uri).unwrap().to_png(4);
    std::fs::write(folder.join("code.png"), &*png).unwrap();
    *shell.world.picks.lock().unwrap() = Some(vec![folder]);
    let review = shell.get("pick_files", json!({ "what": "folder" }))["review"].clone();
    assert_eq!(review["items"].as_array().unwrap().len(), 3);
}

#[test]
fn what_no_app_is_known_to_write_asks_which_app_it_was() {
    let shell = Shell::open();
    let picked = pick(&shell, "2fas-old.dat", b"\x00\x01 nothing that is known");
    let backup = &picked["backup"];
    assert_eq!(backup["problem"]["id"], "formats-unknown");
    assert_eq!(
        (&backup["format"], &backup["resembles"], &backup["locked"]),
        (&Value::Null, &json!("2fas"), &json!(false))
    );
    shell.get("discard_backup", json!({ "backup": backup["id"] }));
    let discarded = json!({ "backup": backup["id"] });
    assert_eq!(
        shell.refused("discard_backup", discarded),
        "desktop-no-backup"
    );
}

#[test]
fn a_dropped_backup_waits_for_its_password() {
    let shell = Shell::open();
    let bytes = backup("aegis");
    let file = shell.file("backup.json", &bytes);
    shell.drop_files(vec![file.clone()]);
    assert_eq!(shell.event("backup-ready")["format"], "aegis");
    // Beside a picture it is one problem of the review.
    let uri = "otpauth://totp/Pictured:me?secret=KRSXG5DJNZTSAYLOMQQGE4TFMFVWS3TH&issuer=Pictured";
    shell.drop_files(vec![shell.picture("a.png", uri), file]);
    let review = shell.event("review-ready");
    assert_eq!(review["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        review["problems"][0]["reason"]["id"],
        "formats-password-needed"
    );
}

#[test]
fn the_text_of_a_backup_is_never_a_search() {
    let shell = Shell::open();
    let bytes = backup("aegis");
    let text = String::from_utf8(bytes).unwrap();
    *shell.world.clipboard.lock().unwrap() = Some(Content::Text(Zeroizing::new(text)));
    let pasted = shell.get("paste", json!({ "backup": false }));
    assert_eq!(pasted["backup"]["format"], "aegis");
    assert_eq!(pasted["backup"]["name"], "");

    *shell.world.clipboard.lock().unwrap() = Some(Content::Text(Zeroizing::new("byte".into())));
    let pasted = shell.get("paste", json!({ "backup": true }));
    assert_eq!(pasted["backup"]["problem"]["id"], "formats-unknown");
}

#[test]
fn locking_lets_go_of_the_backup_that_waits() {
    let shell = Shell::open();
    let picked = pick(&shell, "a", &backup("aegis"));
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    let gone = open(&shell, &picked["backup"], BACKUP_PASSWORD).unwrap_err();
    assert_eq!(gone["id"], "desktop-no-backup");
}

#[test]
fn as_many_accounts_as_a_vault_keeps_come_in_at_once_and_go_again() {
    const ALL: usize = 10_000;
    let shell = Shell::open();
    let key = |number: usize| data_encoding::BASE32_NOPAD.encode(&number.to_be_bytes());
    let list: String = (0..ALL)
        .map(|number| format!("otpauth://totp/Site:{number}?secret={}\n", key(number)))
        .collect();
    let review = pick(&shell, "all.txt", list.as_bytes())["review"].clone();
    assert_eq!(review["items"].as_array().unwrap().len(), ALL);
    let codes = json!({ "review": review["id"], "items": [0, 9_999, 10_000] });
    let codes = shell.get("review_codes", codes);
    assert_eq!(codes.as_array().unwrap().len(), 2);
    let added = add(&shell, &review);
    assert_eq!(shell.names().len(), ALL);
    shell.get("undo", json!({ "change": added["change"] }));
    assert_eq!(shell.names(), [""; 0]);
}
