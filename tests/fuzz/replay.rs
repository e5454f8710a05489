//! The corpus of a fuzz target on a stable compiler: every file of it, and files made of it by
//! chance. The same chance every time, so that what is found is found again.
//!
//! `KEYTICK_FUZZ_SECONDS` says for how long they are made, or `KEYTICK_FUZZ_ROUNDS` how many;
//! `KEYTICK_FUZZ_SEED` starts elsewhere.

use std::path::Path;
use std::time::{Duration, Instant};

/// How many are made on a usual run, by a target that takes no time.
const ROUNDS: u64 = 10_000;

/// Pieces of text and numbers that parsers stumble over.
const TOKENS: [&[u8]; 24] = [
    b"0",
    b"-1",
    b"1e999",
    b"4294967296",
    b"18446744073709551616",
    b"null",
    b"[]",
    b"{}",
    b"\"\"",
    b"\"",
    b"\\",
    b"\\ud800",
    b"%",
    b"%00",
    b"&",
    b"=",
    b":",
    b"/",
    b"[[[[[[[[[",
    b"\0",
    b"\xff",
    b"\xc3",
    "\u{fb01}".as_bytes(),
    "\u{200b}".as_bytes(),
];

/// Calls `target` with every file of a corpus, and with changed ones: on a usual run, with one
/// in so many of them as the target is `slow`. Returns how many files the corpus has.
pub fn replay(corpus: &Path, slow: u64, target: impl Fn(&[u8])) -> usize {
    let mut paths: Vec<_> = std::fs::read_dir(corpus)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect();
    for seed in &seeds {
        call(&target, seed);
    }
    let mut chance = Chance(number("KEYTICK_FUZZ_SEED").unwrap_or(1));
    let began = Instant::now();
    let seconds = number("KEYTICK_FUZZ_SECONDS").map(Duration::from_secs);
    let most = number("KEYTICK_FUZZ_ROUNDS").unwrap_or(ROUNDS / slow);
    let mut rounds = 0;
    while seconds.map_or(rounds < most, |seconds| began.elapsed() < seconds) {
        rounds += 1;
        let mut bytes = chance.one_of(&seeds).clone();
        for _ in 0..=chance.below(4) {
            change(&mut bytes, &seeds, &mut chance);
        }
        call(&target, &bytes);
    }
    let name = corpus.file_name().unwrap().display();
    println!(
        "torture: fuzz target {name}: {} kept files and {rounds} made of them, none crashes",
        seeds.len()
    );
    seeds.len()
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Shows the bytes with which a target fails.
fn call(target: &impl Fn(&[u8]), bytes: &[u8]) {
    struct Shown<'a>(&'a [u8]);
    impl Drop for Shown<'_> {
        fn drop(&mut self) {
            if std::thread::panicking() {
                eprintln!("with the bytes b\"{}\"", self.0.escape_ascii());
            }
        }
    }
    let _shown = Shown(bytes);
    target(bytes);
}

fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let length = chance.below(16).min(bytes.len() - at);
    match chance.below(6) {
        0 if length > 0 => bytes[at] ^= 1 << chance.below(8),
        1 => {
            bytes.drain(at..at + length);
        }
        2 => {
            let again = bytes[at..at + length].to_vec();
            bytes.splice(at..at, again);
        }
        3 => {
            let other = chance.one_of(seeds);
            let start = chance.below(other.len() + 1);
            let end = start + chance.below(64).min(other.len() - start);
            bytes.splice(at..at + length, other[start..end].iter().copied());
        }
        4 => bytes.truncate(at),
        _ => {
            let token = *chance.one_of(&TOKENS);
            bytes.splice(at..at + length, token.iter().copied());
        }
    }
}

/// SplitMix64: enough for choosing.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
