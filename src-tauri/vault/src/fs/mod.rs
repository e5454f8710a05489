//! What the vault asks of a file system: one method a system call, so that a test can stop,
//! refuse or forget each of them. Nothing else in this crate touches files.

mod real;
#[cfg(windows)]
mod windows;

use std::ffi::OsString;
use std::fmt;
use std::fs::TryLockError;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub(crate) use real::Real;

/// The file system that a vault lies on.
pub(crate) type SharedFs = Arc<dyn Fs>;

/// The computer's own file system.
pub(crate) fn real() -> SharedFs {
    Arc::new(Real)
}

/// What a path leads to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Metadata {
    pub(crate) kind: Kind,
    /// Whether it is marked as not to be written, which putting another file in its place
    /// would pass over.
    pub(crate) read_only: bool,
}

/// What there is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Folder,
    /// A device, a pipe: what might never end.
    Other,
}

/// The calls. Paths are as the person gave them; errors are those of the operating system.
pub(crate) trait Fs: fmt::Debug + Send + Sync {
    /// What a path leads to, links followed.
    fn metadata(&self, path: &Path) -> io::Result<Metadata>;

    /// Whether what has this name is a link, even one that leads nowhere. An error if nothing
    /// has it.
    fn is_link(&self, path: &Path) -> io::Result<bool>;

    /// The place to which a path leads, without links.
    fn follow(&self, path: &Path) -> io::Result<PathBuf>;

    /// Opens a file to read it.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Opened>>;

    /// Makes a file that only its owner can read, from the first moment, and opens it to read
    /// and to write. An error if the name is taken.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Opened>>;

    /// Opens a file to lock it, making it if needed.
    fn open_lock(&self, path: &Path) -> io::Result<Box<dyn Opened>>;

    /// Makes one folder, for its owner only.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>>;

    /// Gives a file a second name. An error if that is taken, or if there are no such links.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;

    /// Puts a file in the place of another, or in an empty one, in one move.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove(&self, file: &Path) -> io::Result<()>;

    /// Waits until the disk has the names in a folder.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Lets other programs finish.
    fn pause(&self, time: Duration);
}

/// An open file. Dropping it closes it and gives up its lock.
pub(crate) trait Opened: Read + Write + Seek + Send {
    /// How many bytes it has.
    fn size(&self) -> io::Result<u64>;

    /// Waits until the disk has its bytes.
    fn sync(&mut self) -> io::Result<()>;

    /// Locks it to others that ask for the lock.
    fn try_lock(&self) -> Result<(), TryLockError>;
}
