//! The corpora of the fuzz targets, replayed and changed by chance on every run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

#[path = "../fuzz/merge.rs"]
mod merge;
#[path = "../fuzz/payload.rs"]
mod payload;
#[path = "../../../tests/fuzz/replay.rs"]
mod replay;

fn corpus(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target)
}

#[test]
fn any_payload_is_read_or_refused_and_nothing_in_it_is_dropped() {
    assert!(replay::replay(&corpus("payload"), 1, payload::read) >= 20);
}

#[test]
fn any_two_payloads_merge_and_no_secret_is_lost() {
    assert!(replay::replay(&corpus("merge"), 1, merge::both) >= 10);
}
