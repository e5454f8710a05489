//! Other copies of a vault, older ones, damaged ones, and its backups.

use std::fs;
use std::path::PathBuf;

use crate::keytick::{Keytick, Vault};

const HERE: &str = "otpauth://totp/Here:me?secret=JBSWY3DPEHPK3PXP";
const THERE: &str = "otpauth://totp/There:me?secret=GEZDGNBVGY3TQOJQ";
const MORE: &str = "otpauth://totp/More:me?secret=MFRGGZDFMZTWQ2LK";

fn add(vault: &Vault, uri: &str) -> Keytick {
    vault
        .keytick(["add", "--uri=-", "--yes", "--quiet"])
        .stdin(uri)
}

/// What another computer made of the same vault.
fn saved_elsewhere(bytes: &[u8], uri: &str) -> Vec<u8> {
    let other = Vault::new();
    fs::write(other.path(), bytes).unwrap();
    add(&other, uri).run().code(0);
    fs::read(other.path()).unwrap()
}

/// A vault with three accounts, in the file that has them and in its backups, and damaged.
fn damaged() -> (Vault, Vec<u8>) {
    let vault = Vault::with(&[HERE]);
    add(&vault, THERE).run().code(0);
    add(&vault, MORE).run().code(0);
    let mut bytes = fs::read(vault.path()).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(vault.path(), &bytes).unwrap();
    (vault, bytes)
}

fn backups(vault: &Vault) -> Vec<PathBuf> {
    let listed = vault.locked(["vault", "backups", "--json"]).run();
    let listed = listed.succeeds().json();
    let rows = listed.as_array().unwrap().iter();
    rows.map(|row| PathBuf::from(row["file"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_conflict_copy_beside_the_vault_is_merged_when_it_is_opened() {
    let vault = Vault::new();
    let theirs = saved_elsewhere(&fs::read(vault.path()).unwrap(), THERE);
    add(&vault, HERE).run().code(0);
    let copy = vault.folder.path().join("vault (conflicted copy).keytick");
    fs::write(&copy, &theirs).unwrap();
    vault
        .keytick(["list"])
        .run()
        .stdout(
            "ISSUER  ACCOUNT  TYPE  ID\n\
             Here    me       totp  [id]\n\
             There   me       totp  [id]",
        )
        .stderr("Merged changes from vault (conflicted copy).keytick.")
        .code(0);
    assert!(!copy.exists());
    let kept = backups(&vault);
    let kept = kept
        .iter()
        .map(|path| fs::read(vault.folder.path().join(path)).unwrap());
    assert_eq!(kept.filter(|bytes| *bytes == theirs).count(), 1);
    assert_eq!(vault.names(), ["Here/me", "There/me"]);
}

#[test]
fn an_older_copy_is_read_but_not_changed_before_somebody_says_so() {
    let vault = Vault::with(&[HERE]);
    let old = fs::read(vault.path()).unwrap();
    add(&vault, THERE).run().code(0);
    fs::write(vault.path(), &old).unwrap();
    let told = [("found", "2"), ("newest", "3")];
    vault
        .keytick(["list"])
        .run()
        .stdout(
            "ISSUER  ACCOUNT  TYPE  ID\n\
             Here    me       totp  [id]",
        )
        .says("cli-older-copy", &told)
        .code(0);
    let refused = add(&vault, MORE).run();
    refused
        .says("vault-older-copy", &[("found", "2"), ("known", "3")])
        .code(5);
    vault
        .locked(["vault", "restore", "--this"])
        .run()
        .says("cli-restored-this", &[])
        .code(0);
    // What is not in it is told until something is saved.
    let list = vault.keytick(["list"]).run().stdout(
        "ISSUER  ACCOUNT  TYPE  ID\n\
         Here    me       totp  [id]",
    );
    list.says("cli-restored-copy", &told).code(0);
    add(&vault, MORE).run().code(0);
    assert_eq!(vault.names(), ["Here/me", "More/me"]);
}

/// Commands that change what opens the vault, with their further standard input.
const KEYS: [(&[&str], &str); 3] = [
    (
        &["password", "--new-password-stdin", "--kdf-memory=64"],
        NEW,
    ),
    (
        &[
            "password",
            "--rekey",
            "--new-password-stdin",
            "--kdf-memory=64",
        ],
        NEW,
    ),
    (&["recovery", "new"], ""),
];
const NEW: &str = "wagon lemon hammer fifty";

fn change_keys(vault: &Vault, (command, input): (&[&str], &str)) -> Keytick {
    vault
        .keytick(["vault"])
        .args(command)
        .args(["--quiet"])
        .stdin(input)
}

#[test]
fn no_key_of_an_older_copy_is_changed() {
    let vault = Vault::with(&[HERE]);
    let old = fs::read(vault.path()).unwrap();
    add(&vault, THERE).run().code(0);
    fs::write(vault.path(), &old).unwrap();
    for command in KEYS {
        change_keys(&vault, command)
            .run()
            .says("vault-older-copy", &[("found", "2"), ("known", "3")])
            .code(5);
        assert_eq!(fs::read(vault.path()).unwrap(), old);
    }
}

#[test]
fn the_file_from_before_a_change_of_keys_is_an_older_copy() {
    for command in KEYS {
        let vault = Vault::with(&[HERE]);
        let old = fs::read(vault.path()).unwrap();
        change_keys(&vault, command).run().succeeds();
        fs::write(vault.path(), &old).unwrap();
        vault
            .keytick(["list"])
            .run()
            .hiding_stdout()
            .says("cli-older-copy", &[("found", "2"), ("newest", "3")])
            .code(0);
    }
}

#[test]
fn a_new_vault_key_leaves_no_copy_behind_that_it_does_not_open() {
    let vault = Vault::new();
    let theirs = saved_elsewhere(&fs::read(vault.path()).unwrap(), THERE);
    add(&vault, HERE).run().code(0);
    let copy = vault.folder.path().join("vault (conflicted copy).keytick");
    fs::write(&copy, &theirs).unwrap();
    change_keys(&vault, KEYS[1]).run().succeeds();
    assert!(!copy.exists());
    vault
        .locked(["list", "--password-stdin"])
        .stdin(NEW)
        .run()
        .stdout(
            "ISSUER  ACCOUNT  TYPE  ID\n\
             Here    me       totp  [id]\n\
             There   me       totp  [id]",
        )
        .code(0);
}

#[test]
fn a_damaged_vault_is_restored_from_its_newest_backup_and_kept() {
    let (vault, broken) = damaged();
    let answer = vault.locked(["vault", "restore", "--yes", "--json"]).run();
    let answer = answer.succeeds().json();
    assert_eq!(answer["generation"], 3);
    assert_eq!(answer["failed"]["class"], "trailer");
    assert_eq!(answer["failed"]["from"], 0);
    assert_eq!(answer["failed"]["to"], broken.len());
    let kept = vault.folder.path().join(answer["kept"].as_str().unwrap());
    assert!(
        kept.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("vault.keytick.damaged-")
    );
    assert_eq!(fs::read(kept).unwrap(), broken);
    assert_eq!(vault.names(), ["Here/me", "There/me"]);
    // Restored on purpose: it is changed like any other.
    add(&vault, MORE).run().code(0);
}

#[test]
fn backups_are_listed_newest_first_and_restored_by_name() {
    let (vault, _) = damaged();
    let all = backups(&vault);
    assert_eq!(all.len(), 3);
    let oldest = all[2].file_name().unwrap().to_str().unwrap().to_owned();
    vault
        .locked(["vault", "restore", "--yes", "--quiet", &oldest])
        .run()
        .code(0);
    assert_eq!(vault.names(), Vec::<String>::new());
}

#[test]
fn without_a_good_backup_a_copy_from_elsewhere_is_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, _) = damaged();
    for path in backups(&vault) {
        let path = vault.folder.path().join(path);
        fs::remove_file(&path).unwrap();
        fs::write(&path, "nothing").unwrap();
    }
    vault
        .locked(["vault", "restore", "--yes"])
        .run()
        .says("cli-no-good-backup", &[])
        .code(1);
    let copy = folder.path().join("my copy");
    fs::copy(Vault::with(&[HERE]).path(), &copy).unwrap();
    vault
        .locked([
            "vault",
            "restore",
            "--yes",
            "--quiet",
            copy.to_str().unwrap(),
        ])
        .run()
        .code(0);
    assert_eq!(vault.names(), ["Here/me"]);
}

#[test]
fn a_vault_saved_once_has_no_backup_yet() {
    let vault = Vault::new();
    vault
        .locked(["vault", "backups"])
        .run()
        .says("cli-backups-none", &[])
        .code(0);
    vault
        .locked(["vault", "backups", "--json"])
        .run()
        .stdout("[]")
        .code(0);
}
