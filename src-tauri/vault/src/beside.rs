//! What becomes of an open vault whose place another file has taken: it is kept beside that
//! file, unless it is kept already.

use std::path::PathBuf;

use crate::error::Error;
use crate::lock::SideLock;
use crate::save::New;
use crate::vault::{Known, Stamp, Vault, build, opens};
use crate::{backups, load, random, save};

impl Vault {
    /// Whether what this program has is nowhere in the vault's place, and will not be merged: an
    /// older copy lies there, also one from before [`Vault::rekey`], another vault, or what is no
    /// whole vault.
    #[must_use]
    pub fn is_displaced(&self) -> bool {
        match self.newer() {
            Err(
                Error::OlderCopy { .. }
                | Error::Forked { .. }
                | Error::Replaced { .. }
                | Error::NotAVault { .. }
                | Error::NotAFile { .. }
                | Error::Damaged { .. },
            ) => true,
            // A later file that our key does not open has another key, and the old one may have
            // been given up for good reason: nothing under it is put beside.
            Err(Error::Tampered { .. }) => self.is_earlier_in_place(),
            _ => false,
        }
    }

    /// Whether the generation whose payload this program has is among the backups: one is put
    /// there when a person restores another in its place.
    #[must_use]
    pub fn is_backed_up(&self) -> bool {
        backups::find(&*self.fs, &self.file, &self.taken.trailer).is_some()
    }

    /// Writes `payload`, which this program has of the generation that it last read or saved,
    /// into a file beside the vault, and gives its path. What is in the vault's place stays as it
    /// is. The next [`Vault::merge`] of a program that opens the vault takes the file in; this
    /// one leaves it alone. That is not for what [`Vault::is_backed_up`]: it would undo a restore.
    ///
    /// # Errors
    /// The file cannot be written, or the vault is locked by another program.
    pub fn save_beside(&mut self, stamp: &Stamp, payload: &[u8]) -> Result<PathBuf, Error> {
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        let mut header = self.taken.header.clone();
        header.advance(&[&self.taken], stamp, &mut random::system)?;
        // Those that wrap the key of now, should it be another since.
        header.slots.clone_from(&self.known.header.slots);
        let built = build(&self.file, &header, &self.key, payload)?;
        let new = New {
            bytes: &built.bytes,
            generation: header.generation,
        };
        let opens = |written: &[u8]| opens(written, &self.key, payload);
        let path = save::beside_vault(&*self.fs, &lock, &self.file, &new, opens)?;
        self.passed.insert(built.trailer);
        Ok(path)
    }

    /// Whether the file in the vault's place is no later than what this program has.
    fn is_earlier_in_place(&self) -> bool {
        let bytes = load::whole(&*self.fs, &self.file).unwrap_or_default();
        let found = Known::parse(&bytes);
        found.is_ok_and(|(_, it)| it.header.generation <= self.known.header.generation)
    }
}
