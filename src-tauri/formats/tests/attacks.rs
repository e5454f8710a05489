//! Files made to do harm: archives that unpack without end, things nested without end, lists
//! of a million, locked files that were cut or changed. All end soon and in words, and never
//! in an account that nobody wrote.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod shared;

use std::io::{Cursor, Write as _};

use keytick_accounts::{Account, Candidate};
use keytick_formats::{Error, FORMATS, File, Format, Limits, Reading};
use shared::{PASSWORD, accounts, in_order, read_as, written};
use zip::write::SimpleFileOptions;

fn read(bytes: Vec<u8>) -> Result<usize, Error> {
    read_within(Limits::default(), bytes)
}

fn read_within(limits: Limits, bytes: Vec<u8>) -> Result<usize, Error> {
    let file = File {
        name: "file".to_owned(),
        bytes: bytes.into(),
    };
    let mut reading = Reading {
        limits,
        ..Reading::new(Some(PASSWORD))
    };
    let mut read = keytick_formats::read(&[file], None, &mut reading);
    assert_eq!(read.len(), 1);
    read.remove(0).result.map(|import| import.accounts.len())
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// As the usual limits, in small.
fn one_megabyte() -> Limits {
    Limits {
        max_bytes: 1_000_000,
        ..Limits::default()
    }
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    let refused = Err(Error::TooLarge { limit_mb: 1 });
    let zeros = vec![0; 600_000];
    for (one, other) in [
        ("a.txt", "b.txt"),
        // Readers that look into an archive themselves.
        ("export.data", "export.data.txt"),
        ("Proton Pass/data.json", "Proton Pass/more.json"),
        ("raivo-otp-export.json", "raivo-otp-export.txt"),
    ] {
        let half = archive(&[(one, &zeros)]);
        assert_ne!(read_within(one_megabyte(), half), refused, "{one}");
        let bomb = archive(&[(one, &zeros.repeat(2)), (other, &zeros)]);
        assert!(bomb.len() < 10_000);
        assert_eq!(read_within(one_megabyte(), bomb), refused, "{one}");
    }
    let many = archive(&[("a.txt", &zeros), ("b.txt", &zeros)]);
    assert_eq!(read_within(one_megabyte(), many), refused);
}

#[test]
fn an_archive_of_archives_of_archives_is_refused() {
    let mut nested = b"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP".to_vec();
    for depth in 1..=4 {
        nested = archive(&[("inner", &nested)]);
        let expected = match depth {
            1 | 2 => Ok(1),
            _ => Err(Error::TooDeep),
        };
        assert_eq!(read(nested.clone()), expected, "{depth}");
    }
}

#[test]
fn an_archive_of_very_many_files_is_refused() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_001 {
        let name = format!("{number}.txt");
        let stored = SimpleFileOptions::default();
        let stored = stored.compression_method(zip::CompressionMethod::Stored);
        archive.start_file(name, stored).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(read(bytes), Err(Error::TooMany { limit: 10_000 }));
}

#[test]
fn a_file_larger_than_any_backup_is_refused() {
    let large = vec![b'\n'; 1_000_001];
    let refused = read_within(one_megabyte(), large);
    assert_eq!(refused, Err(Error::TooLarge { limit_mb: 1 }));
    assert_eq!(Limits::default().max_bytes, 100_000_000);
}

#[test]
fn a_million_entries_are_refused() {
    const MILLION: usize = 1_000_000;
    let json = |before: &str, entry: &str, after: &str| {
        format!(
            "{before}{}{entry}{after}",
            format!("{entry},").repeat(MILLION - 1)
        )
    };
    let lines = |first: &str, line: &str| format!("{first}{}", line.repeat(MILLION));
    for (what, text) in [
        (
            "aegis",
            json(
                r#"{"version":1,"header":{},"db":{"version":3,"entries":["#,
                "{}",
                "]}}",
            ),
        ),
        (
            "2fas",
            json(r#"{"schemaVersion":4,"services":["#, "{}", "]}"),
        ),
        (
            "bitwarden",
            json(r#"{"encrypted":false,"folders":[],"items":["#, "{}", "]}"),
        ),
        (
            "table",
            lines("Title,URL,Username,Password,Notes,OTPAuth\n", ",,,,,x\n"),
        ),
        (
            "addresses",
            lines("", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n"),
        ),
        (
            "page",
            lines("<html>", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n"),
        ),
        (
            "keepass",
            format!(
                "<KeePassFile><Root><Group>{}</Group></Root></KeePassFile>",
                "<Entry/>".repeat(MILLION)
            ),
        ),
    ] {
        let refused = read(text.into_bytes());
        assert_eq!(refused, Err(Error::TooMany { limit: 200_000 }), "{what}");
    }
}

/// Whatever it looks like, and whatever it is taken for.
#[test]
fn depth_breaks_no_reader() {
    let bombs: Vec<Vec<u8>> = [
        "[".repeat(100_000),
        "{\"a\":".repeat(30_000),
        format!("{}{}", "[".repeat(60_000), "]".repeat(60_000)),
        "<a>".repeat(30_000),
        format!("<map>{}", "<string name=\"a\">".repeat(20_000)),
        format!("<KeePassFile>{}", "<Group>".repeat(20_000)),
        format!("<html>{}otpauth://totp/a", "<div>".repeat(20_000)),
        format!("%PDF-1.4\n1 0 obj {}", "<</A[".repeat(20_000)),
        "\"".repeat(100_000),
        "\0".repeat(100_000),
    ]
    .into_iter()
    .map(String::into_bytes)
    .collect();
    for bomb in bombs {
        let _ = read(bomb.clone());
        for format in FORMATS.iter().filter(|format| format.read.is_some()) {
            let _ = read_as(format, &bomb, &mut Reading::new(Some(PASSWORD)));
        }
    }
}

#[test]
fn a_plain_file_that_was_cut_or_changed_breaks_no_reader() {
    const TRIALS: usize = 64;
    let (book, usage) = accounts();
    let accounts = in_order(&book);
    let plain = FORMATS.iter().copied().filter(|format| {
        let is_plain = format.write.as_ref().is_some_and(|writer| writer.plain);
        is_plain && format.read.is_some()
    });
    for format in plain {
        let file = written(format, &accounts, &usage, None).unwrap().remove(0);
        for trial in 0..TRIALS {
            let place = file.bytes.len() * trial / TRIALS;
            let mut changed = file.bytes.to_vec();
            changed[place] ^= 1 << (trial % 8);
            for bytes in [&file.bytes[..place], &changed] {
                let _ = read_as(format, bytes, &mut Reading::new(None));
            }
        }
    }
}

/// How many cuts and changes of a locked file are tried: opening some takes long.
fn trials(format: &Format) -> usize {
    match format.id {
        "ente" => 1,
        _ => 4,
    }
}

#[test]
fn a_locked_file_that_was_cut_or_changed_gives_no_account_that_nobody_wrote() {
    let (book, usage) = accounts();
    let accounts = in_order(&book);
    let locked = FORMATS.iter().copied().filter(|format| {
        // Keytick's own is a vault, and only a stand-in for one is here.
        let writer = format.write.as_ref();
        writer.is_some_and(|writer| writer.encrypted) && format.id != "keytick"
    });
    for format in locked {
        let file = written(format, &accounts, &usage, Some(PASSWORD))
            .unwrap()
            .remove(0);
        let trials = trials(format);
        for trial in 0..trials {
            let place = file.bytes.len() * (2 * trial + 1) / (2 * trials);
            check(format, &file.bytes[..place], &accounts);
            let mut changed = file.bytes.to_vec();
            changed[place] ^= 1 << (trial % 7);
            check(format, &changed, &accounts);
        }
    }
}

fn check(format: &Format, bytes: &[u8], written: &[&Account]) {
    let mut reading = shared::reading(Some(PASSWORD));
    let import = read_as(format, bytes, &mut reading).unwrap_or_default();
    for found in &import.accounts {
        let is_ours = |account: &&Account| is_same_key(account, found);
        assert!(
            written.iter().any(is_ours),
            "{}: {}",
            format.id,
            found.issuer
        );
    }
}

fn is_same_key(account: &Account, found: &Candidate) -> bool {
    account.key == found.key
}
