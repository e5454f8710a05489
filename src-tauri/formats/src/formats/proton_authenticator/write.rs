//! Writes Proton Authenticator's export.

use keytick_accounts::Account;
use keytick_otp::{Kind, write_uri};
use serde::Serialize;
use zeroize::Zeroizing;

use super::lock;
use crate::{Error, Output, Writing, entries, json};

#[derive(Serialize)]
struct Export<'a> {
    version: u64,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    content: Content,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Content {
    uri: Zeroizing<String>,
    entry_type: &'static str,
    name: String,
}

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let export = Export {
        version: super::NEWEST,
        entries: accounts.iter().map(|account| entry(account)).collect(),
    };
    let mut bytes = Zeroizing::new(json::write(&export));
    if let Some(password) = writing.password {
        bytes = json::write(&lock::lock(&bytes, password, writing)?).into();
    }
    Ok(vec![Output {
        name: "keytick-proton-authenticator.json".to_owned(),
        bytes,
    }])
}

fn entry(account: &Account) -> Entry<'_> {
    let content = match account.key.kind {
        Kind::Steam => Content {
            uri: Zeroizing::new(format!("steam://{}", *account.key.to_text())),
            entry_type: "Steam",
            name: entries::steam_label(account),
        },
        _ => Content {
            uri: write_uri(&account.key, &account.issuer, &account.account),
            entry_type: "Totp",
            name: first(&account.account, &account.issuer).to_owned(),
        },
    };
    Entry {
        id: account.id.to_string(),
        content,
        note: (!account.note.is_empty()).then_some(&account.note),
    }
}

fn first<'a>(name: &'a str, other: &'a str) -> &'a str {
    match name.is_empty() {
        true => other,
        false => name,
    }
}
