//! Reads Stratum's backup. Categories are joined to entries by the secret.

use std::collections::HashMap;

use keytick_accounts::{Candidate, Used};
use keytick_otp::{Algorithm, Error as KeyError, Kind, Names, OtpKey, Pin};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::lock;
use crate::json::{self, List};
use crate::{Error, Import, Reading, Source, entries, settings};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Backup<'a> {
    #[serde(borrow)]
    authenticators: List<'a>,
    #[serde(borrow, default)]
    categories: List<'a>,
    #[serde(borrow, default)]
    authenticator_categories: List<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Category {
    id: String,
    name: String,
}

/// That an entry is in a category.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Binding {
    category_id: String,
    authenticator_secret: Zeroizing<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Authenticator {
    #[serde(rename = "Type")]
    type_number: i64,
    #[serde(default)]
    icon: Option<String>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    pin: Option<Zeroizing<String>>,
    #[serde(default)]
    algorithm: i64,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    ranking: i64,
    #[serde(default)]
    copy_count: u64,
}

pub(super) fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let opened = lock::open(source.bytes, reading)?;
    let bytes = opened
        .as_ref()
        .map_or(source.bytes, |opened| opened.as_slice());
    let backup: Backup = json::read(bytes, "JSON")?;

    let categories: HashMap<String, String> = entries::readable(&backup.categories)
        .map(|Category { id, name }| (id, name))
        .collect();
    let bindings: Vec<Binding> = entries::readable(&backup.authenticator_categories).collect();
    let mut tags = HashMap::<&str, Vec<&String>>::new();
    for binding in &bindings {
        let of_secret = tags.entry(&binding.authenticator_secret).or_default();
        of_secret.extend(categories.get(&binding.category_id));
    }

    let mut import = entries::read(
        &backup.authenticators,
        reading,
        |_, authenticator: Authenticator| {
            let names = Names::exact(
                authenticator.issuer.as_deref().unwrap_or_default(),
                authenticator.username.as_deref().unwrap_or_default(),
            );
            let account = authenticator.candidate(&names, &tags);
            [(names, account)]
        },
    )?;
    entries::forget_order_of_nothing(&mut import);
    Ok(import)
}

impl Authenticator {
    fn candidate(
        &self,
        names: &Names,
        tags: &HashMap<&str, Vec<&String>>,
    ) -> Result<Candidate, Error> {
        let secret = self.secret.as_deref().ok_or(Error::NoKey)?;
        let (key, note) = OtpKey::from_text(secret, self.kind(secret)?)?;
        let notes = note
            .into_iter()
            .chain(settings::counter_note(&key.kind, &self.counter));
        let tags = tags.get(secret.as_str()).into_iter().flatten();
        Ok(Candidate {
            tags: tags.map(|tag| (*tag).clone()).collect(),
            // `@` is before the id of a picture.
            icon: self.icon.as_deref().and_then(settings::icon),
            order: Some(self.ranking),
            usage: (self.copy_count > 0).then_some(Used {
                count: self.copy_count,
                last: 0,
            }),
            ..entries::candidate(key, notes, names)
        })
    }

    fn kind(&self, secret: &str) -> Result<Kind, Error> {
        let pin = || Pin::new(self.pin.as_deref().map_or("", String::as_str));
        let digits = || {
            let digits = settings::digits(&self.digits)?;
            settings::needed(digits, "digits")
        };
        match self.type_number {
            1 => Ok(Kind::Hotp {
                algorithm: self.algorithm()?,
                digits: digits()?,
                counter: settings::counter(&self.counter)?.unwrap_or_default(),
            }),
            2 => Ok(Kind::Totp {
                algorithm: self.algorithm()?,
                digits: digits()?,
                period: settings::needed(settings::period(&self.period)?, "period")?,
            }),
            3 => {
                refuse_upper_case(secret)?;
                Ok(Kind::Motp { pin: pin()? })
            }
            4 => Ok(Kind::Steam),
            5 => Ok(Kind::Yandex { pin: pin()? }),
            other => Err(settings::unknown_type(&other.to_string())),
        }
    }

    fn algorithm(&self) -> Result<Algorithm, KeyError> {
        match self.algorithm {
            0 => Ok(Algorithm::Sha1),
            1 => Ok(Algorithm::Sha256),
            2 => Ok(Algorithm::Sha512),
            other => Err(KeyError::Algorithm {
                found: other.to_string(),
            }),
        }
    }
}

/// Stratum hashes an mOTP secret as it was typed, while everyone else hashes it in lower case:
/// the codes would differ.
fn refuse_upper_case(secret: &str) -> Result<(), KeyError> {
    let upper = secret
        .chars()
        .zip(1..)
        .find(|(character, _)| character.is_uppercase());
    match upper {
        Some((character, position)) => Err(KeyError::HexCharacter {
            position,
            character,
        }),
        None => Ok(()),
    }
}
