//! What is read of pictures with QR codes, and how fast: those that `xtask/qr-corpus` draws,
//! and the test pictures of zxing and zxing-cpp where `KEYTICK_PEER_FIXTURES` names them.
//! Beside it the same pictures through zxing-cpp.

pub mod memory;
mod pictures;
mod reading;
mod tally;
mod zxing;

use xtask_qr_corpus::Level;

use crate::table::{row, title};
use pictures::Set;
use tally::Tally;

/// Seeds on which nothing was tuned.
const DRAWN: [(Level, u64, usize); 3] = [
    (Level::Normal, 7, 400),
    (Level::Hard, 8, 200),
    (Level::Negative, 9, 120),
];

/// Every set, one table each.
pub fn measure() {
    for (level, seed, count) in DRAWN {
        match pictures::drawn(level, seed, count) {
            Ok(set) => table(&set),
            Err(error) => row("drawn pictures", "not run", &error.to_string()),
        }
    }
    match pictures::peers() {
        Some(sets) => sets.iter().for_each(table),
        None => row(
            "pictures of zxing and zxing-cpp",
            "not run",
            "KEYTICK_PEER_FIXTURES is not set",
        ),
    }
}

fn table(set: &Set) {
    title(&format!("QR codes: {}", set.name));
    let peer = zxing::read(set);
    if peer.is_none() {
        row(
            "zxing-cpp",
            "not run",
            "python3 cannot import zxingcpp and PIL",
        );
    }
    let mut tally = Tally::default();
    let mut largest = None;
    for (index, sample) in set.samples.iter().enumerate() {
        let theirs = peer.as_ref().and_then(|peer| peer.get(index));
        match reading::read(&sample.file) {
            Ok(ours) => {
                tally.add(sample, &ours, theirs);
                if largest.is_none_or(|(pixels, _)| pixels < ours.pixels) {
                    largest = Some((ours.pixels, sample));
                }
            }
            Err(reason) => row(&sample.name, "not read", &reason),
        }
    }
    tally.print();
    if let Some((pixels, sample)) = largest {
        memory::print(sample, pixels);
    }
}
