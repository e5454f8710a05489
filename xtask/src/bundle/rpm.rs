//! What is in the .rpm: the same files as in the .deb, byte for byte but for the word in the app
//! that says in which kind of package it came. It is read, not installed.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Result;
use crate::process::{command, output};

/// What the package says of itself, as rpm's tags.
const SAYS: [(&str, &str); 4] = [
    ("NAME", "keytick"),
    ("VERSION", env!("CARGO_PKG_VERSION")),
    ("LICENSE", "MIT OR Apache-2.0"),
    ("SUMMARY", "Codes for two-step sign-in, from screenshots"),
];

/// What it needs from the system, for the page and for the window.
const NEEDS: [&str; 2] = ["libwebkit2gtk-4.1.so.0()(64bit)", "libgtk-3.so.0()(64bit)"];

/// Where one kind of package has what the other has elsewhere, otherwise or not at all.
const OWN_PLACES: [&str; 5] = [
    "/usr/bin/keytick-desktop",
    "/usr/share/zsh/vendor-completions/_keytick",
    "/usr/share/zsh/site-functions/_keytick",
    "/usr/share/doc/keytick/copyright",
    "/usr/share/licenses/keytick/",
];

/// Files by their paths: how they are allowed to be used, and their SHA-256.
type Files = BTreeMap<String, (String, String)>;

/// Holds the .rpm against the .deb.
///
/// # Errors
/// Names what differs.
pub fn check(rpm: &Path, deb: &Path) -> Result<String> {
    tell(&["--checksig", "--nosignature"], rpm)?;
    for (tag, wanted) in SAYS {
        let said = tell(&["-qp", "--queryformat", &format!("%{{{tag}}}")], rpm)?;
        if said != wanted {
            return Err(format!("the .rpm says {tag} is {said:?}, not {wanted:?}").into());
        }
    }
    let requires = tell(&["-qp", "--requires"], rpm)?;
    for wanted in NEEDS {
        if !requires.lines().any(|line| line.trim() == wanted) {
            return Err(format!("the .rpm does not require {wanted}").into());
        }
    }
    let (in_rpm, in_deb) = (files_of_rpm(rpm)?, files_of_deb(deb)?);
    let shared = |path: &&String| !OWN_PLACES.iter().any(|place| path.starts_with(place));
    let paths = in_rpm.keys().chain(in_deb.keys()).filter(shared);
    let differ: Vec<_> = paths
        .filter(|path| in_rpm.get(*path) != in_deb.get(*path))
        .map(String::as_str)
        .collect();
    if !differ.is_empty() {
        return Err(format!("the .rpm and the .deb differ in {}", differ.join(", ")).into());
    }
    Ok(format!("{} files, those of the .deb", in_rpm.len()))
}

fn tell(arguments: &[&str], rpm: &Path) -> Result<String> {
    output(command("rpm", arguments).arg(rpm))
        .ok_or_else(|| format!("rpm {} fails", arguments.join(" ")).into())
}

fn files_of_rpm(rpm: &Path) -> Result<Files> {
    let format = "[%{FILEMODES:perms} %{FILEDIGESTS} %{FILENAMES}\n]";
    let told = tell(&["-qp", "--queryformat", format], rpm)?;
    let files = told.lines().filter(|line| line.starts_with('-'));
    Ok(files.filter_map(file).collect())
}

/// `-rw-r--r-- DIGEST PATH`
fn file(line: &str) -> Option<(String, (String, String))> {
    let mut words = line.splitn(3, ' ').map(str::to_owned);
    let (permissions, digest, path) = (words.next()?, words.next()?, words.next()?);
    Some((path, (permissions, digest)))
}

fn files_of_deb(deb: &Path) -> Result<Files> {
    let folder = crate::process::built("bundled").join("deb");
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder)?;
    }
    let mut unpack = command("dpkg-deb", &["--extract"]);
    output(unpack.arg(deb).arg(&folder)).ok_or("the .deb cannot be unpacked")?;
    let script = "find . -type f | sort | while read -r path; do \
                  echo \"$(stat -c %A \"$path\") $(sha256sum <\"$path\" | cut -d' ' -f1) \
                  ${path#.}\"; done";
    let told = output(command("sh", &["-c", script]).current_dir(&folder));
    let told = told.ok_or("the files of the .deb cannot be read")?;
    Ok(told.lines().filter_map(file).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_permissions_digest_and_path() {
        let (path, about) = file("-rw-r--r-- 0a1b /usr/share/a file").expect("three words");
        assert_eq!(path, "/usr/share/a file");
        assert_eq!(about, ("-rw-r--r--".into(), "0a1b".into()));
        assert_eq!(file("-rw-r--r--"), None);
    }
}
