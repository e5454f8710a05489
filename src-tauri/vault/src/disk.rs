//! Every call that touches files. The rest of the crate says what should happen to which
//! file; only here it happens, so that another file system can take this one's place.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that is being read.
pub(crate) struct Reading {
    file: File,
    pub(crate) size: u64,
}

impl Reading {
    /// Opens a file; none if it is a folder or a device, which might never end.
    pub(crate) fn open(path: &Path) -> io::Result<Option<Self>> {
        if !fs::metadata(path)?.is_file() {
            return Ok(None);
        }
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok(Some(Self { file, size }))
    }

    /// Appends the next bytes to `bytes`, at most `count` of them.
    pub(crate) fn append(&mut self, bytes: &mut Vec<u8>, count: usize) -> io::Result<()> {
        bytes.reserve_exact(count);
        let mut part = (&mut self.file).take(count as u64);
        part.read_to_end(bytes)?;
        Ok(())
    }

    /// The last `N` bytes, if there are as many.
    pub(crate) fn last<const N: usize>(&mut self) -> io::Result<Option<[u8; N]>> {
        let Some(offset) = self.size.checked_sub(N as u64) else {
            return Ok(None);
        };
        self.file.seek(SeekFrom::Start(offset))?;
        let mut bytes = [0; N];
        self.file.read_exact(&mut bytes)?;
        Ok(Some(bytes))
    }
}

/// A new file that only its owner can read, removed again unless it is put in a place.
pub(crate) struct Temp {
    path: PathBuf,
    file: Option<File>,
}

impl Temp {
    pub(crate) fn create(path: PathBuf) -> io::Result<Self> {
        let file =
            owners_only(OpenOptions::new().read(true).write(true).create_new(true)).open(&path)?;
        Ok(Self {
            path,
            file: Some(file),
        })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file()?.write_all(bytes)
    }

    /// Waits until the disk has the file.
    pub(crate) fn sync(&mut self) -> io::Result<()> {
        self.file()?.sync_all()
    }

    /// What the file holds now, at most `size` bytes and one more.
    pub(crate) fn read_back(&mut self, size: usize) -> io::Result<Vec<u8>> {
        let file = self.file()?;
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::with_capacity(size + 1);
        file.take(size as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts the file in the place of `target` in one move.
    pub(crate) fn replace(mut self, target: &Path) -> io::Result<()> {
        // Windows moves no open file.
        self.file = None;
        move_over(&self.path, target)?;
        // Nothing is left to remove.
        self.path = PathBuf::new();
        Ok(())
    }

    fn file(&mut self) -> io::Result<&mut File> {
        self.file
            .as_mut()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        if !self.path.as_os_str().is_empty() {
            self.file = None;
            // The next save sweeps what cannot be removed now.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Opens a file to lock, making it if needed.
pub(crate) fn open_lock(path: &Path) -> io::Result<File> {
    owners_only(OpenOptions::new().write(true).create(true).truncate(false)).open(path)
}

/// Makes a folder and those above it that are missing, for their owner only.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Whether anything has this name, even a link that leads nowhere.
pub(crate) fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a file is marked as not to be written, which putting another in its place would
/// pass over. A file that is not there is not.
pub(crate) fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// How many hexadecimal digits the name of a temporary file ends with.
pub(crate) const TEMP_SUFFIX: usize = 16;

/// Removes the temporary files of a folder, as far as possible: `prefix` and
/// [`TEMP_SUFFIX`] hexadecimal digits, nothing else, since other names are a person's own.
pub(crate) fn sweep(folder: &Path, prefix: &OsStr) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let suffix = name
            .as_encoded_bytes()
            .strip_prefix(prefix.as_encoded_bytes());
        let digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if suffix.is_some_and(|suffix| suffix.len() == TEMP_SUFFIX && suffix.iter().all(digit)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Waits until the disk has a folder's entries.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network and user-space file systems have no such call; there is nothing to
        // wait for that they would tell.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

/// Windows has the entry when the move returns (`MOVEFILE_WRITE_THROUGH`).
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(windows)]
use crate::windows::move_over;

#[cfg(not(windows))]
fn move_over(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Mode 0600 from the first moment, so that nobody can open the file before it is set. On
/// Windows the folder's access list holds, which is the person's own.
fn owners_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
