//! A new vault, where nothing is yet.

use std::io;
use std::path::Path;

use crate::error::Error;
use crate::fs::{Fs, SharedFs, real};
use crate::header::Header;
use crate::keys::Key;
use crate::lock::SideLock;
use crate::path::folder;
use crate::save::{Before, IfHeld, Place};
use crate::slot::{Prepared, SlotKind};
use crate::step::Step;
use crate::vault::{Saved, add_slot, prepare_password, write};
use crate::{KdfCost, Password, Stamp, Vault, disk, random, save};

impl Vault {
    /// Makes a new vault that the password opens, and the folders above it that are missing.
    /// Deriving a key from the password takes long on purpose: not for the thread of a
    /// window.
    ///
    /// # Errors
    /// Something is at `path` already, or the file cannot be written.
    pub fn create(
        path: &Path,
        password: &Password,
        cost: KdfCost,
        payload: &[u8],
        stamp: &Stamp,
    ) -> Result<Self, Error> {
        Self::create_on(real(), path, password, cost, payload, stamp)
    }

    pub(crate) fn create_on(
        fs: SharedFs,
        path: &Path,
        password: &Password,
        cost: KdfCost,
        payload: &[u8],
        stamp: &Stamp,
    ) -> Result<Self, Error> {
        refuse_existing(&*fs, path)?;
        let prepared = prepare_password(path, password, cost)?;
        Self::create_prepared(fs, path, prepared, payload, stamp)
    }

    /// The quick part of [`Vault::create`].
    pub(crate) fn create_prepared(
        fs: SharedFs,
        path: &Path,
        prepared: Prepared,
        payload: &[u8],
        stamp: &Stamp,
    ) -> Result<Self, Error> {
        let random = &mut random::system;
        let key = Key::generate(random)?;
        let mut header = Header::new(stamp, random)?;
        add_slot(&mut header, &key, SlotKind::Password, prepared)?;
        let parent = folder(path);
        disk::create_folders(&*fs, parent)
            .map_err(|source| Error::io(Step::CreateFolder, path, source))?;
        let lock = SideLock::acquire(&*fs, path)?;
        // Another program may have been faster.
        refuse_existing(&*fs, path)?;
        let Saved { known, .. } = {
            let place = Place {
                fs: &*fs,
                lock: &lock,
                path,
                before: Before::Nothing,
                if_held: IfHeld::GiveUp,
            };
            write(&place, header, &key, payload)?
        };
        save::settle(&*fs, &lock, path, &known)?;
        Ok(Self::new(fs, path, path, key, known))
    }
}

fn refuse_existing(fs: &dyn Fs, path: &Path) -> Result<(), Error> {
    match fs.is_link(path) {
        Ok(_) => Err(Error::Exists {
            path: path.to_owned(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        // A place that cannot be looked at may be taken.
        Err(error) => Err(Error::io(Step::Read, path, error)),
    }
}
