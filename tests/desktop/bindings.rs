//! The page's copy of the commands and their shapes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use keytick_desktop::bindings::export;

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/bindings.ts")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// The names in quotes after `start`, line by line.
fn quoted_after(start: &str) -> BTreeSet<String> {
    let text = read(&kept());
    let after = text.lines().filter(|line| line.contains(start));
    let names = after.filter_map(|line| line.split('"').nth(1));
    names.map(str::to_owned).collect()
}

/// Every command there is.
pub fn command_names() -> BTreeSet<String> {
    quoted_after("__TAURI_INVOKE<")
}

/// Every event there is.
pub fn event_names() -> BTreeSet<String> {
    quoted_after(": makeEvent<")
}

/// `KEYTICK_WRITE_BINDINGS=1 cargo test --test desktop bindings` writes them anew.
#[test]
fn bindings_are_current() {
    if std::env::var_os("KEYTICK_WRITE_BINDINGS").is_some() {
        export(&kept()).unwrap();
    }
    let fresh = tempfile::NamedTempFile::new().unwrap();
    export(fresh.path()).unwrap();
    assert!(
        read(&kept()) == read(fresh.path()),
        "see this test's comment for how to renew them"
    );
}

#[test]
fn the_file_says_that_it_is_generated() {
    assert!(
        read(&kept())
            .lines()
            .next()
            .unwrap()
            .starts_with("// Generated")
    );
}

#[test]
fn commands_and_events_are_found_in_it() {
    assert_eq!((command_names().len(), event_names().len()), (114, 19));
}
