//! Authenticator Plus: its locked archive with a list of addresses, and its database, which
//! SQLCipher locks.

mod sqlcipher;

use keytick_accounts::Candidate;
use keytick_otp::{
    Algorithm, Digits, Error as KeyError, Kind, Names, Note, OtpKey, Period, Secret,
};
use rusqlite::Row;
use zeroize::Zeroizing;

use crate::sqlite::{self, number, text};
use crate::{Error, Format, Import, Probe, Reading, Source, entries, read_text, settings, zip};

pub(super) const FORMAT: Format = Format {
    id: "authenticator-plus",
    name: "Authenticator Plus",
    help: "format-authenticator-plus-help",
    extensions: &["zip", "db"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

const INSIDE: &str = "Accounts.txt";

fn detect(probe: &Probe) -> bool {
    probe.zip_names().iter().any(|name| name == INSIDE) || sqlcipher::could_be(probe.bytes())
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    if source.bytes.starts_with(zip::MAGIC) {
        let files = zip::unpack(source.bytes, reading, |name| name == INSIDE)?;
        let file = files.first().ok_or(Error::Damaged { what: "zip" })?;
        let text = std::str::from_utf8(&file.bytes).map_err(|_| Error::Damaged { what: INSIDE })?;
        return Ok(read_text(text, INSIDE));
    }
    let plain = sqlcipher::open(source.bytes, reading)?;
    read_database(&plain, reading)
}

fn read_database(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    const IN_ORDER: &str = "SELECT * FROM accounts ORDER BY position, _id";
    let database = sqlite::open(&Source {
        name: "",
        bytes,
        beside: &[],
    })?;
    sqlite::entries(&database, "accounts", IN_ORDER, reading, |place, row| {
        let names = names(row);
        let account = candidate(row, &names).map(|candidate| Candidate {
            order: i64::try_from(place).ok(),
            ..candidate
        });
        (names, account)
    })
}

/// The issuer, or what stands before the name that was scanned.
fn names(row: &Row) -> Names {
    let (account, issuer) = (text(row, "email"), text(row, "issuer"));
    match issuer.is_empty() {
        true => Names::of(&account, &Names::of(&text(row, "original_name"), "").issuer),
        false => Names::exact(&issuer, &account),
    }
}

/// What has no category of a person's.
const NO_CATEGORY: &str = "All Accounts";

fn candidate(row: &Row, names: &Names) -> Result<Candidate, Error> {
    let secret = Zeroizing::new(text(row, "secret"));
    let (key, note) = key(row, &secret)?;
    let category = text(row, "category");
    let is_tag = !category.is_empty() && category != NO_CATEGORY;
    Ok(Candidate {
        tags: is_tag.then_some(category).into_iter().collect(),
        ..entries::candidate(key, note, names)
    })
}

/// Type 2 is Battle.net, whose keys are hexadecimal and whose codes have eight digits.
fn key(row: &Row, secret: &str) -> Result<(OtpKey, Option<Note>), Error> {
    match number(row, "type") {
        Some(0) => Ok(OtpKey::from_text(secret, Kind::default())?),
        Some(1) => {
            let counter = number(row, "counter").and_then(|counter| counter.try_into().ok());
            let kind = Kind::Hotp {
                algorithm: Algorithm::default(),
                digits: Digits::default(),
                counter: counter.ok_or_else(|| KeyError::Counter {
                    found: text(row, "counter"),
                })?,
            };
            Ok(OtpKey::from_text(secret, kind)?)
        }
        Some(2) => {
            let kind = Kind::Totp {
                algorithm: Algorithm::Sha1,
                digits: Digits::new(8)?,
                period: Period::default(),
            };
            Ok((OtpKey::new(Secret::from_hex(secret)?, kind)?, None))
        }
        _ => Err(settings::unknown_type(&text(row, "type"))),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use ::zip::write::SimpleFileOptions;
    use ::zip::{AesMode, ZipWriter};

    use super::*;
    use crate::formats::testing::{check_lock, database, read, rows, skipped};

    #[test]
    fn the_locked_archive() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().with_aes_encryption(AesMode::Aes256, "test");
        zip.start_file(INSIDE, options).unwrap();
        let text = b"otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQ&issuer=Acme\nnot a key\n";
        zip.write_all(text).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        let import = read(&FORMAT, &bytes, Some("test")).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"]);
        assert_eq!(skipped(&import), ["Accounts.txt:2: formats-not-a-key"]);
        check_lock(&FORMAT, &bytes);
    }

    /// A database with room for SQLCipher's seals at the end of each page.
    fn with_reserve() -> Vec<u8> {
        let mut bytes = database(
            "PRAGMA page_size = 1024;
             CREATE TABLE accounts (_id INTEGER PRIMARY KEY, position INTEGER, email TEXT,
                 secret TEXT, counter INTEGER, type INTEGER, issuer TEXT, original_name TEXT,
                 category TEXT);",
        );
        // An empty table needs no room there, so the page can be said to have less.
        bytes[20] = sqlcipher::RESERVE as u8;
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        let size = bytes.len();
        let copy = Cursor::new(bytes);
        connection
            .deserialize_read_exact("main", copy, size, false)
            .unwrap();
        connection
            .execute_batch(
                "VACUUM;
                 INSERT INTO accounts VALUES
                 (1, 1, 'me', 'GEZDGNBVGY3TQOJQ', 0, 0, 'Acme', 'Acme:me', 'All Accounts'),
                 (2, 0, 'you', 'GEZDGNBVGY3TQOJQ', 7, 1, NULL, 'Count:you', 'Work'),
                 (3, 2, 'US-1', '31323334353637383930', 0, 2, 'Battle.net', 'x', ''),
                 (4, 3, 'odd', 'GEZDGNBVGY3TQOJQ', 0, 9, NULL, 'odd', '');",
            )
            .unwrap();
        connection.serialize("main").unwrap().to_vec()
    }

    #[test]
    fn the_database_of_sqlcipher() {
        let plain = with_reserve();
        let bytes = sqlcipher::tests::sealed(&plain, b"test");
        let import = read(&FORMAT, &bytes, Some("test")).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Count|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#7",
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "Battle.net|US-1|totp|GEZDGNBVGY3TQOJQ|SHA1|8|30"
            ]
        );
        assert_eq!(import.accounts[0].tags, ["Work"]);
        assert!(import.accounts[1].tags.is_empty());
        assert_eq!(skipped(&import), ["odd: formats-unknown-type"]);
        check_lock(&FORMAT, &bytes);

        let mut damaged = bytes;
        let last = damaged.len() - 100;
        damaged[last] ^= 1;
        let refused = read(&FORMAT, &damaged, Some("test"));
        assert_eq!(refused, Err(Error::Damaged { what: "page" }));
    }
}
