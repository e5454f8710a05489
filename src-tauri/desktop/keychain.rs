//! The system's keychain: a random key in it opens the vault, for those who asked for that.
//!
//! Keychain Services on macOS, the Credential Manager on Windows, the Secret Service on
//! Linux. On Linux any program of the same person may read what is there; the page says so
//! before it is turned on. The first two are type-checked and were never run.

use keyring::Entry;
use zeroize::Zeroizing;

use crate::error::UiError;

/// What the key is kept under, together with the vault's id.
const SERVICE: &str = "Keytick";

/// Keeps a key.
///
/// # Errors
/// `desktop-no-keychain`.
pub fn keep(name: &str, key: &[u8; 32]) -> Result<(), UiError> {
    entry(name)?.set_secret(key).map_err(refused)
}

/// The key that was kept.
///
/// # Errors
/// `desktop-no-keychain`, where there is no such key, too.
pub fn find(name: &str) -> Result<Zeroizing<[u8; 32]>, UiError> {
    let secret = Zeroizing::new(entry(name)?.get_secret().map_err(refused)?);
    let mut key = Zeroizing::new([0; 32]);
    if secret.len() != key.len() {
        return Err(UiError::new("desktop-no-keychain"));
    }
    key.copy_from_slice(&secret);
    Ok(key)
}

/// Forgets the key. One that is not there is forgotten already.
pub fn forget(name: &str) {
    let _not_there = entry(name).map(|entry| entry.delete_credential());
}

fn entry(name: &str) -> Result<Entry, UiError> {
    Entry::new(SERVICE, name).map_err(refused)
}

fn refused(_: keyring::Error) -> UiError {
    UiError::new("desktop-no-keychain")
}
