//! A backup in the place of a vault that is damaged, or not there.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed};

/// A shell with three accounts saved one after the other, and a damaged vault.
fn damaged() -> Shell {
    let shell = Shell::open();
    for issuer in ["One", "Two", "Three"] {
        shell.add(typed(issuer, "y", "GEZDGNBVGY3TQOJQ"));
    }
    shell.get("lock", json!({}));
    let mut bytes = std::fs::read(shell.vault()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    shell.file("vault.keytick", &bytes);
    shell
}

fn session(shell: &Shell) -> Value {
    shell.get("status", json!({}))["session"].clone()
}

/// What lies beside the vault under a name that begins so.
fn beside(shell: &Shell, start: &str) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(shell.folder.path()).unwrap().flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(start))
        .map(|entry| std::fs::read(entry.path()).unwrap())
        .collect()
}

#[test]
fn the_newest_good_backup_takes_the_place_of_a_damaged_vault() {
    let shell = damaged();
    let broken = std::fs::read(shell.vault()).unwrap();
    assert_eq!(session(&shell), "damaged");
    let backups = shell.get("vault_backups", json!({}));
    let newest = &backups[0];
    assert_eq!(newest["undamaged"], true);
    shell.get("restore_backup", json!({ "name": newest["name"] }));
    assert_eq!(session(&shell), "locked");
    assert_eq!(beside(&shell, "vault.keytick.damaged-"), [broken]);
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["One", "Two"]);
    // What was restored on purpose is no older copy.
    shell.add(typed("More", "z", "JBSWY3DPEHPK3PXP"));
}

#[test]
fn what_a_restored_backup_lacks_is_told_until_something_is_saved() {
    let shell = Shell::open();
    for issuer in ["One", "Two", "Three"] {
        shell.add(typed(issuer, "y", "GEZDGNBVGY3TQOJQ"));
    }
    shell.get("lock", json!({}));
    let backups = shell.get("vault_backups", json!({}));
    shell.get("restore_backup", json!({ "name": backups[1]["name"] }));
    shell.get("unlock", json!({ "password": PASSWORD }));
    let failed = shell.event("failed");
    assert_eq!(failed["error"]["id"], "desktop-restored-copy");
    let numbers = |name: &str| -> u64 {
        let text = failed["error"]["params"][name].as_str().unwrap();
        text.parse().unwrap()
    };
    assert_eq!(numbers("newest"), numbers("found") + 2);
    shell.add(typed("More", "z", "JBSWY3DPEHPK3PXP"));
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["More", "One"]);
}

#[test]
fn a_damaged_backup_is_listed_as_such_and_refused() {
    let shell = damaged();
    let name = shell.get("vault_backups", json!({}))[0]["name"].clone();
    let path = shell
        .folder
        .path()
        .join("backups")
        .join(name.as_str().unwrap());
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, b"\x89KTK\r\n\x1a\n").unwrap();
    let backups = shell.get("vault_backups", json!({}));
    assert_eq!(
        backups[0],
        json!({
            "name": name, "writtenAt": backups[0]["writtenAt"], "undamaged": false,
        })
    );
    assert_eq!(backups[1]["undamaged"], true);
    assert_eq!(
        shell.refused("restore_backup", json!({ "name": name })),
        "vault-damaged"
    );
    assert_eq!(
        shell.refused("restore_backup", json!({ "name": "../vault.keytick" })),
        "desktop-no-vault-backup"
    );
}

#[test]
fn a_first_run_begins_with_a_copy_from_elsewhere() {
    let before = Shell::open();
    before.add(typed("Before", "y", "GEZDGNBVGY3TQOJQ"));
    let shell = Shell::new();
    assert_eq!(session(&shell), "noVault");
    assert_eq!(shell.get("restore_file", json!({})), false);
    *shell.world.picks.lock().unwrap() = Some(vec![before.vault()]);
    assert_eq!(shell.get("restore_file", json!({})), true);
    assert_eq!(session(&shell), "locked");
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["Before"]);
    assert_eq!(
        shell.refused("restore_file", json!({})),
        "desktop-already-unlocked"
    );
}

#[test]
fn who_has_no_backup_starts_again_and_the_damaged_file_is_kept() {
    let shell = damaged();
    let broken = std::fs::read(shell.vault()).unwrap();
    shell.get("start_again", json!({}));
    assert_eq!(session(&shell), "noVault");
    assert_eq!(beside(&shell, "vault.keytick.damaged-"), [broken]);
    shell.get("create_vault", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), Vec::<String>::new());
    shell.get("lock", json!({}));
    assert_eq!(shell.refused("start_again", json!({})), "vault-exists");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_drive_that_is_not_there_is_no_first_run() {
    let shell = Shell::new();
    std::os::unix::fs::symlink("stick/vault.keytick", shell.vault()).unwrap();
    let status = shell.get("status", json!({}));
    assert_eq!(status["session"], "missing");
    assert_eq!(status["reason"]["id"], "vault-broken-link");
    let refused = shell.refused("create_vault", json!({ "password": PASSWORD }));
    assert_eq!(refused, "vault-broken-link");
}
