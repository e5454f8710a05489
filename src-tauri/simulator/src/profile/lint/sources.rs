//! Whether each value says what it rests on.

use toml::{Table, Value};

use super::Notes;
use crate::profile::Profile;

/// Tables that say nothing about a product's behaviour.
const FREE: [&str; 7] = ["schema", "site", "look", "source", "assumed", "user", "nav"];

pub(super) fn check(profile: &Profile, text: &str, notes: &mut Notes) {
    let Ok(written) = text.parse::<Table>() else {
        return;
    };
    unknown_paths(profile, notes);
    // A made-up site rests on nothing. Of a product every value says what it rests on.
    if profile.site.product.is_some() {
        for path in leaves(&written) {
            notes.warning(
                profile.listed_evidence(&path).is_none(),
                &path,
                "neither [source] nor [assumed] names this value",
            );
        }
    }
}

/// Paths in `[source]` and `[assumed]` that no profile can have.
fn unknown_paths(profile: &Profile, notes: &mut Notes) {
    let Ok(Value::Table(all)) = Value::try_from(profile) else {
        return;
    };
    for (evidence, keys) in profile.evidence_lists() {
        let list = match evidence {
            crate::profile::Evidence::Document => "source.document",
            crate::profile::Evidence::Vendor => "source.vendor",
            crate::profile::Evidence::Code => "source.code",
            crate::profile::Evidence::Assumed => "assumed.keys",
        };
        for key in keys.iter().filter(|key| !known(&all, key)) {
            let message = format!("{key} is not a key of this profile");
            notes.error(true, list, &message);
        }
    }
}

fn known(table: &Table, path: &str) -> bool {
    match path.split_once('.') {
        None => table.contains_key(path),
        Some((first, rest)) => match table.get(first) {
            Some(Value::Table(inner)) => known(inner, rest),
            _ => false,
        },
    }
}

/// The paths of all values that the text gives, but for those of free tables.
fn leaves(table: &Table) -> Vec<String> {
    fn walk(table: &Table, prefix: &str, found: &mut Vec<String>) {
        for (key, value) in table {
            let path = format!("{prefix}{key}");
            match value {
                Value::Table(inner) => walk(inner, &format!("{path}."), found),
                _ => found.push(path),
            }
        }
    }
    let mut found = Vec::new();
    walk(table, "", &mut found);
    found.retain(|path| {
        let first = path.split('.').next().unwrap_or_default();
        !FREE.contains(&first)
    });
    found
}
