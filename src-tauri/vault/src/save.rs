//! Putting new bytes in the place of a file, so that at every moment the old file or the
//! new one is there, whole.

use std::path::Path;

use crate::disk::{self, Temp};
use crate::error::Error;
use crate::fields::hex;
use crate::lock::SideLock;
use crate::path::{beside, beside_name, folder};
use crate::random;
use crate::step::Step;

/// Saves a vault file. The steps, with the names of [`Step`]:
///
/// 1. `lock`: the caller holds the side lock
/// 2. `read`: the caller compared the file on disk with the one it knows; one that nobody
///    may write is left alone
/// 3. `create-temp`: a file of mode 0600 in the same folder
/// 4. `write-temp`
/// 5. `sync-temp`: a failure here loses the temporary file, never the vault
/// 6. `read-back`: `verify` opens what the disk holds
/// 7. `replace`: one move
/// 8. `sync-folder`: [`sync`], a step of its own, since the new file is there by then
pub(crate) fn vault(
    _lock: &SideLock,
    target: &Path,
    bytes: &[u8],
    verify: impl FnOnce(&[u8]) -> bool,
) -> Result<(), Error> {
    let at = |step| move |source| Error::io(step, target, source);
    if disk::is_read_only(target) {
        return Err(Error::ReadOnly {
            path: target.to_owned(),
            step: Step::Replace,
        });
    }
    let mut temp = create_temp(target)?;
    temp.write(bytes).map_err(at(Step::WriteTemp))?;
    temp.sync().map_err(at(Step::SyncTemp))?;
    let written = temp.read_back(bytes.len()).map_err(at(Step::ReadBack))?;
    if !verify(&written) {
        return Err(Error::ReadBack {
            path: target.to_owned(),
        });
    }
    temp.replace(target).map_err(at(Step::Replace))
}

/// Waits until the disk has the new place of a file, the last step of [`vault`].
pub(crate) fn sync(_lock: &SideLock, target: &Path) -> Result<(), Error> {
    disk::sync_folder(folder(target)).map_err(|source| Error::io(Step::SyncFolder, target, source))
}

/// Saves a file whose loss loses nothing: in one move, but without waiting for the disk.
pub(crate) fn side_file(_lock: &SideLock, target: &Path, bytes: &[u8]) -> Result<(), Error> {
    let at = |step| move |source| Error::io(step, target, source);
    let mut temp = create_temp(target)?;
    temp.write(bytes).map_err(at(Step::WriteTemp))?;
    temp.replace(target).map_err(at(Step::Replace))
}

/// Makes the temporary file, and sweeps those that a killed program left. The lock is held,
/// so none of them is in use.
fn create_temp(target: &Path) -> Result<Temp, Error> {
    disk::sweep(folder(target), &beside_name(target, "tmp-"));
    let suffix: [u8; disk::TEMP_SUFFIX / 2] = random::generate(&mut random::system)?;
    Temp::create(beside(target, &format!("tmp-{}", hex(&suffix))))
        .map_err(|source| Error::io(Step::CreateTemp, target, source))
}
