//! Quick search, as its page sees it.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CodeView, Row};

/// What quick search shows.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuickView {
    /// The accounts, the likeliest first.
    pub rows: Vec<Row>,
    /// Their codes now.
    pub codes: Vec<CodeView>,
    /// How many accounts the search found, of which the rows may be the first only.
    pub found: usize,
    /// All accounts, whatever the search.
    pub total: usize,
    /// How many rows, from the first, are offered for the window that had the keyboard.
    pub suited: usize,
    /// How many of the offered rows were ever used.
    pub used: usize,
}
