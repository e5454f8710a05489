//! Writes a vault as Aegis itself exports it, of version 3.

use keytick_accounts::Account;
use keytick_otp::OtpKey;
use serde::Serialize;
use zeroize::Zeroizing;

use super::lock::{self, NewHeader};
use crate::{Error, Output, Writing, entries, json};

#[derive(Serialize)]
struct File<T> {
    version: u8,
    header: NewHeader,
    db: T,
}

#[derive(Serialize)]
struct Database<'a> {
    version: u8,
    entries: Vec<Entry<'a>>,
    groups: Vec<Group<'a>>,
    icons_optimized: bool,
}

#[derive(Serialize)]
struct Group<'a> {
    uuid: String,
    name: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "type")]
    type_name: &'static str,
    uuid: String,
    name: &'a str,
    issuer: &'a str,
    note: &'a str,
    favorite: bool,
    icon: Option<()>,
    info: Info<'a>,
    groups: Vec<String>,
}

#[derive(Serialize)]
struct Info<'a> {
    secret: Zeroizing<String>,
    algo: &'static str,
    digits: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pin: Option<&'a str>,
}

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let db = database(accounts, writing);
    let bytes = match writing.password {
        None => json::write(&File {
            version: 1,
            header: NewHeader::default(),
            db,
        }),
        Some(password) => {
            let (header, db) = lock::lock(&Zeroizing::new(json::write(&db)), password, writing)?;
            json::write(&File {
                version: 1,
                header,
                db,
            })
        }
    };
    Ok(vec![Output {
        name: "keytick-aegis.json".to_owned(),
        bytes: bytes.into(),
    }])
}

fn database<'a>(accounts: &[&'a Account], writing: &mut Writing) -> Database<'a> {
    let groups: Vec<Group> = entries::tags(accounts)
        .into_iter()
        .map(|name| Group {
            uuid: entries::random_uuid(writing),
            name,
        })
        .collect();
    Database {
        version: 3,
        entries: entries::in_order(accounts)
            .into_iter()
            .map(|account| entry(account, &groups))
            .collect(),
        groups,
        icons_optimized: true,
    }
}

fn entry<'a>(account: &'a Account, groups: &[Group]) -> Entry<'a> {
    Entry {
        type_name: account.key.kind.type_name(),
        uuid: account.id.to_string(),
        name: &account.account,
        issuer: &account.issuer,
        note: &account.note,
        favorite: account.favourite,
        icon: None,
        info: info(&account.key),
        groups: groups
            .iter()
            .filter(|group| account.tags.iter().any(|tag| tag == group.name))
            .map(|group| group.uuid.clone())
            .collect(),
    }
}

/// Aegis keeps every secret as base32, also that of mOTP, and names types, algorithms and
/// numbers as we do.
fn info(key: &OtpKey) -> Info<'_> {
    let kind = &key.kind;
    Info {
        secret: key.secret.to_base32(),
        algo: kind.algorithm_name(),
        digits: kind.digits(),
        period: kind.period(),
        counter: kind.counter(),
        pin: kind.pin().map(|pin| pin.as_str()),
    }
}
