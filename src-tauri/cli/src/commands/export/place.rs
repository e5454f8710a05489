//! Where exported files go: standard output, a file, or a folder. Files appear whole or not
//! at all, and only their owner can read them.

use std::fmt;
use std::fs;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use keytick_formats::File;
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::output;

pub(super) enum Place {
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdout => f.write_str("-"),
            Self::File(path) | Self::Folder(path) => write!(f, "{}", path.display()),
        }
    }
}

impl Place {
    /// What `--output` names.
    ///
    /// # Errors
    /// [`Error::NotAFile`] for a device or a pipe, which a file would take the place of.
    pub(super) fn new(path: Option<&PathBuf>) -> Result<Self, Error> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::Stdout);
        };
        // A link stays one: what it leads to is written.
        let path = match path.is_symlink() {
            true => path.canonicalize().unwrap_or_else(|_| path.clone()),
            false => path.clone(),
        };
        match path.metadata() {
            Err(_) if is_named_as_folder(&path) => Ok(Self::Folder(path)),
            Ok(there) if there.is_dir() => Ok(Self::Folder(path)),
            Ok(there) if !there.is_file() => Err(Error::NotAFile(path)),
            _ => Ok(Self::File(path)),
        }
    }

    /// Refuses to write over the vault, whatever name it is given.
    pub(super) fn spare(&self, vault: &Path) -> Result<(), Error> {
        match self {
            Self::File(path) if same_file::is_same_file(path, vault).unwrap_or(false) => {
                Err(Error::OverVault)
            }
            _ => Ok(()),
        }
    }

    /// Whether a file is there that would be replaced.
    pub(super) fn is_taken(&self) -> bool {
        matches!(self, Self::File(path) if path.exists())
    }

    /// Writes the files, has what the disk holds of them compared, and only then puts them
    /// in their places. Tells the paths.
    pub(super) fn save<T>(
        &self,
        files: Vec<File>,
        compare: impl FnOnce(&[File]) -> Result<T, Error>,
    ) -> Result<(Vec<PathBuf>, T), Error> {
        let paths = match (self, files.as_slice()) {
            (Self::Stdout, [file]) => {
                let compared = compare(&files)?;
                output::bytes(&file.bytes)?;
                return Ok((Vec::new(), compared));
            }
            (Self::File(path), [_]) => vec![path.clone()],
            (Self::Folder(folder), files) => in_folder(folder, files)?,
            // Several files make a folder of a new name, unless it is plainly a file's.
            (Self::File(folder), files) if folder.extension().is_none() && !folder.exists() => {
                in_folder(folder, files)?
            }
            _ => return Err(Error::NeedsFolder),
        };
        let (written, temporary): (Vec<File>, Vec<NamedTempFile>) = files
            .iter()
            .zip(&paths)
            .map(|(file, path)| written(file, path))
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .unzip();
        let compared = compare(&written)?;
        for (file, path) in temporary.into_iter().zip(&paths) {
            file.persist(path)
                .map_err(|failed| unwritable(path, failed.error))?;
        }
        Ok((paths, compared))
    }
}

/// Whether a path ends with a slash.
fn is_named_as_folder(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    let last = bytes.last().copied().map(char::from);
    last.is_some_and(std::path::is_separator)
}

/// The places of the files in a folder, which is made where it is missing.
fn in_folder(folder: &Path, files: &[File]) -> Result<Vec<PathBuf>, Error> {
    if !folder.is_dir() {
        fs::create_dir(folder).map_err(|reason| unwritable(folder, reason))?;
    }
    Ok(files.iter().map(|file| folder.join(&file.name)).collect())
}

/// Writes a file beside its place, and reads it back.
fn written(file: &File, path: &Path) -> Result<(File, NamedTempFile), Error> {
    let failed = |reason| unwritable(path, reason);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut temporary = NamedTempFile::new_in(folder).map_err(failed)?;
    let bytes = put(&mut temporary, &file.bytes).map_err(failed)?;
    let name = file.name.clone();
    Ok((File { name, bytes }, temporary))
}

fn put(temporary: &mut NamedTempFile, bytes: &[u8]) -> io::Result<Zeroizing<Vec<u8>>> {
    let file: &mut fs::File = temporary.as_file_mut();
    file.write_all(bytes)?;
    file.sync_all()?;
    file.rewind()?;
    let mut back = Zeroizing::new(Vec::with_capacity(bytes.len()));
    file.read_to_end(&mut back)?;
    Ok(back)
}

/// The hidden file beside the place is nothing to anybody: of an error in which `tempfile`
/// names it, which has no code of the system, only the kind is passed on.
fn unwritable(path: &Path, reason: io::Error) -> Error {
    Error::Write {
        path: path.to_owned(),
        reason: match reason.raw_os_error() {
            Some(_) => reason,
            None => reason.kind().into(),
        },
    }
}
