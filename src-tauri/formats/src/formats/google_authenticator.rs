//! Google Authenticator's database on Android, which only a rooted phone gives out. What the
//! app itself exports are transfer codes, which are read from pictures and texts.

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Digits, Error as KeyError, Kind, Names, OtpKey};
use rusqlite::Row;
use zeroize::Zeroizing;

use crate::sqlite::{self, number, text};
use crate::{Error, Format, Import, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "google-authenticator-database",
    name: "Google Authenticator (database)",
    help: "format-google-authenticator-database-help",
    extensions: &["db", "sqlite"],
    reads_encrypted: false,
    detect: |probe| {
        let has = |name: &str| probe.sqlite_tables().iter().any(|table| table == name);
        has("accounts") && has("auditlog_timer")
            || has("accounts") && probe.sqlite_tables().len() <= 2
    },
    read: Some(read),
    write: None,
};

const IN_ORDER: &str = "SELECT * FROM accounts ORDER BY _id";

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let database = sqlite::open(source)?;
    sqlite::entries(&database, "accounts", IN_ORDER, reading, |_, row| {
        let names = Names::of(&text(row, "email"), &text(row, "issuer"));
        let account = candidate(row, &names);
        (names, account)
    })
}

/// There are no columns for hash, digits and period: they are always the usual ones.
fn candidate(row: &Row, names: &Names) -> Result<Candidate, Error> {
    if number(row, "isencrypted") == Some(1) {
        return Err(Error::Closed {
            id: "formats-google-encrypted",
        });
    }
    let kind = match number(row, "type") {
        Some(0) => Kind::default(),
        Some(1) => Kind::Hotp {
            algorithm: Algorithm::default(),
            digits: Digits::default(),
            counter: counter(row)?,
        },
        _ => return Err(settings::unknown_type(&text(row, "type"))),
    };
    let secret = Zeroizing::new(text(row, "secret"));
    let (key, note) = OtpKey::from_text(&secret, kind)?;
    Ok(entries::candidate(key, note, names))
}

fn counter(row: &Row) -> Result<u64, KeyError> {
    let counter = number(row, "counter").and_then(|counter| counter.try_into().ok());
    counter.ok_or_else(|| KeyError::Counter {
        found: text(row, "counter"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{database, read, rows, skipped};

    #[test]
    fn both_types_and_what_cannot_be_read() {
        let bytes = database(
            "CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT, secret TEXT,
                 counter INTEGER, type INTEGER, issuer TEXT, isencrypted INTEGER);
             CREATE TABLE android_metadata (locale TEXT);
             INSERT INTO accounts VALUES
                 (1, 'Acme:me', 'GEZDGNBVGY3TQOJQ', 0, 0, 'Acme', NULL),
                 (2, 'you', 'GEZDGNBVGY3TQOJQ', 5, 1, NULL, 0),
                 (3, 'locked', 'xxx', 0, 0, NULL, 1),
                 (4, 'odd', 'GEZDGNBVGY3TQOJQ', 0, 9, NULL, 0),
                 (5, 'minus', 'GEZDGNBVGY3TQOJQ', -1, 1, NULL, 0);",
        );
        let import = read(&FORMAT, &bytes, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#5"
            ]
        );
        assert_eq!(
            skipped(&import),
            [
                "locked: formats-google-encrypted",
                "odd: formats-unknown-type",
                "minus: otp-counter"
            ]
        );
    }
}
