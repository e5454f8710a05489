//! From TOML to a profile, with the line and the key of what is wrong.

use std::ops::Range;

use super::lint::{self, Severity};
use super::{Profile, ProfileError, SCHEMA};

/// Longer texts are no profile.
const MAX_BYTES: usize = 256 * 1024;

pub(super) fn profile(text: &str) -> Result<Profile, ProfileError> {
    let profile = shape(text)?;
    match lint::findings(&profile, text)
        .into_iter()
        .find(|finding| finding.severity == Severity::Error)
    {
        Some(finding) => Err(ProfileError {
            line: finding.line,
            column: 1,
            path: finding.path,
            message: finding.message,
        }),
        None => Ok(profile),
    }
}

/// The profile, if the text has the right shape; what its values mean is not looked at.
pub(super) fn shape(text: &str) -> Result<Profile, ProfileError> {
    if text.len() > MAX_BYTES {
        return Err(at(text, None, "", "the file is larger than 256 KiB"));
    }
    let deserializer = toml::Deserializer::parse(text)
        .map_err(|error| at(text, error.span(), "", error.message()))?;
    let profile: Profile = serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        let inner = error.into_inner();
        at(text, inner.span(), &path, inner.message())
    })?;
    if profile.schema == SCHEMA {
        Ok(profile)
    } else {
        let message = format!("schema {} is not {SCHEMA}", profile.schema);
        let line = line_of(text, "schema");
        Err(ProfileError {
            line,
            column: 1,
            path: "schema".to_owned(),
            message,
        })
    }
}

fn at(text: &str, span: Option<Range<usize>>, path: &str, message: &str) -> ProfileError {
    let start = span.map_or(0, |span| span.start).min(text.len());
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    ProfileError {
        line: 1 + before.matches('\n').count(),
        column: 1 + before[line_start..].chars().count(),
        path: path.to_owned(),
        message: message.lines().next().unwrap_or_default().to_owned(),
    }
}

/// The line on which the key at `path` stands, or the nearest table around it; 1 if none does.
pub(super) fn line_of(text: &str, path: &str) -> usize {
    let Ok(document) = toml::de::DeTable::parse(text) else {
        return 1;
    };
    let mut table = document.get_ref();
    let mut start = 0;
    for part in path.split('.') {
        let Some((key, value)) = table.get_key_value(part) else {
            break;
        };
        start = key.span().start;
        match value.get_ref() {
            toml::de::DeValue::Table(inner) => table = inner,
            _ => break,
        }
    }
    1 + text
        .get(..start)
        .map_or(0, |before| before.matches('\n').count())
}
