//! What a profile's values rest on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Profile;

/// What each value rests on: paths of keys, such as `totp.window`, or of whole tables, such as
/// `lockout`. A longer path wins over a shorter one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Source {
    /// The product's own document that the profile follows.
    pub document: Vec<String>,
    /// Other documents of the vendor.
    pub vendor: Vec<String>,
    /// The product's code, as it was seen once.
    pub code: Vec<String>,
}

/// The values that no source confirms.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Assumed {
    /// Paths of keys or of whole tables.
    pub keys: Vec<String>,
}

/// What a value rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The product's own document.
    Document,
    /// Other documents of the vendor.
    Vendor,
    /// The product's code.
    Code,
    /// Nothing: it is an assumption.
    Assumed,
}

impl Profile {
    /// What the value at `path` rests on, such as `totp.window`. What no list names is an
    /// assumption.
    #[must_use]
    pub fn evidence(&self, path: &str) -> Evidence {
        self.listed_evidence(path).unwrap_or(Evidence::Assumed)
    }

    /// What the lists say about the value at `path`, by the longest path that covers it.
    pub(super) fn listed_evidence(&self, path: &str) -> Option<Evidence> {
        self.evidence_lists()
            .into_iter()
            .flat_map(|(evidence, keys)| keys.iter().map(move |key| (key, evidence)))
            .filter(|(key, _)| covers(key, path))
            .max_by_key(|(key, _)| key.len())
            .map(|(_, evidence)| evidence)
    }

    pub(super) fn evidence_lists(&self) -> [(Evidence, &[String]); 4] {
        [
            (Evidence::Document, &self.source.document),
            (Evidence::Vendor, &self.source.vendor),
            (Evidence::Code, &self.source.code),
            (Evidence::Assumed, &self.assumed.keys),
        ]
    }
}

/// Whether `key` is `path` or a table around it.
pub(super) fn covers(key: &str, path: &str) -> bool {
    path.strip_prefix(key)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
