//! Writes a vault of logins that have a key and no password.

use keytick_accounts::Account;
use keytick_otp::{Kind, write_uri};
use serde::Serialize;
use zeroize::Zeroizing;

use super::lock;
use crate::{Error, Output, Writing, entries, json};

#[derive(Serialize)]
struct Export<'a> {
    encrypted: bool,
    folders: &'a [Folder<'a>],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Folder<'a> {
    id: String,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    id: String,
    organization_id: Option<()>,
    folder_id: Option<&'a str>,
    #[serde(rename = "type")]
    item_type: u8,
    reprompt: u8,
    name: &'a str,
    notes: Option<&'a str>,
    favorite: bool,
    login: Login<'a>,
    collection_ids: Option<()>,
}

#[derive(Serialize)]
struct Login<'a> {
    uris: [(); 0],
    username: Option<&'a str>,
    password: Option<()>,
    totp: Zeroizing<String>,
}

const LOGIN: u8 = 1;

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let folders: Vec<Folder> = entries::first_tags(accounts)
        .into_iter()
        .map(|name| Folder {
            id: entries::random_uuid(writing),
            name,
        })
        .collect();
    let export = Export {
        encrypted: false,
        folders: &folders,
        items: accounts
            .iter()
            .map(|account| item(account, &folders))
            .collect(),
    };
    let mut bytes = Zeroizing::new(json::write(&export));
    if let Some(password) = writing.password {
        bytes = json::write(&lock::protect(&bytes, password, writing)?).into();
    }
    Ok(vec![Output {
        name: "keytick-bitwarden.json".to_owned(),
        bytes,
    }])
}

fn item<'a>(account: &'a Account, folders: &'a [Folder]) -> Item<'a> {
    let filled = |text: &'a str| (!text.is_empty()).then_some(text);
    let folder = account
        .tags
        .first()
        .and_then(|tag| folders.iter().find(|folder| folder.name == tag));
    Item {
        id: account.id.to_string(),
        organization_id: None,
        folder_id: folder.map(|folder| folder.id.as_str()),
        item_type: LOGIN,
        reprompt: 0,
        name: filled(&account.issuer).unwrap_or(&account.account),
        notes: filled(&account.note),
        favorite: account.favourite,
        login: Login {
            uris: [],
            username: filled(&account.account),
            password: None,
            totp: totp(account),
        },
        collection_ids: None,
    }
}

/// Bitwarden knows Steam keys by an address of their own, which holds no names.
fn totp(account: &Account) -> Zeroizing<String> {
    match account.key.kind {
        Kind::Steam => Zeroizing::new(format!("steam://{}", *account.key.to_text())),
        _ => write_uri(&account.key, &account.issuer, &account.account),
    }
}
