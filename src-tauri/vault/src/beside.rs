//! What becomes of an open vault whose place another file has taken: it is kept beside that
//! file, unless it is kept already.

use std::path::{Path, PathBuf};

use crate::ancestry::{Ancestry, Relation};
use crate::error::Error;
use crate::frame::TRAILER;
use crate::fs::Fs;
use crate::header::Header;
use crate::slot::Slot;
use crate::vault::{Known, Stamp, Vault};
use crate::{backups, load};

/// What is in a vault's place, as far as can be told without its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InPlace {
    /// The generation that is known or one that came from it; or what cannot be read now, or
    /// not by this version.
    Ours,
    Nothing,
    /// An older copy, another vault, or what is no whole vault.
    Another,
}

impl Vault {
    /// Whether what this program has is nowhere in the vault's place, and will not be merged: an
    /// older copy lies there, also one from before [`Vault::rekey`], another vault, or what is no
    /// whole vault.
    #[must_use]
    pub fn is_displaced(&self) -> bool {
        in_place(&*self.fs, &self.file, &self.known) == InPlace::Another
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
        let spare = self.spare(stamp, payload)?;
        let path = spare.put_beside()?;
        self.passed.insert(spare.trailer());
        Ok(path)
    }

    /// Removes a file that [`Vault::save_beside`] has written, if it is that one still. Where it
    /// cannot be removed it is merged some day.
    pub fn remove_beside(&self, path: &Path) {
        let found = load::identity(&*self.fs, path);
        let is_ours = |trailer: Option<[u8; TRAILER]>| {
            trailer.is_some_and(|trailer| self.passed.contains(&trailer))
        };
        if found.is_ok_and(|(_, trailer)| is_ours(trailer)) {
            let _merged_some_day = self.fs.remove(path);
        }
    }
}

/// Looks at the file in the place of a vault of which the generation `known` is open.
pub(crate) fn in_place(fs: &dyn Fs, file: &Path, known: &Known) -> InPlace {
    let found = load::whole(fs, file).and_then(|bytes| {
        let parsed = Known::parse(&bytes).map_err(|fault| fault.at(file));
        parsed.map(|(_, found)| found)
    });
    let is_ours = match found {
        Ok(found) => comes_from(fs, file, known, &found),
        Err(Error::NotFound { .. }) => return InPlace::Nothing,
        Err(Error::NotAVault { .. } | Error::NotAFile { .. } | Error::Damaged { .. }) => false,
        Err(_) => true,
    };
    match is_ours {
        true => InPlace::Ours,
        false => InPlace::Another,
    }
}

fn comes_from(fs: &dyn Fs, file: &Path, known: &Known, found: &Known) -> bool {
    if found.trailer == known.trailer {
        return true;
    }
    if found.header.vault_id != known.header.vault_id {
        return false;
    }
    match Ancestry::new(fs, file).relation(known, found) {
        Relation::Later => true,
        Relation::Earlier => false,
        // A later file that nothing of ours opens has another key, and the old one may have been
        // given up for good reason: nothing under it is put beside.
        Relation::Fork => {
            let (ours, theirs) = (&known.header, &found.header);
            theirs.generation > ours.generation && !share_a_slot(ours, theirs)
        }
    }
}

/// Whether a password or key opens both.
fn share_a_slot(one: &Header, other: &Header) -> bool {
    let known: Vec<_> = one.slots.iter().filter_map(Slot::commitment).collect();
    let mut found = other.slots.iter().filter_map(Slot::commitment);
    found.any(|commitment| known.contains(&commitment))
}
