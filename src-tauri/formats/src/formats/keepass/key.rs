//! From a password and a key file to the keys of one KDBX file.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};
use zeroize::Zeroizing;

use super::header::Header;
use super::key_file;
use crate::{Error, Reading};

/// The keys of one file.
pub(super) struct Keys {
    /// What the content is encrypted with.
    pub(super) cipher: Zeroizing<[u8; 32]>,
    /// What the keys of the blocks' checks come from.
    blocks: Zeroizing<[u8; 64]>,
}

/// The number that stands for the header among the blocks.
pub(super) const HEADER: u64 = u64::MAX;

/// What password and key file are together: what the key derivation is given.
///
/// # Errors
/// [`Error::PasswordNeeded`] when neither is given, [`Error::Damaged`] for a key file whose
/// own check fails.
pub(super) fn composite(
    password: Option<&str>,
    key_file: Option<&[u8]>,
) -> Result<Zeroizing<[u8; 32]>, Error> {
    // Next to a key file an empty password is none: KeePass has a box to tick for it.
    let password = password.filter(|text| !text.is_empty() || key_file.is_none());
    if password.is_none() && key_file.is_none() {
        return Err(Error::PasswordNeeded);
    }
    let mut parts = Sha256::new();
    if let Some(password) = password {
        parts.update(Sha256::digest(password));
    }
    if let Some(key_file) = key_file {
        parts.update(key_file::key(key_file)?.as_slice());
    }
    Ok(Zeroizing::new(parts.finalize().into()))
}

impl Keys {
    /// Derives the keys, within the limits.
    pub(super) fn derive(
        header: &Header,
        composite: &[u8; 32],
        reading: &Reading,
    ) -> Result<Self, Error> {
        let derived = header.kdf.derive(composite, reading)?;
        let both = Sha256::new_with_prefix(header.seed).chain_update(derived.as_slice());
        let blocks = Sha512::new_with_prefix(header.seed)
            .chain_update(derived.as_slice())
            .chain_update([1]);
        Ok(Self {
            cipher: Zeroizing::new(both.finalize().into()),
            blocks: Zeroizing::new(blocks.finalize().into()),
        })
    }

    /// The check of one block, ready to be fed.
    pub(super) fn check(&self, block: u64) -> Hmac<Sha256> {
        let key = Sha512::new_with_prefix(block.to_le_bytes())
            .chain_update(self.blocks.as_slice())
            .finalize();
        Hmac::new_from_slice(&key).expect("HMAC takes keys of any length")
    }

    /// Whether `found` is the check of the header.
    pub(super) fn opens(&self, header: &[u8], found: &[u8]) -> bool {
        self.check(HEADER)
            .chain_update(header)
            .verify_slice(found)
            .is_ok()
    }
}
