//! Putting new bytes in the place of a file, so that at every moment the old file or the
//! new one is there, whole.

use std::io;
use std::path::Path;
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

/// A new generation of a vault, built and not yet on disk.
pub(crate) struct New<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) generation: u64,
    /// The generation that it takes the place of, if there is one.
    pub(crate) before: Option<&'a Known>,
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
///    one that came meanwhile is not to be lost. It is [`Error::Busy`] then, and the next try
///    starts from that file
/// 9. `sync-folder`: [`settle`], a step of its own, since the new file is there by then
pub(crate) fn vault(
    fs: &dyn Fs,
    lock: &SideLock,
    target: &Path,
    new: &New,
    verify: impl FnOnce(&[u8]) -> bool,
) -> Result<Option<Error>, Error> {
    let at = |step| move |source| Error::io(step, target, source);
    if disk::is_read_only(fs, target).map_err(at(Step::Read))? {
        return Err(Error::ReadOnly {
            path: target.to_owned(),
            step: Step::Replace,
        });
    }
    let mut temp = create_temp(fs, target)?;
    temp.write(new.bytes).map_err(at(Step::WriteTemp))?;
    temp.sync().map_err(at(Step::SyncTemp))?;
    let written = temp
        .read_back(new.bytes.len())
        .map_err(at(Step::ReadBack))?;
    if !verify(&written) {
        return Err(Error::ReadBack {
            path: target.to_owned(),
        });
    }
    let backup = new
        .before
        .map_or(Ok(()), |before| backups::keep(fs, lock, target, before));
    let moved = patiently(fs, || match is_still(fs, target, new.before)? {
        true => temp.replace(target).map(|()| true),
        false => Ok(false),
    });
    match moved {
        Ok(true) => Ok(backup.err()),
        Ok(false) => Err(Error::Busy {
            path: target.to_owned(),
        }),
        // Over a network a move can be made although its answer was lost.
        Err(_) if load::whole(fs, target).is_ok_and(|found| found == new.bytes) => Ok(backup.err()),
        Err(error) if is_held(&error) => Err(recover(fs, temp, target, new.generation)),
        Err(error) => Err(at(Step::Replace)(error)),
    }
}

/// Whether the file is the one that a new generation came from. One that is gone stands in
/// nobody's way.
fn is_still(fs: &dyn Fs, target: &Path, before: Option<&Known>) -> io::Result<bool> {
    let Some(before) = before else {
        return Ok(true);
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

/// Puts a finished file that cannot take the vault's place beside it, and says so: it is
/// whole, and there may be no other copy of what is in it.
fn recover(fs: &dyn Fs, mut temp: Temp, target: &Path, generation: u64) -> Error {
    let recovery = beside(target, &format!("recovery-{generation}"));
    let kept = temp
        .replace(&recovery)
        .and_then(|()| fs.sync_folder(folder(target)));
    let path = target.to_owned();
    match kept {
        Ok(()) => Error::Held { path, recovery },
        Err(source) => Error::io(Step::Replace, target, source),
    }
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
