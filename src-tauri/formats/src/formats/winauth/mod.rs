//! WinAuth's own file `winauth.xml` of version 3. What it exports (a text of addresses, alone
//! or in an archive) needs no format.
//!
//! The whole file may be locked, and each entry by itself; inside a lock is XML again. What is
//! tied to an account of Windows or to a YubiKey opens nowhere else.

mod lock;
mod secret_data;
#[cfg(test)]
mod tests;

use keytick_accounts::Candidate;
use keytick_otp::Names;

use crate::xml::{self, Piece};
use crate::{Error, Format, Import, Reading, Source, entries, settings};
use lock::Layers;
use secret_data::Product;

pub(super) const FORMAT: Format = Format {
    id: "winauth",
    name: "WinAuth",
    help: "format-winauth-help",
    extensions: &["xml"],
    reads_encrypted: true,
    detect: |probe| probe.markup_with("<WinAuth"),
    read: Some(read),
    write: None,
};

/// An entry as it stands in the file, its data perhaps still locked.
#[derive(Default)]
struct Entry {
    product: String,
    name: String,
    /// What locks it, and the data under it.
    layers: String,
    locked: String,
    secret_data: String,
}

/// What a file holds: entries, or one lock around all of them.
#[derive(Default)]
struct File {
    layers: String,
    locked: String,
    entries: Vec<Entry>,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let mut file = parse(source.bytes)?;
    if !file.layers.is_empty() {
        let opened = Layers::parse(&file.layers).open(&file.locked, reading)?;
        file = parse(&opened)?;
    }
    reading.entries(file.entries.len())?;
    let mut import = Import::default();
    let (mut opened, mut wrong) = (0, 0);
    for (place, entry) in file.entries.iter().enumerate() {
        let names = names(entry);
        let account = candidate(place, entry, &names, reading);
        match &account {
            Err(Error::WrongPassword) => wrong += 1,
            Err(error @ (Error::PasswordNeeded | Error::Cancelled | Error::TooSlow { .. })) => {
                return Err(error.clone());
            }
            Ok(_) if !entry.layers.is_empty() => opened += 1,
            _ => {}
        }
        import.entry(&entries::name(&names, place), account);
    }
    match wrong > 0 && opened == 0 {
        true => Err(Error::WrongPassword),
        false => Ok(import),
    }
}

fn candidate(
    place: usize,
    entry: &Entry,
    names: &Names,
    reading: &Reading,
) -> Result<Candidate, Error> {
    let product = Product::parse(&entry.product)
        .ok_or_else(|| settings::unknown_type(type_name(&entry.product)))?;
    let inside;
    let secret_data = match entry.layers.is_empty() {
        true => &entry.secret_data,
        false => {
            let opened = Layers::parse(&entry.layers).open(&entry.locked, reading)?;
            inside = parse_data(&opened)?;
            &inside
        }
    };
    let key = secret_data::key(secret_data, product)?;
    let short = key.secret.is_short().then_some(keytick_otp::Note::ShortKey);
    Ok(Candidate {
        order: i64::try_from(place).ok(),
        ..entries::candidate(key, short, names)
    })
}

/// A person gives each entry one name; for products of one company it is the account.
fn names(entry: &Entry) -> Names {
    match Product::parse(&entry.product).and_then(Product::issuer) {
        Some(issuer) => Names::exact(issuer, &entry.name),
        None => Names::of(&entry.name, ""),
    }
}

/// `WinAuth.TrionAuthenticator` is a `Trion`.
fn type_name(product: &str) -> &str {
    let name = product.rsplit_once('.').map_or(product, |(_, name)| name);
    name.strip_suffix("Authenticator").unwrap_or(name)
}

/// Reads the file, or what was in its lock.
fn parse(bytes: &[u8]) -> Result<File, Error> {
    let mut file = File::default();
    let mut path: Vec<String> = Vec::new();
    xml::walk(bytes, |piece| {
        match piece {
            Piece::Start { name, attributes } => {
                let attribute = |wanted: &str| {
                    let found = attributes.iter().find(|(name, _)| name == wanted);
                    found.map(|(_, value)| value.clone()).unwrap_or_default()
                };
                match (name.as_str(), file.entries.last_mut()) {
                    ("WinAuth", _) => file.layers = attribute("encrypted"),
                    ("WinAuthAuthenticator", _) => file.entries.push(Entry {
                        product: attribute("type"),
                        ..Entry::default()
                    }),
                    ("authenticatordata", Some(entry)) => entry.layers = attribute("encrypted"),
                    _ => {}
                }
                path.push(name);
            }
            Piece::Text(text) => {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                match (path.as_slice(), file.entries.last_mut()) {
                    (["WinAuth"], None) => file.locked.push_str(text.trim()),
                    ([.., "WinAuthAuthenticator", "name"], Some(entry)) => entry.name = text,
                    ([.., "authenticatordata"], Some(entry)) => entry.locked.push_str(text.trim()),
                    ([.., "authenticatordata", "secretdata"], Some(entry)) => {
                        entry.secret_data = text;
                    }
                    _ => {}
                }
            }
            Piece::End => {
                path.pop();
            }
        }
        Ok(())
    })?;
    Ok(file)
}

/// Reads what was in an entry's lock.
fn parse_data(bytes: &[u8]) -> Result<String, Error> {
    let (mut inside, mut secret_data) = (false, String::new());
    xml::walk(bytes, |piece| {
        match piece {
            Piece::Start { name, .. } => inside = name == "secretdata",
            Piece::Text(text) if inside => secret_data = text,
            Piece::Text(_) => {}
            Piece::End => inside = false,
        }
        Ok(())
    })?;
    Ok(secret_data)
}
