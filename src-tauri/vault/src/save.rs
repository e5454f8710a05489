//! Putting new bytes in the place of a file, so that at every moment the old file or the
//! new one is there, whole.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::backups;
use crate::disk::{self, Reading, Temp};
use crate::error::Error;
use crate::fields::hex;
use crate::fs::Fs;
use crate::load;
use crate::lock::SideLock;
use crate::path::{beside, folder};
use crate::random;
use crate::step::Step;
use crate::vault::Known;

/// How often a file that another program holds is tried again, and how long after: two
/// seconds in all. Virus scanners and sync clients on Windows hold files for a moment.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(200);

/// Where a vault file is saved.
pub(crate) struct Place<'a> {
    pub(crate) fs: &'a dyn Fs,
    pub(crate) lock: &'a SideLock,
    pub(crate) path: &'a Path,
    pub(crate) before: Before<'a>,
    pub(crate) if_held: IfHeld,
}

/// What may be there that a new file takes the place of.
#[derive(Clone, Copy)]
pub(crate) enum Before<'a> {
    /// Nothing: the vault is new.
    Nothing,
    /// This generation. One that is gone stands in nobody's way.
    Generation(&'a Known),
    /// What it is does not matter: it was put elsewhere.
    Anything,
}

/// What becomes of a finished file when another program holds the one in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum IfHeld {
    /// It lies beside it then, since what is in it may be nowhere else.
    PutBeside,
    /// All that is in it is somewhere else, too.
    GiveUp,
}

/// A new generation of a vault, built and not yet on disk.
pub(crate) struct New<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) generation: u64,
}

/// Saves a vault file. The steps, with the names of [`Step`]:
///
/// 1. `lock`: the caller holds the side lock
/// 2. `read`: the caller compared the file on disk with the one it knows; one that nobody
///    may write is left alone
/// 3. `create-temp`: a file of mode 0600 in the same folder
/// 4. `write-temp`
/// 5. `sync-temp`: a failure here loses the temporary file, never the vault. The next try
///    starts with a new one, since a system may forget what it could not write
/// 6. `read-back`: `verify` opens what the disk holds
/// 7. `backup`: the generation before gets a name in the folder of backups. If that fails the
///    save goes on and returns why: what the person has just changed exists nowhere else,
///    and would be lost for the sake of a copy of what is older. The move below is as safe
///    without a backup as with one
/// 8. `replace`: one move, tried for two seconds while another program holds the file. Right
///    before it the file is compared once more: programs that sync folders take no lock, and
///    one that came meanwhile is not to be lost. It is [`Error::Overtaken`] then, and the next
///    try starts from that file
/// 9. `sync-folder`: [`settle`], a step of its own, since the new file is there by then
pub(crate) fn vault(
    place: &Place,
    new: &New,
    verify: impl FnOnce(&[u8]) -> bool,
) -> Result<Option<Error>, Error> {
    let Place {
        fs,
        lock,
        path: target,
        before,
        if_held,
    } = *place;
    let at = |step| move |source| Error::io(step, target, source);
    if disk::is_read_only(fs, target).map_err(at(Step::Read))? {
        return Err(Error::ReadOnly {
            path: target.to_owned(),
            step: Step::Replace,
        });
    }
    let mut temp = write_temp(fs, target, new, verify)?;
    let backup = match before {
        Before::Generation(known) => backups::keep(fs, lock, target, known),
        Before::Nothing | Before::Anything => Ok(()),
    };
    let moved = patiently(fs, || match is_still(fs, target, before)? {
        true => temp.replace(target).map(|()| true),
        false => Ok(false),
    });
    match moved {
        Ok(true) => Ok(backup.err()),
        Ok(false) => Err(overtaken(target, before)),
        // Over a network a move can be made although its answer was lost.
        Err(_) if load::whole(fs, target).is_ok_and(|found| found == new.bytes) => Ok(backup.err()),
        Err(error) if is_held(&error) && if_held == IfHeld::PutBeside => {
            Err(put_beside(fs, temp, target, new.generation)
                .map(|recovery| Error::Held {
                    path: target.to_owned(),
                    recovery,
                })
                .unwrap_or_else(|error| error))
        }
        Err(error) => Err(at(Step::Replace)(error)),
    }
}

/// Writes a finished file beside the vault, whatever is in the vault's place, and gives its
/// path. The next merge takes it in.
pub(crate) fn beside_vault(
    fs: &dyn Fs,
    _lock: &SideLock,
    vault: &Path,
    new: &New,
    verify: impl FnOnce(&[u8]) -> bool,
) -> Result<PathBuf, Error> {
    let temp = write_temp(fs, vault, new, verify)?;
    put_beside(fs, temp, vault, new.generation)
}

/// A file whose bytes the disk has, and which was opened again.
fn write_temp<'a>(
    fs: &'a dyn Fs,
    target: &Path,
    new: &New,
    verify: impl FnOnce(&[u8]) -> bool,
) -> Result<Temp<'a>, Error> {
    let at = |step| move |source| Error::io(step, target, source);
    let mut temp = create_temp(fs, target)?;
    temp.write(new.bytes).map_err(at(Step::WriteTemp))?;
    temp.sync().map_err(at(Step::SyncTemp))?;
    let written = temp
        .read_back(new.bytes.len())
        .map_err(at(Step::ReadBack))?;
    match verify(&written) {
        true => Ok(temp),
        false => Err(Error::ReadBack {
            path: target.to_owned(),
        }),
    }
}

fn overtaken(target: &Path, before: Before) -> Error {
    let path = target.to_owned();
    match before {
        Before::Nothing => Error::Exists { path },
        _ => Error::Overtaken { path },
    }
}

/// Whether what is there is what a new generation came from.
fn is_still(fs: &dyn Fs, target: &Path, before: Before) -> io::Result<bool> {
    let before = match before {
        Before::Anything => return Ok(true),
        Before::Nothing => return Ok(!disk::exists(fs, target)),
        Before::Generation(known) => known,
    };
    let found = match Reading::open(fs, target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        found => found?,
    };
    let Some(mut found) = found else {
        return Ok(false);
    };
    Ok(found.size == before.size && found.last()? == Some(before.trailer))
}

/// The last steps of [`vault`]: waits until the disk has the new place of the file, and only
/// then removes backups that are no longer needed. Nothing is acknowledged before.
pub(crate) fn settle(
    fs: &dyn Fs,
    lock: &SideLock,
    target: &Path,
    known: &Known,
) -> Result<(), Error> {
    fs.sync_folder(folder(target))
        .map_err(|source| Error::io(Step::SyncFolder, target, source))?;
    backups::prune(fs, lock, target, known);
    Ok(())
}

/// Saves a file whose loss loses nothing: in one move, but without waiting for the disk.
pub(crate) fn side_file(
    fs: &dyn Fs,
    _lock: &SideLock,
    target: &Path,
    bytes: &[u8],
) -> Result<(), Error> {
    let at = |step| move |source| Error::io(step, target, source);
    let mut temp = create_temp(fs, target)?;
    temp.write(bytes).map_err(at(Step::WriteTemp))?;
    patiently(fs, || temp.replace(target)).map_err(at(Step::Replace))
}

/// Makes the temporary file, and sweeps those that a killed program left. The lock is held,
/// so none of them is in use.
fn create_temp<'a>(fs: &'a dyn Fs, target: &Path) -> Result<Temp<'a>, Error> {
    let failed = |source| Error::io(Step::CreateTemp, target, source);
    disk::sweep(fs, folder(target), target);
    Temp::create(fs, beside(target, &temp_suffix()?)).map_err(failed)
}

/// What the name of a new temporary file ends with.
pub(crate) fn temp_suffix() -> Result<String, Error> {
    let suffix: [u8; disk::TEMP_SUFFIX / 2] = random::generate(&mut random::system)?;
    Ok(format!("tmp-{}", hex(&suffix)))
}

/// Tries a move again while another program holds the file.
fn patiently<T>(fs: &dyn Fs, mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 0..TRIES {
        match attempt() {
            Err(error) if is_held(&error) => fs.pause(PAUSE),
            other => return other,
        }
    }
    attempt()
}

/// Puts a finished file that cannot take the vault's place beside it: it is whole, and there
/// may be no other copy of what is in it. It takes no other file's place.
fn put_beside(
    fs: &dyn Fs,
    mut temp: Temp,
    target: &Path,
    generation: u64,
) -> Result<PathBuf, Error> {
    let path = |number: u64| beside(target, &format!("recovery-{number}"));
    let free = (generation..).find(|number| !disk::exists(fs, &path(*number)));
    let recovery = path(free.unwrap_or(generation));
    temp.replace(&recovery)
        .and_then(|()| fs.sync_folder(folder(target)))
        .map_err(|source| Error::io(Step::Replace, target, source))?;
    Ok(recovery)
}

/// Whether another program holds the file for now.
fn is_held(error: &io::Error) -> bool {
    /// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`, `ERROR_LOCK_VIOLATION`: which of them
    /// Windows says depends on how the other program opened the file.
    const HELD_ON_WINDOWS: [i32; 3] = [5, 32, 33];
    let code = error.raw_os_error();
    error.kind() == io::ErrorKind::ResourceBusy
        || cfg!(windows) && code.is_some_and(|code| HELD_ON_WINDOWS.contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fs::real;

    #[test]
    fn no_two_temporary_files_have_one_name() {
        let (one, other) = (temp_suffix().unwrap(), temp_suffix().unwrap());
        assert!(one.starts_with("tmp-"));
        assert_ne!(one, other);
    }

    #[test]
    fn a_new_vault_takes_not_the_place_of_a_file_that_came_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.keytick");
        let fs = &*real();
        let lock = SideLock::acquire(fs, &path).unwrap();
        let place = Place {
            fs,
            lock: &lock,
            path: &path,
            before: Before::Nothing,
            if_held: IfHeld::GiveUp,
        };
        let new = New {
            bytes: b"ours",
            generation: 1,
        };
        let arrives = |_: &[u8]| std::fs::write(&path, "theirs").is_ok();
        let refused = vault(&place, &new, arrives).unwrap_err();
        assert_eq!(refused.id(), "vault-exists");
        assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
    }
}
