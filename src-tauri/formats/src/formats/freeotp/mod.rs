//! FreeOTP: the preferences of version 1, which only a rooted Android phone gives out, and
//! the locked backup of version 2, which is a Java object.

mod java;
mod lock;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use keytick_accounts::Candidate;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::freeotp_plus::Token;
use crate::{Error, Format, Import, Probe, Reading, Source, entries, xml};

pub(super) const FORMAT: Format = Format {
    id: "freeotp",
    name: "FreeOTP",
    help: "format-freeotp-help",
    extensions: &["xml"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

/// The preference that keeps the order, in version 1 and in FreeOTP+.
const ORDER: &str = "tokenOrder";

fn detect(probe: &Probe) -> bool {
    probe.bytes().starts_with(java::MAGIC)
        || probe.markup_with(ORDER) && probe.markup_with("issuerExt")
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    match source.bytes.starts_with(java::MAGIC) {
        true => read_backup(source.bytes, reading),
        false => read_preferences(source.bytes, reading),
    }
}

/// Each token is a preference of its own, called by issuer and label.
fn read_preferences(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let values = xml::preferences(bytes)?;
    reading.entries(values.len())?;
    let order = values.iter().find(|(name, _)| name == ORDER);
    let order: Vec<String> = order
        .and_then(|(_, list)| serde_json::from_str(list).ok())
        .unwrap_or_default();
    let places: HashMap<&str, i64> = order.iter().map(String::as_str).zip(0..).collect();
    let mut import = Import::default();
    for (name, value) in &values {
        if name == ORDER || !value.starts_with('{') {
            continue;
        }
        let order = places.get(name.as_str()).copied();
        match serde_json::from_str::<Token>(value) {
            Ok(token) => take(&mut import, token, name, order),
            Err(_) => import.entry(name, Err(Error::EntryDamaged)),
        }
    }
    import
        .accounts
        .sort_by_key(|account| account.order.unwrap_or(i64::MAX));
    Ok(import)
}

fn take(import: &mut Import, token: Token, name: &str, order: Option<i64>) {
    let (names, account) = token.entry();
    let name = match names.to_string() {
        empty if empty.is_empty() => name.to_owned(),
        names => names,
    };
    import.entry(&name, account.map(|account| Candidate { order, ..account }));
}

/// What a backup holds for each token, beside the master key: the secret, encrypted, and
/// everything else in the clear.
#[derive(Deserialize)]
struct Sealed {
    key: Zeroizing<String>,
}

fn read_backup(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    const DAMAGED: Error = Error::Damaged { what: "backup" };
    let table: BTreeMap<String, String> = java::table(bytes, reading)?;
    let master = table.get("masterKey").ok_or(DAMAGED)?;
    let master = lock::master_key(master, reading)?;
    let tokens = table
        .iter()
        .filter_map(|(name, value)| Some((name.strip_suffix("-token")?, value)));
    let mut import = Import::default();
    for (place, (id, token)) in tokens.enumerate() {
        reading.entries(place + 1)?;
        let secret = table
            .get(id)
            .ok_or(Error::NoKey)
            .and_then(|sealed| serde_json::from_str::<Sealed>(sealed).map_err(|_| DAMAGED))
            .and_then(|sealed| lock::secret(&sealed.key, &master));
        let token = serde_json::from_str::<Token>(token).map_err(|_| Error::EntryDamaged);
        match (token, secret) {
            (Ok(token), Ok(secret)) => take(&mut import, token.of_freeotp_2(&secret), id, None),
            (Ok(token), Err(error)) => {
                let (names, _) = token.entry();
                import.entry(&entries::name(&names, place), Err(error));
            }
            (Err(error), _) => import.entry(&format!("entry {}", place + 1), Err(error)),
        }
    }
    Ok(import)
}
