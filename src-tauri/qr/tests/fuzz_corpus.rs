//! The corpus of the fuzz target, replayed and changed by chance on every run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::cell::Cell;
use std::path::Path;

#[path = "../fuzz/look.rs"]
mod look;
#[path = "../../../tests/fuzz/replay.rs"]
mod replay;

/// On a usual run, one in so many of the changed files is looked at: the longer
/// the run, the better, but not in every run.
const STEP: usize = 40;

#[test]
fn any_bytes_are_a_picture_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/read");
    let is_long = std::env::var_os("KEYTICK_FUZZ_ROUNDS").is_some();
    let turn = Cell::new(0_usize);
    let files = replay::replay(&corpus, |bytes| {
        turn.set(turn.get() + 1);
        if is_long || turn.get() <= 40 || turn.get().is_multiple_of(STEP) {
            look::look(bytes);
        }
    });
    assert!(files >= 20);
}
