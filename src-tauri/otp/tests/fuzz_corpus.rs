//! The corpus of the fuzz target, replayed and changed by chance on every run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

#[path = "../../../tests/fuzz/replay.rs"]
mod replay;
#[path = "../fuzz/uri.rs"]
mod uri;

#[test]
fn any_text_is_read_or_refused_and_reads_back() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/uri");
    assert!(replay::replay(&corpus, 1, uri::read) >= 40);
}
