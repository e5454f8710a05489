//! Documents that are made from the code are as the code is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_command_reference_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let wanted = keytick_cli::reference();
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &wanted).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == wanted,
        "docs/cli.md is out of date: run `cargo xtask docs`"
    );
}

#[test]
fn every_picture_is_named_and_every_named_picture_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut named = BTreeSet::new();
    for (folder, before) in [
        ("", ""),
        ("docs", "docs/"),
        ("docs/pictures", "docs/pictures/"),
    ] {
        for path in files(&root.join(folder), "md") {
            let text = fs::read_to_string(path).unwrap();
            let words = text.split(|it: char| it.is_whitespace() || "()\"".contains(it));
            let pictures = words.filter(|word| word.ends_with(".png"));
            let from_root = pictures.map(|word| format!("{before}{word}"));
            named.extend(from_root.filter(|path| path.starts_with("docs/pictures/")));
        }
    }
    let mut there = BTreeSet::new();
    for folder in ["", "de/", "es/", "ar/"] {
        let folder = format!("docs/pictures/{folder}");
        let names = files(&root.join(&folder), "png");
        let names = names.iter().map(|path| path.file_name().unwrap().to_str());
        there.extend(names.map(|name| folder.clone() + name.unwrap()));
    }
    assert_eq!(named, there);
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .collect()
}
