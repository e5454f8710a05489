//! The computer's own file system.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Fs, Kind, Metadata, Opened};

/// The calls of `std`, and of the system where `std` has none.
#[derive(Debug)]
pub(crate) struct Real;

impl Fs for Real {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        let metadata = fs::metadata(path)?;
        let kind = match metadata.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            _ => Kind::Other,
        };
        Ok(Metadata {
            kind,
            read_only: metadata.permissions().readonly(),
        })
    }

    fn is_link(&self, path: &Path) -> io::Result<bool> {
        Ok(path.symlink_metadata()?.is_symlink())
    }

    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Opened>> {
        Ok(Box::new(File::open(path)?))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Opened>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        Ok(Box::new(owners_only(&mut options).open(path)?))
    }

    fn open_lock(&self, path: &Path) -> io::Result<Box<dyn Opened>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        Ok(Box::new(owners_only(&mut options).open(path)?))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has a mode to set"))]
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name()))
            .collect()
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    #[cfg(not(windows))]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(windows)]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        super::windows::move_over(from, to)
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        fs::remove_file(file)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        use io::ErrorKind::{InvalidInput, Unsupported};
        match File::open(folder)?.sync_all() {
            // Some network and user-space file systems have no such call; there is nothing to
            // wait for that they would tell.
            Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
            other => other,
        }
    }

    /// Windows has the entry when the move returns (`MOVEFILE_WRITE_THROUGH`).
    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

impl Opened for File {
    fn size(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    /// On macOS, `std` asks for `F_FULLFSYNC`: without it the bytes may still be in the
    /// drive's own memory.
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }

    fn try_lock(&self) -> Result<(), TryLockError> {
        File::try_lock(self)
    }
}

/// Mode 0600 from the first moment, so that nobody can open the file before it is set. On
/// Windows the folder's access list holds, which is the person's own.
fn owners_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
