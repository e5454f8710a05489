//! docs/acceptance.md shows nothing by a test that is not there.

use std::fs;
use std::path::Path;

#[test]
fn every_test_that_the_page_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("docs/acceptance.md")).unwrap();
    let mut named = 0;
    for cell in page.lines().filter_map(|line| line.split(" | ").nth(1)) {
        let mut source = String::new();
        for word in cell.split('`').skip(1).step_by(2) {
            if is_file(word) {
                source = fs::read_to_string(root.join(word)).unwrap_or_default();
                assert!(!source.is_empty(), "{word} is not there");
            } else {
                let spellings = [
                    format!("fn {word}("),
                    format!("test(\"{word}\""),
                    format!("test(`{word}`"),
                ];
                let is_there = spellings.iter().any(|it| source.contains(it));
                assert!(is_there, "no test {word:?}");
                named += 1;
            }
        }
    }
    assert!(named >= 30, "{named}");
}

/// Every promise is shown by something, or says that it is not.
#[test]
fn no_promise_is_left_without_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("docs/acceptance.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| "));
    for row in rows.filter(|row| !row.starts_with("| promise")) {
        let shown = row.split(" | ").nth(1).unwrap_or_default();
        let is_shown = shown.contains('`') || shown.contains("ot shown") || shown.contains("](");
        assert!(is_shown, "{row}");
    }
}

fn is_file(word: &str) -> bool {
    let ends = [".rs", ".ts", ".js"];
    word.contains('/') && ends.iter().any(|end| word.ends_with(end))
}
