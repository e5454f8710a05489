//! `keytick import`: files of other programs, from the preview to the vault.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::keytick::{Keytick, Vault};

const AEGIS: &str = r#"{"version":1,"header":{"slots":null,"params":null},"db":{"version":3,
"entries":[
{"type":"totp","uuid":"1","name":"me","issuer":"Acme","note":"first","favorite":true,"groups":["g"],
 "info":{"secret":"JBSWY3DPEHPK3PXP","algo":"SHA256","digits":8,"period":60}},
{"type":"hotp","uuid":"2","name":"you","issuer":"Acme","groups":[],
 "info":{"secret":"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ","algo":"SHA1","digits":6,"counter":4}},
{"type":"totp","uuid":"3","name":"odd","issuer":"Acme","groups":[],
 "info":{"secret":"JBSW!","algo":"SHA1","digits":6,"period":30}}
],"groups":[{"uuid":"g","name":"Work"}]}}"#;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn dry_run(folder: &Path, args: &[&str]) -> Keytick {
    Keytick::new()
        .args(["import", "--dry-run", "--json"])
        .args(args)
        .in_folder(folder)
}

fn reason(character: &str, position: &str) -> String {
    let args = [("character", character), ("position", position)];
    keytick_texts::text("otp-secret-character", &args)
}

#[test]
fn a_dry_run_needs_no_vault_and_shows_everything_but_the_keys() {
    let folder = folder(&[("export.txt", AEGIS)]);
    let answer = dry_run(folder.path(), &["export.txt"]).run().succeeds();
    assert_eq!(
        answer.json(),
        json!({"files": [{
            "file": "export.txt",
            "format": "aegis",
            "encrypted": false,
            "accounts": [
                {"type": "totp", "issuer": "Acme", "account": "me", "algorithm": "SHA256",
                 "digits": 8, "period": 60, "counter": null, "tags": ["Work"],
                 "note": "first", "status": "new", "notes": []},
                {"type": "hotp", "issuer": "Acme", "account": "you", "algorithm": "SHA1",
                 "digits": 6, "period": null, "counter": 4, "tags": [], "note": "",
                 "status": "new", "notes": []},
            ],
            "skipped": [{"name": "Acme (odd)", "reason": reason("!", "5")}],
            "error": null,
        }], "added": [], "restored": [], "raised": []})
    );
    assert!(!answer.0.contains("JBSWY3DP"));
}

#[test]
fn secrets_are_shown_only_when_asked_for() {
    let folder = folder(&[("export.txt", AEGIS)]);
    let answer = dry_run(folder.path(), &["--show-secrets", "export.txt"]).run();
    let answer = answer.succeeds().json();
    let account = &answer["files"][0]["accounts"][0];
    assert_eq!(account["secret"], "JBSWY3DPEHPK3PXP");
    assert_eq!(
        account["uri"],
        "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=Acme\
         &algorithm=SHA256&digits=8&period=60"
    );
}

#[test]
fn what_is_imported_is_in_the_vault_and_not_a_second_time() {
    let vault = Vault::new();
    fs::write(vault.folder.path().join("aegis.json"), AEGIS).unwrap();
    let import = || vault.keytick(["import", "aegis.json", "--yes", "--json", "--quiet"]);
    let first = import().run().succeeds().json();
    assert_eq!(first["added"].as_array().unwrap().len(), 2);
    assert_eq!(vault.names(), ["Acme/me", "Acme/you"]);
    let second = import().run().succeeds().json();
    assert_eq!(second["added"], json!([]));
    let accounts = second["files"][0]["accounts"].as_array().unwrap();
    assert!(
        accounts
            .iter()
            .all(|account| account["status"] == "duplicate")
    );
}

#[test]
fn a_person_sees_each_file_and_each_skip() {
    let vault = Vault::new();
    fs::write(vault.folder.path().join("aegis.json"), AEGIS).unwrap();
    vault
        .keytick(["import", "aegis.json", "--yes"])
        .run()
        .stderr(&format!(
            "aegis.json: Aegis, 2 accounts\n\
             STATUS  ISSUER  ACCOUNT  TYPE\n\
             new     Acme    me       totp\n\
             new     Acme    you      hotp\n\
             Acme (odd): {}\n\
             Added 2 accounts.\n\
             {}",
            reason("!", "5"),
            keytick_texts::text("cli-import-undo", &[("ids", "[id] [id]")]),
        ))
        .code(0);
}

#[test]
fn an_import_is_taken_back() {
    let vault = Vault::new();
    fs::write(vault.folder.path().join("aegis.json"), AEGIS).unwrap();
    let import = vault.keytick(["import", "aegis.json", "--yes", "--json", "--quiet"]);
    let added = import.run().succeeds().json()["added"].clone();
    let ids = added.as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|id| id.as_str().unwrap()).collect();
    vault.keytick(["remove", "--quiet"]).args(ids).run().code(0);
    assert_eq!(vault.names(), [""; 0]);
}

#[test]
fn accounts_are_chosen_by_their_names() {
    let folder = folder(&[("aegis.json", AEGIS)]);
    let names = |args: &[&str]| {
        let answer = dry_run(folder.path(), &[&["aegis.json"], args].concat());
        let answer = answer.run().succeeds().json();
        let accounts = answer["files"][0]["accounts"].as_array().unwrap().iter();
        let names = accounts.map(|account| account["account"].as_str().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&["--only=YOU"]), ["you"]);
    assert_eq!(names(&["--only=acme", "--skip=you"]), ["me"]);
    assert_eq!(names(&["--only=you", "--only=(me)"]), ["me", "you"]);
    dry_run(folder.path(), &["aegis.json", "--only=bank"])
        .run()
        .says("cli-no-match", &[("query", "--only bank")])
        .code(1);
}

#[test]
fn what_nothing_marks_is_perhaps_a_backup() {
    let folder = folder(&[]);
    let noise: Vec<u8> = (0..300_u32)
        .map(|place| (place.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    fs::write(folder.path().join("x"), noise).unwrap();
    let said = keytick_texts::text("formats-wrong-password-perhaps", &[("format", "andOTP")]);
    let hint = keytick_texts::hint("formats-wrong-password-perhaps", &[("format", "andOTP")]);
    Keytick::new()
        .args(["import", "--dry-run", "x", "--import-password-stdin"])
        .in_folder(folder.path())
        .stdin("no")
        .run()
        .stderr(&format!(
            "x: {said}\n{}\n{}",
            hint.unwrap(),
            keytick_texts::text("cli-unread", &[]),
        ))
        .code(3);
}

#[test]
fn nothing_is_saved_without_a_yes() {
    let vault = Vault::new();
    fs::write(vault.folder.path().join("aegis.json"), AEGIS).unwrap();
    vault
        .keytick(["import", "aegis.json", "--quiet"])
        .run()
        .says("cli-no-terminal-to-ask", &[])
        .code(2);
    assert_eq!(vault.names(), [""; 0]);
}

#[test]
fn a_locked_file_needs_its_own_password() {
    let vault = Vault::with(&["otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP"]);
    vault
        .keytick([
            "export",
            "--format=aegis",
            "--output=locked.bin",
            "--yes",
            "--quiet",
        ])
        .args(["--export-password-stdin"])
        .stdin("another dark violin")
        .run()
        .code(0);
    let folder = vault.folder.path();
    let error = |answer: &Value| answer["files"][0]["error"].clone();
    let read = |password: &str| {
        dry_run(folder, &["locked.bin", "--import-password-stdin"])
            .stdin(password)
            .run()
    };
    let right = read("another dark violin").succeeds().json();
    assert_eq!(right["files"][0]["encrypted"], true);
    assert_eq!(right["files"][0]["accounts"][0]["account"], "me");
    let wrong = read("not it").says("cli-unread", &[]);
    let wrong = wrong.hiding_stdout().code(3).json();
    let text = keytick_texts::text("formats-wrong-password", &[]);
    assert_eq!(error(&wrong), Value::from(text));
    let none = dry_run(folder, &["locked.bin"]).run();
    let none = none.says("cli-unread", &[]).hiding_stdout().code(2).json();
    let text = keytick_texts::text("formats-password-needed", &[]);
    assert_eq!(error(&none), Value::from(text));
}

#[test]
fn a_wrong_password_names_whose_it_is() {
    let vault = Vault::with(&["otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP"]);
    vault
        .keytick([
            "export",
            "--format=2fas",
            "--output=x.2fas",
            "--yes",
            "--quiet",
        ])
        .args(["--export-password-stdin"])
        .stdin("another dark violin")
        .run()
        .code(0);
    Keytick::new()
        .args(["import", "--dry-run", "x.2fas", "--import-password-stdin"])
        .in_folder(vault.folder.path())
        .stdin("not it")
        .run()
        .stderr(&format!(
            "x.2fas (2FAS): {}\n{}\n{}",
            keytick_texts::text("formats-wrong-password", &[]),
            keytick_texts::hint("formats-wrong-password", &[]).unwrap(),
            keytick_texts::text("cli-unread", &[]),
        ))
        .code(3);
}

#[test]
fn what_is_not_known_says_so_with_the_help_of_what_it_resembles() {
    let folder = folder(&[("backup.2fas", "not a backup")]);
    let resembles = [
        ("format", "2FAS"),
        ("help", &keytick_texts::text("format-2fas-help", &[])),
    ];
    let unknown = keytick_texts::text("formats-unknown", &[]);
    Keytick::new()
        .args(["import", "--dry-run", "backup.2fas"])
        .in_folder(folder.path())
        .run()
        .stderr(&format!(
            "backup.2fas: {unknown}\n{}\n{}\n{}",
            keytick_texts::hint("formats-unknown", &[]).unwrap(),
            keytick_texts::text("cli-import-resembles", &resembles),
            keytick_texts::text("cli-unread", &[]),
        ))
        .code(4);
}

#[test]
fn a_folder_gives_what_is_known_of_it() {
    let uri = "otpauth://totp/Acme:list?secret=JBSWY3DPEHPK3PXP";
    let files = [
        ("in/a.json", AEGIS),
        ("in/deep/keys.txt", uri),
        ("in/readme.md", "# not a backup\n"),
    ];
    let folder = folder(&files);
    let answer = dry_run(folder.path(), &["in"]).run().succeeds().json();
    let files = answer["files"].as_array().unwrap();
    let found: Vec<_> = files
        .iter()
        .map(|file| {
            (
                file["file"].as_str().unwrap(),
                file["format"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [("in/a.json", "aegis"), ("in/deep/keys.txt", "uri-list")]
    );
}

#[test]
fn a_format_can_be_forced_and_has_to_be_one_that_is_read() {
    let folder = folder(&[("keys", "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP")]);
    dry_run(folder.path(), &["keys", "--format=aegis"])
        .run()
        .says("cli-unread", &[])
        .hiding_stdout()
        .code(4);
    let refused = dry_run(folder.path(), &["keys", "--format=sheet-html"]).run();
    assert_eq!(refused.exit_code(), Some(2));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let folder = folder(&[]);
    let not_found = keytick_texts::text("cli-file-not-found", &[]);
    let args = [("file", "none.json"), ("reason", &not_found)];
    dry_run(folder.path(), &["none.json"])
        .run()
        .says("cli-file-problem", &args)
        .code(1);
}

#[test]
fn an_empty_folder_has_nothing_to_read() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("none")).unwrap();
    Keytick::new()
        .args(["import", "--dry-run", "none"])
        .in_folder(folder.path())
        .run()
        .stderr("none: There is nothing to read in this folder.")
        .code(1);
}

#[test]
fn a_large_import_is_taken_back_by_the_backup_made_before_it() {
    let vault = Vault::new();
    let before = vault.names();
    let letters = ('A'..='Z').chain('2'..='5');
    let list: Vec<String> = letters
        .map(|last| format!("otpauth://totp/{last}?secret=JBSWY3DPEHPK3PX{last}"))
        .collect();
    fs::write(vault.folder.path().join("keys.txt"), list.join("\n")).unwrap();
    let ran = vault.keytick(["import", "keys.txt", "--yes"]).run();
    assert_eq!(vault.names().len(), before.len() + 30);

    let said = ran.stderr_text();
    let undo = said.lines().last().unwrap();
    let backup = undo.strip_prefix("To take it back: keytick vault restore ");
    let backup = backup.unwrap().trim_matches('"');
    vault
        .keytick(["vault", "restore", backup, "--yes"])
        .run()
        .succeeds();
    assert_eq!(vault.names(), before);
}

#[test]
fn a_key_that_comes_twice_names_the_account_that_is_kept() {
    let list = "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP\n\
                otpauth://totp/Bank:you?secret=JBSWY3DPEHPK3PXP";
    let folder = folder(&[("keys.txt", list)]);
    let answer = dry_run(folder.path(), &["keys.txt"])
        .run()
        .succeeds()
        .json();
    let accounts = &answer["files"][0]["accounts"];
    assert_eq!(accounts[0]["notes"], json!([]));
    let twin = "The same key as Acme (me), which is kept.";
    assert_eq!(accounts[1]["notes"], json!([twin]));
    let ran = Keytick::new()
        .args(["import", "--dry-run", "keys.txt"])
        .in_folder(folder.path())
        .run();
    let said = ran.stderr_text();
    assert!(said.ends_with(&format!("Bank (you): {twin}\n")), "{said}");
}

#[test]
fn a_counter_that_is_too_large_is_not_called_broken() {
    let uri = "otpauth://hotp/a?secret=JBSWY3DPEHPK3PXP&counter=99999999999999999999";
    let folder = folder(&[("keys.txt", uri)]);
    let answer = dry_run(folder.path(), &["keys.txt"])
        .run()
        .succeeds()
        .json();
    assert_eq!(
        answer["files"][0]["skipped"][0]["reason"],
        "The counter “99999999999999999999” is too large, or is not a whole number."
    );
}
