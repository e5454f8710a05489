//! What can be said of a file that cannot be opened, and which file to go on with.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::backups::{self, Backup};
use crate::disk::Reading;
use crate::error::Error;
use crate::frame::{Lengths, PRELUDE, TRAILER};
use crate::fs::{Fs, real};
use crate::lock::SideLock;
use crate::path::resolve;
use crate::{LockedVault, frame, restore};

/// What is wrong with a vault's file, as far as can be told without its key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The check that failed, by its name in `FORMAT.md`.
    pub class: &'static str,
    /// The bytes of the file that the check is about. The fault is somewhere in them.
    pub bytes: Range<u64>,
}

/// What is wrong with the file at `path`; none if nothing is, or if it cannot be read at all.
#[must_use]
pub fn examine(path: &Path) -> Option<Failure> {
    let class = LockedVault::open(path).err()?.class()?;
    let fs = real();
    let file = resolve(&*fs, path).ok()?;
    let (size, header) = lengths(&*fs, &file)?;
    Some(Failure {
        class,
        bytes: part(class, size, header),
    })
}

/// The newest backup that is whole.
///
/// # Errors
/// The folder of backups is there but cannot be read.
pub fn newest_good(vault: &Path) -> Result<Option<Backup>, Error> {
    let all = backups::backups(vault)?;
    Ok(all.into_iter().find(|backup| backup.check().is_ok()))
}

/// Moves a file that is no whole vault aside, and gives its new place beside the vault, so that
/// a new vault can be made. `now` is the time in Unix seconds.
///
/// # Errors
/// The file is whole, or cannot be moved.
pub fn set_aside(vault: &Path, now: u64) -> Result<PathBuf, Error> {
    let fs = &*real();
    let file = resolve(fs, vault)?;
    let lock = SideLock::acquire(fs, &file)?;
    match LockedVault::open(&file) {
        Ok(_) => Err(Error::Exists {
            path: vault.to_owned(),
        }),
        Err(error) if error.class().is_none() => Err(error),
        Err(_) => restore::move_aside(fs, &lock, &file, now),
    }
}

/// The size of a file, and the length that it gives for its header, if it gives one.
fn lengths(fs: &dyn Fs, file: &Path) -> Option<(u64, Option<u64>)> {
    let mut reading = Reading::open(fs, file).ok()??;
    let mut start = Vec::new();
    reading.append(&mut start, PRELUDE).ok()?;
    let known = Lengths::parse(&start).is_ok();
    let header = start.get(12..).and_then(<[u8]>::first_chunk::<4>);
    let header = header.filter(|_| known).map(|it| u32::from_be_bytes(*it));
    Some((reading.size, header.map(u64::from)))
}

/// Where in a file the part lies that a check is about.
fn part(class: &str, size: u64, header: Option<u64>) -> Range<u64> {
    const LENGTHS: u64 = 12;
    let prelude = PRELUDE as u64;
    let trailer = size.saturating_sub(TRAILER as u64);
    let mac = header.map_or(prelude, |header| prelude.saturating_add(header));
    let payload = mac.saturating_add(frame::MAC as u64);
    let range = match class {
        "magic" => 0..8,
        "version" => 8..LENGTHS,
        "length" => LENGTHS..prelude,
        "header" | "slot" | "password" => prelude..mac,
        "header-mac" => mac..payload,
        "payload" | "padding" => payload..trailer,
        _ => 0..size,
    };
    range.start.min(size)..range.end.min(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_check_is_about_a_part_of_the_file() {
        let part = |class| part(class, 1_000, Some(300));
        assert_eq!(part("magic"), 0..8);
        assert_eq!(part("version"), 8..12);
        assert_eq!(part("length"), 12..24);
        assert_eq!(part("slot"), 24..324);
        assert_eq!(part("header-mac"), 324..356);
        assert_eq!(part("payload"), 356..968);
        assert_eq!(part("trailer"), 0..1_000);
        // A file that is too short, or whose header's length makes no sense.
        assert_eq!(super::part("length", 10, None), 10..10);
        assert_eq!(super::part("header", 100, Some(u64::MAX)), 24..100);
    }

    #[test]
    fn only_what_is_no_whole_vault_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault.keytick");
        let missing = set_aside(&vault, 5).unwrap_err();
        assert_eq!(missing.id(), "vault-not-found");
        std::fs::write(&vault, "rotten").unwrap();
        let aside = set_aside(&vault, 5).unwrap();
        assert_eq!(std::fs::read(&aside).unwrap(), b"rotten");
        assert!(!vault.exists());
    }
}
