//! Google Authenticator's transfer codes: `otpauth-migration://offline?data=…`, base64 of a
//! Protocol Buffer that holds several accounts.
//!
//! A transfer of many accounts is spread over several QR codes. [`read`] reads one of them;
//! [`Parts`] knows which of a transfer were given, and names the ones that were not.

mod data;
mod entry;
mod parts;
mod wire;
mod write;

use std::mem;

use prost::Message;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Error, Import};
pub use parts::Parts;
pub use write::write;

/// The scheme of the address.
pub(crate) const SCHEME: &str = "otpauth-migration";

/// One QR code of a transfer.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What all parts of one transfer have in common.
    pub(crate) batch: Batch,
    /// This part's place, from 0.
    pub(crate) index: i32,
    /// The SHA-256 of all of it, by which the same part is known again.
    pub(crate) digest: [u8; 32],
    /// The accounts in it.
    pub(crate) import: Import,
}

/// One transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Batch {
    /// A random number, often negative.
    pub(crate) id: i32,
    /// How many parts there are. Other programs write 0 for one.
    pub(crate) size: i32,
}

/// Reads one address.
///
/// # Errors
/// [`Error::MigrationDamaged`] if it cannot be decoded at all. An entry that cannot be used
/// is among the skipped of [`Part::into_import`].
pub fn read(address: &str) -> Result<Part, Error> {
    let bytes = data::decode(address).ok_or(Error::MigrationDamaged)?;
    let mut payload =
        wire::Payload::decode(bytes.as_slice()).map_err(|_| Error::MigrationDamaged)?;
    // Nearly any bytes are some Protocol Buffer; without one known field it is not ours.
    if payload.entries.is_empty()
        && [payload.batch_size, payload.batch_index, payload.batch_id] == [0; 3]
    {
        return Err(Error::MigrationDamaged);
    }
    let mut import = Import::default();
    for bytes in mem::take(&mut payload.entries)
        .into_iter()
        .map(Zeroizing::new)
    {
        match entry::read(&bytes) {
            Ok(candidate) => import.accounts.push(candidate),
            Err(skipped) => import.skipped.push(skipped),
        }
    }
    Ok(Part {
        batch: Batch {
            id: payload.batch_id,
            size: payload.batch_size,
        },
        index: payload.batch_index,
        digest: Sha256::digest(bytes.as_slice()).into(),
        import,
    })
}

impl Part {
    /// The accounts, without a word about the transfer's other parts.
    #[must_use]
    pub fn into_import(self) -> Import {
        self.import
    }
}
