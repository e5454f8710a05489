//! What a vault file says about itself without any key.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::frame::MAJOR;
use crate::header::Header;
use crate::{KdfCost, SlotKind};

/// What a vault's header tells. It is proven genuine only once the vault is unlocked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Info {
    /// The path by which the vault was opened.
    pub path: PathBuf,
    /// Major and minor version of the file's format.
    pub format: (u16, u16),
    /// The vault's id: the same in all its generations and copies.
    pub vault_id: Uuid,
    /// How many times the vault was saved, from 1.
    pub generation: u64,
    /// When this generation was written, in Unix seconds.
    pub written_at: u64,
    /// The program that wrote it, for example `keytick 0.1.0`.
    pub writer: String,
    /// The file's size in bytes.
    pub size: u64,
    /// What can open the vault.
    pub slots: Vec<SlotInfo>,
}

/// A key slot: something that opens the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlotInfo {
    /// The slot's number in its header.
    pub id: u32,
    /// What opens it.
    pub kind: SlotKind,
    /// The cost of trying a password, for a password slot.
    pub kdf: Option<KdfCost>,
}

impl Info {
    pub(crate) fn new(path: &Path, header: &Header, size: u64) -> Self {
        let slots = header.slots.iter().map(|slot| SlotInfo {
            id: slot.id,
            kind: slot.kind.clone(),
            kdf: slot.cost(),
        });
        Self {
            path: path.to_owned(),
            format: (MAJOR, header.minor),
            vault_id: header.vault_id,
            generation: header.generation,
            written_at: header.written_at,
            writer: header.writer.clone(),
            size,
            slots: slots.collect(),
        }
    }
}
