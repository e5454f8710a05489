//! `name=value&name=value`, with what real texts do to it.

use zeroize::Zeroizing;

use super::label::readable;
use super::percent;

/// The parameters, still encoded.
pub(super) struct Query<'a> {
    pairs: Vec<(String, &'a str)>,
}

impl<'a> Query<'a> {
    /// Splits first; values are decoded when they are asked for. `&amp;` and the like count
    /// as `&`, since links are copied out of the source of web pages.
    pub(super) fn split(query: &'a str) -> Self {
        let pairs = query
            .split('&')
            .map(without_entity)
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

    /// The value, decoded and trimmed. It may be empty.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.raw(name)
            .map(|value| percent::decode_query(value).trim().to_owned())
    }

    /// The value for people to read, unless it is missing or empty.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.raw(name)
            .map(|value| readable(&percent::decode_query(value)))
            .filter(|value| !value.is_empty())
    }

    /// A value that decides how codes are made, exactly as it is written. None if it is left
    /// to the default: missing, empty, or `null`, as some programs write.
    pub(super) fn setting(&self, name: &str) -> Option<String> {
        self.value(name)
            .filter(|value| !value.is_empty() && !value.eq_ignore_ascii_case("null"))
    }

    /// The name of an icon. Addresses and pictures are none: nothing is fetched.
    pub(super) fn icon(&self) -> Option<String> {
        const MAX_BYTES: usize = 64;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" ._-".contains(&byte);
        self.value("icon")
            .filter(|name| (1..=MAX_BYTES).contains(&name.len()) && name.bytes().all(is_plain))
    }

    /// The `secret`, whether or not it can be one.
    pub(super) fn secret_text(&self) -> Option<Zeroizing<String>> {
        self.raw("secret").map(percent::decode_secret)
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
                .map(readable)
                .collect(),
            note: json["note"]
                .as_str()
                .map(|note| note.lines().map(readable).collect::<Vec<_>>().join("\n"))
                .unwrap_or_default(),
        }
    }
}

/// The piece without what is left of an escaped `&` before it: `amp;`, `#38;`, `#x26;`, or
/// several where a page escaped it more than once.
fn without_entity(piece: &str) -> &str {
    let mut rest = piece;
    while let Some((entity, after)) = rest.split_once(';')
        && is_ampersand(entity)
    {
        rest = after;
    }
    rest
}

/// Whether `&entity;` is an ampersand in HTML.
fn is_ampersand(entity: &str) -> bool {
    let entity = entity.to_ascii_lowercase();
    match entity.strip_prefix('#') {
        None => entity == "amp",
        Some(number) => match number.strip_prefix('x') {
            None => number.trim_start_matches('0') == "38",
            Some(hex) => hex.trim_start_matches('0') == "26",
        },
    }
}

/// Ente Auth's additions.
pub(super) struct CodeDisplay {
    pub(super) tags: Vec<String>,
    pub(super) note: String,
}
