//! Files and folders from the disk into memory, within limits; and files that appear whole
//! or not at all.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use keytick_formats as formats;
use keytick_qr::{Limits, PictureError};
use zeroize::Zeroizing;

use crate::error::UiError;

/// Bytes of a file at most, as it is read whole.
pub const FILE_BYTES: u64 = Limits::USUAL.max_file_bytes;

/// Files of a folder that is read whole, at most.
pub const FOLDER_FILES: usize = 2_000;
/// Folders in each other that are looked at.
pub const FOLDER_DEPTH: usize = 8;

/// A file's bytes, if it is a file and not too large.
///
/// # Errors
/// `desktop-cannot-read`, `desktop-not-a-file`, `qr-file-too-large`.
pub fn bytes(path: &Path) -> Result<Zeroizing<Vec<u8>>, UiError> {
    // A pipe or a device would be read for ever.
    let found = fs::metadata(path).map_err(unreadable)?;
    if !found.is_file() {
        return Err(UiError::new("desktop-not-a-file"));
    }
    let too_large = PictureError::FileTooLarge {
        max_bytes: FILE_BYTES,
    };
    if found.len() > FILE_BYTES {
        return Err(too_large.into());
    }
    // As long as it may get, so that no copy stays behind where it grew.
    let length = usize::try_from(found.len()).unwrap_or(0) + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(length));
    let file = File::open(path).map_err(unreadable)?;
    file.take(FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    // It may have grown since.
    match bytes.len() as u64 > FILE_BYTES {
        true => Err(too_large.into()),
        false => Ok(bytes),
    }
}

/// The files of a folder and of those in it, named from there on. Links are not followed.
///
/// # Errors
/// `desktop-cannot-read`, and `desktop-folder-too-large` for more than two thousand files,
/// eight folders in each other, or 128 MB.
pub fn folder(path: &Path) -> Result<Vec<formats::File>, UiError> {
    let mut files = Vec::new();
    walk(path, "", FOLDER_DEPTH, &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn walk(
    path: &Path,
    prefix: &str,
    depth: usize,
    files: &mut Vec<formats::File>,
) -> Result<(), UiError> {
    let too_large = || UiError::new("desktop-folder-too-large");
    for entry in fs::read_dir(path).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            let depth = depth.checked_sub(1).ok_or_else(too_large)?;
            walk(&entry.path(), &format!("{name}/"), depth, files)?;
        } else if kind.is_file() {
            let bytes = bytes(&entry.path())?;
            files.push(formats::File { name, bytes });
            let all: usize = files.iter().map(|file| file.bytes.len()).sum();
            if files.len() > FOLDER_FILES || all as u64 > FILE_BYTES {
                return Err(too_large());
            }
        }
    }
    Ok(())
}

/// Extensions that pictures usually have. What a file is, its content says.
pub const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff"];

/// Whether a file is called like a picture.
#[must_use]
pub fn is_called_picture(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        PICTURES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(extension))
    })
}

/// Writes a file. It appears whole or not at all, and is readable by its owner only.
///
/// # Errors
/// Those of the system.
pub fn write(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // tempfile makes the file with mode 0600 from the beginning.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// What a path is called, without the folder it is in.
#[must_use]
pub fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn unreadable(_: std::io::Error) -> UiError {
    UiError::new("desktop-cannot-read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_by_name_and_leaves_links_alone() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("b")).unwrap();
        fs::write(home.path().join("b/one"), "1").unwrap();
        fs::write(home.path().join("a"), "22").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(home.path(), home.path().join("c")).unwrap();
        let files: Vec<(String, usize)> = folder(home.path())
            .unwrap()
            .into_iter()
            .map(|file| (file.name, file.bytes.len()))
            .collect();
        assert_eq!(files, [("a".to_owned(), 2), ("b/one".to_owned(), 1)]);
    }

    #[test]
    fn a_folder_in_too_many_folders_is_refused() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir_all(home.path().join("a/a/a/a/a/a/a/a/a")).unwrap();
        let refused = folder(home.path()).unwrap_err();
        assert_eq!(refused.id, "desktop-folder-too-large");
    }
}
