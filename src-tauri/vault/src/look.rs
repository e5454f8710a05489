//! A look at a vault's file and what lies beside it, without the vault: a drive may take its time,
//! and whoever locks the vault meanwhile has to wait for nobody. It holds no key.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::conflict::Passed;
use crate::conflict_name::is_conflict_name;
use crate::frame::TRAILER;
use crate::fs::SharedFs;
use crate::path::folder;
use crate::vault::Vault;
use crate::{file, load};

/// Names in a folder, and copies among them, that are looked at. A folder with more is not one
/// that a sync program keeps.
const NAMES: usize = 10_000;
const COPIES: usize = 64;

/// Looks for a vault's file, in a thread of its own if need be.
#[derive(Debug)]
pub struct Look {
    fs: SharedFs,
    file: PathBuf,
    vault_id: Uuid,
    size: u64,
    trailer: [u8; TRAILER],
    /// The file has something that the program was never handed.
    unseen: bool,
    passed: Passed,
}

impl Look {
    /// Whether the file in the vault's place is the very one that was last read or saved.
    #[must_use]
    pub fn is_in_place(&self) -> bool {
        load::identity(&*self.fs, &self.file).ok() == Some((self.size, Some(self.trailer)))
    }

    /// Whether [`Vault::reload`] or [`Vault::merge`] has something to do, or to refuse.
    #[must_use]
    pub fn finds_news(&self) -> bool {
        self.unseen || !self.is_in_place() || !self.siblings().is_empty()
    }

    /// Files beside the vault that may be copies of it and were not passed by before.
    pub(crate) fn siblings(&self) -> Vec<PathBuf> {
        let here = folder(&self.file);
        let Ok(names) = self.fs.names(here) else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = names
            .iter()
            .take(NAMES)
            .filter(|name| is_conflict_name(&self.file, name))
            .map(|name| here.join(name))
            .filter(|path| self.is_new_copy(path))
            .take(COPIES)
            .collect();
        // The same order on every computer.
        paths.sort();
        paths
    }

    fn is_new_copy(&self, path: &Path) -> bool {
        let fs = &*self.fs;
        let trailer = load::identity(fs, path).ok().and_then(|(_, it)| it);
        let new = trailer.is_some_and(|trailer| !self.passed.contains(&trailer));
        new && load::whole(fs, path).is_ok_and(|bytes| {
            file::parse(&bytes).is_ok_and(|(_, header)| header.vault_id == self.vault_id)
        })
    }
}

impl Vault {
    /// What looks at the vault's file without the vault.
    #[must_use]
    pub fn look(&self) -> Look {
        Look {
            fs: self.fs.clone(),
            file: self.file.clone(),
            vault_id: self.known.header.vault_id,
            size: self.known.size,
            trailer: self.known.trailer,
            unseen: self.unseen,
            passed: self.passed.clone(),
        }
    }
}
