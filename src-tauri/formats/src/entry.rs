//! How an entry is called when it has to be named.

use std::fmt;

use keytick_otp::Names;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// `Acme (me)`, or whichever of the two there is; `entry 3` for the third where there is
/// neither.
pub(crate) fn name(issuer: &str, account: &str, index: usize) -> String {
    let names = Names::exact(issuer, account).to_string();
    match names.is_empty() {
        true => format!("entry {}", index + 1),
        false => names,
    }
}

/// How programs call the field with the issuer in their JSON, in lower case.
const ISSUERS: [&str; 5] = ["issuer", "issuername", "issuerext", "service", "title"];
/// How they call the one with the account.
const ACCOUNTS: [&str; 5] = ["account", "username", "label", "name", "email"];

/// The names in an entry of JSON that is not of its format's shape, as far as they are there.
/// Nothing else of it is looked at.
pub(crate) fn names_in(json: &str) -> Names {
    let mut found = NamesIn::default();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    // What was found before the JSON broke off counts.
    let _ = deserializer.deserialize_any(&mut found);
    Names::exact(
        &found.issuer.unwrap_or_default(),
        &found.account.unwrap_or_default(),
    )
}

#[derive(Default)]
struct NamesIn {
    issuer: Option<String>,
    account: Option<String>,
}

impl<'de> Visitor<'de> for &mut NamesIn {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let key = key.to_lowercase();
            let place = match key.as_str() {
                key if ISSUERS.contains(&key) => &mut self.issuer,
                key if ACCOUNTS.contains(&key) => &mut self.account,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let value = map.next_value::<&RawValue>()?;
            let text = serde_json::from_str::<String>(value.get()).ok();
            *place = place.take().or(text).filter(|text| !text.is_empty());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_there_is() {
        assert_eq!(name("Acme", "me", 0), "Acme (me)");
        assert_eq!(name("", "me", 0), "me");
        assert_eq!(name("Acme", "", 0), "Acme");
        assert_eq!(name("", "", 2), "entry 3");
    }

    #[test]
    fn finds_names_in_entries_of_any_shape() {
        for (json, expected) in [
            (r#"{"issuer":"Acme","name":"me","digits":[6]}"#, "Acme (me)"),
            (r#"{"Issuer":"Acme","Username":null,"Type":null}"#, "Acme"),
            (r#"{"issuerName":5,"userName":"me"}"#, "me"),
            (r#"{"issuer":"Acme","issuer":"Other"}"#, "Acme"),
            (r#"{"issuer":"Acme","name":"#, "Acme"),
            (r#"{"secret":"JBSWY3DPEHPK3PXP"}"#, ""),
            ("7", ""),
            ("[]", ""),
        ] {
            assert_eq!(names_in(json).to_string(), expected, "{json}");
        }
    }
}
