//! A new key for the vault, and the key that the system's keychain keeps.

use keytick_vault::{Credential, KdfCost, KeychainKey, LockedVault, backups};

use crate::support::{folder, password, path_in, put, stamp, vault, vault_with_recovery};

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
