//! Rules of this project that a program can check.

use std::fs;
use std::path::{Path, PathBuf};

/// Files with more lines of code than this are usually more than one idea. Tests beside the
/// code are not counted; files of tests are lists of cases, which may be longer.
const LONGEST: usize = 400;
const LONGEST_TEST: usize = 600;

/// Where printing is right although it is no shell's output.
const MAY_PRINT: [&str; 2] = [
    "src-tauri/desktop/lib.rs", // where a panic was, when nothing else can be shown
    "src-tauri/desktop/main.rs", // why there is no window
];

/// Calls of the operating system that only `unsafe` can make are in few files of these, each
/// with its reason.
const MAY_BE_UNSAFE: [&str; 5] = [
    "src-tauri/capture/src/lib.rs",
    "src-tauri/front/src/lib.rs",
    "src-tauri/memory/src/lib.rs",
    "src-tauri/presence/src/lib.rs",
    "src-tauri/vault/src/lib.rs",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every Rust file of the project, with its path from the root and its text.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["src-tauri", "tests", "xtask"] {
        collect(&root().join(folder), folder, &mut found);
    }
    assert!(found.len() > 50, "the sources are not where they were");
    found
}

fn collect(folder: &Path, name: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        let name = format!("{name}/{file}");
        if path.is_dir() && file != "target" && file != "node_modules" {
            collect(&path, &name, found);
        } else if file.ends_with(".rs") {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The part of a file before its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

fn is_test(name: &str) -> bool {
    name.contains("/tests/") || name.starts_with("tests/") || name.ends_with("/tests.rs")
}

/// The files of modules that only tests have: `/name.rs`.
fn test_modules(sources: &[(String, String)]) -> Vec<String> {
    let after = sources
        .iter()
        .flat_map(|(_, text)| text.split("#[cfg(test)]\n").skip(1));
    after
        .filter_map(|text| text.lines().next()?.strip_prefix("mod ")?.strip_suffix(';'))
        .map(|name| format!("/{name}.rs"))
        .collect()
}

#[track_caller]
fn none(what: &str, offenders: Vec<String>) {
    assert!(offenders.is_empty(), "{what}:\n{}", offenders.join("\n"));
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(name, _)| name);
    none("files that do not open with //!", silent.collect());
}

#[test]
fn no_file_is_long() {
    let long = sources().into_iter().filter_map(|(name, text)| {
        let code = match is_test(&name) {
            true => &text,
            false => code(&text),
        };
        let code = code
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with("//"));
        let lines = code.count();
        let longest = if is_test(&name) {
            LONGEST_TEST
        } else {
            LONGEST
        };
        (lines > longest).then(|| format!("{name}: {lines} lines"))
    });
    none("files to divide", long.collect());
}

/// Output goes through the shells; what builds and measures the project talks freely.
#[test]
fn libraries_and_shells_do_not_print() {
    let loud = sources().into_iter().filter(|(name, text)| {
        name.starts_with("src-tauri/")
            && !is_test(name)
            && !name.contains("/examples/")
            && !name.ends_with("build.rs")
            && !MAY_PRINT.contains(&name.as_str())
            && ["println!(", "eprintln!(", "print!(", "eprint!("]
                .iter()
                .any(|word| code(text).contains(word))
    });
    none("files that print", loud.map(|(name, _)| name).collect());
}

#[test]
fn nothing_unwraps_outside_tests() {
    let all = sources();
    let helpers = test_modules(&all);
    let unwraps = all.into_iter().flat_map(|(name, text)| {
        let helper = helpers.iter().any(|helper| name.ends_with(helper));
        let lines: Vec<String> = match helper || is_test(&name) || name.contains("/examples/") {
            true => Vec::new(),
            false => code(&text)
                .lines()
                .enumerate()
                .filter(|(_, line)| line.contains(".unwrap()") && !line.trim().starts_with("//"))
                .map(|(number, _)| format!("{name}:{}", number + 1))
                .collect(),
        };
        lines
    });
    none("unwrap()", unwraps.collect());
}

#[test]
fn tests_do_not_sleep_and_are_not_skipped() {
    // Put together here, so that this file does not offend itself.
    let words = [concat!("thread::", "sleep"), concat!("#[", "ignore")];
    let offenders = sources().into_iter().filter(|(name, text)| {
        // The journeys in the real window wait for pixels, which tell nobody when they change.
        let test = is_test(name) && !name.starts_with("tests/e2e/");
        test && words.iter().any(|word| text.contains(word))
    });
    none(
        "tests that sleep or are skipped",
        offenders.map(|(name, _)| name).collect(),
    );
}

#[test]
fn every_library_forbids_unsafe_code() {
    let unsafe_ones = sources().into_iter().filter(|(name, text)| {
        name.starts_with("src-tauri/")
            && name.ends_with("/src/lib.rs")
            && !MAY_BE_UNSAFE.contains(&name.as_str())
            && !text.contains("#![forbid(unsafe_code)]")
    });
    none(
        "libraries that allow unsafe code",
        unsafe_ones.map(|(name, _)| name).collect(),
    );
}

#[test]
fn the_changelog_mentions_this_version() {
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        changelog
            .lines()
            .any(|line| line.starts_with("## ") && line.contains(version)),
        "CHANGELOG.md has no heading for {version}"
    );
}
