//! Where two profiles differ.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Profile;

/// One value that two profiles do not share.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// The key, such as `totp.window`.
    pub path: String,
    /// The value in the first profile, if it has one.
    pub left: Option<Value>,
    /// The value in the second.
    pub right: Option<Value>,
}

/// Where two profiles differ, in alphabetical order of their keys. Defaults count as values,
/// since they decide as much as what is written.
#[must_use]
pub fn diff(left: &Profile, right: &Profile) -> Vec<Difference> {
    let mut found = Vec::new();
    let [left, right] = [left, right].map(|profile| serde_json::to_value(profile).ok());
    walk("", left.as_ref(), right.as_ref(), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(path: &str, left: Option<&Value>, right: Option<&Value>, found: &mut Vec<Difference>) {
    match (left, right) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            let only_right = b.keys().filter(|key| !a.contains_key(*key));
            for key in a.keys().chain(only_right) {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                walk(&path, a.get(key), b.get(key), found);
            }
        }
        (left, right) if left != right => found.push(Difference {
            path: path.to_owned(),
            left: left.cloned(),
            right: right.cloned(),
        }),
        _ => {}
    }
}
