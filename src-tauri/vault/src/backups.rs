//! Earlier generations of a vault, kept in the folder `backups` beside it: each is the very
//! file that was the vault once, and opens with the password of that time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use time::{Date, Month, OffsetDateTime, Time};
use uuid::Uuid;

use crate::disk::{self, Temp};
use crate::error::Error;
use crate::fault::Fault;
use crate::fields::hex;
use crate::frame::{Frame, TRAILER};
use crate::fs::{Fs, SharedFs, real};
use crate::lock::SideLock;
use crate::path::{beside, beside_name, folder, resolve};
use crate::save::{self, New};
use crate::step::Step;
use crate::vault::Known;
use crate::{Info, LockedVault, file, load};

/// How many of the newest generations are kept, whenever they were made.
const LAST: usize = 10;
/// For how many days, and then weeks, on which something was saved the newest is kept.
const DAYS: usize = 7;
const WEEKS: usize = 4;
/// Nothing is removed unless as many whole backups stay.
const AT_LEAST: usize = 3;

const DAY: u64 = 24 * 60 * 60;
/// The first second of year 10,000, for which the names have no room.
const END_OF_TIME: u64 = 253_402_300_800;

/// A backup: an earlier generation of a vault, by its name. Whether the file is whole is for
/// [`Backup::check`] to say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// How many times the vault had been saved.
    pub generation: u64,
    /// When that generation was written, in Unix seconds.
    pub written_at: u64,
    name: Name,
}

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

/// The backups of the vault at `path`, the newest first. The vault itself need not be there,
/// nor be whole. Files with other names are a person's own and are not listed.
///
/// # Errors
/// The folder of backups is there but cannot be read.
pub fn backups(path: &Path) -> Result<Vec<Backup>, Error> {
    list(&*real(), path)
}

/// Puts a backup in the place of the vault at `vault`, without any key. `now` is the time in
/// Unix seconds. Whatever was there is kept, see [`Restored`].
///
/// # Errors
/// The backup is damaged, the file that is there cannot be kept, or the system refuses.
pub fn restore(vault: &Path, backup: &Backup, now: u64) -> Result<Restored, Error> {
    restore_on(&real(), vault, backup, now)
}

impl Backup {
    /// A whole vault file, wherever it lies and whatever it is called, to be restored like a
    /// backup.
    ///
    /// # Errors
    /// It is damaged, or cannot be read.
    pub fn of_file(path: &Path) -> Result<Self, Error> {
        let bytes = load::whole(&*real(), path)?;
        let known = parse(&bytes).map_err(|fault| fault.at(path))?;
        Ok(Self::new(path.to_owned(), Name::of(&known)))
    }

    /// Makes every check that needs no key, and gives what the file says about itself.
    ///
    /// # Errors
    /// The file is damaged, or cannot be read.
    pub fn check(&self) -> Result<Info, Error> {
        Ok(LockedVault::open(&self.path)?.info().clone())
    }

    fn new(path: PathBuf, name: Name) -> Self {
        Self {
            path,
            generation: name.generation,
            written_at: name.written_at,
            name,
        }
    }
}

/// Gives the generation that is about to be replaced a name among the backups, and waits
/// until the disk has it. A file that is gone needs none.
pub(crate) fn keep(fs: &dyn Fs, lock: &SideLock, vault: &Path, known: &Known) -> Result<(), Error> {
    match keep_file(fs, lock, vault, vault, Some(&known.trailer)) {
        Err(Error::NoBackup { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(()),
        kept => kept,
    }
}

/// Gives any whole file of a vault a name among the backups of `vault`, for example a conflict
/// copy before it is removed: `file` itself stays. With `trailer`, only the file that has it.
///
/// # Errors
/// [`Error::NoBackup`]: the file is not whole, or the system refuses.
pub(crate) fn keep_file(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    file: &Path,
    trailer: Option<&[u8; TRAILER]>,
) -> Result<(), Error> {
    let failed = |source| Error::NoBackup {
        path: vault.to_owned(),
        source,
    };
    let read = load::whole(fs, file);
    let bytes = read.map_err(|error| match error {
        Error::NotFound { .. } => failed(io::ErrorKind::NotFound.into()),
        Error::NotPermitted { .. } => failed(io::ErrorKind::PermissionDenied.into()),
        Error::Io { source, .. } => failed(source),
        _ => failed(io::ErrorKind::InvalidData.into()),
    })?;
    let known = parse(&bytes)
        .ok()
        .filter(|known| trailer.is_none_or(|trailer| *trailer == known.trailer))
        .ok_or_else(|| failed(io::ErrorKind::InvalidData.into()))?;
    copy(fs, lock, vault, file, &Name::of(&known), &bytes).map_err(failed)
}

/// Removes the backups that are no longer needed, as far as possible: the next save tries
/// again.
pub(crate) fn prune(fs: &dyn Fs, _lock: &SideLock, vault: &Path, vault_id: Uuid) {
    let Ok(mut all) = list(fs, vault) else {
        return;
    };
    all.retain(|backup| backup.name.vault_id == Name::short(vault_id));
    let (kept, spare): (Vec<_>, Vec<_>) = {
        let needed = needed(&all);
        all.into_iter()
            .partition(|backup| needed.contains(&backup.name))
    };
    if spare.is_empty() {
        return;
    }
    let whole = kept.iter().filter(|backup| is_whole(fs, backup));
    if whole.take(AT_LEAST).count() == AT_LEAST {
        for backup in spare {
            let _ = fs.remove(&backup.path);
        }
    }
}

/// Makes the file that is there the one backup that its vault has: those from before open
/// with a key that it no longer has. What cannot be removed is left to the next time.
pub(crate) fn start_over(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    known: &Known,
) -> Result<(), Error> {
    keep(fs, lock, vault, known)?;
    let first = Name::of(known);
    let of_vault = |backup: &Backup| backup.name.vault_id == first.vault_id;
    for backup in list(fs, vault)?.into_iter().filter(of_vault) {
        if backup.name != first {
            fs.remove(&backup.path).map_err(|source| Error::NoBackup {
                path: vault.to_owned(),
                source,
            })?;
        }
    }
    Ok(())
}

/// The bytes of the generation with this trailer, if it is among the backups and whole.
pub(crate) fn find(fs: &dyn Fs, vault: &Path, trailer: &[u8; TRAILER]) -> Option<Vec<u8>> {
    let all = list(fs, vault).ok()?;
    let named = all
        .iter()
        .filter(|backup| trailer.starts_with(&backup.name.trailer));
    let mut found = named.filter_map(|backup| load::whole(fs, &backup.path).ok());
    found.find(|bytes| is_generation(bytes, trailer))
}

pub(crate) fn list(fs: &dyn Fs, vault: &Path) -> Result<Vec<Backup>, Error> {
    // A vault that is gone has backups all the same.
    let vault = resolve(fs, vault).unwrap_or_else(|_| vault.to_owned());
    let folder = folder_of(&vault);
    let names = match fs.names(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        names => names.map_err(|source| Error::io(Step::Read, &folder, source))?,
    };
    let prefix = beside_name(&vault, "");
    let backups = names.iter().filter_map(|name| {
        let parsed = Name::parse(prefix.as_os_str(), name)?;
        Some(Backup::new(folder.join(name), parsed))
    });
    Ok(newest_first(backups.collect()))
}

pub(crate) fn restore_on(
    fs: &SharedFs,
    vault: &Path,
    backup: &Backup,
    now: u64,
) -> Result<Restored, Error> {
    let vault = resolve(&**fs, vault).unwrap_or_else(|_| vault.to_owned());
    let vault = vault.as_path();
    let fs = &**fs;
    let bytes = load::whole(fs, &backup.path)?;
    let known = parse(&bytes).map_err(|fault| fault.at(&backup.path))?;
    disk::create_folders(fs, folder(vault))
        .map_err(|source| Error::io(Step::CreateFolder, vault, source))?;
    let lock = SideLock::acquire(fs, vault)?;
    let set_aside = make_room(fs, &lock, vault, &known, now)?;
    let new = New {
        bytes: &bytes,
        generation: known.header.generation,
        before: None,
    };
    save::vault(fs, &lock, vault, &new, |written| written == bytes)?;
    save::settle(fs, &lock, vault, &known)?;
    Ok(set_aside)
}

/// Keeps what is at the vault's place before `coming` replaces it. It stays there as well:
/// at no moment is there no vault.
fn make_room(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    coming: &Known,
    now: u64,
) -> Result<Restored, Error> {
    let found = match load::whole(fs, vault) {
        Err(Error::NotFound { .. }) => return Ok(Restored::Plain),
        Err(error) if error.class().is_none() => return Err(error),
        found => found.ok().and_then(|bytes| parse(&bytes).ok()),
    };
    match found {
        Some(known) if known.trailer == coming.trailer => Ok(Restored::Plain),
        Some(_) => keep_file(fs, lock, vault, vault, None).map(|()| Restored::BackedUp),
        None => {
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

fn parse(bytes: &[u8]) -> Result<Known, Fault> {
    let (frame, header) = file::parse(bytes)?;
    Ok(Known {
        header,
        trailer: frame.trailer,
        size: bytes.len() as u64,
    })
}

fn folder_of(vault: &Path) -> PathBuf {
    folder(vault).join("backups")
}

/// Links a file under a backup's name, or copies it where there are no links.
fn copy(
    fs: &dyn Fs,
    _lock: &SideLock,
    vault: &Path,
    file: &Path,
    name: &Name,
    bytes: &[u8],
) -> io::Result<()> {
    let folder = folder_of(vault);
    disk::create_folders(fs, &folder)?;
    disk::sweep(fs, &folder, vault);
    let path = folder.join(name.file_name(vault));
    match fs.link(file, &path) {
        Ok(()) => {}
        // From a save that got no further; its name says that it is the same file.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(_) => {
            let suffix = save::temp_suffix().map_err(io::Error::other)?;
            let mut temp = Temp::create(fs, folder.join(beside_name(vault, &suffix)))?;
            temp.write(bytes)?;
            temp.sync()?;
            if temp.read_back(bytes.len())? != bytes {
                return Err(io::ErrorKind::InvalidData.into());
            }
            temp.replace(&path)?;
        }
    }
    fs.sync_folder(&folder)
}

fn is_whole(fs: &dyn Fs, backup: &Backup) -> bool {
    let bytes = load::whole(fs, &backup.path);
    bytes.is_ok_and(|bytes| {
        Frame::parse(&bytes).is_ok_and(|frame| frame.trailer.starts_with(&backup.name.trailer))
    })
}

fn is_generation(bytes: &[u8], trailer: &[u8; TRAILER]) -> bool {
    Frame::parse(bytes).is_ok_and(|frame| frame.trailer == *trailer)
}

/// Which of the backups of one vault stay, the newest first in `all`.
///
/// Days and weeks count only if something was saved on them, and from the newest: a clock
/// that is wrong for once, or a long pause, makes no backup superfluous.
fn needed(all: &[Backup]) -> BTreeSet<Name> {
    // Monday is the first day of a week; 1970 began on a Thursday.
    let day = |backup: &Backup| backup.written_at / DAY;
    let week = |backup: &Backup| (backup.written_at / DAY + 3) / 7;
    let mut needed: BTreeSet<Name> = all.iter().take(LAST).map(|it| it.name.clone()).collect();
    needed.extend(newest_of_each(all, day, DAYS));
    needed.extend(newest_of_each(all, week, WEEKS));
    needed
}

fn newest_of_each(all: &[Backup], span: impl Fn(&Backup) -> u64, count: usize) -> Vec<Name> {
    let mut newest = BTreeMap::new();
    for backup in all {
        newest
            .entry(span(backup))
            .or_insert_with(|| backup.name.clone());
    }
    newest.into_values().rev().take(count).collect()
}

/// Later generations first. Where there are backups of several vaults, which had the same
/// file name one after the other, those of the vault that was saved last come first.
fn newest_first(mut all: Vec<Backup>) -> Vec<Backup> {
    let mut saved: BTreeMap<[u8; 4], u64> = BTreeMap::new();
    for backup in &all {
        let last = saved.entry(backup.name.vault_id).or_default();
        *last = backup.written_at.max(*last);
    }
    all.sort_by_key(|backup| {
        let name = &backup.name;
        let last = saved.get(&name.vault_id).copied();
        Reverse((
            last,
            name.vault_id,
            name.generation,
            name.written_at,
            name.trailer,
        ))
    });
    all
}

/// What the name of a backup says: `vault.keytick.6f9619ff.42.20261122T144400Z.9f86d081884c7d65.keytick`
/// is the 42nd generation of the vault whose id begins with 6f9619ff.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// The first bytes of the vault's id.
    vault_id: [u8; 4],
    generation: u64,
    written_at: u64,
    /// The first bytes of the file's trailer.
    trailer: [u8; 8],
}

impl Name {
    fn of(known: &Known) -> Self {
        let mut trailer = [0; 8];
        trailer.copy_from_slice(&known.trailer[..8]);
        Self {
            vault_id: Self::short(known.header.vault_id),
            generation: known.header.generation,
            written_at: known.header.written_at.min(END_OF_TIME - 1),
            trailer,
        }
    }

    fn short(vault_id: Uuid) -> [u8; 4] {
        let [a, b, c, d, ..] = *vault_id.as_bytes();
        [a, b, c, d]
    }

    fn file_name(&self, vault: &Path) -> std::ffi::OsString {
        beside_name(vault, &self.to_string())
    }

    /// Exactly the names that [`Name::file_name`] makes, since every other file is a person's
    /// own. `prefix` is the vault's file name and a dot.
    fn parse(prefix: &OsStr, name: &OsStr) -> Option<Self> {
        let rest = name
            .as_encoded_bytes()
            .strip_prefix(prefix.as_encoded_bytes())?;
        let rest = std::str::from_utf8(rest).ok()?;
        let parts: Vec<&str> = rest.split('.').collect();
        let [vault_id, generation, time, trailer, "keytick"] = parts[..] else {
            return None;
        };
        let parsed = Self {
            vault_id: crate::fields::bytes_from_hex(vault_id)?,
            generation: generation.parse().ok()?,
            written_at: seconds(time)?,
            trailer: crate::fields::bytes_from_hex(trailer)?,
        };
        (parsed.to_string() == rest).then_some(parsed)
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            vault_id,
            generation,
            written_at,
            trailer,
        } = self;
        let (vault_id, trailer) = (hex(vault_id), hex(trailer));
        let time = time_text(*written_at);
        write!(f, "{vault_id}.{generation}.{time}.{trailer}.keytick")
    }
}

/// UTC as `20261122T144400Z`: what every file system takes.
fn time_text(seconds: u64) -> String {
    let seconds = i64::try_from(seconds.min(END_OF_TIME - 1)).unwrap_or_default();
    let time = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (date, time) = (time.date(), time.time());
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn seconds(text: &str) -> Option<u64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u8>().ok();
    let year = text.get(0..4)?.parse().ok()?;
    let month = Month::try_from(number(4, 6)?).ok()?;
    let date = Date::from_calendar_date(year, month, number(6, 8)?).ok()?;
    let time = Time::from_hms(number(9, 11)?, number(11, 13)?, number(13, 15)?).ok()?;
    u64::try_from(date.with_time(time).assume_utc().unix_timestamp()).ok()
}
