//! A backup in the vault's place, and what lies there out of the way.

use std::path::{Path, PathBuf};

use crate::backups::{self, Backup};
use crate::disk;
use crate::error::Error;
use crate::fs::{Fs, SharedFs, real};
use crate::load;
use crate::lock::SideLock;
use crate::path::{beside, folder, resolve_or_new};
use crate::save::{self, Before, IfHeld, New, Place};
use crate::step::Step;
use crate::vault::Known;

/// What restoring a backup did with the file that was the vault before.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Restored {
    /// There was none, or it was this very backup.
    Plain,
    /// It was whole, and is a backup now.
    BackedUp,
    /// It was not whole, and lies here now.
    SetAside(PathBuf),
}

/// Puts a backup in the place of the vault at `vault`, without any key. `now` is the time in
/// Unix seconds. Whatever was there is kept, see [`Restored`].
///
/// # Errors
/// The backup is damaged, the file that is there cannot be kept, or the system refuses.
/// [`Error::Exists`]: nothing was there, and a file came meanwhile.
pub fn restore(vault: &Path, backup: &Backup, now: u64) -> Result<Restored, Error> {
    restore_on(&real(), vault, backup, now)
}

pub(crate) fn restore_on(
    fs: &SharedFs,
    vault: &Path,
    backup: &Backup,
    now: u64,
) -> Result<Restored, Error> {
    let vault = resolve_or_new(&**fs, vault)?;
    let vault = vault.as_path();
    let fs = &**fs;
    let bytes = load::whole(fs, &backup.path)?;
    let known = backups::parse(&bytes).map_err(|fault| fault.at(&backup.path))?;
    disk::create_folders(fs, folder(vault))
        .map_err(|source| Error::io(Step::CreateFolder, vault, source))?;
    let lock = SideLock::acquire(fs, vault)?;
    let found = whole_vault(fs, vault)?;
    let restored = make_room(fs, &lock, vault, &found, &known, now)?;
    put(fs, &lock, vault, &bytes, &known, &found)?;
    save::settle(fs, &lock, vault, &known)?;
    Ok(restored)
}

/// Puts the backup in the place of what was `found`.
fn put(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    bytes: &[u8],
    known: &Known,
    found: &Found,
) -> Result<(), Error> {
    let new = New {
        bytes,
        generation: known.header.generation,
    };
    let place = Place {
        fs,
        lock,
        path: vault,
        before: match found {
            Found::Whole(known) => Before::Generation(known),
            // A vault that comes meanwhile, from a sync program or with its drive, has no backup.
            Found::Nothing => Before::Nothing,
            // Moved to another name.
            Found::Broken => Before::Anything,
        },
        if_held: IfHeld::GiveUp,
    };
    save::vault(&place, &new, |written| written == bytes).map(drop)
}

/// What is at the vault's place.
enum Found {
    Nothing,
    Whole(Box<Known>),
    Broken,
}

fn whole_vault(fs: &dyn Fs, vault: &Path) -> Result<Found, Error> {
    let bytes = match load::whole(fs, vault) {
        Err(Error::NotFound { .. }) => return Ok(Found::Nothing),
        Err(error) if error.class().is_none() => return Err(error),
        Err(_) => return Ok(Found::Broken),
        Ok(bytes) => bytes,
    };
    let whole = |known| Found::Whole(Box::new(known));
    Ok(backups::parse(&bytes).map_or(Found::Broken, whole))
}

/// Keeps what is at the vault's place before `coming` replaces it. It stays there as well:
/// at no moment is there no vault.
fn make_room(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    found: &Found,
    coming: &Known,
    now: u64,
) -> Result<Restored, Error> {
    match found {
        Found::Nothing => Ok(Restored::Plain),
        Found::Whole(known) if known.trailer == coming.trailer => Ok(Restored::Plain),
        Found::Whole(_) => {
            backups::keep_file(fs, lock, vault, vault, None).map(|()| Restored::BackedUp)
        }
        Found::Broken => {
            let aside = free_aside(fs, vault, now);
            fs.link(vault, &aside)
                // Without links there is a moment without a vault; the backup is still there.
                .or_else(|_| fs.rename(vault, &aside))
                .map_err(|source| Error::io(Step::Replace, vault, source))?;
            Ok(Restored::SetAside(aside))
        }
    }
}

/// Moves a damaged file out of the vault's place.
pub(crate) fn move_aside(
    fs: &dyn Fs,
    _lock: &SideLock,
    vault: &Path,
    now: u64,
) -> Result<PathBuf, Error> {
    let aside = free_aside(fs, vault, now);
    fs.rename(vault, &aside)
        .and_then(|()| fs.sync_folder(folder(vault)))
        .map_err(|source| Error::io(Step::Replace, vault, source))?;
    Ok(aside)
}

fn free_aside(fs: &dyn Fs, vault: &Path, now: u64) -> PathBuf {
    let free = |number: &u64| !disk::exists(fs, &damaged(vault, *number));
    damaged(vault, (now..).find(free).unwrap_or(now))
}

fn damaged(vault: &Path, now: u64) -> PathBuf {
    beside(vault, &format!("damaged-{now}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vault_that_comes_while_a_backup_is_restored_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.keytick");
        let bytes = include_bytes!("../../../tests/fixtures/vaults/v1-empty.keytick");
        let known = backups::parse(bytes).unwrap();
        let fs = &*real();
        let lock = SideLock::acquire(fs, &path).unwrap();
        let found = whole_vault(fs, &path).unwrap();
        std::fs::write(&path, "arrived").unwrap();
        let refused = put(fs, &lock, &path, bytes, &known, &found).unwrap_err();
        assert_eq!(refused.id(), "vault-exists");
        assert_eq!(std::fs::read(&path).unwrap(), b"arrived");
    }
}
