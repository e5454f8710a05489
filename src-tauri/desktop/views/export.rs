//! What is written for other programs, as the page sees it.

use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

use crate::error::UiError;

/// Which accounts are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Selection {
    /// All of them.
    All,
    /// Favourites only.
    Favourites,
    /// Those with one tag.
    Tag {
        /// The tag's name.
        name: String,
    },
    /// Exactly these.
    Chosen {
        /// Their ids.
        ids: Vec<String>,
    },
}

/// What shall be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Target {
    /// The format's id.
    pub format: String,
    /// Which accounts.
    pub accounts: Selection,
    /// Whether those of practice sites come along.
    pub lab: bool,
}

/// What the format cannot hold, said before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Losses {
    /// How many accounts would be written.
    pub accounts: usize,
    /// How many of practice sites stay out because they were not asked for.
    pub lab: usize,
    /// Accounts that cannot be in it at all.
    pub left_out: Vec<LeftOut>,
    /// Fields that cannot be in it.
    pub fields: Vec<FieldLoss>,
}

/// An account that a format cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LeftOut {
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// Why.
    pub reason: UiError,
}

/// A field that a format cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldLoss {
    /// The message that says of how many accounts it is lost.
    pub field: String,
    /// What the accounts are called that lose it.
    pub names: Vec<String>,
}

/// How a file is locked.
#[derive(Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Lock {
    /// Not at all; the person has said that they know what that means.
    None,
    /// With the vault's password.
    Own,
    /// With another one.
    Other {
        /// That one.
        #[specta(type = String)]
        password: Zeroizing<String>,
    },
}

/// A file that was written, read back and compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Exported {
    /// How many accounts are in it.
    pub accounts: usize,
    /// The file's name, or the first one's.
    pub name: String,
    /// How many files it is.
    pub files: usize,
}
