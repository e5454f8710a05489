//! Copies of the vault that a sync program leaves, and an older one in its place.

use serde_json::json;

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
