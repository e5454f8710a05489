//! One account of a transfer. There is no period in it: it is always 30 seconds.

use std::mem;

use keytick_accounts::{Candidate, Origin};
use keytick_otp::{
    Algorithm, Digits, Error as KeyError, Kind, Names, Note, OtpKey, Period, Secret,
};
use prost::Message;

use super::wire;
use crate::{Error, Skipped};

/// Reads an entry, or says by its name why not.
pub(super) fn read(bytes: &[u8]) -> Result<Candidate, Skipped> {
    let mut entry = wire::Entry::decode(bytes).map_err(|_| Skipped {
        name: String::new(),
        reason: Error::MigrationEntryDamaged,
    })?;
    let names = Names::of(
        &String::from_utf8_lossy(&entry.name),
        &String::from_utf8_lossy(&entry.issuer),
    );
    let secret = Secret::from_bytes(mem::take(&mut entry.secret));
    let key = secret.and_then(|secret| {
        let kind = kind(&entry)?;
        Ok(OtpKey { secret, kind })
    });
    match key {
        Ok(key) => Ok(candidate(key, names)),
        Err(reason) => Err(Skipped {
            name: names.to_string(),
            reason: reason.into(),
        }),
    }
}

fn candidate(key: OtpKey, names: Names) -> Candidate {
    let short = key.secret.is_short().then_some(Note::ShortKey);
    let prefix = names.prefix_kept.then_some(Note::IssuerPrefixKept);
    Candidate {
        origin: Origin::Import("google-authenticator".to_owned()),
        notes: short.into_iter().chain(prefix).map(Note::id).collect(),
        ..Candidate::new(key, names.issuer, names.account)
    }
}

/// In every enum 0 means that nothing was said, which is the default.
fn kind(entry: &wire::Entry) -> Result<Kind, KeyError> {
    let algorithm = match entry.algorithm {
        0 | 1 => Algorithm::Sha1,
        2 => Algorithm::Sha256,
        3 => Algorithm::Sha512,
        4 => {
            return Err(KeyError::Algorithm {
                found: "MD5".to_owned(),
            });
        }
        other => {
            return Err(KeyError::Algorithm {
                found: other.to_string(),
            });
        }
    };
    let digits = match entry.digits {
        0 | 1 => Digits::default(),
        2 => Digits::new(8)?,
        other => {
            return Err(KeyError::Digits {
                found: other.to_string(),
            });
        }
    };
    match entry.type_ {
        0 | 2 => Ok(Kind::Totp {
            algorithm,
            digits,
            period: Period::default(),
        }),
        1 => Ok(Kind::Hotp {
            algorithm,
            digits,
            counter: u64::try_from(entry.counter).map_err(|_| KeyError::Counter {
                found: entry.counter.to_string(),
            })?,
        }),
        other => Err(KeyError::Type {
            found: other.to_string(),
        }),
    }
}
