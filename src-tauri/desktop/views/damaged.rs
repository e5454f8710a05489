//! An account whose key cannot be read.

use keytick_accounts::Damaged;
use keytick_otp::{Algorithm, Kind};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CodeType, HashName};

/// An account whose key cannot be read, with all that is left to fill in but the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DamagedKey {
    /// The account's id.
    pub id: String,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// The avatar's colour, 0 to 11.
    pub colour: u8,
    /// The avatar's letter.
    pub letter: String,
    /// The name of a chosen icon.
    pub icon: Option<String>,
    /// How its codes were made.
    pub r#type: CodeType,
    /// The hash under them.
    pub algorithm: HashName,
    /// Characters of a code.
    pub digits: u8,
    /// Seconds a code was valid; none for counters.
    pub period: Option<u32>,
    /// The next counter.
    pub counter: Option<u64>,
}

impl From<Damaged> for DamagedKey {
    fn from(damaged: Damaged) -> Self {
        let kind = &damaged.kind;
        Self {
            id: damaged.id.to_string(),
            r#type: kind.into(),
            algorithm: hash_name(kind),
            digits: kind.digits(),
            period: kind.period(),
            counter: kind.counter(),
            issuer: damaged.issuer,
            account: damaged.account,
            colour: damaged.colour,
            letter: damaged.letter,
            icon: damaged.icon,
        }
    }
}

/// Kinds in which nothing is chosen have the usual one.
fn hash_name(kind: &Kind) -> HashName {
    match kind {
        Kind::Totp { algorithm, .. } | Kind::Hotp { algorithm, .. } => match algorithm {
            Algorithm::Sha1 => HashName::Sha1,
            Algorithm::Sha256 => HashName::Sha256,
            Algorithm::Sha512 => HashName::Sha512,
        },
        _ => HashName::Sha1,
    }
}
