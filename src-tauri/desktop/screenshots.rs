//! Folders of screenshots: a thousand pictures, which are read one by one, since together
//! they are more than a backup may be.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::files::{FILE_BYTES, FOLDER_DEPTH, FOLDER_FILES};

/// Pictures of a folder that are looked at; a whole disk is not what was meant.
const MOST: usize = 10_000;

/// The pictures in a folder and its folders, by name. None if it is to be read as what
/// another program has left: it holds other things too, and is small enough for that.
pub fn pictures(folder: &Path) -> Option<Vec<PathBuf>> {
    let mut seen = Seen::default();
    seen.walk(folder, FOLDER_DEPTH);
    let too_large = seen.files > FOLDER_FILES || seen.bytes > FILE_BYTES;
    let are_all = seen.others == 0 || too_large;
    (are_all && !seen.pictures.is_empty()).then(|| {
        seen.pictures.sort();
        seen.pictures
    })
}

#[derive(Default)]
struct Seen {
    pictures: Vec<PathBuf>,
    others: usize,
    files: usize,
    bytes: u64,
}

impl Seen {
    /// What cannot be looked at is left out. Links are not followed.
    fn walk(&mut self, folder: &Path, depth: usize) {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for entry in entries {
            let (path, kind) = (entry.path(), entry.file_type());
            match kind {
                Ok(kind) if kind.is_dir() && depth > 0 => self.walk(&path, depth - 1),
                Ok(kind) if kind.is_file() && self.files < MOST => self.take(path),
                _ => {}
            }
        }
    }

    fn take(&mut self, path: PathBuf) {
        self.files += 1;
        self.bytes += fs::metadata(&path).map_or(0, |found| found.len());
        if looks_like_picture(&path) {
            self.pictures.push(path);
        } else if !is_left_by_system(&path) {
            self.others += 1;
        }
    }
}

/// By its first bytes: names lie.
fn looks_like_picture(path: &Path) -> bool {
    const ENOUGH: u64 = 4096;
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(ENOUGH).read_to_end(&mut head));
    read.is_ok() && keytick_qr::is_picture(&head)
}

/// What systems leave in folders: `.DS_Store`, `.directory`, `desktop.ini`, `Thumbs.db`.
fn is_left_by_system(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || ["desktop.ini", "Thumbs.db"].contains(&&*name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

    #[test]
    fn a_folder_of_pictures_gives_them_by_name() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("b")).unwrap();
        for (name, bytes) in [
            ("c.png", PNG),
            ("a", PNG),
            ("b/d.png", PNG),
            ("Thumbs.db", b""),
        ] {
            fs::write(home.path().join(name), bytes).unwrap();
        }
        let expected = ["a", "b/d.png", "c.png"].map(|name| home.path().join(name));
        assert_eq!(pictures(home.path()), Some(expected.to_vec()));
    }

    #[test]
    fn a_small_folder_with_other_things_is_no_folder_of_pictures() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(pictures(home.path()), None);
        fs::write(home.path().join("a.png"), PNG).unwrap();
        fs::write(home.path().join("backup.json"), "{}").unwrap();
        assert_eq!(pictures(home.path()), None);
    }

    #[test]
    fn of_a_large_folder_only_the_pictures_are_read() {
        let home = tempfile::tempdir().unwrap();
        let film = File::create(home.path().join("film.mp4")).unwrap();
        film.set_len(FILE_BYTES + 1).unwrap();
        let picture = home.path().join("a.png");
        fs::write(&picture, PNG).unwrap();
        assert_eq!(pictures(home.path()), Some(vec![picture]));
    }
}
