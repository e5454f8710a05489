//! Reads Aegis's database, plain or after it was opened.

use std::collections::HashMap;

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Kind, Names, Note, OtpKey, Pin, Secret};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::lock::{self, Header};
use crate::json::{self, List};
use crate::{Error, Import, Reading, Source, entries, settings};

/// The newest version of the file that is known, and of the database in it.
const NEWEST_FILE: u64 = 1;
const NEWEST_DATABASE: u64 = 3;

#[derive(Deserialize)]
struct File<'a> {
    #[serde(default)]
    version: Value,
    #[serde(borrow)]
    header: Header<'a>,
    #[serde(borrow)]
    db: &'a RawValue,
}

#[derive(Deserialize)]
struct Database<'a> {
    #[serde(default)]
    version: Value,
    #[serde(borrow)]
    entries: List<'a>,
    #[serde(borrow, default)]
    groups: List<'a>,
}

#[derive(Deserialize)]
struct Group {
    uuid: String,
    name: String,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "type")]
    type_name: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    favorite: Option<bool>,
    /// The groups' ids, since version 3.
    #[serde(default)]
    groups: Option<Vec<String>>,
    /// The one group's name, before version 3.
    #[serde(default)]
    group: Option<String>,
    #[serde(default)]
    info: Info,
}

#[derive(Deserialize, Default)]
struct Info {
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    algo: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    pin: Option<Zeroizing<String>>,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let file: File = json::read(source.bytes, "JSON")?;
    settings::known_version(&file.version, NEWEST_FILE)?;
    // An object; or encrypted, the base64 of it.
    let db = file.db.get();
    if db.starts_with('{') {
        return read_database(db.as_bytes(), reading);
    }
    let base64: String = json::read(db.as_bytes(), "db")?;
    let opened = lock::open(&file.header, &base64, reading)?;
    read_database(&opened, reading)
}

fn read_database(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let database: Database = json::read(bytes, "db")?;
    settings::known_version(&database.version, NEWEST_DATABASE)?;
    let groups: HashMap<String, String> = entries::readable(&database.groups)
        .map(|Group { uuid, name }| (uuid, name))
        .collect();
    entries::read(&database.entries, reading, |place, entry: Entry| {
        let names = Names::exact(
            entry.issuer.as_deref().unwrap_or_default(),
            entry.name.as_deref().unwrap_or_default(),
        );
        let account = candidate(place, entry, &names, &groups);
        [(names, account)]
    })
}

fn candidate(
    place: usize,
    entry: Entry,
    names: &Names,
    groups: &HashMap<String, String>,
) -> Result<Candidate, Error> {
    let tags = match entry.groups {
        Some(ids) => ids
            .iter()
            .filter_map(|id| groups.get(id))
            .cloned()
            .collect(),
        None => entry.group.into_iter().collect(),
    };
    let (kind, md5) = kind(&entry.type_name, &entry.info)?;
    // Aegis keeps every secret as base32, also that of mOTP, which is hexadecimal elsewhere.
    let (secret, note) = Secret::from_base32(entry.info.secret.as_deref().ok_or(Error::NoKey)?)?;
    // mOTP's secrets are shorter than others.
    let note = note.filter(|_| !matches!(kind, Kind::Motp { .. }));
    Ok(Candidate {
        note: entry.note.unwrap_or_default(),
        tags,
        favourite: entry.favorite.unwrap_or_default(),
        order: i64::try_from(place).ok(),
        notes: note.map(Note::id).into_iter().chain(md5).collect(),
        ..Candidate::new(
            OtpKey::new(secret, kind)?,
            names.issuer.as_str(),
            names.account.as_str(),
        )
    })
}

/// How codes are made, and a remark on it. Aegis writes every setting, so that a missing one
/// is an error.
fn kind(type_name: &str, info: &Info) -> Result<(Kind, Option<&'static str>), Error> {
    let pin = || Pin::new(info.pin.as_deref().map_or("", String::as_str));
    let digits = || {
        let digits = settings::digits(&info.digits)?;
        settings::needed(digits, "digits")
    };
    let (algorithm, remark) = algorithm(&info.algo);
    let kind = match type_name {
        "totp" => Kind::Totp {
            algorithm: algorithm?,
            digits: digits()?,
            period: settings::needed(settings::period(&info.period)?, "period")?,
        },
        "hotp" => Kind::Hotp {
            algorithm: algorithm?,
            digits: digits()?,
            counter: settings::needed(settings::counter(&info.counter)?, "counter")?,
        },
        "steam" => Kind::Steam,
        "motp" => return Ok((Kind::Motp { pin: pin()? }, None)),
        "yandex" => Kind::Yandex { pin: pin()? },
        other => return Err(settings::unknown_type(other)),
    };
    Ok((kind, remark))
}

/// An old version let people choose MD5, which only mOTP has. Aegis makes SHA-1 codes for
/// such entries.
fn algorithm(algo: &Value) -> (Result<Algorithm, Error>, Option<&'static str>) {
    if algo.as_str() == Some("MD5") {
        return (Ok(Algorithm::Sha1), Some("note-aegis-md5"));
    }
    let read = settings::algorithm(algo).map_err(Error::from);
    let needed = |read| settings::needed(read, "algorithm");
    (read.and_then(needed), None)
}
