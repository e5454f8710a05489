//! Damage everywhere: every bit of six golden vaults flipped, every length, every border
//! between two of them. All of it is refused, each by the right check.
//!
//! Where the header is as it was, its key is kept; where only the rest of a slot changed, the
//! slow part of its key is (see [`crate::remembered`]). So millions of tries take seconds.

use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::frame::{Frame, MAC, PRELUDE, TRAILER};
use crate::header::Header;
use crate::keys::Key;
use crate::{Credential, Error, Password, RecoveryKey, file, remembered};

/// What opens a vault, by the field of its description.
enum Secret {
    Password(Password),
    Recovery(RecoveryKey),
}

impl Secret {
    fn credential(&self) -> Credential<'_> {
        match self {
            Self::Password(password) => Credential::Password(password),
            Self::Recovery(key) => Credential::Recovery(key),
        }
    }
}

/// A golden vault, opened.
struct Whole {
    name: &'static str,
    bytes: Vec<u8>,
    secret: Secret,
    header: Header,
    key: Key,
    /// Where the header ends in the file.
    header_end: usize,
}

impl Whole {
    fn read(name: &'static str, opens: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vaults");
        let bytes = std::fs::read(folder.join(format!("{name}.keytick"))).unwrap();
        let about = std::fs::read(folder.join(format!("{name}.json"))).unwrap();
        let about: serde_json::Value = serde_json::from_slice(&about).unwrap();
        let text = about[opens].as_str().unwrap();
        let secret = match opens {
            "password" => Secret::Password(Password::new(Zeroizing::new(text.to_owned())).unwrap()),
            _ => Secret::Recovery(RecoveryKey::parse(text).unwrap()),
        };
        let (frame, header) = file::parse(&bytes).unwrap();
        let header_end = frame.authenticated.len();
        let key = secret
            .credential()
            .find_key(&header, Path::new("x"))
            .unwrap();
        Self {
            name,
            secret,
            header,
            key,
            header_end,
            bytes,
        }
    }

    /// What comes of other bytes in the place of this vault's: the class of the check that
    /// refuses them, or `ok`.
    fn class(&self, bytes: &[u8]) -> &'static str {
        let path = Path::new("x");
        let opened = file::parse(bytes).map_err(|fault| fault.at(path));
        class_of(opened.and_then(|(frame, header)| {
            let key = self.secret.credential().find_key(&header, path)?;
            file::open(&frame, &header, &key).map_err(|fault| fault.at(path))
        }))
    }

    /// The same where the bytes differ beyond the header only.
    fn class_beyond_header(&self, bytes: &[u8]) -> &'static str {
        let opened =
            Frame::parse(bytes).and_then(|frame| file::open(&frame, &self.header, &self.key));
        class_of(opened.map_err(|fault| fault.at(Path::new("x"))))
    }

    fn class_of_flip(&self, bytes: &[u8], bit: usize) -> &'static str {
        if bit / 8 < self.header_end {
            self.class(bytes)
        } else {
            self.class_beyond_header(bytes)
        }
    }

    fn payload_start(&self) -> usize {
        self.header_end + MAC
    }
}

fn class_of(opened: Result<Zeroizing<Vec<u8>>, Error>) -> &'static str {
    match opened {
        Ok(_) => "ok",
        Err(error) => error.class().expect("refused by a check of the file"),
    }
}

/// Small vaults with each type of slot and every oddity that the format allows. Those whose
/// password is slow are opened with their recovery key.
fn vaults() -> [Whole; 6] {
    [
        ("v1-empty", "recovery"),
        ("v1-password", "password"),
        ("v1-unicode", "password"),
        ("v1-slots", "password"),
        ("v1-future", "recovery"),
        ("v1-floor-cost", "recovery"),
    ]
    .map(|(name, opens)| Whole::read(name, opens))
}

/// Calls `try_one` for every number of `range`, on all cores, and counts the calls.
fn on_all_cores<S>(
    range: Range<usize>,
    state: impl Fn() -> S + Sync,
    try_one: impl Fn(&mut S, usize) + Sync,
) -> usize {
    const PART: usize = 512;
    let next = AtomicUsize::new(range.start);
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let _remembering = remembered::start();
                let mut state = state();
                loop {
                    let start = next.fetch_add(PART, Ordering::Relaxed);
                    if start >= range.end {
                        break;
                    }
                    for number in start..range.end.min(start + PART) {
                        try_one(&mut state, number);
                    }
                }
            });
        }
    });
    range.len()
}

fn make_trailer_good(bytes: &mut [u8]) {
    let end = bytes.len() - TRAILER;
    let trailer = Sha256::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&trailer);
}

/// Sets the payload's length in the frame to what the file has, and makes the trailer good.
fn make_frame_good(bytes: &mut [u8], header_end: usize) {
    let payload = (bytes.len() - header_end - MAC - TRAILER) as u64;
    bytes[16..24].copy_from_slice(&payload.to_be_bytes());
    make_trailer_good(bytes);
}

#[test]
fn every_flipped_bit_is_damage() {
    let mut flips = 0;
    for vault in vaults() {
        let check = |bytes: &mut Vec<u8>, bit: usize| {
            bytes[bit / 8] ^= 1 << (bit % 8);
            let expected = match bit / 8 {
                0..8 => "magic",
                12..PRELUDE => "length",
                _ => "trailer",
            };
            assert_eq!(vault.class(bytes), expected, "{} bit {bit}", vault.name);
            bytes[bit / 8] ^= 1 << (bit % 8);
        };
        flips += on_all_cores(0..vault.bytes.len() * 8, || vault.bytes.clone(), check);
    }
    assert!(flips >= 250_000, "{flips} flips");
}

#[test]
fn every_flipped_bit_under_a_good_trailer_is_found_by_a_deeper_check() {
    let mut flips = 0;
    for vault in vaults() {
        let check = |bytes: &mut Vec<u8>, bit: usize| {
            bytes[bit / 8] ^= 1 << (bit % 8);
            make_trailer_good(bytes);
            let class = vault.class_of_flip(bytes, bit);
            let right: &[&str] = match bit / 8 {
                0..8 => &["magic"],
                8..10 => &["version"],
                10..12 => &["header-mac"],
                12..PRELUDE => &["length"],
                // Which of them it is, the independent reader says too (tests/vault/flips.rs).
                at if at < vault.header_end => {
                    &["header", "version", "slot", "password", "header-mac"]
                }
                at if at < vault.payload_start() => &["header-mac"],
                _ => &["payload"],
            };
            assert!(right.contains(&class), "{} bit {bit}: {class}", vault.name);
            bytes[bit / 8] ^= 1 << (bit % 8);
        };
        let bits = (vault.bytes.len() - TRAILER) * 8;
        flips += on_all_cores(0..bits, || vault.bytes.clone(), check);
    }
    assert!(flips >= 250_000, "{flips} flips");
}

#[test]
fn every_truncation_is_damage() {
    for vault in vaults() {
        let start = vault.payload_start();
        on_all_cores(
            0..vault.bytes.len(),
            || (),
            |(), length| {
                let cut = &vault.bytes[..length];
                assert_eq!(vault.class(cut), "length", "{} {length}", vault.name);
                if length < start {
                    return;
                }
                // The same with a frame that fits: the header's MAC covers the lengths.
                let mut cut = [cut, &[0; TRAILER]].concat();
                make_frame_good(&mut cut, vault.header_end);
                let class = vault.class_beyond_header(&cut);
                let whole = vault.bytes.len() - TRAILER == length;
                let expected = if whole { "ok" } else { "header-mac" };
                assert_eq!(class, expected, "{} {length}", vault.name);
            },
        );
    }
}

#[test]
fn whatever_follows_the_vault_is_damage() {
    for vault in vaults() {
        on_all_cores(
            1..4_097,
            || vault.bytes.clone(),
            |longer, extra| {
                longer.resize(vault.bytes.len() + extra, 0x5a);
                let class = vault.class_beyond_header(longer);
                assert_eq!(class, "length", "{} {extra}", vault.name);
                let mut fitting = longer.clone();
                make_frame_good(&mut fitting, vault.header_end);
                let class = vault.class_beyond_header(&fitting);
                assert_eq!(class, "header-mac", "{} {extra}", vault.name);
            },
        );
    }
}

/// The borders of a file's sections: after the prelude, header, MAC, payload, tag.
fn borders(vault: &Whole) -> [usize; 5] {
    let end = vault.bytes.len() - TRAILER;
    let (header_end, payload) = (vault.header_end, vault.payload_start());
    [PRELUDE, header_end, payload, end - crate::cipher::TAG, end]
}

#[test]
fn parts_of_two_vaults_make_no_vault() {
    let vaults = vaults();
    let mut tried = 0;
    for first in &vaults {
        for second in vaults.iter().filter(|second| second.name != first.name) {
            for (before, after) in borders(first).into_iter().zip(borders(second)) {
                let mut spliced = [&first.bytes[..before], &second.bytes[after..]].concat();
                check_splice(first, before, &spliced);
                make_trailer_good(&mut spliced);
                check_splice(first, before, &spliced);
                // With lengths that fit, whatever the two vaults' were.
                if before > PRELUDE {
                    make_frame_good(&mut spliced, first.header_end);
                    check_splice(first, before, &spliced);
                }
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 6 * 5 * 5);
}

fn check_splice(first: &Whole, border: usize, spliced: &[u8]) {
    let class = first.class(spliced);
    let same = spliced == first.bytes;
    let right: &[&str] = match border {
        _ if same => &["ok"],
        // Another vault's header under this one's lengths: where they are equal too, it is
        // the other vault, whole.
        PRELUDE => &["length", "header", "slot", "password"],
        at if at < first.payload_start() => &["length", "trailer", "header-mac"],
        _ => &["length", "trailer", "header-mac", "payload"],
    };
    assert!(right.contains(&class), "{} {border}: {class}", first.name);
}

#[test]
fn two_generations_of_one_vault_make_no_third() {
    let older = Whole::read("v1-slots", "recovery");
    let mut header = older.header.clone();
    header.generation = 2;
    let payload = file::open(
        &Frame::parse(&older.bytes).unwrap(),
        &older.header,
        &older.key,
    )
    .unwrap();
    let newer = file::build(&header, &older.key, &payload).unwrap().bytes;
    assert_eq!(older.class(&newer), "ok");
    assert_eq!(newer.len(), older.bytes.len());
    for (border, expected) in borders(&older).into_iter().zip([
        // The preludes are the same, so this is the newer file.
        "ok",
        "header-mac",
        "payload",
        "payload",
        // And this the older one.
        "ok",
    ]) {
        let mut spliced = [&older.bytes[..border], &newer[border..]].concat();
        make_trailer_good(&mut spliced);
        assert_eq!(older.class(&spliced), expected, "{border}");
    }
}
