//! Authy gives nothing out by itself. What exists: the preferences of its Android app from a
//! rooted phone (plain, or locked with the backups' password), and the JSON files that
//! scripts took out of its desktop app and of its traffic on iOS.
//!
//! Authy's own tokens (`secretSeed`, in hexadecimal) have 7 digits and last 10 seconds. All
//! others are TOTP with SHA-1 and 30 seconds: there is no field for either.

mod lock;
#[cfg(test)]
mod tests;

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Digits, KeyUri, Kind, Names, OtpKey, Period, Secret};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Format, Import, Probe, Reading, Source, entries, settings, xml};
use lock::{Locked, Password};

pub(super) const FORMAT: Format = Format {
    id: "authy",
    name: "Authy",
    help: "format-authy-help",
    extensions: &["xml", "json"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

/// The preferences with tokens of sites, and with Authy's own.
const PREFERENCES: [&str; 2] = [
    "com.authy.storage.tokens.authenticator.key",
    "com.authy.storage.tokens.authy.key",
];

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    PREFERENCES.iter().any(|name| probe.markup_with(name))
        || json.has(&["authenticator_tokens"])
        || json.has(&["decrypted_authenticator_tokens"])
        || json.is_array
            && (json.has(&["originalName", "accountType", "digits"])
                || json.has(&["name", "secret", "uri"]))
}

/// A token of any of these files: they name the same things differently.
#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    name: Option<String>,
    #[serde(default, rename = "originalIssuer")]
    original_issuer: Option<String>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default, rename = "originalName", alias = "original_name")]
    original_name: Option<String>,
    #[serde(default)]
    digits: Value,
    #[serde(default, rename = "decryptedSecret", alias = "decrypted_seed")]
    secret: Option<Zeroizing<String>>,
    #[serde(default, rename = "secretSeed")]
    seed: Option<Zeroizing<String>>,
    #[serde(default)]
    uri: Option<Zeroizing<String>>,
    #[serde(flatten)]
    locked: Locked,
}

/// An answer of Authy's server, as it was or with the secrets opened.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow, alias = "decrypted_authenticator_tokens")]
    authenticator_tokens: List<'a>,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let mut password = Password::new(reading);
    let mut import = Import::default();
    match source.bytes.trim_ascii_start().first() {
        Some(b'[') => {
            let list: List = json::read(source.bytes, "JSON")?;
            read_list(&list, &mut import, &mut password)?;
        }
        Some(b'{') => {
            let answer: Answer = json::read(source.bytes, "JSON")?;
            read_list(&answer.authenticator_tokens, &mut import, &mut password)?;
        }
        _ => {
            for (name, value) in xml::preferences(source.bytes)? {
                let value = Zeroizing::new(value);
                if PREFERENCES.contains(&name.as_str()) {
                    let list: List = json::read(value.as_bytes(), "JSON")?;
                    read_list(&list, &mut import, &mut password)?;
                }
            }
        }
    }
    password.verdict()?;
    Ok(import)
}

fn read_list(list: &List, import: &mut Import, password: &mut Password) -> Result<(), Error> {
    let read = entries::read(list, password.reading(), |place, token: Token| {
        let names = names(&token);
        let account = candidate(place, &token, &names, password);
        [(names, account)]
    })?;
    import.accounts.extend(read.accounts);
    import.skipped.extend(read.skipped);
    Ok(())
}

/// Most are named `Acme: me`, some `Acme - me`, and what a person renamed has its issuer only
/// in the fields beside the name.
fn names(token: &Token) -> Names {
    let name = token.name.as_deref().unwrap_or_default();
    if let Some(uri) = token.uri.as_deref().and_then(|uri| KeyUri::parse(uri).ok()) {
        return entries::titled(Names::exact(&uri.issuer, &uri.account), name, "");
    }
    let original = token.original_name.as_deref().unwrap_or_default();
    let read = Names::of(if name.is_empty() { original } else { name }, "");
    if !read.issuer.is_empty() {
        return read;
    }
    if let Some((issuer, account)) = name.split_once(" - ") {
        return Names::exact(issuer, account);
    }
    let beside = [&token.issuer, &token.original_issuer]
        .into_iter()
        .flatten();
    let beside = beside.map(String::as_str).find(|issuer| !issuer.is_empty());
    match beside {
        Some(issuer) => Names::exact(issuer, &read.account),
        None => Names::exact(&Names::of(original, "").issuer, &read.account),
    }
}

fn candidate(
    place: usize,
    token: &Token,
    names: &Names,
    password: &mut Password,
) -> Result<Candidate, Error> {
    let candidate = match (&token.uri, &token.secret, &token.seed) {
        (Some(uri), ..) => {
            let read = KeyUri::parse(uri)?;
            entries::candidate(read.key, read.notes.first().copied(), names)
        }
        (_, Some(secret), _) => of_site(secret, token, names)?,
        (_, _, Some(seed)) => {
            let kind = Kind::Totp {
                algorithm: Algorithm::Sha1,
                digits: settings::digits(&token.digits)?.unwrap_or(Digits::new(7)?),
                period: Period::new(10)?,
            };
            let key = OtpKey::new(Secret::from_hex(seed)?, kind)?;
            entries::candidate(key, None, names)
        }
        (None, None, None) => of_site(&password.open(&token.locked)?, token, names)?,
    };
    Ok(Candidate {
        order: i64::try_from(place).ok(),
        ..candidate
    })
}

fn of_site(secret: &str, token: &Token, names: &Names) -> Result<Candidate, Error> {
    let kind = Kind::Totp {
        algorithm: Algorithm::Sha1,
        digits: settings::digits(&token.digits)?.unwrap_or_default(),
        period: Period::default(),
    };
    let (key, note) = OtpKey::from_text(secret, kind)?;
    Ok(entries::candidate(key, note, names))
}
