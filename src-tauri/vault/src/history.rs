//! The newest generation of each vault that this computer has seen in its place, kept where no
//! sync program takes it elsewhere: so that an older copy is noticed, which is as genuine as the
//! newest. A copy in another place is another matter: it may well be older.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::disk::{self, Reading};
use crate::error::Error;
use crate::fields::{bytes_from_hex, hex};
use crate::frame::TRAILER;
use crate::fs::{Fs, real};
use crate::header::Header;
use crate::lock::SideLock;
use crate::path::{folder, local_data_folder, resolve};
use crate::step::Step;
use crate::vault::Vault;
use crate::{file, load, save};

/// What a computer that has seen a vault before makes of the file that is there now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is the newest that was seen, or came after it, or no other was ever seen.
    Newest,
    /// A later generation was seen here. What was changed since is not in this file.
    Older {
        /// The generation of the file that is there.
        found: u64,
        /// The generation that was seen.
        newest: u64,
    },
    /// The file does not come from the one that was seen: both were saved on different
    /// computers, and what was changed here is not in it.
    Forked,
}

/// The folder in which this computer remembers what it has seen. None on a system without a
/// home folder.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    Some(local_data_folder()?.join("seen"))
}

/// Says that the file at `vault` is the one to go on with, whatever `folder` remembers: a
/// person has restored it.
///
/// # Errors
/// The file is no whole vault, or the folder cannot be written.
pub fn accept(vault: &Path, folder: &Path) -> Result<(), Error> {
    let fs = real();
    let file = resolve(&*fs, vault)?;
    let bytes = load::whole(&*fs, &file)?;
    let (frame, header) = file::parse(&bytes).map_err(|fault| fault.at(vault))?;
    let path = mark(folder, &header, &file);
    write(&*fs, &path, (header.generation, frame.trailer))
}

impl Vault {
    /// Compares the file with what is remembered of this vault in `folder`. Merge other copies
    /// first: what they have may be what is missing.
    #[must_use]
    pub fn seen(&self, folder: &Path) -> Seen {
        let Some((newest, trailer)) = self.read_mark(folder) else {
            return Seen::Newest;
        };
        let found = self.known.header.generation;
        if trailer == self.known.trailer {
            return Seen::Newest;
        }
        if found < newest {
            // Unless another program saved between the reading of the two.
            return match self.newer() {
                Ok(None) => Seen::Older { found, newest },
                _ => Seen::Newest,
            };
        }
        let chain = self.ancestry().chain(&self.known.header, newest);
        let other = found == newest || chain.values().any(|it| *it == Some(newest));
        match other && !chain.contains_key(&trailer) {
            true => Seen::Forked,
            false => Seen::Newest,
        }
    }

    /// Remembers in `folder` that this generation was seen: after it was opened or saved, and
    /// after a person said that an older one shall be used from now on.
    ///
    /// # Errors
    /// The folder cannot be written. The vault is none the worse for it.
    pub fn remember(&self, folder: &Path) -> Result<(), Error> {
        let (generation, trailer) = (self.known.header.generation, self.known.trailer);
        if self.read_mark(folder) == Some((generation, trailer)) {
            return Ok(());
        }
        let path = mark(folder, &self.known.header, &self.file);
        write(&*self.fs, &path, (generation, trailer))
    }

    fn read_mark(&self, folder: &Path) -> Option<(u64, [u8; TRAILER])> {
        let mut bytes = Vec::new();
        let mut reading =
            Reading::open(&*self.fs, &mark(folder, &self.known.header, &self.file)).ok()??;
        reading.append(&mut bytes, 128).ok()?;
        let text = std::str::from_utf8(&bytes).ok()?;
        let (generation, trailer) = text.trim_ascii_end().split_once(' ')?;
        Some((generation.parse().ok()?, bytes_from_hex(trailer)?))
    }
}

/// The file that remembers the vault at this place.
fn mark(folder: &Path, header: &Header, vault: &Path) -> PathBuf {
    let place = std::path::absolute(vault).unwrap_or_else(|_| vault.to_owned());
    let place = Sha256::digest(place.as_os_str().as_encoded_bytes());
    folder.join(format!("{}-{}", header.vault_id, hex(&place[..8])))
}

fn write(
    fs: &dyn Fs,
    path: &Path,
    (generation, trailer): (u64, [u8; TRAILER]),
) -> Result<(), Error> {
    disk::create_folders(fs, folder(path))
        .map_err(|source| Error::io(Step::CreateFolder, path, source))?;
    let lock = SideLock::acquire(fs, path)?;
    let text = format!("{generation} {}\n", hex(&trailer));
    save::side_file(fs, &lock, path, text.as_bytes())
}
