//! People: passwords, addresses, and what they have set up.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::chance::{Chance, Purpose};
use super::{Factor, FreshCodes, Moment, Typed};
use crate::profile::{Cast, CastFactor};

/// Somebody who can log in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// The user name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The role.
    pub role: String,
    /// Whether the address is verified.
    pub email_verified: bool,
    /// The token of the mail that verifies it.
    pub(super) verification: Option<String>,
    pub(super) password: PasswordHash,
    /// Whether codes by e-mail are on.
    pub email_otp: bool,
    /// What is set up.
    pub factor: Factor,
    /// Recovery codes on view.
    pub(super) fresh: Option<FreshCodes>,
    /// Whether codes must be set up before anything else, whatever is required.
    pub must_enroll: bool,
    /// When the account was made.
    pub created: Moment,
    /// Whether the person signed up in this world.
    pub signed_up: bool,
    /// How the person began, for a reset; not for those who signed up.
    pub(super) cast: Option<Cast>,
}

/// What is changed of a person. What is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UserPatch {
    /// The e-mail address.
    pub email: Option<String>,
    /// The role.
    pub role: Option<String>,
    /// The password.
    pub password: Option<Typed>,
    /// Whether the address is verified.
    pub email_verified: Option<bool>,
    /// Whether codes by e-mail are on.
    pub email_otp: Option<bool>,
    /// Whether codes are on. Turning them on makes a key and recovery codes unless they are
    /// given here.
    pub factor: Option<CastFactor>,
    /// The key, as base32.
    pub secret: Option<Typed>,
    /// The recovery codes.
    pub codes: Option<Vec<String>>,
}

/// The hash of a made-up person's password: salted, and cheap on purpose, since tests log in
/// hundreds of times a second and nobody's real password is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PasswordHash {
    salt: [u8; 8],
    hash: [u8; 32],
}

impl PasswordHash {
    pub(super) fn new(password: &str, chance: &mut Chance) -> Self {
        let salt = chance.bytes(Purpose::Salts);
        Self {
            salt,
            hash: digest(&salt, password),
        }
    }

    pub(super) fn matches(&self, password: &str) -> bool {
        digest(&self.salt, password).ct_eq(&self.hash).into()
    }

    /// What a login of nobody compares with, so that it takes as long.
    pub(super) fn of_nobody() -> Self {
        Self {
            salt: [0; 8],
            hash: [0; 32],
        }
    }
}

pub(super) fn digest(salt: &[u8], text: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(salt)
        .chain_update(text.as_bytes())
        .finalize()
        .into()
}
