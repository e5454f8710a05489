//! Files made to do harm: archives that unpack without end, things nested without end, lists
//! of a million, locked files that were cut or changed. All end soon and in words, and never
//! in an account that nobody wrote.

mod shared;

use std::io::{Cursor, Write as _};

use keytick_accounts::{Account, Candidate};
use keytick_formats::{Error, FORMATS, File, Format, Reading};
use shared::{PASSWORD, accounts, in_order, read_as, written};
use zip::write::SimpleFileOptions;

fn read(bytes: Vec<u8>) -> Result<usize, Error> {
    let file = File {
        name: "file".to_owned(),
        bytes: bytes.into(),
    };
    let mut reading = Reading::new(Some(PASSWORD));
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

#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    let zeros = vec![0; 60_000_000];
    let bomb = archive(&[("a.txt", &zeros), ("b.txt", &zeros)]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(read(bomb.clone()), Err(Error::TooLarge { limit_mb: 100 }));
    // For readers that look into an archive themselves, too.
    for name in [
        "export.data",
        "Proton Pass/data.json",
        "raivo-otp-export.json",
    ] {
        let bomb = archive(&[(name, &zeros), ("x/otpauth.txt", &zeros)]);
        assert!(read(bomb).is_err(), "{name}");
    }
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
fn a_file_larger_than_any_backup_is_refused() {
    let large = vec![b'\n'; 100_000_001];
    assert_eq!(read(large), Err(Error::TooLarge { limit_mb: 100 }));
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
            "keepass",
            format!(
                "<KeePassFile><Root><Group>{}</Group></Root></KeePassFile>",
                "<Entry/>".repeat(MILLION)
            ),
        ),
        (
            "addresses",
            lines("otpauth://totp/a?secret=AAAAAAAA\n", "motp://a?secret=00\n"),
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
        "[".repeat(300_000),
        "{\"a\":".repeat(100_000),
        format!("{}{}", "[".repeat(200_000), "]".repeat(200_000)),
        "<a>".repeat(100_000),
        format!("<map>{}", "<string name=\"a\">".repeat(50_000)),
        format!("<KeePassFile>{}", "<Group>".repeat(50_000)),
        format!("<html>{}otpauth://totp/a", "<div>".repeat(50_000)),
        format!("%PDF-1.4\n1 0 obj {}", "<</A[".repeat(50_000)),
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

/// How many cuts and changes of a locked file are tried: opening some takes long.
fn trials(format: &Format) -> usize {
    match format.id {
        "ente" => 2,
        _ => 12,
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
