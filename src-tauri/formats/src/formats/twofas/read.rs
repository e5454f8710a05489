//! Reads the services. What a version does not say yet, or iOS leaves out, is a default. The
//! `link` is never read: iOS writes `[hidden]` for its secret.

use std::collections::HashMap;

use keytick_accounts::Candidate;
use keytick_otp::{Kind, Names, Note, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::lock;
use crate::json::{self, List};
use crate::{Error, Import, Reading, Source, entries, settings};

/// The newest schema that is known.
const NEWEST: u64 = 4;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Backup<'a> {
    #[serde(default)]
    schema_version: Value,
    #[serde(borrow)]
    services: List<'a>,
    #[serde(default)]
    services_encrypted: Option<String>,
    #[serde(borrow, default)]
    groups: List<'a>,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Service {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    otp: Option<Otp>,
    #[serde(default)]
    order: Option<Order>,
    #[serde(default)]
    group_id: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Otp {
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    token_type: Option<String>,
}

#[derive(Deserialize)]
struct Order {
    #[serde(default)]
    position: Option<i64>,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let backup: Backup = json::read(source.bytes, "JSON")?;
    settings::known_version(&backup.schema_version, NEWEST)?;
    let groups: HashMap<String, String> = entries::readable(&backup.groups)
        .map(|Group { id, name }| (id, name))
        .collect();
    let service = |_, service: Service| {
        let otp = service.otp.as_ref();
        let names = names(
            service.name.as_deref().unwrap_or_default(),
            otp.and_then(|otp| otp.issuer.as_deref())
                .unwrap_or_default(),
            otp.and_then(|otp| otp.account.as_deref())
                .unwrap_or_default(),
        );
        let account = candidate(service, &names, &groups);
        [(names, account)]
    };
    match &backup.services_encrypted {
        None => entries::read(&backup.services, reading, service),
        Some(locked) => {
            let opened = lock::open(locked, reading)?;
            let services: List = json::read(&opened, "services")?;
            entries::read(&services, reading, service)
        }
    }
}

/// A person sees and can change the service's name; the issuer behind it stays as the site
/// gave it. Without an issuer, a name that repeats the account stands for that alone.
fn names(name: &str, issuer: &str, account: &str) -> Names {
    match (name, issuer) {
        ("", issuer) => Names::exact(issuer, account),
        (name, "") => entries::titled(Names::exact("", account), name, ""),
        (name, _) => Names::exact(name, account),
    }
}

fn candidate(
    service: Service,
    names: &Names,
    groups: &HashMap<String, String>,
) -> Result<Candidate, Error> {
    let secret = service.secret.as_deref().ok_or(Error::NoKey)?;
    let (kind, defaulted) = kind(&service.otp.unwrap_or_default())?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    let group = service.group_id.and_then(|id| groups.get(&id));
    Ok(Candidate {
        tags: group.cloned().into_iter().collect(),
        order: service.order.and_then(|order| order.position),
        notes: note.into_iter().chain(defaulted).map(Note::id).collect(),
        ..Candidate::new(key, names.issuer.as_str(), names.account.as_str())
    })
}

fn kind(otp: &Otp) -> Result<(Kind, Option<Note>), Error> {
    let algorithm = settings::algorithm(&otp.algorithm)?.unwrap_or_default();
    let digits = settings::digits(&otp.digits);
    let type_name = otp.token_type.as_deref().unwrap_or("TOTP");
    match type_name.to_ascii_uppercase().as_str() {
        "TOTP" => Ok((
            Kind::Totp {
                algorithm,
                digits: digits?.unwrap_or_default(),
                period: settings::period(&otp.period)?.unwrap_or_default(),
            },
            None,
        )),
        "HOTP" => {
            let counter = settings::counter(&otp.counter)?;
            let kind = Kind::Hotp {
                algorithm,
                digits: digits?.unwrap_or_default(),
                counter: counter.unwrap_or_default(),
            };
            Ok((kind, counter.is_none().then_some(Note::CounterDefaulted)))
        }
        "STEAM" => Ok((Kind::Steam, None)),
        _ => Err(settings::unknown_type(type_name)),
    }
}
