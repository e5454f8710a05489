//! Looks for secrets where none may be: in files, in the page, in the memory of the
//! processes that show it. Each secret is looked for as bytes and in every spelling in
//! which a program might have written it down.

use std::path::Path;

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};

use crate::{App, Screen, memory};

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
    let place = format!("the memory of process {pid}");
    let searched = memory::read(pid, |piece| assert_none(&place, piece, sentinels));
    let searched = searched.expect("memory");
    assert!(searched > 1 << 20, "{place} let us read {searched} bytes");
}

fn assert_none(place: &str, bytes: &[u8], sentinels: &[Sentinel]) {
    for sentinel in sentinels {
        if let Some(spelling) = sentinel.spelling_in(bytes) {
            panic!("{place} holds the key {} as {spelling}", sentinel.name);
        }
    }
}
