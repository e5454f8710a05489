//! Whole databases, made here with every cipher and key derivation; KeePassXC opens them too.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::*;
use crate::encoding::to_base64;

/// Fields of one entry.
const OTP: (&str, &str) = ("otp", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP");

/// XML with one entry for each list of fields, all values protected.
fn xml(entries: &[&[(&str, &str)]], stream: &mut Stream) -> String {
    let entries = entries.iter().map(|fields| {
        let fields = fields.iter().map(|(name, value)| {
            let mut value = value.as_bytes().to_vec();
            stream.apply(&mut value).unwrap();
            format!(
                "<String><Key>{name}</Key><Value Protected=\"True\">{}</Value></String>",
                to_base64(&value)
            )
        });
        let uuid = to_base64(&[7; 16]);
        let fields: String = fields.collect();
        format!("<Entry><UUID>{uuid}</UUID>{fields}</Entry>")
    });
    format!(
        "<KeePassFile><Meta><Generator>x</Generator></Meta><Root><Group>\
         <UUID>{}</UUID><Name>Root</Name>{}</Group></Root></KeePassFile>",
        to_base64(&[8; 16]),
        entries.collect::<String>()
    )
}

fn header(cipher: Cipher, kdf: KeyDerivation, compressed: bool) -> Header {
    Header {
        cipher,
        compressed,
        seed: [1; 32],
        nonce: vec![2; cipher.nonce_length()],
        kdf,
    }
}

/// A database with one entry, locked with `test`, and `key_file` if there is one.
fn database(header: &Header, key_file: Option<&[u8]>) -> Vec<u8> {
    let mut stream = Stream::chacha20(&[3; 64]);
    let mut content = inner::write(&[3; 64]);
    content.extend(xml(&[&[("Title", "Acme"), OTP]], &mut stream).as_bytes());
    if header.compressed {
        content = packed(&content).unwrap();
    }
    let composite = key::composite(Some("test"), key_file).unwrap();
    let keys = Keys::derive(header, &composite, &Reading::new(None)).unwrap();
    locked(header, &keys, &content).unwrap()
}

/// `Acme JBSWY3DPEHPK3PXP` for each account.
fn read_with(file: &[u8], mut reading: Reading) -> Result<Vec<String>, Error> {
    let source = Source {
        name: "x.kdbx",
        bytes: file,
        beside: &[],
    };
    let import = read(&source, &mut reading)?;
    assert_eq!(import.skipped, []);
    let shown = import.accounts.iter().map(|account| {
        let secret = account.key.secret.to_base32();
        format!("{} {}", account.issuer, &*secret)
    });
    Ok(shown.collect())
}

fn read_locked(file: &[u8]) -> Result<Vec<String>, Error> {
    read_with(file, Reading::new(Some("test")))
}

const ACME: &str = "Acme JBSWY3DPEHPK3PXP";

fn every_header() -> Vec<Header> {
    let mut headers = Vec::new();
    for cipher in [Cipher::Aes, Cipher::ChaCha20, Cipher::Twofish] {
        for kdf in KeyDerivation::cheap() {
            let compressed = headers.len() % 2 == 0;
            headers.push(header(cipher, kdf, compressed));
        }
    }
    headers
}

#[test]
fn reads_every_cipher_and_key_derivation() {
    for header in every_header() {
        let file = database(&header, None);
        assert_eq!(
            read_locked(&file).as_deref(),
            Ok(&[ACME.to_owned()][..]),
            "{header:?}"
        );
    }
}

#[test]
fn keepassxc_opens_every_cipher_and_key_derivation() {
    let folder = tempfile::tempdir().unwrap();
    for header in every_header() {
        let path = folder.path().join("x.kdbx");
        std::fs::write(&path, database(&header, None)).unwrap();
        let Some(exported) = keepassxc(&["export", "--quiet"], &path, "test") else {
            return;
        };
        assert!(exported.contains(OTP.1), "{header:?}: {exported}");
    }
}

/// What `keepassxc-cli` says to a command on a database; nothing where it is not there, which
/// is said past the test harness.
fn keepassxc(command: &[&str], path: &std::path::Path, password: &str) -> Option<String> {
    let child = Command::new("keepassxc-cli")
        .args(command)
        .arg(path)
        .env("QT_QPA_PLATFORM", "offscreen")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn();
    let Ok(mut child) = child else {
        let line = b"\nnot run: there is no keepassxc-cli\n";
        let _ = std::io::stderr().write_all(line);
        return None;
    };
    writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn says_whose_password_is_wrong_and_whether_one_is_needed() {
    let file = database(&every_header()[0], None);
    let wrong = read_with(&file, Reading::new(Some("wrong")));
    assert_eq!(wrong, Err(Error::WrongPassword));
    assert_eq!(
        read_with(&file, Reading::new(None)),
        Err(Error::PasswordNeeded)
    );
}

#[test]
fn opens_with_a_key_file() {
    let file = database(&every_header()[0], Some(b"a photo"));
    let reading = |key_file: Option<&'static [u8]>| Reading {
        key_file,
        ..Reading::new(Some("test"))
    };
    let opened = read_with(&file, reading(Some(b"a photo")));
    assert_eq!(opened, Ok(vec![ACME.to_owned()]));
    for wrong in [None, Some(&b"another photo"[..])] {
        assert_eq!(read_with(&file, reading(wrong)), Err(Error::WrongPassword));
    }
}

#[test]
fn a_costly_key_derivation_is_refused_before_it_is_begun() {
    let header = header(Cipher::Aes, KeyDerivation::of_4_gib(), true);
    let mut file = header.write();
    let hash = Sha256::digest(&file);
    file.extend(hash);
    file.extend([0; 32]);
    let refused = Error::TooCostly {
        needs_mib: 4096,
        limit_mib: 1024,
    };
    assert_eq!(read_locked(&file), Err(refused));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let limits = Limits {
        max_bytes: 1_000_000,
        ..Limits::default()
    };
    let bomb = packed(&vec![0; 1_000_001]).unwrap();
    assert!(bomb.len() < 2000);
    assert_eq!(
        unpacked(&bomb, &limits),
        Err(Error::TooLarge { limit_mb: 1 })
    );
}

#[test]
fn a_changed_byte_gives_no_account() {
    let file = database(&every_header()[0], None);
    for place in 0..file.len() {
        let mut changed = file.clone();
        changed[place] ^= 0x10;
        assert!(read_locked(&changed).is_err(), "byte {place}");
    }
}

#[test]
fn a_cut_file_gives_no_account() {
    let file = database(&every_header()[0], None);
    for length in 0..file.len() {
        assert!(read_locked(&file[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn salsa20_protected_values_before_chacha20_did() {
    // Made with another implementation: the nonce E830094B97205D2A under SHA-256 of the key.
    let mut content = vec![1, 4, 0, 0, 0, 2, 0, 0, 0, 2, 3, 0, 0, 0];
    content.extend(b"key\0\0\0\0\0<xml>");
    let (mut stream, xml) = inner::read(&content).unwrap();
    assert_eq!(xml, b"<xml>");
    let mut value = *b"protected";
    stream.apply(&mut value).unwrap();
    assert_eq!(to_base64(&value), "2qOIuEGwViL3");
}
