//! A vault that was read and checked as far as that goes without its key.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::error::Error;
use crate::frame::Frame;
use crate::fs::{SharedFs, real};
use crate::header::Header;
use crate::keys::Key;
use crate::path::resolve;
use crate::vault::Known;
use crate::{Credential, Info, Vault, file, load};

/// A vault file in memory, still locked.
///
/// It is the file as it was when it was opened. A program that waits long for the password
/// opens it again then, or calls [`Vault::reload`] after unlocking.
#[derive(Debug)]
pub struct LockedVault {
    fs: SharedFs,
    file: PathBuf,
    bytes: Vec<u8>,
    known: Known,
    info: Info,
}

impl LockedVault {
    /// Reads a vault and makes every check that needs no key. Takes no lock, and no longer
    /// than reading the file.
    ///
    /// # Errors
    /// The file cannot be read, or is damaged, too new or no vault: see [`Error::class`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        Self::open_on(real(), path)
    }

    pub(crate) fn open_on(fs: SharedFs, path: &Path) -> Result<Self, Error> {
        let file = resolve(&*fs, path)?;
        let bytes = load::whole(&*fs, &file)?;
        let (_, known) = Known::parse(&bytes).map_err(|fault| fault.at(path))?;
        let info = Info::new(path, &known.header, known.size);
        Ok(Self {
            fs,
            file,
            bytes,
            known,
            info,
        })
    }

    /// What the file says about itself.
    #[must_use]
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Opens the vault and gives its payload. Deriving a key from a password takes long on
    /// purpose: not for the thread of a window.
    ///
    /// # Errors
    /// The credential is not this vault's, or the file was changed by someone without the
    /// vault's key: see [`Error::class`].
    pub fn unlock(&self, credential: Credential) -> Result<(Vault, Zeroizing<Vec<u8>>), Error> {
        let path = &self.info.path;
        let key = credential.find_key(&self.known.header, path)?;
        self.open_with(key)
    }

    pub(crate) fn header(&self) -> &Header {
        &self.known.header
    }

    /// Opens the vault with its key.
    pub(crate) fn open_with(&self, key: Key) -> Result<(Vault, Zeroizing<Vec<u8>>), Error> {
        let path = &self.info.path;
        // Checked when it was read; the parts are only found again.
        let frame = Frame::parse(&self.bytes).map_err(|fault| fault.at(path))?;
        let payload = file::open(&frame, &self.known.header, &key);
        let payload = payload.map_err(|fault| fault.at(path))?;
        let known = self.known.clone();
        let vault = Vault::new(self.fs.clone(), path, &self.file, key, known);
        Ok((vault, payload))
    }
}

#[cfg(feature = "show-key")]
impl Vault {
    /// The vault's key, for tests that look for it.
    #[must_use]
    pub fn key_bytes(&self) -> [u8; 32] {
        *self.key.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::tests::PRETENDED;
    use crate::{KdfCost, Password, Stamp};

    #[test]
    fn a_machine_with_little_memory_opens_with_the_recovery_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.keytick");
        let password = Password::new(Zeroizing::new("x".to_owned())).unwrap();
        let stamp = Stamp {
            now: 1_767_225_600,
            writer: "keytick 0.1.0".to_owned(),
            device: [7; 8],
        };
        let cost = KdfCost::cheap();
        let mut vault = Vault::create(&path, &password, cost, b"one", &stamp).unwrap();
        let recovery = vault.new_recovery_key(&stamp).unwrap();

        PRETENDED.set(Some(32 << 20));
        let locked = LockedVault::open(&path).unwrap();
        let (_, payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
        assert_eq!(payload.as_slice(), b"one");
        let error = locked.unlock(Credential::Password(&password)).unwrap_err();
        assert_eq!(error.id(), "vault-not-enough-memory");
        // The file is as it should be; it is the machine that is too small.
        assert_eq!(error.class(), None);
        assert_eq!(error.params()[1], ("mib", "19".to_owned()));
    }
}
