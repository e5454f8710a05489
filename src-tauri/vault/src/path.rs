//! Where vaults are: the default place, links, and the names of the files beside a vault.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::fs::Fs;
use crate::step::Step;

/// Where a person's vault is: the environment variable `KEYTICK_VAULT`, else
/// `vault.keytick` in the folder for local application data. None on a system without a
/// home folder.
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    named_or_local(std::env::var_os("KEYTICK_VAULT"))
}

fn named_or_local(named: Option<OsString>) -> Option<PathBuf> {
    match named.filter(|path| !path.is_empty()) {
        Some(path) => Some(path.into()),
        None => Some(local_data_folder()?.join("vault.keytick")),
    }
}

/// The folder for this machine's own application data, made or not. None on a system without
/// a home folder.
pub(crate) fn local_data_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "Keytick")?;
    Some(folders.data_local_dir().to_owned())
}

/// The file that a path leads to: a link is followed, so that saving replaces the file and
/// not the link.
pub(crate) fn resolve(fs: &dyn Fs, path: &Path) -> Result<PathBuf, Error> {
    let read = |source| Error::io(Step::Read, path, source);
    if !fs.is_link(path).map_err(read)? {
        // Not followed: on Windows that would change the path's form.
        return Ok(path.to_owned());
    }
    fs.follow(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => Error::BrokenLink {
            path: path.to_owned(),
        },
        _ => read(source),
    })
}

/// [`resolve`], or the path itself where there is nothing. A link that leads nowhere is an
/// error: what is put in its place would not be where the person keeps the vault.
pub(crate) fn resolve_or_new(fs: &dyn Fs, path: &Path) -> Result<PathBuf, Error> {
    match resolve(fs, path) {
        Err(Error::NotFound { .. }) => Ok(path.to_owned()),
        resolved => resolved,
    }
}

/// The folder of a vault; a bare file name is in the current folder.
pub(crate) fn folder(vault: &Path) -> &Path {
    match vault.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A file beside the vault: `vault.keytick` and `lock` give `vault.keytick.lock`.
pub(crate) fn beside(vault: &Path, suffix: &str) -> PathBuf {
    vault.with_file_name(beside_name(vault, suffix))
}

pub(crate) fn beside_name(vault: &Path, suffix: &str) -> OsString {
    let mut name = vault.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_name_is_none() {
        let local = local_data_folder().map(|folder| folder.join("vault.keytick"));
        assert_eq!(named_or_local(Some("/x/v".into())), Some("/x/v".into()));
        assert_eq!(named_or_local(Some("".into())), local);
        assert_eq!(named_or_local(None), local);
    }

    #[test]
    fn names_beside_the_vault() {
        let vault = Path::new("/x/vault.keytick");
        assert_eq!(beside(vault, "lock"), Path::new("/x/vault.keytick.lock"));
        assert_eq!(folder(vault), Path::new("/x"));
        assert_eq!(folder(Path::new("vault.keytick")), Path::new("."));
    }
}
