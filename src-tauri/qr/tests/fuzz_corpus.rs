//! The corpora of the fuzz targets, replayed and changed by chance on every run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

#[path = "../fuzz/look.rs"]
mod look;
#[path = "../../../tests/fuzz/replay.rs"]
mod replay;

fn corpus(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target)
}

#[test]
fn any_bytes_are_a_picture_or_refused() {
    assert!(replay::replay(&corpus("read"), 50, look::look) >= 9);
}

#[test]
fn any_brightness_is_read() {
    assert!(replay::replay(&corpus("pixels"), 100, look::pixels) >= 20);
}
