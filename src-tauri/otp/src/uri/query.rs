//! `name=value&name=value`, with what real texts do to it.

use zeroize::Zeroizing;

use super::label::readable;
use super::percent;
use crate::{Error, Note, Secret};

/// The parameters, still encoded.
pub(super) struct Query<'a> {
    pairs: Vec<(String, &'a str)>,
}

impl<'a> Query<'a> {
    /// Splits first; values are decoded when they are asked for. `&amp;` counts as `&`,
    /// since links are copied out of the source of web pages.
    pub(super) fn split(query: &'a str) -> Self {
        let pairs = query
            .split('&')
            .map(|piece| piece.strip_prefix("amp;").unwrap_or(piece))
            .map(|piece| piece.split_once('=').unwrap_or((piece, "")))
            .map(|(name, value)| {
                (
                    percent::decode_query(name).trim().to_ascii_lowercase(),
                    value,
                )
            })
            .collect();
        Self { pairs }
    }

    /// The first value of `name`, still encoded. Case makes no difference in names.
    fn raw(&self, name: &str) -> Option<&'a str> {
        self.pairs
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| *value)
    }

    /// Whether the parameter is there, with or without a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// The value for people to read, unless it is missing or empty.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.raw(name)
            .map(|value| readable(&percent::decode_query(value)))
            .filter(|value| !value.is_empty())
    }

    /// A value that decides how codes are made. Programs write `null` for what they leave to
    /// the default.
    pub(super) fn setting(&self, name: &str) -> Option<String> {
        self.text(name)
            .filter(|value| !value.eq_ignore_ascii_case("null"))
    }

    /// The `secret`.
    pub(super) fn secret(&self, notes: &mut Vec<Note>) -> Result<Secret, Error> {
        let raw = self.raw("secret").ok_or(Error::SecretMissing)?;
        let text: Zeroizing<String> = percent::decode_secret(raw);
        let (secret, note) = Secret::from_base32(&text)?;
        notes.extend(note);
        Ok(secret)
    }

    /// What Ente Auth writes along, as JSON in `codeDisplay`. It only decorates the account,
    /// so whatever cannot be read of it is left out.
    pub(super) fn code_display(&self) -> CodeDisplay {
        let json: serde_json::Value = self
            .text("codedisplay")
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let tags = json["tags"].as_array().map(Vec::as_slice);
        CodeDisplay {
            tags: tags
                .unwrap_or_default()
                .iter()
                .filter_map(|tag| tag.as_str())
                .map(str::to_owned)
                .collect(),
            note: json["note"].as_str().unwrap_or_default().to_owned(),
        }
    }
}

/// Ente Auth's additions.
pub(super) struct CodeDisplay {
    pub(super) tags: Vec<String>,
    pub(super) note: String,
}
