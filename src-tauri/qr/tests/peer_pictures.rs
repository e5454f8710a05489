//! The test pictures of zxing and zxing-cpp, read where they lie.
//!
//! They are other projects' files and not part of this one: the folder that
//! holds them is named by `KEYTICK_PEER_FIXTURES`, and without it this test
//! says that it did not run.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod page;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use keytick_qr::{Limits, Picture};
use page::read;
use serde_json::Value;

/// Codes that must be found at least, by set: what was found when this was
/// written, less one.
/// In `neg` there is nothing to find.
const FLOORS: [(&str, usize); 3] = [("neg", 0), ("zxing", 176), ("zxing-cpp", 133)];

#[derive(Default)]
struct Total {
    pictures: usize,
    codes: usize,
    found: usize,
    wrong: usize,
    ms: f64,
    slowest_ms: f64,
}

#[test]
fn reads_the_pictures_of_other_readers() {
    let Some(folder) = std::env::var_os("KEYTICK_PEER_FIXTURES") else {
        println!("not run: pictures of zxing and zxing-cpp (KEYTICK_PEER_FIXTURES is not set)");
        return;
    };
    let folder = PathBuf::from(folder).join("qr");
    let manifest = std::fs::read(folder.join("manifest.json")).unwrap();
    let manifest: Vec<Value> = serde_json::from_slice(&manifest).unwrap();

    let mut totals: BTreeMap<&str, Total> = BTreeMap::new();
    for entry in &manifest {
        let total = totals.entry(entry["set"].as_str().unwrap()).or_default();
        look(&folder, entry, total);
    }
    for (set, total) in &totals {
        println!(
            "{set}: {} of {} codes in {} pictures, {} wrong; {:.0} ms a picture, {:.0} ms at most",
            total.found,
            total.codes,
            total.pictures,
            total.wrong,
            total.ms / total.pictures as f64,
            total.slowest_ms,
        );
    }
    for (set, floor) in FLOORS {
        assert!(
            totals[set].found >= floor,
            "{set}: {} codes",
            totals[set].found
        );
        assert_eq!(totals[set].wrong, 0, "{set}: texts that are not there");
    }
}

fn look(folder: &Path, entry: &Value, total: &mut Total) {
    let file = entry["file"].as_str().unwrap();
    let bytes = std::fs::read(folder.join(file)).unwrap();
    let picture =
        Picture::decode(&bytes, &Limits::default()).unwrap_or_else(|e| panic!("{file}: {e}"));
    let started = Instant::now();
    let codes = read(&picture);
    let ms = started.elapsed().as_secs_f64() * 1e3;

    let count = usize::try_from(entry["count"].as_u64().unwrap()).unwrap();
    total.pictures += 1;
    total.codes += count;
    total.ms += ms;
    total.slowest_ms = total.slowest_ms.max(ms);
    let Some(expected) = entry["expected"].as_array() else {
        // Known by number only.
        total.found += codes.len().min(count);
        return;
    };
    let mut expected: Vec<&str> = expected.iter().filter_map(Value::as_str).collect();
    for code in &codes {
        match expected.iter().position(|text| *text == code.text.as_str()) {
            Some(index) => {
                expected.swap_remove(index);
                total.found += 1;
            }
            // The manifest names one of the two codes that stand inside each
            // other on these pictures.
            None if file.contains("qrcode-2_16.") && code.text.contains("QRコード]") => {}
            None => {
                println!("{file}: unexpected text {:?}", &**code.text);
                total.wrong += 1;
            }
        }
    }
    if !expected.is_empty() {
        println!(
            "{file}: missed {}x{} {ms:.0} ms",
            picture.width(),
            picture.height()
        );
    }
}
