//! Looks for secrets where none may be: in files, in the page, in the memory of the
//! processes that show it. Each secret is looked for as bytes and in every spelling in
//! which a program might have written it down.

use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::Path;

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};

use crate::{App, Screen};

/// A key in all its spellings.
pub struct Sentinel {
    name: String,
    spellings: Vec<(&'static str, Vec<u8>)>,
}

impl Sentinel {
    /// The key of a base32 text without padding.
    pub fn new(base32: &str) -> Self {
        let bytes = BASE32_NOPAD.decode(base32.as_bytes()).expect("base32");
        let lower = base32.to_lowercase();
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let spellings = vec![
            ("base32", base32.into()),
            ("base32 in lower case", lower.as_str().into()),
            ("base32 as UTF-16", wide(base32)),
            ("hex", HEXLOWER.encode(&bytes).into()),
            ("hex in upper case", HEXUPPER.encode(&bytes).into()),
            ("base64", BASE64_NOPAD.encode(&bytes).into()),
            ("base64url", BASE64URL_NOPAD.encode(&bytes).into()),
            ("bytes", bytes),
        ];
        Self {
            name: base32.into(),
            spellings,
        }
    }

    /// How the key is spelt in `haystack`, if it is there.
    fn spelling_in(&self, haystack: &[u8]) -> Option<&'static str> {
        let found =
            |(_, needle): &&(&str, Vec<u8>)| memchr::memmem::find(haystack, needle).is_some();
        self.spellings.iter().find(found).map(|(name, _)| *name)
    }
}

/// Fails if a sentinel is in a file of the home folder: data, settings, cache, logs,
/// temporary files.
pub fn assert_none_in_files(screen: &Screen, sentinels: &[Sentinel]) {
    let mut searched = 0;
    search_folder(screen.home(), sentinels, &mut searched);
    assert!(
        searched > 0,
        "no file to search in {}",
        screen.home().display()
    );
}

fn search_folder(folder: &Path, sentinels: &[Sentinel], searched: &mut usize) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => search_folder(&path, sentinels, searched),
            Ok(kind) if kind.is_file() => {
                // A file may go away while we look.
                let Ok(bytes) = std::fs::read(&path) else {
                    continue;
                };
                assert_none(&path.display().to_string(), &bytes, sentinels);
                *searched += 1;
            }
            _ => {}
        }
    }
}

/// Fails if a sentinel is in the page or in the memory of a process that shows it. The
/// first process is the app itself, which has to know the keys.
pub fn assert_none_in_page(app: &App, sentinels: &[Sentinel]) {
    let html = app.script("return document.documentElement.outerHTML");
    assert_none("the page", html.to_string().as_bytes(), sentinels);
    let processes = app.processes();
    assert!(processes.len() > 1, "the page has a process of its own");
    for &pid in &processes[1..] {
        search_memory(pid, sentinels);
    }
}

fn search_memory(pid: u32, sentinels: &[Sentinel]) {
    let memory = File::open(format!("/proc/{pid}/mem")).expect("memory");
    let place = format!("the memory of process {pid}");
    let mut searched = 0;
    for region in written_regions(pid) {
        searched += search_region(&place, &memory, region, sentinels);
    }
    assert!(searched > 1 << 20, "{place} let us read {searched} bytes");
}

/// The runs of pages that a process has written to and that are in memory. WebKit
/// reserves gigabytes that it never touches, so the map of pages is asked first
/// (proc_pid_pagemap(5): bit 63 is "present", bit 62 "swapped").
fn written_regions(pid: u32) -> Vec<Range<u64>> {
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).expect("memory map");
    let pages = File::open(format!("/proc/{pid}/pagemap")).expect("map of pages");
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
    regions
}

const PAGE: usize = 4096;

/// Reads a region piece by piece; pieces overlap, so that no spelling falls between two.
fn search_region(place: &str, memory: &File, region: Range<u64>, sentinels: &[Sentinel]) -> usize {
    const PIECE: usize = 1 << 20;
    let mut piece = vec![0; PIECE + PAGE];
    let mut searched = 0;
    for from in region.clone().step_by(PIECE) {
        let length = piece.len().min((region.end - from) as usize);
        // A page may be gone again, or belong to a device.
        let Ok(read) = memory.read_at(&mut piece[..length], from) else {
            continue;
        };
        assert_none(place, &piece[..read], sentinels);
        searched += read;
    }
    searched
}

fn assert_none(place: &str, bytes: &[u8], sentinels: &[Sentinel]) {
    for sentinel in sentinels {
        if let Some(spelling) = sentinel.spelling_in(bytes) {
            panic!("{place} holds the key {} as {spelling}", sentinel.name);
        }
    }
}
