//! Earlier generations of a vault, kept in the folder `backups` beside it: each is the very
//! file that was the vault once, and opens with the password of that time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use crate::backup_name::Name;
use crate::disk::{self, Temp};
use crate::error::{Error, FormerName};
use crate::fault::Fault;
use crate::frame::{Frame, TRAILER};
use crate::fs::{Fs, real};
use crate::lock::SideLock;
use crate::path::{beside_name, folder, resolve};
use crate::save;
use crate::step::Step;
use crate::vault::Known;
use crate::{Info, LockedVault, load};

/// How many of the newest are kept, whenever they were made.
const LAST: usize = 10;
/// For how many days, and then weeks, on which something was saved the newest is kept.
const DAYS: usize = 7;
const WEEKS: usize = 4;
/// Nothing is removed unless as many whole backups stay.
const AT_LEAST: usize = 3;

const DAY: u64 = 24 * 60 * 60;

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
    /// Whether it was made when the vault had another file name, or bears that of a copy that
    /// a person made: it is found, but it is not for us to remove.
    of_former_name: bool,
}

/// The backups of the vault at `path`, the newest first: what was saved last, after an older
/// one was restored too, where generations begin again from that one. The vault itself need not
/// be there, nor be whole. Files with other names are a person's own and are not listed.
///
/// # Errors
/// The folder of backups is there but cannot be read.
pub fn backups(path: &Path) -> Result<Vec<Backup>, Error> {
    let fs = &*real();
    let all = list(fs, path)?;
    let saved = saved_at(fs, &all);
    Ok(newest_first(all, |backup| saved.get(&backup.name).copied()))
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
            of_former_name: false,
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
    let kept = whole(fs, file, trailer)
        .and_then(|(name, bytes)| link_or_copy(fs, lock, vault, file, &name, &bytes));
    kept.map_err(|source| Error::NoBackup {
        path: vault.to_owned(),
        source,
    })
}

/// Removes the backups that are no longer needed now that `known` is the vault, as far as
/// possible: the next save tries again.
pub(crate) fn prune(fs: &dyn Fs, _lock: &SideLock, vault: &Path, known: &Known) {
    let Ok(mut all) = list(fs, vault) else {
        return;
    };
    let id = Name::short(known.header.vault_id);
    all.retain(|backup| backup.name.vault_id == id && !backup.of_former_name);
    let (kept, spare): (Vec<_>, Vec<_>) = {
        let needed = needed(&all, known.header.generation);
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
/// with a key that it no longer has. It is a copy, since the file stays where it is as well.
///
/// # Errors
/// [`Error::OldBackups`]: those from before are there still, or those of them that cannot be
/// removed or have the vault's former name. [`Error::NoBackup`]: there were none, and there is no
/// new one.
pub(crate) fn start_over(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    known: &Known,
) -> Result<(), Error> {
    let path = vault.to_owned();
    let kept = whole(fs, vault, Some(&known.trailer))
        .and_then(|(name, bytes)| copy(fs, lock, vault, &name, &bytes));
    let new = Name::of(known);
    let old = in_folder(fs, vault).map(|mut all| {
        all.retain(|backup| backup.name.vault_id == new.vault_id && backup.name != new);
        all
    });
    match (kept, old) {
        (kept, Ok(old)) if old.is_empty() => {
            kept.map_err(|source| Error::NoBackup { path, source })
        }
        // Without a new backup those from before are better than none.
        (kept, old) => kept
            .and(old)
            .and_then(|old| remove_all(fs, &old))
            .map_err(|source| Error::OldBackups { path, source }),
    }
}

/// Removes as many as possible, and gives the first error.
fn remove_all(fs: &dyn Fs, backups: &[Backup]) -> io::Result<()> {
    let removed = backups.iter().map(|backup| match backup.of_former_name {
        true => Err(io::Error::other(FormerName)),
        false => fs.remove(&backup.path),
    });
    // All of them, whatever the first came to.
    let removed: Vec<io::Result<()>> = removed.collect();
    removed.into_iter().collect()
}

/// The bytes of the generation whose trailer begins so, with eight bytes at least, if it is
/// among the backups and whole.
pub(crate) fn find(fs: &dyn Fs, vault: &Path, trailer: &[u8]) -> Option<Vec<u8>> {
    let all = list(fs, vault).ok()?;
    let named = all
        .iter()
        .filter(|backup| trailer.starts_with(&backup.name.trailer));
    let mut found = named.filter_map(|backup| load::whole(fs, &backup.path).ok());
    found.find(|bytes| is_generation(bytes, trailer))
}

/// The backups by what their names say, those that were written last first.
pub(crate) fn list(fs: &dyn Fs, vault: &Path) -> Result<Vec<Backup>, Error> {
    let all =
        in_folder(fs, vault).map_err(|source| Error::io(Step::Read, &folder_of(vault), source))?;
    Ok(newest_first(all, |backup| Some(backup.written_at)))
}

fn in_folder(fs: &dyn Fs, vault: &Path) -> io::Result<Vec<Backup>> {
    // A vault that is gone has backups all the same.
    let vault = resolve(fs, vault).unwrap_or_else(|_| vault.to_owned());
    let folder = folder_of(&vault);
    let names = match fs.names(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        names => names?,
    };
    let prefix = beside_name(&vault, "");
    let backups = names.iter().filter_map(|name| {
        let parsed = Name::parse(prefix.as_os_str(), name)?;
        Some(Backup::new(folder.join(name), parsed))
    });
    let mut backups: Vec<Backup> = backups.collect();
    backups.append(&mut of_former_names(fs, &vault, &names, &backups));
    Ok(backups)
}

/// The backups that the vault got under a name that it had before. One that is there still is
/// another vault, or a copy that a person keeps, and has them for itself.
fn of_former_names(fs: &dyn Fs, vault: &Path, names: &[OsString], own: &[Backup]) -> Vec<Backup> {
    let is_former = |name: &str| {
        vault.file_name() != Some(OsStr::new(name))
            && !disk::exists(fs, &vault.with_file_name(name))
    };
    let parsed = names.iter().filter_map(|name| {
        let (of, parsed) = Name::parse_any(name)?;
        is_former(of).then(|| Backup {
            of_former_name: true,
            ..Backup::new(folder_of(vault).join(name), parsed)
        })
    });
    let mut former: Vec<Backup> = parsed.collect();
    if former.is_empty() {
        return former;
    }
    let known = load::whole(fs, vault).ok();
    let known = known.and_then(|bytes| parse(&bytes).ok());
    let ids: BTreeSet<[u8; 4]> = match known {
        Some(known) => [Name::short(known.header.vault_id)].into(),
        None => own.iter().map(|backup| backup.name.vault_id).collect(),
    };
    // Of a vault that cannot be read and has none of its own, any of them may be what is missed.
    let of_this = |backup: &Backup| ids.is_empty() || ids.contains(&backup.name.vault_id);
    former.retain(|backup| of_this(backup) && is_whole(fs, backup));
    former
}

pub(crate) fn parse(bytes: &[u8]) -> Result<Known, Fault> {
    Known::parse(bytes).map(|(_, known)| known)
}

fn folder_of(vault: &Path) -> PathBuf {
    folder(vault).join("backups")
}

/// A whole file and its name among the backups. With `trailer`, only the file that has it.
fn whole(fs: &dyn Fs, file: &Path, trailer: Option<&[u8; TRAILER]>) -> io::Result<(Name, Vec<u8>)> {
    let bytes = load::whole(fs, file).map_err(|error| match error {
        Error::NotFound { .. } => io::ErrorKind::NotFound.into(),
        Error::NotPermitted { .. } => io::ErrorKind::PermissionDenied.into(),
        Error::Io { source, .. } => source,
        _ => io::ErrorKind::InvalidData.into(),
    })?;
    let known = parse(&bytes)
        .ok()
        .filter(|known| trailer.is_none_or(|trailer| *trailer == known.trailer));
    match known {
        Some(known) => Ok((Name::of(&known), bytes)),
        None => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Links a file that is about to lose its own name under that of a backup, or copies it where
/// there are no links.
fn link_or_copy(
    fs: &dyn Fs,
    lock: &SideLock,
    vault: &Path,
    file: &Path,
    name: &Name,
    bytes: &[u8],
) -> io::Result<()> {
    // A second name for a symbolic link would be no second name for the file.
    if fs.is_link(file)? {
        return copy(fs, lock, vault, name, bytes);
    }
    let folder = make_folder(fs, vault)?;
    match fs.link(file, &folder.join(name.file_name(vault))) {
        Ok(()) => fs.sync_folder(&folder),
        // From a save that got no further; its name says that it is the same file.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => fs.sync_folder(&folder),
        Err(_) => copy(fs, lock, vault, name, bytes),
    }
}

/// Writes a backup, and waits until the disk has it.
fn copy(fs: &dyn Fs, _lock: &SideLock, vault: &Path, name: &Name, bytes: &[u8]) -> io::Result<()> {
    let folder = make_folder(fs, vault)?;
    let suffix = save::temp_suffix().map_err(io::Error::other)?;
    let mut temp = Temp::create(fs, folder.join(beside_name(vault, &suffix)))?;
    temp.write(bytes)?;
    temp.sync()?;
    if temp.read_back(bytes.len())? != bytes {
        return Err(io::ErrorKind::InvalidData.into());
    }
    temp.replace(&folder.join(name.file_name(vault)))?;
    fs.sync_folder(&folder)
}

/// The folder of the backups, made if needed and without what a killed program left there.
fn make_folder(fs: &dyn Fs, vault: &Path) -> io::Result<PathBuf> {
    let folder = folder_of(vault);
    disk::create_folders(fs, &folder)?;
    disk::sweep(fs, &folder, vault);
    Ok(folder)
}

fn is_whole(fs: &dyn Fs, backup: &Backup) -> bool {
    let bytes = load::whole(fs, &backup.path);
    bytes.is_ok_and(|bytes| {
        Frame::parse(&bytes).is_ok_and(|frame| frame.trailer.starts_with(&backup.name.trailer))
    })
}

fn is_generation(bytes: &[u8], trailer: &[u8]) -> bool {
    Frame::parse(bytes).is_ok_and(|frame| frame.trailer.starts_with(trailer))
}

/// Which of the backups of one vault stay, the one written last first in `all`; the vault
/// itself is now at `generation`.
///
/// The last are those before this generation as well as those that were written last: after a
/// restore the generations begin again from an older one, and a clock may go back. Days and
/// weeks count only if something was saved on them, and from the newest: a clock that is
/// wrong for once, or a long pause, makes no backup superfluous.
fn needed(all: &[Backup], generation: u64) -> BTreeSet<Name> {
    // Monday is the first day of a week; 1970 began on a Thursday.
    let day = |backup: &Backup| backup.written_at / DAY;
    let week = |backup: &Backup| (backup.written_at / DAY + 3) / 7;
    let before = generation.saturating_sub(LAST as u64)..=generation;
    let last = all
        .iter()
        .enumerate()
        .filter(|(place, backup)| *place < LAST || before.contains(&backup.generation));
    let mut needed: BTreeSet<Name> = last.map(|(_, backup)| backup.name.clone()).collect();
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

/// When each was saved: not before what it came from, even if the clock went back. Between
/// branches of which neither came from the other only the clock can tell.
fn saved_at(fs: &dyn Fs, all: &[Backup]) -> BTreeMap<Name, u64> {
    // Whatever a generation came from has a lower number.
    let mut oldest_first: Vec<&Backup> = all.iter().collect();
    oldest_first.sort_by_key(|backup| backup.generation);
    let mut saved: BTreeMap<Name, u64> = BTreeMap::new();
    for backup in oldest_first {
        let bytes = load::whole(fs, &backup.path).unwrap_or_default();
        let parents = parse(&bytes).map_or_else(|_| Vec::new(), |known| known.header.parents);
        let is_parent = |name: &Name| {
            parents
                .iter()
                .any(|parent| parent.starts_with(&name.trailer))
        };
        let before = saved.iter().filter(|(name, _)| is_parent(name));
        let time = before.map(|(_, time)| *time).max();
        let time = time.unwrap_or_default().max(backup.written_at);
        saved.insert(backup.name.clone(), time);
    }
    saved
}

/// What was saved later first, and of one time the later generation. Where there are backups
/// of several vaults, which had the same file name one after the other, those of the vault
/// that was saved last come first.
fn newest_first(mut all: Vec<Backup>, saved: impl Fn(&Backup) -> Option<u64>) -> Vec<Backup> {
    let mut last: BTreeMap<[u8; 4], Option<u64>> = BTreeMap::new();
    for backup in &all {
        let last = last.entry(backup.name.vault_id).or_default();
        *last = saved(backup).max(*last);
    }
    all.sort_by_cached_key(|backup| {
        let name = &backup.name;
        Reverse((
            last.get(&name.vault_id).copied(),
            name.vault_id,
            saved(backup),
            name.generation,
            name.written_at,
            name.trailer,
        ))
    });
    all
}
