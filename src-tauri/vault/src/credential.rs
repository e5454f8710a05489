//! What a person or the system brings to open a vault, tried on the slots of its kind.

use std::path::Path;

use zeroize::Zeroizing;

use crate::check::Check;
use crate::error::Error;
use crate::header::Header;
use crate::keys::Key;
use crate::slot::{SlotKind, Tried};
use crate::{Password, RecoveryKey, random};

/// What opens a vault.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Credential<'a> {
    /// The password: takes as long as the slot's [`crate::KdfCost`] says.
    Password(&'a Password),
    /// The recovery key.
    Recovery(&'a RecoveryKey),
    /// The random key that the system's keychain keeps.
    Keychain(&'a KeychainKey),
}

/// The key of an `os-keychain` slot, as the system's keychain keeps it.
#[derive(Clone)]
pub struct KeychainKey(Box<Zeroizing<[u8; 32]>>);

impl KeychainKey {
    /// A new random key.
    ///
    /// # Errors
    /// The operating system gives no random numbers.
    pub fn generate() -> Result<Self, Error> {
        let mut key = Self::from_bytes(Zeroizing::new([0; 32]));
        random::system(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// The key's bytes, for the keychain.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key from its 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(Box::new(bytes))
    }
}

impl std::fmt::Debug for KeychainKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeychainKey([REDACTED])")
    }
}

impl Credential<'_> {
    /// The vault's key from the first slot that this opens.
    pub(crate) fn find_key(self, header: &Header, path: &Path) -> Result<Key, Error> {
        let kind = self.kind();
        let mut slots = header.slots_of(&kind).peekable();
        if slots.peek().is_none() {
            return Err(self.no_slot(path));
        }
        for slot in slots {
            let tried = slot.try_secret(header.vault_id, self.secret());
            match tried.map_err(|fault| fault.at(path))? {
                Tried::Opened(key) => return Ok(key),
                Tried::WrongSecret => {}
                Tried::Tampered => {
                    return Err(Error::Tampered {
                        path: path.to_owned(),
                        check: Check::Slot,
                    });
                }
            }
        }
        Err(self.wrong(path))
    }

    fn kind(self) -> SlotKind {
        match self {
            Self::Password(_) => SlotKind::Password,
            Self::Recovery(_) => SlotKind::Recovery,
            Self::Keychain(_) => SlotKind::OsKeychain,
        }
    }

    fn secret(&self) -> &[u8] {
        match self {
            Self::Password(password) => password.as_bytes(),
            Self::Recovery(key) => key.as_bytes(),
            Self::Keychain(key) => key.0.as_slice(),
        }
    }

    fn no_slot(self, path: &Path) -> Error {
        let kind = match self {
            Self::Password(_) => "password",
            Self::Recovery(_) => "recovery",
            Self::Keychain(_) => "os-keychain",
        };
        let path = path.to_owned();
        Error::NoSlot { path, kind }
    }

    fn wrong(self, path: &Path) -> Error {
        let path = path.to_owned();
        match self {
            Self::Password(_) => Error::WrongPassword { path },
            Self::Recovery(_) => Error::WrongRecoveryKey { path },
            Self::Keychain(_) => Error::WrongKeychainKey { path },
        }
    }
}
