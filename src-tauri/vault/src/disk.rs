//! What saving and reading are made of: reading no more than is wanted, a file that is gone
//! again unless it is put in a place, folders that survive a power cut.

use std::ffi::OsStr;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::fs::{Fs, Kind, Opened};
use crate::path::{beside_name, folder};
use crate::side_file;

/// A file that is being read.
pub(crate) struct Reading {
    file: Box<dyn Opened>,
    pub(crate) size: u64,
}

impl Reading {
    /// Opens a file; none if it is a folder or a device, which might never end.
    pub(crate) fn open(fs: &dyn Fs, path: &Path) -> io::Result<Option<Self>> {
        if fs.metadata(path)?.kind != Kind::File {
            return Ok(None);
        }
        let file = fs.open(path)?;
        let size = file.size()?;
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
pub(crate) struct Temp<'a> {
    fs: &'a dyn Fs,
    path: PathBuf,
    file: Option<Box<dyn Opened>>,
}

impl<'a> Temp<'a> {
    pub(crate) fn create(fs: &'a dyn Fs, path: PathBuf) -> io::Result<Self> {
        let file = Some(fs.create_new(&path)?);
        Ok(Self { fs, path, file })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file()?.write_all(bytes)
    }

    /// Waits until the disk has the file.
    pub(crate) fn sync(&mut self) -> io::Result<()> {
        self.file()?.sync()
    }

    /// What the file holds now, at most `size` bytes and one more.
    pub(crate) fn read_back(&mut self, size: usize) -> io::Result<Vec<u8>> {
        let file = self.file()?;
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::with_capacity(size + 1);
        file.take(size as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts the file in the place of `target` in one move. If that fails it is still here,
    /// but can no longer be written.
    pub(crate) fn replace(&mut self, target: &Path) -> io::Result<()> {
        // Windows moves no open file.
        self.file = None;
        self.fs.rename(&self.path, target)?;
        // Nothing is left to remove.
        self.path = PathBuf::new();
        Ok(())
    }

    fn file(&mut self) -> io::Result<&mut Box<dyn Opened>> {
        self.file
            .as_mut()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Drop for Temp<'_> {
    fn drop(&mut self) {
        if !self.path.as_os_str().is_empty() {
            self.file = None;
            // The next save sweeps what cannot be removed now.
            let _ = self.fs.remove(&self.path);
        }
    }
}

/// Makes a folder and those above it that are missing, and waits until the disk has them: a
/// file is safe in a folder only if the folder is.
pub(crate) fn create_folders(fs: &dyn Fs, path: &Path) -> io::Result<()> {
    match fs.metadata(path) {
        // Another program may have made it a moment ago, and not yet waited. That the folder
        // above cannot be opened is no reason not to use this one.
        Ok(found) if found.kind == Kind::Folder => {
            let _ = fs.sync_folder(folder(path));
            Ok(())
        }
        Ok(_) => Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = folder(path);
            if above != path {
                create_folders(fs, above)?;
            }
            match fs.create_folder(path) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            fs.sync_folder(above)
        }
        Err(error) => Err(error),
    }
}

/// Whether anything has this name, even a link that leads nowhere.
pub(crate) fn exists(fs: &dyn Fs, path: &Path) -> bool {
    fs.is_link(path).is_ok()
}

/// Whether a file is marked as not to be written. A file that is not there is not.
pub(crate) fn is_read_only(fs: &dyn Fs, path: &Path) -> io::Result<bool> {
    match fs.metadata(path) {
        Ok(found) => Ok(found.read_only),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// How many hexadecimal digits the name of a temporary file ends with.
pub(crate) const TEMP_SUFFIX: usize = 16;

/// Removes the temporary files of a folder, as far as possible: those of `file` and of the
/// files beside it, nothing else, since other names are a person's own.
pub(crate) fn sweep(fs: &dyn Fs, folder: &Path, file: &Path) {
    let prefix = beside_name(file, "");
    let Ok(names) = fs.names(folder) else {
        return;
    };
    for name in names.iter().filter(|name| is_temp(&prefix, name)) {
        let _ = fs.remove(&folder.join(name));
    }
}

/// Whether a name is `prefix`, maybe the name of a sealed file and a dot, `tmp-` and
/// [`TEMP_SUFFIX`] hexadecimal digits.
fn is_temp(prefix: &OsStr, name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let rest = name.strip_prefix(prefix.as_encoded_bytes());
    let Some(rest) = rest.and_then(|rest| std::str::from_utf8(rest).ok()) else {
        return false;
    };
    let (sealed, last) = rest.rsplit_once('.').unwrap_or(("", rest));
    let Some(digits) = last.strip_prefix("tmp-") else {
        return false;
    };
    let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let ours = sealed.is_empty() || side_file::is_name(sealed);
    ours && digits.len() == TEMP_SUFFIX && digits.bytes().all(digit)
}
