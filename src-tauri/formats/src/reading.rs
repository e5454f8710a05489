//! What a reader is handed beside the bytes: password, limits, progress and cancel.

use std::cell::Cell;

use zeroize::Zeroizing;

use crate::{Error, kdf::Kdf};

/// Gives the payload of a vault's bytes under a password, or why not.
pub type OpenVault<'a> = dyn Fn(&[u8], &str) -> Result<Zeroizing<Vec<u8>>, Error> + 'a;

/// What goes with a file that is read.
pub struct Reading<'a> {
    /// The file's password, if a person gave one.
    pub password: Option<&'a str>,
    /// The key file, for KeePass databases.
    pub key_file: Option<&'a [u8]>,
    /// Opens Keytick's own encrypted backups, which are vaults.
    pub open_vault: Option<&'a OpenVault<'a>>,
    /// Whether a reader asked for the password: the file is locked.
    pub locked: Cell<bool>,
    /// Whether a reader took the file for its own though nothing marks it: a locked file
    /// without a mark looks like any bytes at random.
    pub unmarked: Cell<bool>,
    /// What may be spent on it.
    pub limits: Limits,
    /// Told how far it is; may be called from the reader's thread often.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Asked whether a person has had enough; the reader then ends with [`Error::Cancelled`].
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
}

/// How far a read is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Deriving a key: done of total, in units of the key derivation's own.
    Deriving {
        /// Done so far.
        done: u64,
        /// All of it.
        total: u64,
        /// What all of it is expected to take, in milliseconds.
        estimate_ms: u64,
    },
    /// Reading entries.
    Entries {
        /// Done so far.
        done: u64,
        /// All of them, where that is known.
        total: u64,
    },
}

/// What may be spent on a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, and of everything unpacked from it together.
    pub max_bytes: u64,
    /// Entries of the file.
    pub max_entries: usize,
    /// Files in an archive.
    pub max_files: usize,
    /// Memory of a key derivation, in KiB.
    pub max_kdf_memory_kib: u64,
    /// Estimated time of a key derivation, in milliseconds.
    pub max_kdf_ms: u64,
}

impl Default for Limits {
    /// 100 MB, 200,000 entries, 10,000 files, 1 GiB and two minutes.
    fn default() -> Self {
        Self {
            max_bytes: 100_000_000,
            max_entries: 200_000,
            max_files: 10_000,
            max_kdf_memory_kib: 1024 * 1024,
            max_kdf_ms: 120_000,
        }
    }
}

impl Limits {
    /// # Errors
    /// [`Error::TooCostly`].
    pub(crate) fn check_memory(&self, kib: u64) -> Result<(), Error> {
        match kib > self.max_kdf_memory_kib {
            true => Err(Error::TooCostly {
                needs_mib: kib.div_ceil(1024),
                limit_mib: self.max_kdf_memory_kib / 1024,
            }),
            false => Ok(()),
        }
    }

    /// # Errors
    /// [`Error::TooLarge`].
    pub(crate) fn check_bytes(&self, bytes: u64) -> Result<(), Error> {
        match bytes > self.max_bytes {
            true => Err(self.too_large()),
            false => Ok(()),
        }
    }

    pub(crate) fn too_large(&self) -> Error {
        Error::TooLarge {
            limit_mb: self.max_bytes / 1_000_000,
        }
    }

    /// # Errors
    /// [`Error::TooMany`].
    pub(crate) fn check_entries(&self, entries: usize) -> Result<(), Error> {
        at_most(self.max_entries, entries)
    }

    /// # Errors
    /// [`Error::TooMany`].
    pub(crate) fn check_files(&self, files: usize) -> Result<(), Error> {
        at_most(self.max_files, files)
    }
}

fn at_most(limit: usize, count: usize) -> Result<(), Error> {
    match count > limit {
        true => Err(Error::TooMany { limit }),
        false => Ok(()),
    }
}

impl<'a> Reading<'a> {
    /// With this password, the usual limits, and nobody watching.
    #[must_use]
    pub fn new(password: Option<&'a str>) -> Self {
        Self {
            password,
            key_file: None,
            open_vault: None,
            locked: Cell::new(false),
            unmarked: Cell::new(false),
            limits: Limits::default(),
            progress: &|_| (),
            cancelled: &|| false,
        }
    }

    /// The password.
    ///
    /// # Errors
    /// [`Error::PasswordNeeded`] when none was given.
    pub fn password(&self) -> Result<&str, Error> {
        self.locked.set(true);
        self.password.ok_or(Error::PasswordNeeded)
    }

    /// The password of a file that nothing marks as what it is taken for.
    ///
    /// # Errors
    /// [`Error::PasswordNeeded`] when none was given.
    pub(crate) fn password_of_unmarked(&self) -> Result<&str, Error> {
        self.unmarked.set(true);
        self.password()
    }

    /// To be asked once a file's number of entries is known.
    ///
    /// # Errors
    /// [`Error::TooMany`] and [`Error::Cancelled`].
    pub fn entries(&self, count: usize) -> Result<(), Error> {
        self.limits.check_entries(count)?;
        match (self.cancelled)() {
            true => Err(Error::Cancelled),
            false => Ok(()),
        }
    }

    /// Derives `key` from `password` and `salt`, within the limits, with progress.
    ///
    /// # Errors
    /// [`Error::TooCostly`], [`Error::TooSlow`], [`Error::Cancelled`], or [`Error::Damaged`] for parameters that
    /// make no sense.
    pub fn derive(
        &self,
        kdf: &Kdf,
        password: &[u8],
        salt: &[u8],
        key: &mut [u8],
    ) -> Result<(), Error> {
        crate::kdf::derive(kdf, password, salt, key, self)
    }
}
