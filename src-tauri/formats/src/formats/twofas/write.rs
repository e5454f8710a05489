//! Writes a backup as 2FAS for Android does, of schema 4.

use keytick_accounts::Account;
use serde::Serialize;
use zeroize::Zeroizing;

use super::lock;
use crate::{Error, Output, Writing, entries, json};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Backup<'a> {
    services: &'a [Service<'a>],
    groups: &'a [Group<'a>],
    updated_at: u64,
    schema_version: u8,
    app_version_code: u32,
    app_version_name: &'static str,
    app_origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    services_encrypted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Group<'a> {
    id: String,
    name: &'a str,
    is_expanded: bool,
    updated_at: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Service<'a> {
    name: &'a str,
    secret: Zeroizing<String>,
    updated_at: u64,
    otp: Otp<'a>,
    order: Order,
    icon: Icon,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_id: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Otp<'a> {
    label: &'a str,
    account: &'a str,
    issuer: &'a str,
    digits: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u32>,
    algorithm: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
    token_type: String,
    source: &'static str,
}

#[derive(Serialize)]
struct Order {
    position: usize,
}

/// The two letters that 2FAS shows for services without a picture.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Icon {
    selected: &'static str,
    label: Label,
    icon_collection: IconCollection,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Label {
    text: String,
    background_color: &'static str,
}

#[derive(Serialize)]
struct IconCollection {
    id: &'static str,
}

/// The collection of the plain picture, which 2FAS for iOS wants to be there.
const NO_PICTURE: IconCollection = IconCollection {
    id: "a5b3fb65-4ec5-43e6-8ec1-49e24ca9e7ad",
};

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let updated_at = writing.now.saturating_mul(1000);
    let groups: Vec<Group> = entries::first_tags(accounts)
        .into_iter()
        .map(|name| Group {
            id: entries::random_uuid(writing),
            name,
            is_expanded: true,
            updated_at,
        })
        .collect();
    let services: Vec<Service> = entries::in_order(accounts)
        .into_iter()
        .enumerate()
        .map(|(position, account)| service(account, position, updated_at, &groups))
        .collect();
    let mut backup = Backup {
        services: &services,
        groups: &groups,
        updated_at,
        schema_version: 4,
        app_version_code: 5_000_009,
        app_version_name: "5.1.0",
        app_origin: "android",
        services_encrypted: None,
        reference: None,
    };
    if let Some(password) = writing.password {
        let locked = lock::lock(&Zeroizing::new(json::write(&services)), password, writing)?;
        backup.services = &[];
        backup.services_encrypted = Some(locked.services);
        backup.reference = Some(locked.reference);
    }
    Ok(vec![Output {
        name: "keytick.2fas".to_owned(),
        bytes: json::write(&backup).into(),
    }])
}

fn service<'a>(
    account: &'a Account,
    position: usize,
    updated_at: u64,
    groups: &[Group],
) -> Service<'a> {
    let kind = &account.key.kind;
    let name = match account.issuer.is_empty() {
        true => &account.account,
        false => &account.issuer,
    };
    let tag = account.tags.first();
    Service {
        name,
        secret: account.key.to_text(),
        updated_at,
        otp: Otp {
            label: &account.account,
            account: &account.account,
            issuer: &account.issuer,
            digits: kind.digits(),
            period: kind.period(),
            algorithm: kind.algorithm_name(),
            counter: kind.counter(),
            token_type: kind.type_name().to_ascii_uppercase(),
            source: "Manual",
        },
        order: Order { position },
        icon: icon(name),
        group_id: tag.and_then(|tag| {
            let group = groups.iter().find(|group| group.name == tag);
            group.map(|group| group.id.clone())
        }),
    }
}

fn icon(name: &str) -> Icon {
    Icon {
        selected: "Label",
        label: Label {
            text: name.chars().take(2).collect::<String>().to_uppercase(),
            background_color: "Default",
        },
        icon_collection: NO_PICTURE,
    }
}
