//! Writes Stratum's backup.

use keytick_accounts::{Account, Usage};
use keytick_otp::{Algorithm, Kind};
use serde::Serialize;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

use super::lock;
use crate::{Error, Output, Writing, encoding, entries, json};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Backup<'a> {
    authenticators: Vec<Authenticator<'a>>,
    categories: Vec<Category<'a>>,
    authenticator_categories: Vec<Binding>,
    custom_icons: [(); 0],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Category<'a> {
    id: String,
    name: &'a str,
    ranking: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Binding {
    category_id: String,
    authenticator_secret: Zeroizing<String>,
    ranking: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Authenticator<'a> {
    #[serde(rename = "Type")]
    type_number: u8,
    icon: Option<&'a str>,
    issuer: &'a str,
    username: &'a str,
    secret: Zeroizing<String>,
    pin: Option<&'a str>,
    algorithm: u8,
    digits: u8,
    period: u32,
    counter: u64,
    copy_count: u64,
    ranking: usize,
}

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let password = writing.password.ok_or(Error::EncryptedOnly)?;
    let accounts = entries::in_order(accounts);
    let tags = entries::tags(&accounts);
    let backup = Backup {
        authenticators: accounts
            .iter()
            .zip(0..)
            .map(|(account, ranking)| authenticator(account, ranking, writing.usage))
            .collect(),
        categories: tags
            .into_iter()
            .enumerate()
            .map(|(ranking, name)| Category {
                id: category_id(name),
                name,
                ranking,
            })
            .collect(),
        authenticator_categories: accounts
            .iter()
            .flat_map(|account| bindings(account))
            .collect(),
        custom_icons: [],
    };
    let backup = Zeroizing::new(json::write(&backup));
    Ok(vec![Output {
        name: "keytick.stratum".to_owned(),
        bytes: lock::lock(&backup, password, writing)?.into(),
    }])
}

/// An entry without issuer is refused there.
fn authenticator<'a>(
    account: &'a Account,
    ranking: usize,
    usage: Option<&Usage>,
) -> Authenticator<'a> {
    const DEFAULT_PERIOD: u32 = 30;
    let kind = &account.key.kind;
    let (issuer, username) = match account.issuer.as_str() {
        "" => (&account.account, &account.issuer),
        _ => (&account.issuer, &account.account),
    };
    Authenticator {
        type_number: type_number(kind),
        icon: account.icon.as_deref(),
        issuer,
        username,
        secret: account.key.to_text(),
        pin: kind.pin().map(|pin| pin.as_str()),
        algorithm: algorithm(kind),
        digits: kind.digits(),
        period: kind.period().unwrap_or(DEFAULT_PERIOD),
        counter: kind.counter().unwrap_or_default(),
        copy_count: usage.map_or(0, |usage| usage.count(account.id)),
        ranking,
    }
}

fn bindings(account: &Account) -> impl Iterator<Item = Binding> {
    account.tags.iter().map(|tag| Binding {
        category_id: category_id(tag),
        authenticator_secret: account.key.to_text(),
        ranking: 0,
    })
}

/// The beginning of the name's SHA-1, as Stratum itself makes ids of categories.
fn category_id(name: &str) -> String {
    const CHARACTERS: usize = 8;
    let mut id = encoding::to_hex(&Sha1::digest(name));
    id.truncate(CHARACTERS);
    id
}

fn type_number(kind: &Kind) -> u8 {
    match kind {
        Kind::Hotp { .. } => 1,
        Kind::Motp { .. } => 3,
        Kind::Steam => 4,
        Kind::Yandex { .. } => 5,
        _ => 2,
    }
}

/// Types that have no choice of hash leave it at the first.
fn algorithm(kind: &Kind) -> u8 {
    match kind {
        Kind::Totp { algorithm, .. } | Kind::Hotp { algorithm, .. } => match algorithm {
            Algorithm::Sha1 => 0,
            Algorithm::Sha256 => 1,
            Algorithm::Sha512 => 2,
        },
        _ => 0,
    }
}
