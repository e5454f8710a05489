//! Reads Ente's addresses, with what its `codeDisplay` says beside the key.

use keytick_accounts::{Candidate, Used};
use keytick_otp::{KeyUri, Names};
use serde::Deserialize;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::lock::{self, Locked};
use crate::address::{self, Address};
use crate::json::{self, List};
use crate::{Error, Import, Reading, Source, entries, settings};

/// What Ente keeps of an entry beside its key. All of it may be missing.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Display {
    pinned: bool,
    trashed: bool,
    /// In microseconds.
    last_used_at: u64,
    tap_count: u64,
    tags: Vec<String>,
    note: String,
    position: i64,
    #[serde(rename = "iconID")]
    icon_id: String,
}

#[derive(Deserialize)]
struct Items<'a> {
    #[serde(borrow)]
    items: List<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    raw_data: Zeroizing<String>,
    #[serde(borrow, default)]
    display: Option<&'a RawValue>,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    match json::read::<Locked>(source.bytes, "JSON") {
        Ok(locked) => read_open(&lock::open(&locked, reading)?, reading),
        Err(_) => read_open(source.bytes, reading),
    }
}

/// Reads what is not encrypted, or no longer.
fn read_open(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let mut import = match json::read::<Items>(bytes, "JSON") {
        Ok(file) => entries::read(&file.items, reading, |_, item: Item| {
            let display = item.display.map(|display| display.get());
            [entry(&item.raw_data, display)]
        })?,
        Err(_) => read_lines(bytes, reading)?,
    };
    entries::forget_order_of_nothing(&mut import);
    Ok(import)
}

fn read_lines(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::Damaged { what: "text" })?;
    let text = text.trim_start_matches('\u{feff}');
    reading.entries(text.lines().count())?;
    let mut import = Import::default();
    for (place, line) in text.lines().map(str::trim).enumerate() {
        for uri in addresses(line) {
            let (names, account) = entry(&uri, None);
            let name = match names.to_string() {
                name if name.is_empty() => format!("line {}", place + 1),
                name => name,
            };
            import.entry(&name, account);
        }
    }
    Ok(import)
}

/// The addresses of a line: one, or in old files several with commas between them. Ente's own
/// backups have each in quotes, as JSON.
fn addresses(line: &str) -> Vec<Zeroizing<String>> {
    const BETWEEN: &str = ",otpauth://";
    let line = match line.starts_with('"') {
        true => serde_json::from_str(line).unwrap_or_else(|_| line.to_owned()),
        false => line.to_owned(),
    };
    let line = Zeroizing::new(line);
    let mut rest = line.as_str();
    let mut found = Vec::new();
    while let Some(at) = rest.find(BETWEEN) {
        found.push(Zeroizing::new(rest[..at].trim().to_owned()));
        rest = &rest[at + 1..];
    }
    found.push(Zeroizing::new(rest.trim().to_owned()));
    found.retain(|uri| !uri.is_empty());
    found
}

/// An entry; without a `display` beside it, that in its address.
fn entry(uri: &str, display: Option<&str>) -> entries::Entry {
    let names = KeyUri::names(uri).unwrap_or_else(|| Names::exact("", ""));
    let own = || KeyUri::parameter(uri, "codeDisplay");
    let display = match display {
        Some(display) => Some(display.to_owned()),
        None => own(),
    };
    let display = display.and_then(|display| serde_json::from_str(&display).ok());
    (names, account(uri, display.unwrap_or_default()))
}

fn account(uri: &str, display: Display) -> Result<Candidate, Error> {
    const MICROSECONDS: u64 = 1_000_000;
    if display.trashed {
        return Err(Error::InTrash);
    }
    let Address::Key(candidate) = address::read(uri)? else {
        return Err(Error::NotAKey);
    };
    let used = display.tap_count > 0 || display.last_used_at > 0;
    Ok(Candidate {
        note: display.note,
        tags: display.tags,
        favourite: display.pinned,
        order: Some(display.position),
        icon: settings::icon(&display.icon_id),
        usage: used.then_some(Used {
            count: display.tap_count,
            last: display.last_used_at / MICROSECONDS,
        }),
        ..*candidate
    })
}
