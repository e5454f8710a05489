//! A new key for the vault, and the key that the system's keychain keeps.

use std::fs::File;

use keytick_vault::{Credential, KdfCost, KeychainKey, LockedVault, backups};

use crate::support::{
    folder, overwrite, password, path_in, put, stamp, vault, vault_with_recovery,
};

#[test]
fn a_new_key_shuts_out_whoever_has_an_old_copy_and_its_secrets() {
    let folder = folder();
    let path = path_in(&folder);
    let (mut vault, old_recovery) = vault_with_recovery(&folder, b"one");
    let keychain = KeychainKey::generate().unwrap();
    vault.set_keychain_key(&keychain, &stamp()).unwrap();
    // The thief's copy, and what is in it.
    let copy = folder.path().join("copy.keytick");
    std::fs::copy(&path, &copy).unwrap();
    let (stolen, _) = LockedVault::open(&copy)
        .unwrap()
        .unlock(Credential::Password(&password("hunter2")))
        .unwrap();

    let new = password("new");
    let recovery = vault.rekey(&new, KdfCost::cheap(), &stamp()).unwrap();
    put(&mut vault, b"two").unwrap();

    let locked = LockedVault::open(&path).unwrap();
    for opener in [Credential::Password(&new), Credential::Recovery(&recovery)] {
        let (_, payload) = locked.unlock(opener).unwrap();
        assert_eq!(payload.as_slice(), b"two");
    }
    let refused = |credential| locked.unlock(credential).unwrap_err().id();
    for (credential, id) in [
        (
            Credential::Password(&password("hunter2")),
            "vault-wrong-password",
        ),
        (
            Credential::Recovery(&old_recovery),
            "vault-wrong-recovery-key",
        ),
        (Credential::Keychain(&keychain), "vault-no-slot"),
    ] {
        assert_eq!(refused(credential), id);
    }
    assert_ne!(stolen.key_bytes(), vault.key_bytes());
}

#[test]
fn no_backup_is_left_that_the_old_key_opens() {
    let folder = folder();
    let mut vault = vault(&folder, b"0");
    for number in 1..=5 {
        put(&mut vault, number.to_string().as_bytes()).unwrap();
    }
    let path = path_in(&folder);
    assert_eq!(backups(&path).unwrap().len(), 5);
    let new = password("new");
    vault.rekey(&new, KdfCost::cheap(), &stamp()).unwrap();
    let left = backups(&path).unwrap();
    assert_eq!(left.len(), 1);
    let backup = LockedVault::open(&left[0].path).unwrap();
    let (_, payload) = backup.unlock(Credential::Password(&new)).unwrap();
    assert_eq!(payload.as_slice(), b"5");
    assert!(vault.backup_failure().is_none());
}

#[test]
fn a_byte_that_changes_in_the_vaults_file_leaves_its_only_backup_whole() {
    let folder = folder();
    let path = path_in(&folder);
    let mut vault = vault(&folder, b"kept");
    vault
        .rekey(&password("new"), KdfCost::cheap(), &stamp())
        .unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    let mut file = File::options().write(true).open(&path).unwrap();
    overwrite(&mut file, &bytes);
    assert!(LockedVault::open(&path).is_err());
    let left = backups(&path).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].check().unwrap().generation, 2);
}

#[test]
fn a_backup_that_cannot_be_removed_is_told_and_the_others_are_removed() {
    let folder = folder();
    let path = path_in(&folder);
    let mut vault = vault(&folder, b"0");
    for number in 1..=3 {
        put(&mut vault, number.to_string().as_bytes()).unwrap();
    }
    // No file that can be removed.
    let stays = backups(&path).unwrap()[0].path.clone();
    std::fs::remove_file(&stays).unwrap();
    std::fs::create_dir(&stays).unwrap();
    vault
        .rekey(&password("new"), KdfCost::cheap(), &stamp())
        .unwrap();
    assert_eq!(vault.backup_failure().unwrap().id(), "vault-old-backups");
    let left = backups(&path).unwrap();
    let left: Vec<u64> = left.iter().map(|backup| backup.generation).collect();
    assert_eq!(left, [5, 3]);
}

#[test]
fn the_keychain_opens_the_vault_until_it_is_told_not_to() {
    let folder = folder();
    let path = path_in(&folder);
    let mut vault = vault(&folder, b"kept");
    let key = KeychainKey::generate().unwrap();
    assert!(!vault.has_keychain_key());
    vault.set_keychain_key(&key, &stamp()).unwrap();
    assert!(vault.has_keychain_key());
    let locked = LockedVault::open(&path).unwrap();
    let (_, payload) = locked.unlock(Credential::Keychain(&key)).unwrap();
    assert_eq!(payload.as_slice(), b"kept");
    let other = KeychainKey::generate().unwrap();
    let refused = locked.unlock(Credential::Keychain(&other)).unwrap_err();
    assert_eq!(refused.id(), "vault-wrong-keychain-key");

    vault.remove_keychain_key(&stamp()).unwrap();
    let locked = LockedVault::open(&path).unwrap();
    let refused = locked.unlock(Credential::Keychain(&key)).unwrap_err();
    assert_eq!(refused.id(), "vault-no-slot");
    assert!(
        locked
            .unlock(Credential::Password(&password("hunter2")))
            .is_ok()
    );
}
