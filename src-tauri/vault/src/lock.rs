//! The side lock file: one writer at a time.
//!
//! The vault file itself is never locked, since saving puts a new file in its place. The
//! lock file stays when the lock is released: removing it would race with the next writer.

use std::fs::TryLockError;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::fs::{Fs, Opened};
use crate::path::beside;
use crate::step::Step;

/// How long another program may take to save.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(2);

/// The right to write a vault and the files beside it, until dropped.
pub(crate) struct SideLock {
    _file: Box<dyn Opened>,
}

/// Whether a network drive says that its server has no locks to give (`ENOLCK`, `std` has no
/// name for it). Unlike a file system that knows no locks, it may give one to others.
fn gives_no_locks(error: &io::Error) -> bool {
    const ENOLCK: i32 = if cfg!(target_os = "linux") { 37 } else { 77 };
    cfg!(unix) && error.raw_os_error() == Some(ENOLCK)
}

impl SideLock {
    /// Waits up to two seconds for other programs.
    pub(crate) fn acquire(fs: &dyn Fs, vault: &Path) -> Result<Self, Error> {
        let failed = |source| Error::io(Step::Lock, vault, source);
        let file = fs.open_lock(&beside(vault, "lock")).map_err(failed)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                    fs.pause(PAUSE);
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::Busy {
                        path: vault.to_owned(),
                    });
                }
                // A file system without locks must not make the vault read-only. The
                // trailer is compared before every save in any case.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { _file: file });
                }
                Err(TryLockError::Error(error)) if gives_no_locks(&error) => {
                    return Err(Error::NoLocks {
                        path: vault.to_owned(),
                    });
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_network_drive_without_locks_is_told_from_other_trouble() {
        assert!(gives_no_locks(&io::Error::from_raw_os_error(37)));
        assert!(!gives_no_locks(&io::Error::from_raw_os_error(5)));
    }
}
