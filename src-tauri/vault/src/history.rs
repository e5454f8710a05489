//! The newest generation of each vault that this computer has seen in its place, kept where no
//! sync program takes it elsewhere: so that an older copy is noticed, which is as genuine as the
//! newest. A copy in another place is another matter: it may well be older.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::ancestor;
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
    /// A person put this generation in the place of a later one, and nothing was saved since.
    Restored {
        /// The generation of the file that is there.
        found: u64,
        /// The generation that was seen before. What was changed since is not in this file.
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
    let path = mark_file(&*fs, folder, &header, &file);
    set(&*fs, &path, (header.generation, frame.trailer), Over::Later)
}

/// What is remembered of a vault.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Mark {
    generation: u64,
    trailer: [u8; TRAILER],
    /// The later generation that a person gave up for this one, if so.
    given_up: Option<u64>,
}

/// Over which marks another is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    /// Those of generations that are not later: what another program has remembered meanwhile
    /// stays.
    NoLater,
    /// All, since a person said so.
    Later,
}

impl Vault {
    /// Compares the file with what is remembered of this vault in `folder`. Merge other copies
    /// first: what they have may be what is missing.
    #[must_use]
    pub fn seen(&self, folder: &Path) -> Seen {
        let path = mark_file(&*self.fs, folder, &self.known.header, &self.file);
        let Some(mark) = read(&*self.fs, &path) else {
            return Seen::Newest;
        };
        let (newest, found) = (mark.generation, self.known.header.generation);
        if mark.trailer == self.known.trailer {
            return match mark.given_up {
                Some(newest) => Seen::Restored { found, newest },
                None => Seen::Newest,
            };
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
        match other && !chain.contains_key(&ancestor::mark(&mark.trailer)) {
            true => Seen::Forked,
            false => Seen::Newest,
        }
    }

    /// Remembers in `folder` that this generation was seen: after it was opened or saved. A later
    /// one that another program has remembered meanwhile stays.
    ///
    /// # Errors
    /// The folder cannot be written. The vault is none the worse for it.
    pub fn remember(&self, folder: &Path) -> Result<(), Error> {
        self.set_mark(folder, Over::NoLater)
    }

    /// Remembers in `folder` that this generation is the one to go on with, although a later one
    /// was seen: a person said so.
    ///
    /// # Errors
    /// As with [`Vault::remember`].
    pub fn accept(&self, folder: &Path) -> Result<(), Error> {
        self.set_mark(folder, Over::Later)
    }

    fn set_mark(&self, folder: &Path, over: Over) -> Result<(), Error> {
        let path = mark_file(&*self.fs, folder, &self.known.header, &self.file);
        let generation = (self.known.header.generation, self.known.trailer);
        set(&*self.fs, &path, generation, over)
    }
}

/// The file that remembers the vault at this place, however its path is spelled.
fn mark_file(fs: &dyn Fs, folder: &Path, header: &Header, vault: &Path) -> PathBuf {
    let place = std::path::absolute(vault).unwrap_or_else(|_| vault.to_owned());
    let place = fs.follow(vault).unwrap_or(place);
    let place = Sha256::digest(place.as_os_str().as_encoded_bytes());
    folder.join(format!("{}-{}", header.vault_id, hex(&place[..8])))
}

fn read(fs: &dyn Fs, path: &Path) -> Option<Mark> {
    let mut bytes = Vec::new();
    let mut reading = Reading::open(fs, path).ok()??;
    reading.append(&mut bytes, 128).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let mut words = text.split_ascii_whitespace();
    Some(Mark {
        generation: words.next()?.parse().ok()?,
        trailer: bytes_from_hex(words.next()?)?,
        given_up: words.next().and_then(|word| word.parse().ok()),
    })
}

fn set(
    fs: &dyn Fs,
    path: &Path,
    (generation, trailer): (u64, [u8; TRAILER]),
    over: Over,
) -> Result<(), Error> {
    // With what a person gave up for it, which is told until the next save.
    if read(fs, path).is_some_and(|mark| mark.trailer == trailer) {
        return Ok(());
    }
    disk::create_folders(fs, folder(path))
        .map_err(|source| Error::io(Step::CreateFolder, path, source))?;
    let lock = SideLock::acquire(fs, path)?;
    let later = read(fs, path).filter(|mark| mark.generation > generation);
    let given_up = match (over, later) {
        (Over::NoLater, Some(_)) => return Ok(()),
        (Over::Later, Some(later)) => Some(later.given_up.unwrap_or(later.generation)),
        (_, None) => None,
    };
    let mut text = format!("{generation} {}", hex(&trailer));
    if let Some(given_up) = given_up {
        text.push_str(&format!(" {given_up}"));
    }
    text.push('\n');
    save::side_file(fs, &lock, path, text.as_bytes())
}
