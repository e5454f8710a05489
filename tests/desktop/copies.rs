//! Copies of the vault that a sync program leaves, and an older one in its place.

use keytick_accounts::{Accounts, Candidate, Edit};
use keytick_otp::KeyUri;
use keytick_vault::Stamp;
use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed};

const KEY: &str = "GEZDGNBVGY3TQOJQ";

/// The vault as another computer saved it, from the bytes it had.
fn saved_elsewhere(shell: &Shell, from: &[u8], issuer: &str) -> Vec<u8> {
    let other = Shell::open();
    other.get("lock", json!({}));
    std::fs::write(other.vault(), from).unwrap();
    other.get("unlock", json!({ "password": PASSWORD }));
    other.add(typed(issuer, "elsewhere", "JBSWY3DPEHPK3PXP"));
    other.get("lock", json!({}));
    assert_ne!(shell.vault(), other.vault());
    std::fs::read(other.vault()).unwrap()
}

#[test]
fn a_conflict_copy_is_merged_while_the_window_is_open() {
    let shell = Shell::open();
    let before = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Here", "y", KEY));
    let theirs = saved_elsewhere(&shell, &before, "There");
    let name = "vault.sync-conflict-20261122-144400-K5DJXQB.keytick";
    let copy = shell.file(name, &theirs);
    let merged = shell.event("merged");
    assert_eq!(merged, json!({ "copies": [name], "secondKeys": 0 }));
    assert_eq!(shell.names(), ["Here", "There"]);
    assert!(!copy.exists());
}

#[test]
fn another_copy_in_the_vaults_place_is_merged_and_saved_over_by_nothing() {
    let shell = Shell::open();
    let before = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Here", "y", KEY));
    let theirs = saved_elsewhere(&shell, &before, "There");
    shell.file("vault.keytick", &theirs);
    shell.add(typed("More", "z", "MFRGGZDFMZTWQ2LK"));
    assert_eq!(shell.names(), ["Here", "More", "There"]);
    let merged = shell.event("merged");
    assert_eq!(merged["copies"], json!(["another computer"]));
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["Here", "More", "There"]);
}

#[test]
fn an_older_copy_is_read_but_not_changed_before_a_person_says_so() {
    let shell = Shell::open();
    shell.add(typed("First", "y", KEY));
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    shell.get("lock", json!({}));
    shell.file("vault.keytick", &old);
    shell.get("unlock", json!({ "password": PASSWORD }));
    let failed = shell.event("failed");
    assert_eq!(failed["error"]["id"], "vault-older-copy");
    assert_eq!(shell.names(), ["First"]);
    let more = json!({ "typed": typed("More", "z", "JBSWY3DPEHPK3PXP") });
    assert_eq!(shell.refused("add_typed", more.clone()), "vault-older-copy");
    shell.get("use_older_copy", json!({}));
    shell.get("add_typed", more);
    assert_eq!(shell.names(), ["First", "More"]);
    shell.event("recovered");
}

/// What lies beside the vault for somebody to open.
fn beside(shell: &Shell) -> Option<std::path::PathBuf> {
    let entries = std::fs::read_dir(shell.folder.path()).unwrap().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths.find(|path| path.to_string_lossy().contains(".recovery-"))
}

#[test]
fn what_is_open_is_kept_where_an_older_copy_takes_its_place() {
    let shell = Shell::open();
    shell.add(typed("First", "y", KEY));
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    shell.file("vault.keytick", &old);
    let failed = shell.event("failed");
    assert_eq!(failed["error"]["id"], "desktop-kept-beside");
    let kept = beside(&shell).unwrap();
    let name = kept.file_name().unwrap().to_str().unwrap();
    assert_eq!(failed["error"]["params"]["copy"], name);
    assert_eq!(std::fs::read(shell.vault()).unwrap(), old);
    let more = json!({ "typed": typed("More", "z", "JBSWY3DPEHPK3PXP") });
    assert_eq!(shell.refused("add_typed", more), "vault-older-copy");
    // Both are there for who opens it next.
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["First", "Second"]);
    assert_eq!(beside(&shell), None);
    shell.add(typed("More", "z", "JBSWY3DPEHPK3PXP"));
}

#[test]
fn a_restore_on_purpose_is_not_undone_by_who_has_the_later_state_open() {
    let shell = Shell::open();
    shell.add(typed("First", "y", KEY));
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    let backups = keytick_vault::backups(&shell.vault()).unwrap();
    keytick_vault::restore(&shell.vault(), &backups[0], 5).unwrap();
    // The restore has put what is open among the backups.
    assert_eq!(shell.event("failed")["error"]["id"], "vault-older-copy");
    shell.get("lock", json!({}));
    assert_eq!(beside(&shell), None);
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["First"]);
}

/// The error of the next event that tells of one.
fn told(shell: &Shell) -> Value {
    shell.event("failed")["error"]["id"].clone()
}

/// A folder that is synced without its backups.
fn without_backups(shell: &Shell) {
    std::fs::remove_dir_all(shell.folder.path().join("backups")).unwrap();
}

/// A shell that has an older copy open, and the bytes of this copy and of one before it.
fn opened_on_an_older_copy() -> (Shell, Vec<u8>, Vec<u8>) {
    let shell = Shell::open();
    let oldest = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("First", "y", KEY));
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    without_backups(&shell);
    swapped(&shell, &old);
    assert_eq!(told(&shell), "vault-older-copy");
    (shell, oldest, old)
}

#[test]
fn an_older_copy_stays_as_it_is_when_a_still_older_one_came_and_went() {
    let (shell, oldest, old) = opened_on_an_older_copy();
    shell.file("vault.keytick", &oldest);
    assert_eq!(told(&shell), "desktop-kept-beside");
    shell.file("vault.keytick", &old);
    assert_eq!(told(&shell), "vault-older-copy");
    let more = json!({ "typed": typed("More", "z", "JBSWY3DPEHPK3PXP") });
    assert_eq!(shell.refused("add_typed", more), "vault-older-copy");
    assert_eq!(std::fs::read(shell.vault()).unwrap(), old);
}

#[test]
fn what_is_open_is_kept_each_time_that_something_takes_its_place() {
    let (shell, oldest, old) = opened_on_an_older_copy();
    shell.file("vault.keytick", &oldest);
    assert_eq!(told(&shell), "desktop-kept-beside");
    let kept = beside(&shell).unwrap();
    std::fs::remove_file(kept).unwrap();
    shell.get("use_older_copy", json!({}));
    shell.file("vault.keytick", &old);
    shell.event("recovered");
    shell.add(typed("More", "z", "JBSWY3DPEHPK3PXP"));
    without_backups(&shell);
    shell.file("vault.keytick", &oldest);
    assert_eq!(told(&shell), "desktop-kept-beside");
    assert!(beside(&shell).is_some());
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["First", "More"]);
}

#[test]
fn what_was_kept_is_taken_away_when_the_vault_is_back() {
    let shell = Shell::open();
    shell.add(typed("First", "y", KEY));
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    let new = std::fs::read(shell.vault()).unwrap();
    shell.file("vault.keytick", &old);
    assert_eq!(told(&shell), "desktop-kept-beside");
    assert!(beside(&shell).is_some());
    shell.file("vault.keytick", &new);
    shell.event("recovered");
    assert_eq!(beside(&shell), None);
    assert_eq!(shell.names(), ["First", "Second"]);
}

#[test]
fn what_is_open_is_kept_where_a_damaged_file_takes_its_place() {
    let shell = Shell::open();
    shell.add(typed("First", "y", KEY));
    shell.add(typed("Last", "y", "MFRGGZDFMZTWQ2LK"));
    shell.file("vault.keytick", b"rotten");
    shell.get("lock", json!({}));
    assert!(beside(&shell).is_some());
    let backups = shell.get("vault_backups", json!({}));
    shell.get("restore_backup", json!({ "name": backups[0]["name"] }));
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["First", "Last"]);
}

const NEW: &str = "another-PassWord-77b0c";

/// Commands that change what opens the vault.
fn key_changes() -> [(&'static str, Value); 4] {
    let change = |rekey: bool| json!({ "password": PASSWORD, "newPassword": NEW, "rekey": rekey });
    [
        ("change_password", change(false)),
        ("change_password", change(true)),
        ("new_recovery_key", json!({ "password": PASSWORD })),
        ("set_keychain", json!({ "password": PASSWORD, "on": true })),
    ]
}

/// Puts other bytes in the place of the vault while it is locked, and opens them.
fn swapped(shell: &Shell, bytes: &[u8]) {
    shell.get("lock", json!({}));
    shell.file("vault.keytick", bytes);
    shell.get("unlock", json!({ "password": PASSWORD }));
}

#[test]
fn no_key_of_an_older_copy_is_changed() {
    let shell = Shell::open();
    shell.add(typed("First", "y", KEY));
    shell.get("set_keychain", json!({ "password": PASSWORD, "on": true }));
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    swapped(&shell, &old);
    let off = ("set_keychain", json!({ "password": PASSWORD, "on": false }));
    for (command, arguments) in key_changes().into_iter().chain([off]) {
        assert_eq!(shell.refused(command, arguments), "vault-older-copy");
        assert_eq!(std::fs::read(shell.vault()).unwrap(), old);
    }
    // Nor what the keychain keeps.
    shell.get("lock", json!({}));
    shell.get("unlock_with_keychain", json!({}));
}

#[test]
fn old_trash_in_an_older_copy_stays() {
    let shell = Shell::open();
    let mut accounts = Accounts::new();
    let mut random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
    let mut at = |now_ms, act: &dyn Fn(&mut Accounts, &mut Edit<'_>)| {
        let random = &mut random;
        let device = [7; 8];
        act(
            &mut accounts,
            &mut Edit {
                now_ms,
                device,
                random,
            },
        );
    };
    let uri = "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ";
    let candidate = || Candidate::from(KeyUri::parse(uri).unwrap());
    at(0, &|accounts, edit| {
        let added = accounts.add(vec![candidate()], edit).unwrap();
        let _undo = accounts.trash(&added.ids, edit).unwrap();
    });
    at(1_790_000_000_000, &|accounts, edit| {
        accounts.add(vec![candidate()], edit).unwrap();
    });
    let stamp = Stamp {
        now: 0,
        writer: "another 1.0".to_owned(),
        device: [7; 8],
    };
    let trashed = accounts.to_payload();
    let (mut vault, _) = shell.open_elsewhere();
    vault
        .update(&stamp, |_| Ok::<_, keytick_vault::Error>(trashed.clone()))
        .unwrap();
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("More", "y", "MFRGGZDFMZTWQ2LK"));
    swapped(&shell, &old);
    assert_eq!(std::fs::read(shell.vault()).unwrap(), old);
}

#[test]
fn a_forgotten_password_of_an_older_copy_is_not_replaced() {
    let shell = Shell::new();
    let made = shell.get("create_vault", json!({ "password": PASSWORD }));
    let groups = made["groups"].as_array().unwrap().iter();
    let key: String = groups.map(|group| group.as_str().unwrap()).collect();
    shell.add(typed("First", "y", KEY));
    let old = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Second", "y", "MFRGGZDFMZTWQ2LK"));
    shell.get("lock", json!({}));
    shell.file("vault.keytick", &old);
    let open = json!({ "key": key, "newPassword": NEW });
    let refused = shell.refused("unlock_with_recovery", open.clone());
    assert_eq!(refused, "vault-older-copy");
    assert_eq!(std::fs::read(shell.vault()).unwrap(), old);
    // It can be read, and said to be the one to go on with.
    assert_eq!(shell.names(), ["First"]);
    shell.get("use_older_copy", json!({}));
    shell.get("lock", json!({}));
    shell.get("unlock_with_recovery", open);
    assert_eq!(shell.names(), ["First"]);
}

#[test]
fn the_file_from_before_a_change_of_keys_is_an_older_copy() {
    for (command, arguments) in key_changes() {
        let shell = Shell::open();
        shell.add(typed("First", "y", KEY));
        let old = std::fs::read(shell.vault()).unwrap();
        shell.get(command, arguments);
        swapped(&shell, &old);
        let failed = shell.event("failed");
        assert_eq!(failed["error"]["id"], "vault-older-copy", "{command}");
    }
}

#[test]
fn the_file_from_before_a_merge_is_an_older_copy() {
    let shell = Shell::open();
    let before = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Here", "y", KEY));
    let theirs = saved_elsewhere(&shell, &before, "There");
    let old = std::fs::read(shell.vault()).unwrap();
    shell.file(
        "vault.sync-conflict-20261122-144400-K5DJXQB.keytick",
        &theirs,
    );
    shell.event("merged");
    swapped(&shell, &old);
    let failed = shell.event("failed");
    assert_eq!(failed["error"]["id"], "vault-older-copy");
}

#[test]
fn a_new_vault_key_leaves_no_copy_behind_that_it_does_not_open() {
    let shell = Shell::open();
    let before = std::fs::read(shell.vault()).unwrap();
    shell.add(typed("Here", "y", KEY));
    let theirs = saved_elsewhere(&shell, &before, "There");
    let copy = shell.file(
        "vault.sync-conflict-20261122-144400-K5DJXQB.keytick",
        &theirs,
    );
    let rekey = json!({ "password": PASSWORD, "newPassword": NEW, "rekey": true });
    shell.get("change_password", rekey);
    assert!(!copy.exists());
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": NEW }));
    assert_eq!(shell.names(), ["Here", "There"]);
}
