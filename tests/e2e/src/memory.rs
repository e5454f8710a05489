//! The memory of a running process, read from outside (proc_pid_mem(5)), and a search in it
//! for pieces of secrets.
//!
//! A search for whole secrets finds too little: what an allocator puts into a freed piece of
//! memory overwrites its first bytes and leaves the rest. So every run of eight characters
//! is looked for, in five spellings.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, HEXLOWER};

const PAGE: usize = 4096;

/// Hands `look` every piece of memory that a process has written to, and gives the number of
/// bytes. Pieces overlap by a page, so that nothing falls between two.
///
/// # Errors
/// The process does not let us read.
pub fn read(pid: u32, mut look: impl FnMut(&[u8])) -> io::Result<usize> {
    const PIECE: usize = 1 << 20;
    let memory = File::open(format!("/proc/{pid}/mem"))?;
    let mut piece = vec![0; PIECE + PAGE];
    let mut searched = 0;
    for region in written_regions(pid)? {
        for from in region.clone().step_by(PIECE) {
            let length = piece.len().min((region.end - from) as usize);
            // A page may be gone again, or belong to a device.
            let Ok(read) = memory.read_at(&mut piece[..length], from) else {
                continue;
            };
            look(&piece[..read]);
            searched += read;
        }
    }
    Ok(searched)
}

/// The runs of pages that a process has written to and that are in memory. WebKit
/// reserves gigabytes that it never touches, so the map of pages is asked first
/// (proc_pid_pagemap(5): bit 63 is "present", bit 62 "swapped").
fn written_regions(pid: u32) -> io::Result<Vec<Range<u64>>> {
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps"))?;
    let pages = File::open(format!("/proc/{pid}/pagemap"))?;
    let number = |hex| u64::from_str_radix(hex, 16).expect("an address");
    let mut regions: Vec<Range<u64>> = Vec::new();
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let range = line
            .split_once(' ')
            .and_then(|(range, _)| range.split_once('-'));
        let Some((from, to)) = range.map(|(from, to)| (number(from), number(to))) else {
            continue;
        };
        let mut entries = vec![0; (to - from) as usize / PAGE * 8];
        let read = pages
            .read_at(&mut entries, from / PAGE as u64 * 8)
            .unwrap_or(0);
        for (place, entry) in entries[..read].chunks_exact(8).enumerate() {
            if entry[7] & 0b1100_0000 == 0 {
                continue;
            }
            let start = from + (place * PAGE) as u64;
            match regions.last_mut() {
                Some(region) if region.end == start => region.end += PAGE as u64,
                _ => regions.push(start..start + PAGE as u64),
            }
        }
    }
    Ok(regions)
}

/// Every window of eight characters of some secrets, in every spelling.
#[derive(Default)]
pub struct Windows {
    /// What a window belongs to, by its first eight bytes; some are longer.
    by_start: HashMap<u64, Vec<Window>>,
    /// One bit for every hash of a start that occurs: most of memory is passed over by it.
    filter: Vec<u64>,
}

struct Window {
    rest: Vec<u8>,
    of: &'static str,
    spelling: &'static str,
}

/// How often windows were found: by what they are of and how they are spelt.
pub type Found = BTreeMap<(&'static str, &'static str), usize>;

/// Bytes of memory that are compared at once.
const EIGHT: usize = 8;
/// The filter's size as a power of two, in bits.
const FILTER_BITS: u32 = 22;

impl Windows {
    /// Adds a secret of random bytes: as bytes, and as a program writes bytes down.
    pub fn add_bytes(&mut self, of: &'static str, secret: &[u8]) {
        self.add(of, "bytes", secret, 1, EIGHT);
        let base32 = BASE32_NOPAD.encode(secret);
        self.add(of, "base32", base32.as_bytes(), 1, EIGHT);
        self.add(of, "base32 as UTF-16", &wide(&base32), 2, 2 * EIGHT);
        let base64 = BASE64_NOPAD.encode(secret);
        self.add(of, "base64", base64.as_bytes(), 1, EIGHT);
        // Eight characters of it are four bytes, which other things have by chance.
        let hex = HEXLOWER.encode(secret);
        self.add(of, "hex", hex.as_bytes(), 1, 2 * EIGHT);
    }

    /// Adds a secret that is a text: as it is, and as a page keeps it.
    pub fn add_text(&mut self, of: &'static str, secret: &str) {
        self.add(of, "text", secret.as_bytes(), 1, EIGHT);
        self.add(of, "text as UTF-16", &wide(secret), 2, 2 * EIGHT);
    }

    fn add(
        &mut self,
        of: &'static str,
        spelling: &'static str,
        spelt: &[u8],
        step: usize,
        length: usize,
    ) {
        self.filter.resize(1 << (FILTER_BITS - 6), 0);
        for window in spelt.windows(length).step_by(step) {
            let (start, rest) = window.split_first_chunk().expect("eight bytes at least");
            let start = u64::from_le_bytes(*start);
            let (word, bit) = place(start);
            self.filter[word] |= bit;
            self.by_start.entry(start).or_default().push(Window {
                rest: rest.to_vec(),
                of,
                spelling,
            });
        }
    }

    /// Counts the windows in the memory of a process.
    ///
    /// # Errors
    /// The process does not let us read.
    pub fn count(&self, pid: u32) -> io::Result<Found> {
        let mut found = Found::new();
        let searched = read(pid, |piece| self.count_in(piece, &mut found))?;
        assert!(searched > 1 << 20, "process {pid} let us read {searched}");
        Ok(found)
    }

    fn count_in(&self, bytes: &[u8], found: &mut Found) {
        for (at, eight) in bytes.windows(EIGHT).enumerate() {
            let start = u64::from_le_bytes(eight.try_into().expect("eight bytes"));
            let (word, bit) = place(start);
            if self.filter[word] & bit == 0 {
                continue;
            }
            let windows = self.by_start.get(&start).into_iter().flatten();
            for window in windows.filter(|it| bytes[at + EIGHT..].starts_with(&it.rest)) {
                *found.entry((window.of, window.spelling)).or_default() += 1;
            }
        }
    }
}

/// The word and the bit of the filter for the start of a window.
fn place(start: u64) -> (usize, u64) {
    // Fibonacci hashing: the high bits of the product depend on all bits of the number.
    let hash = start.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - FILTER_BITS);
    ((hash >> 6) as usize, 1 << (hash & 63))
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_in(bytes: &[u8]) -> Found {
        let mut windows = Windows::default();
        windows.add_bytes("key", b"abcdefghijklmnopqrst");
        windows.add_text("password", "seven brave otters");
        let mut found = Found::new();
        windows.count_in(bytes, &mut found);
        found
    }

    #[test]
    fn finds_every_piece_of_eight_in_every_spelling() {
        for (bytes, of, spelling, count) in [
            (&b"abcdefghijklmnopqrst"[..], "key", "bytes", 13),
            (b"..defghijk..", "key", "bytes", 1),
            (b"MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U", "key", "base32", 25),
            (b"YWJjZGVmZ2hpamtsbW5vcHFyc3Q", "key", "base64", 20),
            (b"6162636465666768696a", "key", "hex", 5),
            (b"ven brave otters", "password", "text", 9),
            (
                b"b\0r\0a\0v\0e\0 \0o\0t\0t\0",
                "password",
                "text as UTF-16",
                2,
            ),
        ] {
            let found = found_in(bytes);
            assert_eq!(found.get(&(of, spelling)), Some(&count), "{found:?}");
        }
    }

    #[test]
    fn finds_nothing_in_less() {
        assert_eq!(found_in(b"abcdefg.bcdefgh"), Found::new());
        assert_eq!(found_in(b"seven b.ave ott."), Found::new());
    }
}
