//! The files that the arguments name, and those in folders, in memory: no more of each than
//! a backup can have.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use keytick_formats::{File, FileRead, Limits};
use zeroize::Zeroizing;

use crate::error::Error;

/// What was named.
pub(super) struct Loaded {
    pub(super) files: Vec<File>,
    /// The names of those that only lay in a folder that was named.
    in_folders: HashSet<String>,
    /// The folders that were named.
    folders: Vec<PathBuf>,
}

impl Loaded {
    /// Refuses a folder with no file in it that could be read.
    pub(super) fn check_folders(&self, read: &[FileRead]) -> Result<(), Error> {
        let is_empty = |folder: &&PathBuf| {
            let start = format!("{}/", folder.display());
            !read.iter().any(|file| file.name.starts_with(&start))
        };
        match self.folders.iter().find(is_empty) {
            Some(folder) => Err(Error::EmptyFolder(folder.clone())),
            None => Ok(()),
        }
    }

    /// Leaves out what lay in a folder and is of no known format, unless nothing else is
    /// left: other things lie about in folders.
    pub(super) fn keep_known(&self, read: Vec<FileRead>) -> Vec<FileRead> {
        let is_stray = |file: &FileRead| file.is_foreign && self.in_folders.contains(&file.name);
        match read.iter().all(is_stray) {
            true => read,
            false => read.into_iter().filter(|file| !is_stray(file)).collect(),
        }
    }
}

/// All files; `-` is standard input.
pub(super) fn load<'a>(paths: impl Iterator<Item = &'a PathBuf>) -> Result<Loaded, Error> {
    let mut files = Vec::new();
    let mut in_folders = HashSet::new();
    let mut folders = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        if path.is_dir() {
            folders.push(path.clone());
            let before = files.len();
            folder(path, &name, &mut files)?;
            in_folders.extend(files[before..].iter().map(|file| file.name.clone()));
        } else {
            files.push(file(path, name)?);
            logs(path, &mut files)?;
        }
    }
    Ok(Loaded {
        files,
        in_folders,
        folders,
    })
}

/// What lies in a folder and its folders, in the order of the names.
fn folder(path: &Path, name: &str, files: &mut Vec<File>) -> Result<(), Error> {
    let unreadable = |reason| unreadable(path, reason);
    let entries: io::Result<Vec<_>> = fs::read_dir(path).map_err(unreadable)?.collect();
    let mut entries = entries.map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(unreadable)?;
        // A whole disk is not what was meant.
        let limit = Limits::default().max_files;
        if files.len() >= limit {
            return Err(keytick_formats::Error::TooMany { limit }.into());
        }
        // Links may lead in circles, and out of the folder.
        if kind.is_dir() {
            folder(&path, &name, files)?;
        } else if kind.is_file() {
            files.push(file(&path, name)?);
        }
    }
    Ok(())
}

/// The log beside a database, which may hold its newest entries.
fn logs(path: &Path, files: &mut Vec<File>) -> Result<(), Error> {
    const DATABASE: &[u8] = b"SQLite format 3\0";
    let is_database = files
        .last()
        .is_some_and(|file| file.bytes.starts_with(DATABASE));
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let log = PathBuf::from(log);
    if is_database && log.is_file() {
        files.push(file(&log, log.display().to_string())?);
    }
    Ok(())
}

fn file(path: &Path, name: String) -> Result<File, Error> {
    Ok(File {
        name,
        bytes: bytes(path)?,
    })
}

/// What is in a file. One byte more than is allowed is refused by the readers; no more is
/// needed.
pub(super) fn bytes(path: &Path) -> Result<Zeroizing<Vec<u8>>, Error> {
    let source: Box<dyn io::Read> = match path.as_os_str() == "-" {
        true => Box::new(io::stdin().lock()),
        false => Box::new(fs::File::open(path).map_err(|reason| unreadable(path, reason))?),
    };
    let mut bytes = Zeroizing::new(Vec::new());
    let mut source = source.take(Limits::default().max_bytes + 1);
    let read = source.read_to_end(&mut bytes);
    read.map_err(|reason| unreadable(path, reason))?;
    Ok(bytes)
}

fn unreadable(path: &Path, reason: io::Error) -> Error {
    Error::File {
        path: path.to_owned(),
        reason,
    }
}
