//! Google Authenticator's transfer codes, in all the shapes in which they arrive.

mod common;

use common::{Entry, Payload, base64, bytes_field, number_field};
use keytick_accounts::Origin;
use keytick_formats::{Error, Import, read_text};
use keytick_otp::{Algorithm, Digits, Kind, Period};
use proptest::prelude::*;

const SECRET: &[u8] = b"12345678901234567890";

/// What the app writes for an ordinary account: SHA-1, six digits, TOTP.
fn entry() -> Entry {
    Entry {
        secret: SECRET,
        name: "me@example.com",
        issuer: "Acme",
        algorithm: 1,
        digits: 1,
        kind: 2,
        ..Entry::default()
    }
}

fn payload(entries: &[Entry]) -> Payload {
    Payload {
        entries: entries.iter().map(Entry::bytes).collect(),
        batch_size: 1,
        batch_id: -1_234_567,
        ..Payload::default()
    }
}

fn read(payload: &Payload) -> Import {
    read_text(&payload.address(), "")
}

/// The only account of a transfer of one entry.
fn kind(entry: Entry) -> Kind {
    let import = read(&payload(&[entry]));
    assert_eq!(import.skipped, []);
    assert_eq!(import.accounts.len(), 1);
    import.accounts[0].key.kind.clone()
}

/// Why the only entry was left out.
fn refusal(entry: Entry) -> (String, String) {
    let import = read(&payload(&[entry]));
    assert_eq!(import.accounts, []);
    assert_eq!(import.skipped.len(), 1);
    let skipped = &import.skipped[0];
    (skipped.name.clone(), skipped.reason.to_string())
}

fn names(name: &'static str, issuer: &'static str) -> (String, String) {
    let import = read(&payload(&[Entry {
        name,
        issuer,
        ..entry()
    }]));
    let account = &import.accounts[0];
    (account.issuer.clone(), account.account.clone())
}

#[test]
fn reads_an_ordinary_account() {
    let import = read(&payload(&[entry()]));
    let account = &import.accounts[0];
    assert_eq!(account.issuer, "Acme");
    assert_eq!(account.account, "me@example.com");
    assert_eq!(*account.key.secret.expose(), *SECRET);
    assert_eq!(account.key.kind, Kind::default());
    assert_eq!(*account.key.code_at(59).text, "287082");
    let origin = Origin::Import("google-authenticator".to_owned());
    assert_eq!(account.origin, origin);
}

#[test]
fn keeps_algorithm_digits_and_counter() {
    let eight = Digits::new(8).unwrap();
    for (number, algorithm) in [
        (1, Algorithm::Sha1),
        (2, Algorithm::Sha256),
        (3, Algorithm::Sha512),
    ] {
        let totp = Entry {
            algorithm: number,
            digits: 2,
            ..entry()
        };
        let hotp = Entry {
            kind: 1,
            counter: 10_300,
            ..totp.clone()
        };
        let period = Period::default();
        assert_eq!(
            kind(totp),
            Kind::Totp {
                algorithm,
                digits: eight,
                period
            }
        );
        assert_eq!(
            kind(hotp),
            Kind::Hotp {
                algorithm,
                digits: eight,
                counter: 10_300
            }
        );
    }
}

#[test]
fn zero_in_an_enum_is_the_default() {
    let unsaid = Entry {
        algorithm: 0,
        digits: 0,
        kind: 0,
        ..entry()
    };
    assert_eq!(kind(unsaid), Kind::default());
}

#[test]
fn a_field_that_is_left_out_is_the_default() {
    let import = read(&Payload {
        entries: vec![bytes_field(1, SECRET)],
        ..Payload::default()
    });
    assert_eq!(import.accounts[0].key.kind, Kind::default());
    assert_eq!(import.accounts[0].issuer, "");
}

#[test]
fn an_entry_that_cannot_be_used_is_named_and_loses_no_other() {
    let md5 = Entry {
        algorithm: 4,
        name: "old",
        ..entry()
    };
    let import = read(&payload(&[entry(), md5, entry()]));
    assert_eq!(import.accounts.len(), 2);
    assert_eq!(import.skipped[0].name, "Acme (old)");
    let found = "MD5".to_owned();
    let reason = Error::Key(keytick_otp::Error::Algorithm { found });
    assert_eq!(import.skipped[0].reason, reason);
}

#[test]
fn refuses_by_the_fields_name_what_it_does_not_know() {
    let name = || "Acme (me@example.com)".to_owned();
    let empty = Entry {
        secret: b"",
        ..entry()
    };
    assert_eq!(refusal(empty), (name(), "the secret is empty".to_owned()));
    for (odd, field) in [
        (
            Entry {
                algorithm: 9,
                ..entry()
            },
            "algorithm \"9\"",
        ),
        (
            Entry {
                digits: 3,
                ..entry()
            },
            "digits \"3\"",
        ),
        (Entry { kind: 7, ..entry() }, "type \"7\""),
        (
            Entry {
                kind: 1,
                counter: -1,
                ..entry()
            },
            "counter \"-1\"",
        ),
    ] {
        let (found, reason) = refusal(odd);
        assert_eq!(found, name());
        assert!(reason.starts_with(field), "{reason}");
    }
}

#[test]
fn a_damaged_entry_loses_no_other() {
    let mut damaged = entry().bytes();
    damaged.truncate(10);
    let import = read(&Payload {
        entries: vec![damaged, entry().bytes()],
        ..payload(&[])
    });
    assert_eq!(import.accounts.len(), 1);
    assert_eq!(import.skipped[0].reason, Error::MigrationEntryDamaged);
}

#[test]
fn tells_issuer_and_account_apart() {
    let pair = |issuer: &str, account: &str| (issuer.to_owned(), account.to_owned());
    assert_eq!(names("me", "Acme"), pair("Acme", "me"));
    assert_eq!(names("Acme:me", "Acme"), pair("Acme", "me"));
    assert_eq!(names("Acme: me", "Acme"), pair("Acme", "me"));
    assert_eq!(names("Acme: me", ""), pair("Acme", "me"));
    assert_eq!(names("Tenant:me", "Acme"), pair("Acme", "Tenant:me"));
    assert_eq!(names("100%41", ""), pair("", "100%41"));
    assert_eq!(
        names("J\u{f6}rg", "B\u{fc}ro"),
        pair("B\u{fc}ro", "J\u{f6}rg")
    );
}

#[test]
fn a_short_key_is_noted_as_in_every_other_source() {
    let notes = |secret, name| {
        let entry = Entry {
            secret,
            name,
            ..entry()
        };
        read(&payload(&[entry])).accounts[0].notes.clone()
    };
    assert_eq!(notes(b"123456789", "me"), ["note-short-key"]);
    assert_eq!(notes(b"1234567890", "me"), [""; 0]);
    assert_eq!(
        notes(b"1", "Tenant:me"),
        ["note-short-key", "note-issuer-prefix-kept"]
    );
}

#[test]
fn skips_fields_of_newer_versions() {
    let more = [number_field(8, 77), bytes_field(15, b"later")].concat();
    let import = read(&Payload {
        entries: vec![
            Entry {
                more: more.clone(),
                ..entry()
            }
            .bytes(),
        ],
        more,
        ..payload(&[])
    });
    assert_eq!(import.accounts.len(), 1);
    assert_eq!(import.skipped, []);
}

#[test]
fn padding_plus_and_percent_make_no_difference() {
    // A name that makes both `+` and `/` appear in the base64.
    let odd = payload(&[Entry {
        name: "\u{3fb}\u{3ff}~~??>>",
        ..entry()
    }]);
    let plain = base64(&odd.bytes());
    assert!(plain.contains('+') && plain.contains('/') && plain.ends_with('='));
    let expected = read(&odd);
    assert_eq!(expected.accounts.len(), 1);
    for data in [
        plain.clone(),
        plain.replace('=', ""),
        plain.replace('+', " "),
        plain.replace('+', "-").replace('/', "_"),
        plain.replace('+', "%2b").replace('=', "%3d"),
    ] {
        let address = format!("otpauth-migration://offline?data={data}");
        assert_eq!(read_text(&address, ""), expected, "{data}");
    }
}

#[test]
fn names_the_missing_parts_of_a_transfer() {
    let second = Payload {
        batch_size: 3,
        batch_index: 1,
        ..payload(&[entry()])
    };
    let import = read(&second);
    assert_eq!(import.accounts.len(), 1);
    let missing = Error::MigrationPartsMissing {
        parts: "1, 3".to_owned(),
        missing: 2,
        total: 3,
    };
    assert_eq!(import.skipped[0].reason, missing);
}

#[test]
fn a_transfer_of_size_zero_is_whole() {
    let import = read(&Payload {
        batch_size: 0,
        ..payload(&[entry()])
    });
    assert_eq!((import.accounts.len(), import.skipped.len()), (1, 0));
}

#[test]
fn a_valid_transfer_without_accounts_is_no_error() {
    assert_eq!(read(&payload(&[])), Import::default());
}

#[test]
fn what_is_no_transfer_is_refused() {
    let truncated = {
        let bytes = payload(&[entry()]).bytes();
        base64(&bytes[..30])
    };
    for data in ["", "AAAA", "!!", "AQID", "eAE", &truncated] {
        let address = format!("otpauth-migration://offline?data={data}");
        let import = read_text(&address, "");
        assert_eq!(import.accounts, []);
        assert_eq!(import.skipped[0].reason, Error::MigrationDamaged, "{data}");
    }
}

#[test]
fn debug_shows_no_secret() {
    let part = keytick_formats::google_migration::read(&payload(&[entry()]).address()).unwrap();
    let shown = format!("{part:?}");
    assert!(shown.contains("Acme"), "{shown}");
    assert!(!shown.contains("12345678901234567890") && !shown.contains("49, 50, 51"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let address = format!("otpauth-migration://offline?data={}", base64(&bytes));
        let _ = read_text(&address, "");
    }

    #[test]
    fn any_numbers_are_read_or_refused(numbers in prop::array::uniform7(any::<i64>())) {
        let [algorithm, digits, kind, counter, batch_size, batch_index, batch_id] = numbers;
        let odd = Entry { algorithm, digits, kind, counter, ..entry() };
        let _ = read(&Payload { batch_size, batch_index, batch_id, ..payload(&[odd]) });
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = read_text(&text, "");
        let _ = read_text(&format!("otpauth-migration:{text}"), "");
    }
}
