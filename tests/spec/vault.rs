//! A vault's life: made, filled, listed, changed, checked, opened again.

use std::fs;

use crate::keytick::{Keytick, PASSWORD, Vault};

const GITHUB: &str = "otpauth://totp/GitHub:me?secret=JBSWY3DPEHPK3PXP";

#[test]
fn made_filled_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let keytick = |args: &[&str]| {
        Keytick::new()
            .args(args)
            .args(["--vault", "new/vault.keytick", "--password-stdin"])
            .in_folder(folder.path())
            .stdin(PASSWORD)
    };
    keytick(&["vault", "create", "--kdf-passes=3"])
        .run()
        .stderr("Made the vault new/vault.keytick")
        .code(0);
    keytick(&["list"]).run().says("cli-list-empty", &[]).code(0);
    keytick(&[
        "add",
        "--issuer=Acme",
        "--account=me@example.com",
        "--secret-stdin",
    ])
    .args([
        "--digits=8",
        "--tag=work",
        "--tag=night",
        "--note=on call",
        "--yes",
        "--json",
    ])
    .stdin("gezd gnbv gy3t qojq gezd gnbv gy3t qojq")
    .run()
    .stdout(r#"{"added":["[id]"],"duplicates":[],"skipped":[],"restored":[],"raised":[]}"#)
    .stderr(
        "STATUS  ISSUER  ACCOUNT         TYPE\n\
             new     Acme    me@example.com  totp",
    )
    .code(0);
    keytick(&["list"])
        .run()
        .stdout(
            "ISSUER  ACCOUNT         TYPE  ID\n\
             Acme    me@example.com  totp  [id]",
        )
        .code(0);
    keytick(&["list", "work", "--json"])
        .run()
        .hiding(&["created"])
        .stdout(r#"{"accounts":[{"id":"[id]","type":"totp","issuer":"Acme","account":"me@example.com","algorithm":"SHA1","digits":8,"period":30,"counter":null,"tags":["work","night"],"note":"on call","icon":null,"created":…,"used":null}]}"#)
        .code(0);
    keytick(&["code", "acme", "--at=59"])
        .run()
        .stdout("94287082")
        .code(0);
    keytick(&["vault", "create", "--kdf-passes=3"])
        .run()
        .says("vault-exists", &[("path", "new/vault.keytick")])
        .code(1);
}

#[test]
fn adding_again_reports_what_is_here() {
    let vault = Vault::with(&[GITHUB]);
    let id = vault.ids()[0].clone();
    let answer = vault
        .keytick(["add", "--uri=-", "--yes", "--json", "--quiet"])
        .stdin(GITHUB)
        .run()
        .succeeds()
        .json();
    assert_eq!(
        answer,
        serde_json::json!({
            "added": [],
            "duplicates": [{"issuer": "GitHub", "account": "me", "existing": id}],
            "skipped": [],
            "restored": [],
            "raised": [],
        })
    );
    // Same names, another key: kept beside the first.
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin("otpauth://totp/GitHub:me?secret=GEZDGNBVGY3TQOJQ")
        .run()
        .stderr(
            "STATUS     ISSUER  ACCOUNT  TYPE\n\
             same name  GitHub  me       totp\n\
             Added 1 account.",
        )
        .code(0);
    assert_eq!(vault.names(), ["GitHub/me", "GitHub/me"]);
}

#[test]
fn a_bad_link_does_not_lose_the_good_ones() {
    let vault = Vault::new();
    let reason = keytick_texts::text("otp-digits", &[("found", "99")]);
    let answer = vault
        .keytick(["add", "--uri=-", "--yes", "--json", "--quiet"])
        .stdin("otpauth://totp/Odd:me?secret=JBSWY3DPEHPK3PXP&digits=99")
        .stdin(GITHUB)
        .run()
        .succeeds()
        .json();
    assert_eq!(
        answer["skipped"],
        serde_json::json!([{"name": "-:1: Odd (me)", "reason": reason}])
    );
    assert_eq!(vault.names(), ["GitHub/me"]);
}

#[test]
fn nothing_is_added_without_an_answer() {
    let vault = Vault::new();
    vault
        .keytick(["add", "--uri=-", "--quiet"])
        .stdin(GITHUB)
        .run()
        .says("cli-no-terminal-to-ask", &[])
        .code(2);
    assert_eq!(vault.names(), [""; 0]);
}

/// The key is hexadecimal, and its PIN stands on the line after it.
#[test]
fn an_account_with_a_pin_is_added_used_and_edited() {
    let vault = Vault::new();
    vault
        .keytick(["add", "--type=motp", "--issuer=Acme", "--yes", "--quiet"])
        .args(["--secret-stdin", "--pin-stdin"])
        .stdin("e315 2afe e625 99c8")
        .stdin("1234")
        .run()
        .code(0);
    let id = vault.ids()[0].clone();
    let code = || vault.keytick(["code", "acme", "--at=123456789"]).run();
    code().stdout("4ebfb2").code(0);
    let json = vault.keytick(["list", "--json"]).run().succeeds().json();
    let account = &json["accounts"][0];
    assert_eq!(account["type"], "motp");
    assert_eq!(account["algorithm"], "MD5");
    assert_eq!(
        (&account["digits"], &account["period"]),
        (&6.into(), &10.into())
    );
    assert_eq!(account["pin"], serde_json::Value::Null);

    let edit = |args: &[&str]| vault.keytick(["edit", &id]).args(args);
    edit(&["--pin-stdin"])
        .stdin("9999")
        .run()
        .says("cli-edited", &[("name", "Acme")])
        .code(0);
    code().stdout("1dffaf").code(0);
    edit(&["--digits=8"])
        .run()
        .says(
            "cli-field-not-for-type",
            &[("field", "--digits"), ("type", "motp")],
        )
        .code(2);
    edit(&["--type=yandex", "--pin-stdin"])
        .stdin("7586")
        .run()
        .says("otp-yandex-length", &[])
        .code(1);
}

#[test]
fn fields_are_edited_one_by_one() {
    let vault = Vault::with(&[GITHUB]);
    let id = vault.ids()[0].clone();
    let edit = |args: &[&str]| vault.keytick(["edit", &id]).args(args).run();
    edit(&["--issuer=Forge", "--note=new"])
        .says("cli-edited", &[("name", "Forge (me)")])
        .code(0);
    edit(&["--type=hotp", "--counter=7", "--tag=a", "--json"])
        .hiding(&["created"])
        .stdout(r#"{"id":"[id]","type":"hotp","issuer":"Forge","account":"me","algorithm":"SHA1","digits":6,"period":null,"counter":7,"tags":["a"],"note":"new","icon":null,"created":…,"used":null}"#)
        .code(0);
    edit(&["--period=60"])
        .says(
            "cli-field-not-for-type",
            &[("field", "--period"), ("type", "hotp")],
        )
        .code(2);
    edit(&[]).says("cli-nothing-to-change", &[]).code(2);
}

#[test]
fn info_needs_no_password() {
    let vault = Vault::new();
    vault
        .locked(["vault", "info", "--json"])
        .run()
        .hiding(&["written_at", "size"])
        .stdout(&format!(
            r#"{{"path":"vault.keytick","format":"1.0","vault_id":"[id]","generation":1,"written_at":…,"writer":"keytick {}","size":…,"slots":[{{"id":1,"type":"password","kdf":{{"name":"argon2id","memory_kib":65536,"passes":3,"lanes":4}}}}]}}"#,
            env!("CARGO_PKG_VERSION"),
        ))
        .code(0);
    vault.locked(["vault", "info"]).run().succeeds();
}

#[test]
fn check_tells_what_is_wrong() {
    let vault = Vault::with(&[GITHUB]);
    let check = || vault.keytick(["vault", "check"]);
    check()
        .run()
        .stderr("The vault is whole. It holds 1 account.")
        .code(0);
    check()
        .args(["--json"])
        .run()
        .stdout(r#"{"ok":true,"class":null}"#)
        .code(0);
    let mut bytes = fs::read(vault.path()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(vault.path(), bytes).unwrap();
    let ran = check().args(["--json"]).run();
    let params = [("path", "vault.keytick"), ("check", "trailer")];
    ran.stdout(r#"{"ok":false,"class":"trailer"}"#)
        .says("vault-damaged", &params)
        .code(4);
}

#[test]
fn the_password_can_be_changed() {
    let vault = Vault::with(&[GITHUB]);
    let new = "wagon lemon hammer fifty";
    vault
        .keytick([
            "vault",
            "password",
            "--new-password-stdin",
            "--kdf-memory=64",
        ])
        .stdin(new)
        .run()
        .says("cli-password-changed", &[])
        .code(0);
    vault
        .keytick(["list"])
        .run()
        .says("vault-wrong-password", &[("path", "vault.keytick")])
        .code(3);
    vault
        .locked(["list", "--password-stdin"])
        .stdin(new)
        .run()
        .stdout("ISSUER  ACCOUNT  TYPE  ID\nGitHub  me       totp  [id]")
        .code(0);
}

#[test]
fn another_key_shuts_out_the_recovery_key_of_before() {
    let vault = Vault::with(&[GITHUB]);
    let old = vault
        .keytick(["vault", "recovery", "new", "--json"])
        .run()
        .succeeds()
        .json();
    let new = "wagon lemon hammer fifty";
    let answer = vault
        .keytick(["vault", "password", "--rekey", "--new-password-stdin"])
        .args(["--kdf-memory=64", "--json", "--quiet"])
        .stdin(new)
        .run()
        .succeeds()
        .json();
    for (key, code) in [(&old, 1), (&answer, 0)] {
        let ran = vault
            .locked(["vault", "recovery", "check", "--secret-stdin", "--json"])
            .stdin(key["recovery_key"].as_str().unwrap())
            .run();
        assert_eq!(ran.stdout_text(), format!("{{\"ok\":{}}}\n", code == 0));
    }
    vault
        .locked(["list", "--password-stdin"])
        .stdin(new)
        .run()
        .stdout("ISSUER  ACCOUNT  TYPE  ID\nGitHub  me       totp  [id]")
        .code(0);
}

#[test]
fn the_recovery_key_opens_a_vault_whose_password_is_forgotten() {
    let vault = Vault::with(&[GITHUB]);
    let answer = vault
        .keytick(["vault", "recovery", "new", "--json"])
        .run()
        .succeeds()
        .json();
    let key = answer["recovery_key"].as_str().unwrap();
    let check = |key: &str| {
        vault
            .locked(["vault", "recovery", "check", "--secret-stdin"])
            .stdin(key)
            .run()
    };
    check(key).says("cli-recovery-fits", &[]).code(0);
    check(&key.to_lowercase().replace('-', " "))
        .says("cli-recovery-fits", &[])
        .code(0);
    let typo = match key.starts_with('7') {
        true => format!("8{}", &key[1..]),
        false => format!("7{}", &key[1..]),
    };
    check(&typo).says("vault-recovery-key-typo", &[]).code(1);
    let new = "wagon lemon hammer fifty";
    vault
        .locked([
            "vault",
            "password",
            "--forgotten",
            "--password-stdin",
            "--new-password-stdin",
        ])
        .args(["--kdf-memory=64", "--quiet"])
        .stdin(key)
        .stdin(new)
        .run()
        .code(0);
    vault
        .locked(["vault", "check", "--password-stdin", "--quiet"])
        .stdin(new)
        .run()
        .code(0);
}

#[test]
fn a_recovery_key_is_printed_when_the_vault_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let answer = Keytick::new()
        .args([
            "vault",
            "create",
            "--recovery",
            "--json",
            "--quiet",
            "--password-stdin",
        ])
        .args(["--kdf-memory=64", "--vault=vault.keytick"])
        .in_folder(folder.path())
        .stdin(PASSWORD)
        .run()
        .succeeds()
        .json();
    assert_eq!(answer["path"], "vault.keytick");
    let key = answer["recovery_key"].as_str().unwrap();
    assert_eq!(key.len(), 8 * 4 + 7);
    Keytick::new()
        .args([
            "vault",
            "recovery",
            "check",
            "--secret-stdin",
            "--vault=vault.keytick",
            "--json",
        ])
        .in_folder(folder.path())
        .stdin(key)
        .run()
        .stdout(r#"{"ok":true}"#)
        .code(0);
}

#[test]
fn a_password_that_is_easy_to_guess_is_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    Keytick::new()
        .args([
            "vault",
            "create",
            "--password-stdin",
            "--kdf-memory=64",
            "--vault=v",
        ])
        .in_folder(folder.path())
        .stdin("hunter2")
        .run()
        .stderr(&format!(
            "{}\nMade the vault v",
            keytick_texts::text("cli-weak-password", &[])
        ))
        .code(0);
}
