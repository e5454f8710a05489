//! Any accounts that a format can hold come back from it, and any bytes are read or refused.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod shared;

use keytick_accounts::{Account, Accounts, Candidate, Edit, Usage};
use keytick_formats::{Error, FORMATS, File, Format, Limits, Reading, Writer};
use keytick_otp::{Algorithm, Kind, Names, OtpKey, Pin, Secret, write_uri};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use shared::{hotp, read_as, reading, totp, written};
use zeroize::Zeroizing;

fn writers() -> impl Iterator<Item = (&'static Format, &'static Writer)> {
    let formats = FORMATS.iter().copied();
    formats.filter_map(|format| Some((format, format.write.as_ref()?)))
}

/// Whether what is written is pictures, which take a while to find codes in.
fn is_drawn(format: &Format) -> bool {
    ["google-migration", "sheet-pdf"].contains(&format.id)
}

fn any_kind() -> impl Strategy<Value = Kind> {
    let algorithm = || select(vec![Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512]);
    let pin = "[0-9]{4,12}".prop_map(|text| Pin::new(&text).unwrap());
    prop_oneof![
        (algorithm(), 4..=10_u8, 1..=86_400_u32)
            .prop_map(|(algorithm, digits, period)| totp(algorithm, digits, period)),
        Just(Kind::default()),
        (algorithm(), 4..=10_u8, 0..=i64::MAX as u64 - 1)
            .prop_map(|(algorithm, digits, counter)| hotp(algorithm, digits, counter)),
        Just(Kind::Steam),
        pin.prop_map(|pin| Kind::Motp { pin }),
    ]
}

/// Shorter keys are in the shared accounts. `steam://` is also how the game starts, so that
/// as an address a very short one is no key.
fn any_key() -> impl Strategy<Value = OtpKey> {
    (vec(any::<u8>(), 10..80), any_kind()).prop_filter_map("a key", |(bytes, kind)| {
        OtpKey::new(Secret::from_bytes(bytes).ok()?, kind).ok()
    })
}

fn any_account() -> impl Strategy<Value = Account> {
    (
        any_key(),
        ".{0,40}",
        ".{0,40}",
        ".{0,80}",
        vec(".{1,20}", 0..3),
    )
        .prop_map(|(key, issuer, account, note, tags)| {
            // Names are in an account as people can read them.
            let names = Names::exact(&issuer, &account);
            let candidate = Candidate {
                note,
                tags,
                ..Candidate::new(key, names.issuer, names.account)
            };
            account_of(candidate)
        })
}

fn account_of(candidate: Candidate) -> Account {
    let mut book = Accounts::new();
    let mut edit = Edit {
        now_ms: 0,
        device: [0; 8],
        random: &mut |bytes| bytes.fill(1),
    };
    let added = book.add(vec![candidate], &mut edit).unwrap();
    book.get(added.ids[0]).unwrap().clone()
}

/// What failed is told in full, and so needs no file of seeds.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(64))]

    /// The key is exact, whatever the names are: that is what every writer checks too.
    #[test]
    fn any_account_comes_back(account in any_account(), draws in 0..16) {
        for (format, writer) in writers().filter(|(_, writer)| writer.plain) {
            if !writer.holds.takes(&account.key.kind) || (draws > 0 && is_drawn(format)) {
                continue;
            }
            let files = written(format, &[&account], &Usage::default(), None);
            let files = match files {
                Err(Error::NameTooLong { .. }) => continue,
                files => files.unwrap(),
            };
            let mut reading = reading(None);
            let checked = keytick_formats::check(format, &files, &[&account], &mut reading);
            let what = || {
                let uri = write_uri(&account.key, &account.issuer, &account.account);
                format!("{}: {} {:?}", format.id, *uri, account.note)
            };
            prop_assert_eq!(checked.map(|c| c.accounts), Ok(1), "{}", what());
        }
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..600), place in 0..64_usize) {
        let readers: Vec<_> = FORMATS.iter().filter(|format| format.read.is_some()).collect();
        let format = readers[place % readers.len()];
        let _ = read_as(format, &bytes, &mut cheap());
        let files = [File { name: "x".to_owned(), bytes: Zeroizing::new(bytes) }];
        let _ = keytick_formats::read(&files, None, &mut cheap());
    }

    /// Files that begin like one of ours and go wrong somewhere.
    #[test]
    fn any_damage_is_read_or_refused(
        place in 0..64_usize,
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let account = account_of(Candidate::new(
            OtpKey::new(Secret::from_bytes(vec![7; 20]).unwrap(), Kind::default()).unwrap(),
            "Acme",
            "me",
        ));
        let writers: Vec<_> = writers()
            .filter(|(format, writer)| writer.plain && !is_drawn(format))
            .collect();
        let (format, _) = writers[place % writers.len()];
        for file in written(format, &[&account], &Usage::default(), None).unwrap() {
            let mut bytes = file.bytes.to_vec();
            let at = at.index(bytes.len());
            match cut {
                true => bytes.truncate(at),
                false => bytes[at] = byte,
            }
            let files = [File { name: "x".to_owned(), bytes: Zeroizing::new(bytes) }];
            let _ = keytick_formats::read(&files, None, &mut cheap());
        }
    }
}

/// A key derivation that a random file asks for is not worth waiting for.
fn cheap() -> Reading<'static> {
    Reading {
        limits: Limits {
            max_kdf_memory_kib: 1024,
            max_kdf_ms: 20,
            ..Limits::default()
        },
        ..Reading::new(Some("password"))
    }
}
