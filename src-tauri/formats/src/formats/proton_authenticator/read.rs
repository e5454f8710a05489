//! Reads Proton Authenticator's entries.

use keytick_accounts::Candidate;
use keytick_otp::{KeyUri, Names};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::lock::{self, Locked};
use crate::json::{self, List};
use crate::{Error, Import, Reading, Source, entries, settings};

#[derive(Deserialize)]
struct Export<'a> {
    #[serde(default)]
    version: Value,
    #[serde(borrow)]
    entries: List<'a>,
}

#[derive(Deserialize)]
struct Entry {
    content: Content,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize)]
struct Content {
    uri: Zeroizing<String>,
    #[serde(default)]
    entry_type: Option<String>,
    /// The account, else the issuer. The address of a Steam key has no names of its own.
    #[serde(default)]
    name: Option<String>,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    match json::read::<Locked>(source.bytes, "JSON") {
        Ok(locked) => read_export(&lock::open(&locked, reading)?, reading),
        Err(_) => read_export(source.bytes, reading),
    }
}

fn read_export(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let export: Export = json::read(bytes, "JSON")?;
    settings::known_version(&export.version, super::NEWEST)?;
    entries::read(&export.entries, reading, |_, entry: Entry| {
        let name = entry.content.name.as_deref().unwrap_or_default();
        let own = KeyUri::names(&entry.content.uri);
        let names = own.unwrap_or_else(|| Names::exact("", name));
        [(names, candidate(&entry))]
    })
}

fn candidate(entry: &Entry) -> Result<Candidate, Error> {
    let Content {
        uri,
        entry_type,
        name,
    } = &entry.content;
    let name = name.as_deref().unwrap_or_default();
    let is_steam = match entry_type.as_deref() {
        Some("Totp") | None => false,
        Some("Steam") => true,
        Some(other) => return Err(settings::unknown_type(other)),
    };
    let mut candidate = Candidate::from(KeyUri::parse(uri)?);
    if is_steam {
        let names = entries::steam_names(name);
        candidate.issuer = names.issuer;
        candidate.account = names.account;
    } else if candidate.issuer.is_empty() && candidate.account.is_empty() {
        candidate.account = name.to_owned();
    }
    if let Some(note) = &entry.note {
        candidate.note.clone_from(note);
    }
    Ok(candidate)
}
