//! Guided moves, as the page sees them.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A move away from an app that gives its keys to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveView {
    /// Its id.
    pub id: String,
    /// The app that is left.
    pub app: String,
    /// The sites.
    pub sites: Vec<SiteView>,
}

/// One site of a move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SiteView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// The id of the account that makes its new codes.
    pub new: Option<String>,
    /// The id of another account under the same name, which makes the old ones.
    pub old: Option<String>,
    /// Whether it accepted a new code.
    pub done: bool,
}

/// What happens to a site of a move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum SiteChange {
    /// This account makes its new codes.
    New {
        /// The account's id.
        account: String,
    },
    /// Whether it accepted a new code.
    Done {
        /// Whether it did.
        done: bool,
    },
    /// It is taken off the list.
    Remove,
}
