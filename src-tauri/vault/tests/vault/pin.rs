//! A PIN in place of the password, while the program runs.

use keytick_vault::{Credential, Error, KdfCost, LockedVault, Pin, PinLock, Vault};

use crate::support::{folder, password, path_in, put, stamp, vault};

fn hidden(vault: &Vault, typed: &str) -> PinLock {
    let pin = Pin::derive(vault.path(), &password(typed), KdfCost::cheap()).unwrap();
    vault.hide_under(&pin).unwrap()
}

fn payload(lock: &PinLock, locked: &LockedVault, typed: &str) -> Result<Vec<u8>, Error> {
    let (_, payload) = lock.open(locked, &password(typed))?;
    Ok(payload.to_vec())
}

#[test]
fn the_pin_opens_what_was_saved_since_and_no_other_pin_does() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let lock = hidden(&vault, "2580");
    put(&mut vault, b"two").unwrap();
    drop(vault);
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    assert!(lock.is_for(&locked));
    assert_eq!(payload(&lock, &locked, "2580").unwrap(), b"two");
    for wrong in ["2581", "258", "25800", "hunter2"] {
        let error = payload(&lock, &locked, wrong).unwrap_err();
        assert_eq!(error.id(), "vault-wrong-pin", "{wrong}");
    }
    let by_password = locked.unlock(Credential::Password(&password("2580")));
    assert_eq!(by_password.unwrap_err().id(), "vault-wrong-password");
}

#[test]
fn a_pin_is_kept_as_what_it_gives() {
    let folder = folder();
    let vault = vault(&folder, b"one");
    let pin = Pin::derive(vault.path(), &password("2580"), KdfCost::cheap()).unwrap();
    let bytes = pin.to_bytes();
    assert!(!bytes.windows(4).any(|part| part == b"2580"));
    let again = Pin::from_bytes(&bytes).unwrap();
    let lock = vault.hide_under(&again).unwrap();
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    assert_eq!(payload(&lock, &locked, "2580").unwrap(), b"one");
    assert!(Pin::from_bytes(&bytes[1..]).is_none());
    assert!(Pin::from_bytes(&[0xff; 76]).is_none());
}

#[test]
fn another_password_or_another_vault_ends_it() {
    let (folder, elsewhere) = (folder(), folder());
    let mut vault = vault(&folder, b"one");
    let lock = hidden(&vault, "2580");
    drop(crate::support::vault(&elsewhere, b"foreign"));
    let foreign = LockedVault::open(&path_in(&elsewhere)).unwrap();
    assert!(!lock.is_for(&foreign));
    let cost = KdfCost::cheap();
    vault
        .set_password(&password("new"), cost, &stamp())
        .unwrap();
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    assert!(!lock.is_for(&locked));
    // With a new key the PIN gives the old one, which opens nothing.
    let _recovery = vault.rekey(&password("new"), cost, &stamp()).unwrap();
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let error = payload(&lock, &locked, "2580").unwrap_err();
    assert_eq!(error.class(), Some("header-mac"));
}

#[test]
fn nothing_of_a_pin_is_shown() {
    let folder = folder();
    let vault = vault(&folder, b"one");
    let pin = Pin::derive(vault.path(), &password("2580"), KdfCost::cheap()).unwrap();
    let shown = format!("{pin:?} {:?}", vault.hide_under(&pin).unwrap());
    assert_eq!(shown, "Pin([REDACTED]) PinLock([REDACTED])");
}
