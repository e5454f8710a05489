//! The pictures that the arguments name, and those in folders.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// A picture to be read, or a folder that gives none.
pub(super) struct Named {
    pub(super) path: PathBuf,
    /// As it is told, with `/` on every system below a folder.
    pub(super) name: String,
    /// Why there is nothing to read.
    pub(super) problem: Option<Error>,
}

/// All of them, a folder's by their names.
pub(super) fn all<'a>(paths: impl Iterator<Item = &'a PathBuf>) -> Vec<Named> {
    let mut all = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        match path.is_dir() {
            false => all.push(named(path.clone(), name, None)),
            true => {
                let before = all.len();
                folder(path, &name, &mut all);
                if all.len() == before {
                    all.push(named(path.clone(), name, Some(Error::NoPicture)));
                }
            }
        }
    }
    all
}

fn named(path: PathBuf, name: String, problem: Option<Error>) -> Named {
    Named {
        path,
        name,
        problem,
    }
}

/// What looks like a picture in a folder and its folders. Other things lie about there.
fn folder(path: &Path, name: &str, all: &mut Vec<Named>) {
    let entries: io::Result<Vec<_>> = fs::read_dir(path).and_then(Iterator::collect);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(reason) => {
            let path = path.to_owned();
            let problem = Error::File {
                path: path.clone(),
                reason,
            };
            return all.push(named(path, name.to_owned(), Some(problem)));
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        // Links may lead in circles, and out of the folder; pipes lead nowhere.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folder(&path, &name, all),
            Ok(kind) if kind.is_file() && looks_like_picture(&path) => {
                all.push(named(path, name, None));
            }
            _ => {}
        }
    }
}

/// By its first bytes. What cannot be opened is kept for its reason.
fn looks_like_picture(path: &Path) -> bool {
    const ENOUGH: u64 = 4096;
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(ENOUGH).read_to_end(&mut head));
    read.is_err() || keytick_qr::is_picture(&head)
}
