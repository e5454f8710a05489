//! `keytick remove` and `keytick trash`.

use crate::keytick::Vault;

const GITHUB: &str = "otpauth://totp/GitHub:me?secret=JBSWY3DPEHPK3PXP";
const BATCH: &str = "otpauth://totp/Batch:me?secret=GEZDGNBVGY3TQOJQ";

#[test]
fn what_is_removed_can_be_restored() {
    let vault = Vault::with(&[GITHUB, BATCH]);
    let github = vault.ids()[1].clone();
    vault
        .keytick(["remove", &github])
        .run()
        .says("cli-removed", &[("count", "1")])
        .code(0);
    assert_eq!(vault.names(), ["Batch/me"]);
    vault
        .keytick(["trash", "list"])
        .run()
        .stdout("ISSUER  ACCOUNT  TYPE  ID\nGitHub  me       totp  [id]")
        .code(0);
    vault
        .keytick(["trash", "list", "--json"])
        .run()
        .hiding(&["created", "deleted_at"])
        .stdout(r#"{"accounts":[{"id":"[id]","type":"totp","issuer":"GitHub","account":"me","algorithm":"SHA1","digits":6,"period":30,"counter":null,"tags":[],"note":"","icon":null,"created":…,"used":null,"deleted_at":…}]}"#)
        .code(0);
    vault
        .keytick(["trash", "restore", &github, "--json"])
        .run()
        .stdout(r#"{"restored":["[id]"]}"#)
        .code(0);
    assert_eq!(vault.names(), ["Batch/me", "GitHub/me"]);
}

#[test]
fn adding_what_is_in_the_trash_restores_it() {
    let vault = Vault::with(&[GITHUB]);
    let github = vault.ids()[0].clone();
    vault.keytick(["remove", &github, "--quiet"]).run().code(0);
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin(GITHUB)
        .run()
        .stderr(
            "STATUS        ISSUER  ACCOUNT  TYPE\n\
             in the trash  GitHub  me       totp\n\
             Restored 1 account from the trash.",
        )
        .code(0);
    assert_eq!(vault.ids(), [github]);
}

#[test]
fn emptying_asks_first() {
    let vault = Vault::with(&[GITHUB]);
    let github = vault.ids()[0].clone();
    vault.keytick(["remove", &github, "--quiet"]).run().code(0);
    vault
        .keytick(["trash", "empty"])
        .run()
        .says("cli-no-terminal-to-ask", &[])
        .code(2);
    vault
        .keytick(["trash", "empty", "--yes", "--json"])
        .run()
        .stdout(r#"{"deleted":["[id]"]}"#)
        .code(0);
    vault
        .keytick(["trash", "restore", &github])
        .run()
        .stderr(&format!(
            "There is no account with the id “[id]” in the trash.\n{}",
            keytick_texts::hint("cli-not-in-trash", &[]).unwrap()
        ))
        .code(1);
    vault
        .keytick(["trash", "list"])
        .run()
        .says("cli-trash-is-empty", &[])
        .code(0);
}

#[test]
fn one_unknown_id_removes_nothing() {
    let vault = Vault::with(&[GITHUB]);
    let github = vault.ids()[0].clone();
    vault
        .keytick(["remove", &github, "nobody"])
        .run()
        .says("cli-unknown-id", &[("id", "nobody")])
        .code(1);
    assert_eq!(vault.ids(), [github]);
}
