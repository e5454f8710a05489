//! Microsoft Authenticator's database `PhoneFactor` on Android, which only a rooted phone
//! gives out, with the write-ahead log beside it. Work accounts that are approved by push
//! have no key in it.

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Digits, Kind, Names, OtpKey, Period, Secret};
use rusqlite::Row;
use zeroize::Zeroizing;

use crate::encoding::from_base64;
use crate::sqlite::{self, number, text};
use crate::{Error, Format, Import, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "microsoft",
    name: "Microsoft Authenticator",
    help: "format-microsoft-help",
    extensions: &["db", "sqlite"],
    reads_encrypted: false,
    detect: |probe| {
        let has = |name: &str| probe.sqlite_tables().iter().any(|table| table == name);
        has("accounts") && has("room_master_table")
    },
    read: Some(read),
    write: None,
};

const IN_ORDER: &str = "SELECT * FROM accounts ORDER BY _id";

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let database = sqlite::open(source)?;
    sqlite::entries(&database, "accounts", IN_ORDER, reading, |_, row| {
        let names = Names::exact(&text(row, "name"), &text(row, "username"));
        let account = candidate(row, &names);
        (names, account)
    })
}

/// Type 0 is any site, with its key in base32; type 1 is a Microsoft account of a person, with
/// a key in base64 and eight digits.
fn candidate(row: &Row, names: &Names) -> Result<Candidate, Error> {
    let secret = Zeroizing::new(text(row, "oath_secret_key"));
    if secret.trim().is_empty() {
        return Err(Error::NoKey);
    }
    match number(row, "account_type") {
        Some(0) => {
            let (key, note) = OtpKey::from_text(&secret, Kind::default())?;
            Ok(entries::candidate(key, note, names))
        }
        Some(1) => {
            let kind = Kind::Totp {
                algorithm: Algorithm::Sha1,
                digits: Digits::new(8)?,
                period: Period::default(),
            };
            let secret = from_base64(&secret, "oath_secret_key")?;
            let key = OtpKey::new(Secret::from_bytes(secret.to_vec())?, kind)?;
            Ok(entries::candidate(key, None, names))
        }
        _ => Err(settings::unknown_type(&text(row, "account_type"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{database, read, rows, skipped};

    #[test]
    fn sites_microsoft_accounts_and_approval_by_push() {
        let bytes = database(
            "CREATE TABLE room_master_table (id INTEGER PRIMARY KEY, identity_hash TEXT);
             CREATE TABLE accounts (_id INTEGER PRIMARY KEY, name TEXT, username TEXT,
                 oath_secret_key TEXT, account_type INTEGER);
             INSERT INTO accounts VALUES
                 (1, 'Acme', 'me', 'GEZDGNBVGY3TQOJQ', 0),
                 (2, 'Microsoft', 'me@example.com', 'MTIzNDU2Nzg5MA==', 1),
                 (3, 'Work', 'me@example.org', '', 2),
                 (4, 'Odd', '', 'GEZDGNBVGY3TQOJQ', 2);",
        );
        let import = read(&FORMAT, &bytes, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "Microsoft|me@example.com|totp|GEZDGNBVGY3TQOJQ|SHA1|8|30"
            ]
        );
        assert_eq!(
            skipped(&import),
            [
                "Work (me@example.org): formats-no-key",
                "Odd: formats-unknown-type"
            ]
        );
    }
}
