//! The corpus of the fuzz target, replayed and changed by chance on every run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

#[path = "../fuzz/look.rs"]
mod look;
#[path = "../../../tests/fuzz/replay.rs"]
mod replay;

#[test]
fn any_bytes_are_a_picture_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/read");
    assert!(replay::replay(&corpus, look::look) >= 20);
}
