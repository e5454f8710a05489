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
            "all.bin/keys.txt uri-list 1/1",
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
fn an_unknown_file_in_an_archive_is_named() {
    let cats: (&str, &[u8]) = ("cats.txt", b"miaow");
    let bytes = archive(&[cats, ("keys.txt", URI.as_bytes()), ("none", b"")], None);
    let read = read(&[file("all.zip", bytes)], None, &mut Reading::new(None));
    assert_eq!(
        said(&read[0]),
        [
            "Acme (me): ",
            "all.zip/cats.txt: formats-unknown",
            "all.zip/none: formats-empty",
        ]
    );
}

#[test]
fn a_broken_backup_in_an_archive_is_named() {
    let bytes = archive(
        &[
            ("keys.txt", URI.as_bytes()),
            ("cut.json", br#"{"version":1,"hea"#),
            ("half.txt", b"\xff\xfeo\0t\0p"),
        ],
        None,
    );
    check(
        &[file("all.zip", bytes)],
        None,
        &[
            "all.zip/keys.txt uri-list 1/0",
            "all.zip/cut.json ? formats-unknown",
            "all.zip/half.txt ? formats-unknown",
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

/// What Windows writes as “Unicode”.
fn utf_16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

/// Each account as `issuer (account): notes`, then what was skipped as `name: reason`.
fn said(read: &FileRead) -> Vec<String> {
    let import = read.result.as_ref().unwrap();
    let accounts = import.accounts.iter().map(|account| {
        let notes = account.notes.join(" ");
        format!("{} ({}): {notes}", account.issuer, account.account)
    });
    let skipped = import.skipped.iter();
    let skipped = skipped.map(|skipped| format!("{}: {}", skipped.name, skipped.reason.id()));
    accounts.chain(skipped).collect()
}

#[test]
fn texts_in_utf_16_are_read() {
    let aegis = r#"{"version":1,"header":{},"db":{"version":3,"entries":[]}}"#;
    let table = format!("Title,Url,Username,Password,OTPAuth\nCafé,,me,,{URI}\n");
    check(
        &[
            file("keys.txt", utf_16(&format!("{URI}\r\n"))),
            file("aegis.json", utf_16(aegis)),
            file("table.csv", utf_16(&table)),
        ],
        None,
        &[
            "keys.txt uri-list 1/0",
            "aegis.json aegis 0/0",
            "table.csv apple-passwords 1/0",
        ],
    );
}

#[test]
fn a_letter_of_an_older_encoding_loses_no_line() {
    let list = b"otpauth://totp/Caf\xe9:me?secret=JBSWY3DPEHPK3PXP\n\
        otpauth://totp/Acme:you?secret=GEZDGNBVGY3TQOJQ\n\
        otpauth://totp/Acme:odd?secret=GEZ\xe9DGNBV\n";
    let table = b"Title,Url,Username,Password,OTPAuth\n\
        Caf\xe9,,me,,JBSWY3DPEHPK3PXP\nAcme,,you,,GEZDGNBVGY3TQOJQ\n";
    let files = [file("keys.txt", *list), file("table.csv", *table)];
    let read = read(&files, None, &mut Reading::new(None));
    assert_eq!(
        said(&read[0]),
        [
            "Café (me): formats-letters-guessed",
            "Acme (you): ",
            "keys.txt:3: Acme (odd): otp-secret-character",
        ]
    );
    assert_eq!(
        said(&read[1]),
        ["Café (me): formats-letters-guessed", "Acme (you): "]
    );
}

#[test]
fn a_locked_file_without_a_mark_is_only_perhaps_a_backup() {
    let refusal = |bytes: Vec<u8>, password| {
        let files = [file("x", bytes)];
        let read = read(&files, None, &mut Reading::new(password));
        let (id, params) = read[0].refusal().unwrap();
        (id, params)
    };
    // Bytes without a pattern, as those of a picture that was cut or of a key file.
    let noise: Vec<u8> = (0..300_u32)
        .map(|place| (place.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let format = |name: &str| vec![("format", name.to_owned())];
    for (password, expected) in [
        (None, "formats-password-needed-perhaps"),
        (Some("no"), "formats-wrong-password-perhaps"),
    ] {
        assert_eq!(
            refusal(noise.clone(), password),
            (expected, format("andOTP"))
        );
        let base64 = common::base64(&noise[..96]);
        assert_eq!(
            refusal(base64.into_bytes(), password),
            (expected, format("TOTP Authenticator"))
        );
    }
    // This one says what it is.
    let stratum = [b"AUTHENTICATORPRO".as_slice(), &noise].concat();
    assert_eq!(
        refusal(stratum, None),
        ("formats-password-needed", Vec::new())
    );
}

/// The file of each format as a version from the future would write it.
#[test]
fn a_newer_version_of_a_format_is_refused() {
    for (text, found, newest) in [
        (r#"{"version":2,"header":{},"db":{"entries":[]}}"#, "2", 1),
        (
            r#"{"version":1,"header":{},"db":{"version":9,"entries":[]}}"#,
            "9",
            3,
        ),
        (r#"{"services":[],"schemaVersion":7}"#, "7", 4),
        (
            r#"{"version":2,"kdfParams":{"memLimit":1,"opsLimit":1,"salt":""},
                "encryptedData":"","encryptionNonce":""}"#,
            "2",
            1,
        ),
        (
            r#"{"version":3,"entries":[{"content":{"uri":"","entry_type":"Totp"}}]}"#,
            "3",
            1,
        ),
        (r#"{"version":2,"salt":"","content":""}"#, "2", 1),
        (
            r#"{"version":4,"accounts":[{"issuerName":""}],"folders":[]}"#,
            "4",
            3,
        ),
        (r#"{"version":3,"elements":[]}"#, "3", 2),
    ] {
        let read = read(&[file("x", text)], None, &mut Reading::new(Some("x")));
        let newer = Error::NewerVersion {
            found: found.to_owned(),
            newest,
        };
        assert_eq!(read[0].result, Err(newer), "{text}");
    }
}

#[test]
fn an_entry_of_another_shape_keeps_its_name() {
    for (text, expected) in [
        (
            r#"{"version":1,"header":{},"db":{"version":3,"entries":[
                {"type":"totp","issuer":5,"name":"me","info":{}}]}}"#,
            "me: formats-entry-damaged",
        ),
        (
            r#"{"Authenticators":[{"Type":2,"Issuer":"Acme","Username":"me","Algorithm":null}]}"#,
            "Acme (me): formats-entry-damaged",
        ),
        (
            r#"{"services":[{"name":"Acme","secret":7}],"schemaVersion":4}"#,
            "Acme: formats-entry-damaged",
        ),
        (
            r#"{"Authenticators":[{"Type":2,"Issuer":"Acme","Secret":"GEZDGNBV","Digits":null}]}"#,
            "Acme: formats-setting-missing",
        ),
    ] {
        let read = read(&[file("x", text)], None, &mut Reading::new(None));
        assert_eq!(said(&read[0]), [expected], "{text}");
    }
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

/// The id of the format that a file that is not read is said to look like.
fn resembled(name: &str, bytes: &str, forced: Option<&str>) -> Option<&'static str> {
    let mut formats = keytick_formats::FORMATS.iter().copied();
    let forced = formats.find(|format| Some(format.id) == forced);
    let read = read(&[file(name, bytes)], forced, &mut Reading::new(None));
    assert!(read[0].result.is_err(), "{name}");
    read[0].resembles.map(|format| format.id)
}

#[test]
fn a_name_says_nothing_where_the_bytes_say_otherwise() {
    for name in ["x.png", "x.zip", "x.pdf", "x.kdbx"] {
        assert_eq!(resembled(name, "hi", None), None, "{name}");
    }
    assert_eq!(resembled("x.2fas", "hi", None), Some("2fas"));
}

#[test]
fn a_file_that_was_forced_looks_like_what_it_is() {
    let twofas = r#"{"services":[],"schemaVersion":4}"#;
    assert_eq!(resembled("aegis.json", twofas, Some("aegis")), Some("2fas"));
}

#[test]
fn an_empty_file_is_empty() {
    check(
        &[file("aegis.json", "")],
        None,
        &["aegis.json ? formats-empty"],
    );
}

#[test]
fn a_forced_format_is_taken_at_its_word() {
    let formats = keytick_formats::FORMATS;
    let aegis = formats.iter().copied().find(|format| format.id == "aegis");
    let read = read(&[file("keys", URI)], aegis, &mut Reading::new(None));
    assert!(matches!(read[0].result, Err(Error::Damaged { .. })));
}
