//! Reads andOTP's entries.

use keytick_accounts::{Candidate, Used};
use keytick_otp::{Kind, Names, Note, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::lock;
use crate::json::{self, List};
use crate::{Error, Import, Reading, Source, entries, settings};

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    /// Missing in old files, which have `Issuer - account` in the label.
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(rename = "type", default)]
    type_name: Option<String>,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    tags: Option<Vec<String>>,
    /// In milliseconds.
    #[serde(default)]
    last_used: u64,
    #[serde(default)]
    used_frequency: u64,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    match json::read::<List>(source.bytes, "JSON") {
        Ok(list) => read_list(&list, reading),
        Err(damaged) if starts_a_list(source.bytes) => Err(damaged),
        Err(_) => {
            let opened = lock::open(source.bytes, reading)?;
            read_list(&json::read(&opened, "JSON")?, reading)
        }
    }
}

/// A plain file that is cut off needs no password.
fn starts_a_list(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"[") && std::str::from_utf8(bytes).is_ok()
}

fn read_list(list: &List, reading: &Reading) -> Result<Import, Error> {
    entries::read(list, reading, |place, entry: Entry| {
        let names = names(&entry);
        let account = candidate(place, entry, &names);
        [(names, account)]
    })
}

fn names(entry: &Entry) -> Names {
    let label = entry.label.as_deref().unwrap_or_default();
    match (entry.issuer.as_deref(), label.split_once(" - ")) {
        (None, Some((issuer, label))) => Names::of(label, issuer),
        // Scanned keys have their whole label there: `Issuer:account`.
        (issuer, _) => Names::of(label, issuer.unwrap_or_default()),
    }
}

fn candidate(place: usize, entry: Entry, names: &Names) -> Result<Candidate, Error> {
    const MILLISECONDS: u64 = 1000;
    let kind = kind(&entry)?;
    let secret = entry.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    // andOTP sets the time of last use when an entry is made.
    let used = entry.used_frequency > 0;
    Ok(Candidate {
        tags: entry.tags.unwrap_or_default(),
        order: i64::try_from(place).ok(),
        usage: used.then_some(Used {
            count: entry.used_frequency,
            last: entry.last_used / MILLISECONDS,
        }),
        notes: note.into_iter().map(Note::id).collect(),
        ..Candidate::new(key, names.issuer.as_str(), names.account.as_str())
    })
}

/// What is missing is andOTP's own default, but not the counter.
fn kind(entry: &Entry) -> Result<Kind, Error> {
    let algorithm = || settings::algorithm(&entry.algorithm).map(Option::unwrap_or_default);
    let digits = || settings::digits(&entry.digits).map(Option::unwrap_or_default);
    match entry.type_name.as_deref().unwrap_or("TOTP") {
        "TOTP" => Ok(Kind::Totp {
            algorithm: algorithm()?,
            digits: digits()?,
            period: settings::period(&entry.period)?.unwrap_or_default(),
        }),
        "HOTP" => Ok(Kind::Hotp {
            algorithm: algorithm()?,
            digits: digits()?,
            counter: settings::needed(settings::counter(&entry.counter)?, "counter")?,
        }),
        "STEAM" => Ok(Kind::Steam),
        // Its PIN is never in the file.
        "MOTP" => Err(Error::NoPin),
        other => Err(settings::unknown_type(other)),
    }
}
