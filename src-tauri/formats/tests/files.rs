//! Several files at once: archives of anything, transfers that are spread over files, and
//! entries that a vault cannot keep.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::io::{Cursor, Write as _};

use common::{Entry, Payload};
use keytick_accounts::Origin;
use keytick_formats::{Error, File, FileRead, Reading, read};
use zeroize::Zeroizing;
use zip::write::SimpleFileOptions;
use zip::{AesMode, ZipWriter};

const URI: &str = "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP";

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File {
        name: name.to_owned(),
        bytes: Zeroizing::new(bytes.into()),
    }
}

fn archive(files: &[(&str, &[u8])], password: Option<&str>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let plain = SimpleFileOptions::default();
        let options = match password {
            Some(password) => plain.with_aes_encryption(AesMode::Aes256, password),
            None => plain,
        };
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// One line a file: `name format accounts/skipped`, or the error's id.
fn shown(read: &[FileRead]) -> Vec<String> {
    let each = read.iter().map(|file| {
        let format = file.format.map_or("?", |format| format.id);
        let result = match &file.result {
            Ok(import) => format!("{}/{}", import.accounts.len(), import.skipped.len()),
            Err(error) => error.id().to_owned(),
        };
        format!("{} {format} {result}", file.name)
    });
    each.collect()
}

fn check(files: &[File], password: Option<&str>, expected: &[&str]) {
    assert_eq!(
        shown(&read(files, None, &mut Reading::new(password))),
        expected
    );
}

#[test]
fn an_archive_gives_what_is_known_in_it() {
    let inner = archive(&[("more.txt", URI.as_bytes())], None);
    let bytes = archive(
        &[
            ("keys.txt", URI.as_bytes()),
            ("cats.txt", b"miaow"),
            ("__MACOSX/._keys.txt", b"\0"),
            ("inner.zip", &inner),
        ],
        None,
    );
    check(
        &[file("all.bin", bytes)],
        None,
        &[
            "all.bin/keys.txt uri-list 1/0",
            "all.bin/inner.zip/more.txt uri-list 1/0",
        ],
    );
    let cats = archive(&[("cats.txt", b"miaow")], None);
    check(
        &[file("cats.zip", cats)],
        None,
        &["cats.zip ? formats-unknown"],
    );
}

#[test]
fn a_broken_backup_in_an_archive_is_named() {
    let bytes = archive(
        &[
            ("keys.txt", URI.as_bytes()),
            ("cut.json", br#"{"version":1,"hea"#),
            ("wide.txt", b"\xff\xfeo\0t\0p\0"),
        ],
        None,
    );
    check(
        &[file("all.zip", bytes)],
        None,
        &[
            "all.zip/keys.txt uri-list 1/0",
            "all.zip/cut.json ? formats-unknown",
            "all.zip/wide.txt ? formats-unknown",
        ],
    );
}

#[test]
fn a_locked_archive_asks_for_its_password() {
    let bytes = archive(&[("keys.txt", URI.as_bytes())], Some("secret"));
    let files = [file("a.zip", bytes)];
    check(&files, None, &["a.zip zip formats-password-needed"]);
    check(&files, Some("no"), &["a.zip zip formats-wrong-password"]);
    let read = read(&files, None, &mut Reading::new(Some("secret")));
    assert_eq!(shown(&read), ["a.zip/keys.txt uri-list 1/0"]);
    assert!(read[0].encrypted);
}

fn part(index: i64) -> String {
    let entry = Entry {
        secret: b"12345678901234567890",
        name: "me",
        issuer: "Acme",
        algorithm: 1,
        digits: 1,
        kind: 2,
        ..Entry::default()
    };
    Payload {
        entries: vec![entry.bytes()],
        batch_size: 3,
        batch_index: index,
        batch_id: 77,
        ..Payload::default()
    }
    .address()
}

#[test]
fn parts_of_a_transfer_find_each_other_over_files() {
    let [one, two, three] = [0, 1, 2].map(part);
    let all = [
        file("1.txt", one.clone()),
        file("2.txt", two),
        file("3.txt", three.clone()),
    ];
    let whole = [
        "1.txt uri-list 1/0",
        "2.txt uri-list 1/0",
        "3.txt uri-list 1/0",
    ];
    check(&all, None, &whole);
    let some = [file("1.txt", one), file("3.txt", three)];
    let read = read(&some, None, &mut Reading::new(None));
    assert_eq!(shown(&read), ["1.txt uri-list 1/1", "3.txt uri-list 1/0"]);
    let missing = &read[0].result.as_ref().unwrap().skipped[0].reason;
    assert_eq!(missing.params()[0], ("parts", "2".to_owned()));
}

#[test]
fn what_a_vault_cannot_keep_does_not_lose_the_others() {
    let long = "x".repeat(5000);
    let csv = format!(
        "Title,URL,Username,Password,Notes,OTPAuth\nA,,a,,{long},{URI}\n{long},,b,,,{URI}\nC,,c,,,{URI}\n"
    );
    let read = read(&[file("p.csv", csv)], None, &mut Reading::new(None));
    let import = read[0].result.as_ref().unwrap();
    assert_eq!(import.accounts.len() + import.skipped.len(), 3);
    let cut = &import.accounts[0];
    assert_eq!(cut.note.len(), 4096);
    assert_eq!(cut.notes, ["formats-note-cut"]);
    assert_eq!(cut.origin, Origin::Import("apple-passwords".to_owned()));
    assert_eq!(cut.source, "p.csv");
}

#[test]
fn a_forced_format_is_taken_at_its_word() {
    let formats = keytick_formats::FORMATS;
    let aegis = formats.iter().copied().find(|format| format.id == "aegis");
    let read = read(&[file("keys", URI)], aegis, &mut Reading::new(None));
    assert!(matches!(read[0].result, Err(Error::Damaged { .. })));
}
