//! Stratum's (formerly Authenticator Pro's) own database on Android, which only a rooted
//! phone gives out. Its backups are another format.

use std::collections::HashMap;

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Digits, Error as KeyError, Kind, Names, OtpKey, Period, Pin};
use rusqlite::{Connection, Row};
use zeroize::Zeroizing;

use crate::sqlite::{self, number, text};
use crate::{Error, Format, Import, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "stratum-database",
    name: "Stratum (database)",
    help: "format-stratum-database-help",
    extensions: &["db", "db3"],
    reads_encrypted: false,
    detect: |probe| {
        let has = |name: &str| probe.sqlite_tables().iter().any(|table| table == name);
        has("authenticator") && has("authenticatorcategory")
    },
    read: Some(read),
    write: None,
};

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    const IN_ORDER: &str = "SELECT * FROM authenticator ORDER BY ranking, rowid";
    let database = sqlite::open(source)?;
    let mut tags = tags(&database)?;
    sqlite::entries(
        &database,
        "authenticator",
        IN_ORDER,
        reading,
        |place, row| {
            let names = Names::exact(&text(row, "issuer"), &text(row, "username"));
            let account = candidate(row, &names).map(|candidate| Candidate {
                tags: tags.remove(&text(row, "secret")).unwrap_or_default(),
                order: i64::try_from(place).ok(),
                ..candidate
            });
            (names, account)
        },
    )
}

/// The names of the categories that each secret is in: it is the secret that joins them.
fn tags(database: &Connection) -> Result<HashMap<String, Vec<String>>, Error> {
    const JOINED: &str = "SELECT binding.authenticatorSecret AS secret, category.name AS name \
         FROM authenticatorcategory AS binding \
         JOIN category ON category.id = binding.categoryId ORDER BY category.ranking, name";
    let mut tags = HashMap::<String, Vec<String>>::new();
    sqlite::rows(database, "authenticatorcategory", JOINED, |row| {
        let name = text(row, "name");
        tags.entry(text(row, "secret")).or_default().push(name);
        Ok(())
    })?;
    Ok(tags)
}

fn candidate(row: &Row, names: &Names) -> Result<Candidate, Error> {
    let secret = Zeroizing::new(text(row, "secret"));
    let (key, note) = OtpKey::from_text(&secret, kind(row)?)?;
    Ok(entries::candidate(key, note, names))
}

fn kind(row: &Row) -> Result<Kind, Error> {
    let pin = || Pin::new(&Zeroizing::new(text(row, "pin")));
    Ok(match number(row, "type") {
        Some(1) => Kind::Hotp {
            algorithm: algorithm(row)?,
            digits: digits(row)?,
            counter: unsigned(row, "counter", |found| KeyError::Counter { found })?,
        },
        Some(2) => Kind::Totp {
            algorithm: algorithm(row)?,
            digits: digits(row)?,
            period: Period::new(unsigned(row, "period", |found| KeyError::Period { found })?)?,
        },
        Some(3) => Kind::Motp { pin: pin()? },
        Some(4) => Kind::Steam,
        Some(5) => Kind::Yandex { pin: pin()? },
        _ => return Err(settings::unknown_type(&text(row, "type"))),
    })
}

fn algorithm(row: &Row) -> Result<Algorithm, KeyError> {
    match number(row, "algorithm") {
        Some(0) => Ok(Algorithm::Sha1),
        Some(1) => Ok(Algorithm::Sha256),
        Some(2) => Ok(Algorithm::Sha512),
        _ => Err(KeyError::Algorithm {
            found: text(row, "algorithm"),
        }),
    }
}

fn digits(row: &Row) -> Result<Digits, KeyError> {
    Digits::new(unsigned(row, "digits", |found| KeyError::Digits { found })?)
}

fn unsigned<T: TryFrom<i64>>(
    row: &Row,
    column: &str,
    error: fn(String) -> KeyError,
) -> Result<T, KeyError> {
    let read = number(row, column).and_then(|number| T::try_from(number).ok());
    read.ok_or_else(|| error(text(row, column)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{database, read, rows, skipped};

    #[test]
    fn every_type_with_its_categories() {
        let bytes = database(
            "CREATE TABLE authenticator (type INTEGER, issuer, username, secret, pin,
                 algorithm INTEGER, digits INTEGER, period INTEGER, counter INTEGER,
                 ranking INTEGER);
             CREATE TABLE category (id, name, ranking INTEGER);
             CREATE TABLE authenticatorcategory (categoryId, authenticatorSecret, ranking);
             INSERT INTO authenticator VALUES
                 (2, 'Acme', 'me', 'GEZDGNBVGY3TQOJQ', NULL, 1, 8, 60, 0, 2),
                 (1, 'Acme', 'you', 'GEZDGNBVGY3TQOJR', NULL, 0, 6, 30, 4, 1),
                 (4, 'Steam', '', 'GEZDGNBVGY3TQOJS', NULL, 0, 5, 30, 0, 3),
                 (3, 'Mobile', '', 'e3152afee62599c8', '1234', 0, 6, 10, 0, 4),
                 (5, 'Yandex', 'me', 'LA2V6KMCGYMWWVEW64RNP3JA3I', '7586', 1, 8, 30, 0, 5),
                 (3, 'No PIN', '', 'e3152afee62599c8', NULL, 0, 6, 10, 0, 6),
                 (2, 'Zero', '', 'GEZDGNBVGY3TQOJQ', NULL, 0, 6, 0, 0, 7),
                 (9, 'Odd', '', 'GEZDGNBVGY3TQOJQ', NULL, 0, 6, 30, 0, 8);
             INSERT INTO category VALUES ('a', 'Work', 1), ('b', 'Home', 0);
             INSERT INTO authenticatorcategory VALUES
                 ('a', 'GEZDGNBVGY3TQOJQ', 0), ('b', 'GEZDGNBVGY3TQOJQ', 0);",
        );
        let import = read(&FORMAT, &bytes, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|you|hotp|GEZDGNBVGY3TQOJR|SHA1|6|#4",
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
                "Steam||steam|GEZDGNBVGY3TQOJS|SHA1|5|30",
                "Mobile||motp|e3152afee62599c8|MD5|6|10|1234",
                "Yandex|me|yandex|LA2V6KMCGYMWWVEW64RNP3JA3I|SHA256|8|30|7586"
            ]
        );
        assert_eq!(import.accounts[1].tags, ["Home", "Work"]);
        assert_eq!(
            skipped(&import),
            [
                "No PIN: otp-pin-missing",
                "Zero: otp-period",
                "Odd: formats-unknown-type"
            ]
        );
    }
}
