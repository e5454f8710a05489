//! Reads items that have a key; cards, notes and logins without one are passed over.

use std::collections::HashMap;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::lock::{self, Protected};
use crate::csv::{Row, Table};
use crate::entries::{self, Entry};
use crate::json::{self, List};
use crate::login::Login;
use crate::{Error, Import, Reading, Source};

/// What says which kind of export it is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Header {
    encrypted: bool,
    #[serde(default)]
    password_protected: bool,
}

#[derive(Deserialize)]
struct Export<'a> {
    #[serde(borrow)]
    items: List<'a>,
    #[serde(borrow, default)]
    folders: List<'a>,
    /// In an organisation's export.
    #[serde(borrow, default)]
    collections: List<'a>,
}

/// A folder or a collection.
#[derive(Deserialize)]
struct Folder {
    id: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    notes: Option<String>,
    #[serde(default)]
    favorite: Option<bool>,
    #[serde(default)]
    folder_id: Option<String>,
    #[serde(default)]
    collection_ids: Option<Vec<String>>,
    #[serde(default)]
    deleted_date: Option<String>,
    /// Only of type 1.
    #[serde(default)]
    login: Option<ItemLogin>,
}

#[derive(Deserialize)]
struct ItemLogin {
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    totp: Option<Zeroizing<String>>,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let Ok(header) = json::read::<Header>(source.bytes, "JSON") else {
        return read_csv(source.bytes, reading);
    };
    match header {
        Header {
            encrypted: false, ..
        } => read_export(source.bytes, reading),
        Header {
            password_protected: false,
            ..
        } => Err(Error::Closed {
            id: "formats-bitwarden-account-restricted",
        }),
        _ => {
            let file: Protected = json::read(source.bytes, "JSON")?;
            read_export(&lock::open(&file, reading)?, reading)
        }
    }
}

fn read_export(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let export: Export = json::read(bytes, "JSON")?;
    let folders: HashMap<String, String> = entries::readable(&export.folders)
        .chain(entries::readable(&export.collections))
        .map(|Folder { id, name }| (id, name))
        .collect();
    entries::read(&export.items, reading, |_, item: Item| item.entry(&folders))
}

impl Item {
    fn entry(&self, folders: &HashMap<String, String>) -> Option<Entry> {
        let text = |text: &'_ Option<String>| text.clone().unwrap_or_default();
        let login = self.login.as_ref()?;
        let otp = login.totp.as_ref().filter(|otp| !otp.trim().is_empty())?;
        let ids = self
            .folder_id
            .iter()
            .chain(self.collection_ids.iter().flatten());
        let (names, account) = Login {
            title: &text(&self.name),
            user: &text(&login.username),
            note: &text(&self.notes),
            tags: ids.filter_map(|id| folders.get(id)).cloned().collect(),
            favourite: self.favorite.unwrap_or_default(),
        }
        .account(otp);
        match self.deleted_date {
            Some(_) => Some((names, Err(Error::InTrash))),
            None => Some((names, account)),
        }
    }
}

fn read_csv(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let table = Table::read(bytes, reading)?;
    let mut import = Import::default();
    for (place, row) in table.rows().enumerate() {
        if let Some((names, account)) = row_entry(row) {
            import.entry(&entries::name(&names, place), account);
        }
    }
    Ok(import)
}

fn row_entry(row: Row) -> Option<Entry> {
    let otp = row.get("login_totp").trim();
    let folder = Some(row.get("folder")).filter(|folder| !folder.is_empty());
    let login = Login {
        title: row.get("name"),
        user: row.get("login_username"),
        note: row.get("notes"),
        tags: folder.map(str::to_owned).into_iter().collect(),
        favourite: row.get("favorite") == "1",
    };
    (!otp.is_empty()).then(|| login.account(otp))
}
