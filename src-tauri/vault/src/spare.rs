//! What is open, sealed before the keys go: so that whoever locks the vault has to wait for no
//! disk, and what another file has taken the place of is kept all the same.

use std::fmt;
use std::path::PathBuf;

use crate::beside::{InPlace, in_place};
use crate::error::Error;
use crate::file::Built;
use crate::frame::TRAILER;
use crate::fs::SharedFs;
use crate::lock::SideLock;
use crate::save::{self, Before, IfHeld, New, Place};
use crate::vault::{Known, Stamp, Vault, build, opens};
use crate::{backups, random};

/// The generation after the one that a program has open: built, sealed and nowhere on disk. It
/// holds no key.
pub struct Spare {
    fs: SharedFs,
    file: PathBuf,
    built: Built,
    /// Of this generation, as it will be on disk.
    new: Known,
    /// The generation that was last read or saved, and the last whose payload was taken.
    known: Known,
    taken: Known,
}

impl Vault {
    /// Seals `payload`, which this program has of the generation that it last read or saved,
    /// and asks nothing of the disk.
    ///
    /// # Errors
    /// The payload is too large, or the operating system gives no random numbers.
    pub fn spare(&self, stamp: &Stamp, payload: &[u8]) -> Result<Spare, Error> {
        let mut header = self.taken.header.clone();
        header.advance(&[&self.taken], stamp, &mut random::system)?;
        // Those that wrap the key of now, should it be another since.
        header.slots.clone_from(&self.known.header.slots);
        let built = build(&self.file, &header, &self.key, payload)?;
        if !opens(&built.bytes, &self.key, payload) {
            let path = self.file.clone();
            return Err(Error::ReadBack { path });
        }
        let new = Known {
            header,
            trailer: built.trailer,
            size: built.bytes.len() as u64,
        };
        Ok(Spare {
            fs: self.fs.clone(),
            file: self.file.clone(),
            built,
            new,
            known: self.known.clone(),
            taken: self.taken.clone(),
        })
    }
}

impl Spare {
    /// Puts it in the vault's place, if nothing is there.
    ///
    /// # Errors
    /// [`Error::Exists`], or the file cannot be written, or another program has the lock.
    pub fn make_again(&self) -> Result<(), Error> {
        if in_place(&*self.fs, &self.file, &self.known) != InPlace::Nothing {
            let path = self.file.clone();
            return Err(Error::Exists { path });
        }
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        let place = Place {
            fs: &*self.fs,
            lock: &lock,
            path: &self.file,
            before: Before::Nothing,
            if_held: IfHeld::GiveUp,
        };
        save::vault(&place, &self.as_new(), self.is_same())?;
        save::settle(&*self.fs, &lock, &self.file, &self.new)
    }

    /// Writes it beside the vault, if what is in the vault's place does not come from what was
    /// open and no backup has that, and gives its path.
    ///
    /// # Errors
    /// The file cannot be written, or another program has the lock.
    pub fn keep_beside(&self) -> Result<Option<PathBuf>, Error> {
        let is_there = in_place(&*self.fs, &self.file, &self.known) == InPlace::Ours;
        match is_there || self.is_backed_up() {
            true => Ok(None),
            false => self.put_beside().map(Some),
        }
    }

    /// Writes it beside the vault, whatever is in the vault's place, and gives its path.
    pub(crate) fn put_beside(&self) -> Result<PathBuf, Error> {
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        save::beside_vault(&*self.fs, &lock, &self.file, &self.as_new(), self.is_same())
    }

    fn is_backed_up(&self) -> bool {
        backups::find(&*self.fs, &self.file, &self.taken.trailer).is_some()
    }

    fn as_new(&self) -> New<'_> {
        New {
            bytes: &self.built.bytes,
            generation: self.new.header.generation,
        }
    }

    /// What was built opens, as the key has told; so the disk must have the same.
    fn is_same(&self) -> impl FnOnce(&[u8]) -> bool {
        move |written| written == self.built.bytes
    }

    pub(crate) fn trailer(&self) -> [u8; TRAILER] {
        self.built.trailer
    }
}

impl fmt::Debug for Spare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spare").field("file", &self.file).finish()
    }
}
