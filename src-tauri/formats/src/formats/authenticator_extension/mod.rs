//! The browser extension Authenticator (authenticator.cc): its backup in the clear, with
//! locked secrets as up to version 7, and with whole entries locked since version 8.

mod lock;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use keytick_accounts::Candidate;
use keytick_otp::{
    Algorithm, Digits, Error as KeyError, Kind, Names, Note, OtpKey, Period, Secret,
};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::{Error, Format, Import, Probe, Reading, Source, entries, json, settings};
use lock::Lock;

pub(super) const FORMAT: Format = Format {
    id: "authenticator-extension",
    name: "Authenticator (browser extension)",
    help: "format-authenticator-extension-help",
    extensions: &["json", "txt"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

/// An object of entries, called by ids or hashes.
fn detect(probe: &Probe) -> bool {
    const HASH_CHARACTERS: usize = 32;
    let json = probe.json();
    let called_by_hash = json.keys.iter().any(|key| {
        key.len() >= HASH_CHARACTERS
            && key
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
    });
    let has = |text: &str| probe.text().is_some_and(|whole| whole.contains(text));
    !json.is_array
        && !json.keys.is_empty()
        && (has("OTPStorage\"")
            || called_by_hash && has("\"encrypted\"") && has("\"secret\"") && has("\"index\""))
}

/// Anything that may stand in the file; what it is follows from what it has.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    #[serde(default)]
    encrypted: Option<bool>,
    #[serde(default)]
    index: Option<i64>,
    #[serde(default, rename = "type")]
    type_name: Option<String>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    pinned: Option<bool>,
    /// A whole record, locked.
    #[serde(default)]
    data: Option<String>,
    #[serde(default)]
    key_id: Option<String>,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let file: BTreeMap<String, &RawValue> = json::read(source.bytes, "JSON")?;
    let mut lock = Lock::of(&file, reading);
    let entries: Vec<&RawValue> = file
        .iter()
        .filter(|(name, raw)| is_entry(name, raw))
        .map(|(_, raw)| *raw)
        .collect();
    let mut import = entries::read(&entries, reading, |_, record: Record| {
        let record = match record.data.as_deref() {
            Some(data) => lock
                .record(data, record.key_id.as_deref().unwrap_or_default())
                // It says of itself that it is encrypted, as it was.
                .map(|record| Record {
                    encrypted: Some(false),
                    ..record
                }),
            None => Ok(record),
        };
        let (names, account) = match record {
            Ok(record) => {
                let names = names(&record);
                let account = candidate(&record, &names, &mut lock);
                (names, account)
            }
            Err(error) => (Names::exact("", ""), Err(error)),
        };
        [(names, account)]
    })?;
    lock.verdict()?;
    import
        .accounts
        .sort_by_key(|account| account.order.unwrap_or(i64::MAX));
    Ok(import)
}

/// Whether it is neither a key nor the extension's settings.
fn is_entry(name: &str, raw: &RawValue) -> bool {
    #[derive(Deserialize)]
    struct Kind {
        #[serde(default, rename = "dataType")]
        data_type: Option<String>,
    }
    let kind = serde_json::from_str::<Kind>(raw.get());
    !["key", "UserSettings", "LocalStorage"].contains(&name)
        && kind.is_ok_and(|kind| kind.data_type.as_deref() != Some("Key"))
}

/// Older versions put the site's address behind the issuer: `Acme::example.com`.
fn names(record: &Record) -> Names {
    let issuer = record.issuer.as_deref().unwrap_or_default();
    let issuer = issuer.split_once("::").map_or(issuer, |(name, _)| name);
    Names::exact(issuer, record.account.as_deref().unwrap_or_default())
}

fn candidate(record: &Record, names: &Names, lock: &mut Lock) -> Result<Candidate, Error> {
    let secret = record.secret.as_ref().ok_or(Error::NoKey)?;
    let opened;
    let secret = match record.encrypted {
        Some(true) => {
            opened = lock.secret(secret)?;
            &opened
        }
        _ => secret,
    };
    let (key, note) = key(record, secret)?;
    let notes = note
        .into_iter()
        .chain(settings::counter_note(&key.kind, &record.counter));
    Ok(Candidate {
        favourite: record.pinned.unwrap_or_default(),
        order: record.index,
        ..entries::candidate(key, notes, names)
    })
}

/// The oldest versions said Steam and Battle.net by a prefix of the secret.
fn key(record: &Record, text: &str) -> Result<(OtpKey, Option<Note>), Error> {
    let type_name = record.type_name.as_deref().unwrap_or("totp");
    let (type_name, text) = if let Some(secret) = text.strip_prefix("stm-") {
        ("steam", secret)
    } else if let Some(secret) = text.strip_prefix("blz-").or(text.strip_prefix("bliz-")) {
        ("battle", secret)
    } else {
        (type_name, text)
    };
    let (secret, note) = match type_name {
        "hex" | "hhex" => (Secret::from_hex(text)?, None),
        // The extension takes a secret for hexadecimal where it cannot be base32.
        "totp" | "hotp" if is_only_hex(text) => (Secret::from_hex(text)?, None),
        _ => Secret::from_base32(text)?,
    };
    let algorithm = || algorithm(&record.algorithm);
    let digits = settings::digits(&record.digits);
    let kind = match type_name {
        "totp" | "hex" => Kind::Totp {
            algorithm: algorithm()?,
            digits: digits?.unwrap_or_default(),
            period: settings::period(&record.period)?.unwrap_or_default(),
        },
        "hotp" | "hhex" => Kind::Hotp {
            algorithm: algorithm()?,
            digits: digits?.unwrap_or_default(),
            counter: settings::counter(&record.counter)?.unwrap_or_default(),
        },
        "battle" => Kind::Totp {
            algorithm: Algorithm::Sha1,
            digits: Digits::new(8)?,
            period: Period::default(),
        },
        "steam" => Kind::Steam,
        other => return Err(settings::unknown_type(other)),
    };
    Ok((OtpKey::new(secret, kind)?, note))
}

fn is_only_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text
            .bytes()
            .any(|byte| matches!(byte, b'0' | b'1' | b'8' | b'9'))
}

/// By name, or by its number in the extension's list.
fn algorithm(value: &Value) -> Result<Algorithm, KeyError> {
    match value.to_string().trim_matches('"') {
        "1" => Ok(Algorithm::Sha1),
        "2" => Ok(Algorithm::Sha256),
        "3" => Ok(Algorithm::Sha512),
        _ => settings::algorithm(value).map(Option::unwrap_or_default),
    }
}
