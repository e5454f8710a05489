//! The shared accounts: what every format that is written has to give back. Made here, by
//! rule, so that no file of any program is needed.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use keytick_accounts::{Account, Accounts, Candidate, Edit, Usage, Used};
use keytick_formats::{Error, File, Format, Import, Limits, Output, Reading, Source, Writing};
use keytick_otp::{Algorithm, Digits, Kind, OtpKey, Period, Pin, Secret};
use zeroize::Zeroizing;

pub const PASSWORD: &str = "pässword 鍵";

/// Every type, hash, number of digits and some periods; names that were trouble somewhere;
/// notes, tags, favourites, an order, icons and use.
pub fn accounts() -> (Accounts, Usage) {
    let mut book = Accounts::new();
    let mut next = 0_u8;
    let mut random = |bytes: &mut [u8]| {
        next = next.wrapping_add(1);
        bytes.fill(next);
    };
    let mut edit = Edit {
        now_ms: 1_767_225_600_000,
        device: [7; 8],
        random: &mut random,
    };
    let candidates = candidates();
    let used: Vec<Option<Used>> = candidates.iter().map(|one| one.usage).collect();
    let added = book.add(candidates, &mut edit).unwrap();
    let mut usage = Usage::default();
    for (id, used) in added.ids.into_iter().zip(used) {
        if let Some(used) = used {
            usage.set(id, used);
        }
    }
    (book, usage)
}

pub fn candidates() -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut add = |name: &str, kind: Kind, length: usize| {
        let place = candidates.len();
        candidates.push(Candidate {
            order: Some(place as i64),
            ..Candidate::new(key(place, kind, length), format!("Site {place}"), name)
        });
    };
    for algorithm in [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512] {
        for digits in 4..=10 {
            let name = format!("{}-{digits}", algorithm.name());
            add(&name, totp(algorithm, digits, 30), 20);
            add(&name, hotp(algorithm, digits, u64::from(digits) * 1000), 20);
        }
    }
    for period in [10, 15, 20, 50, 60, 90, 86_400] {
        add("period", totp(Algorithm::Sha1, 6, period), 20);
    }
    for length in [1, 5, 10, 16, 32, 64, 128] {
        add("length", totp(Algorithm::Sha1, 6, 30), length);
    }
    add("counter at zero", hotp(Algorithm::Sha1, 6, 0), 20);
    add("steam", Kind::Steam, 20);
    let pin = |text| Pin::new(text).unwrap();
    add("motp", Kind::Motp { pin: pin("1234") }, 8);
    add("yandex", Kind::Yandex { pin: pin("5239") }, 16);
    candidates.extend(names());
    candidates.extend(fields());
    for (place, candidate) in candidates.iter_mut().enumerate() {
        candidate.order = Some(place as i64);
    }
    candidates
}

/// Names that were trouble in some program.
fn names() -> impl Iterator<Item = Candidate> {
    [
        ("Crédit 銀行 🏦", "naïve@ex.org"),
        ("", "no issuer"),
        ("No account", ""),
        ("Text: More", "a:b:c"),
        ("Meraki/Cisco", "a/b?c#d&e=f%20g+h"),
        ("\"Quoted\", with comma", "it's; <b>&amp;</b>"),
        ("Steam", "not steam"),
        ("Same", "name"),
        ("Same", "name"),
    ]
    .into_iter()
    .enumerate()
    .map(|(place, (issuer, account))| {
        let key = key(200 + place, Kind::default(), 20);
        Candidate::new(key, issuer, account)
    })
}

/// What stands beside names and keys.
fn fields() -> impl Iterator<Item = Candidate> {
    let plain = |place: usize| {
        let key = key(220 + place, Kind::default(), 20);
        Candidate::new(key, format!("Field {place}"), "me")
    };
    let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
    [
        Candidate {
            note: "one line".to_owned(),
            ..plain(0)
        },
        Candidate {
            note: "two\nlines, \"quoted\" & 銀行".to_owned(),
            ..plain(1)
        },
        Candidate {
            tags: tags(&["Work"]),
            ..plain(2)
        },
        Candidate {
            tags: tags(&["Work", "Privé, \"x\""]),
            ..plain(3)
        },
        Candidate {
            favourite: true,
            ..plain(4)
        },
        Candidate {
            icon: Some("github".to_owned()),
            ..plain(5)
        },
        Candidate {
            usage: Some(Used {
                count: 12,
                last: 1_760_000_000,
            }),
            ..plain(6)
        },
    ]
    .into_iter()
}

fn key(place: usize, kind: Kind, length: usize) -> OtpKey {
    let byte = |index: usize| (place * 31 + index * 7 + 1) as u8;
    let secret = Secret::from_bytes((0..length).map(byte).collect()).unwrap();
    OtpKey::new(secret, kind).unwrap()
}

pub fn totp(algorithm: Algorithm, digits: u8, period: u32) -> Kind {
    Kind::Totp {
        algorithm,
        digits: Digits::new(digits).unwrap(),
        period: Period::new(period).unwrap(),
    }
}

pub fn hotp(algorithm: Algorithm, digits: u8, counter: u64) -> Kind {
    Kind::Hotp {
        algorithm,
        digits: Digits::new(digits).unwrap(),
        counter,
    }
}

/// The accounts in the order in which they were made, and not that of their ids.
pub fn in_order(book: &Accounts) -> Vec<&Account> {
    let mut accounts: Vec<&Account> = book.live().collect();
    accounts.sort_by_key(|account| account.order);
    accounts
}

/// Writes as the command line and the window do.
pub fn written(
    format: &Format,
    accounts: &[&Account],
    usage: &Usage,
    password: Option<&str>,
) -> Result<Vec<Output>, Error> {
    let mut state = 1_u8;
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            state = state.wrapping_mul(167).wrapping_add(13);
            *byte = state;
        }
    };
    let mut writing = Writing {
        seal_vault: Some(&seal),
        usage: Some(usage),
        ..Writing::new(password, &mut random, 1_767_225_600)
    };
    keytick_formats::write(format, accounts, &mut writing)
}

/// Reads files back as what they look like.
pub fn read(files: &[File], password: Option<&str>) -> Vec<keytick_formats::FileRead> {
    let mut reading = reading(password);
    keytick_formats::read(files, None, &mut reading)
}

pub fn reading(password: Option<&str>) -> Reading<'_> {
    Reading {
        open_vault: Some(&open),
        limits: Limits {
            max_kdf_ms: u64::MAX,
            ..Limits::default()
        },
        ..Reading::new(password)
    }
}

/// Reads bytes as one format, whatever they look like.
pub fn read_as(format: &Format, bytes: &[u8], reading: &mut Reading) -> Result<Import, Error> {
    let source = Source {
        name: "x",
        bytes,
        beside: &[],
    };
    (format.read.unwrap())(&source, reading)
}

/// Stands in for a vault, which this crate does not know: magic, password, payload.
fn seal(payload: &[u8], password: &str) -> Result<Vec<u8>, Error> {
    Ok([MAGIC, password.as_bytes(), payload].concat())
}

fn open(bytes: &[u8], password: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let sealed = bytes.strip_prefix(MAGIC).ok_or(Error::Unknown)?;
    let payload = sealed.strip_prefix(password.as_bytes());
    Ok(Zeroizing::new(
        payload.ok_or(Error::WrongPassword)?.to_vec(),
    ))
}

const MAGIC: &[u8] = b"\x89KTK\r\n\x1a\n";
