//! Steam's own keys: the app's `Steamguard` file, in its older and its newer shape, and the
//! `.maFile` of Steam Desktop Authenticator, which has the same fields.

use std::collections::BTreeMap;

use keytick_accounts::Candidate;
use keytick_otp::{Kind, Names, OtpKey, Secret};
use serde::Deserialize;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::encoding::from_base64;
use crate::{Error, Format, Import, Probe, Reading, Source, entries, json};

pub(super) const FORMAT: Format = Format {
    id: "steam",
    name: "Steam",
    help: "format-steam-help",
    extensions: &["json", "maFile"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

fn detect(probe: &Probe) -> bool {
    let has = |text: &str| probe.text().is_some_and(|whole| whole.contains(text));
    let json = probe.json();
    !json.is_array
        && (json.has(&["shared_secret"])
            || json.has(&["accounts"]) && has("\"shared_secret\"") && has("\"steamguard_scheme\""))
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow, default)]
    accounts: Option<BTreeMap<String, &'a RawValue>>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    account_name: Option<String>,
    #[serde(default)]
    shared_secret: Option<Zeroizing<String>>,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let file: File = json::read(source.bytes, "JSON")?;
    let list = match file.accounts {
        Some(accounts) => accounts.into_values().collect(),
        None => vec![json::read(source.bytes, "JSON")?],
    };
    entries::read(&list, reading, |_, entry: Entry| {
        let names = Names::exact("Steam", entry.account_name.as_deref().unwrap_or_default());
        let account = candidate(entry.shared_secret, &names);
        [(names, account)]
    })
}

fn candidate(secret: Option<Zeroizing<String>>, names: &Names) -> Result<Candidate, Error> {
    let secret = from_base64(&secret.ok_or(Error::NoKey)?, "shared_secret")?;
    let secret = Secret::from_bytes(secret.to_vec())?;
    let key = OtpKey::new(secret, Kind::Steam)?;
    Ok(entries::candidate(key, None, names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{read, rows, skipped};

    const SOPHIA: &str = "Steam|Sophia|steam|GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ|SHA1|5|30";

    #[test]
    fn both_shapes_of_the_app_and_the_desktop_authenticator() {
        let fields = r#""shared_secret":"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=","account_name":"Sophia",
            "steamguard_scheme":"2""#;
        for file in [
            format!(r#"{{"accounts":{{"a":{{{fields}}}}}}}"#),
            format!("{{{fields}}}"),
            format!(r#"{{{fields},"device_id":"android:x","Session":{{"SteamID":1}}}}"#),
        ] {
            let import = read(&FORMAT, file.as_bytes(), None).unwrap();
            assert_eq!(rows(&import), [SOPHIA], "{file}");
        }
    }

    #[test]
    fn an_account_without_a_key_spoils_only_itself() {
        let file = br#"{"accounts":{"a":{"account_name":"Ann","steamguard_scheme":"2"},
            "b":{"shared_secret":"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=","account_name":"Sophia"},
            "c":{"shared_secret":"?","account_name":"Carl"}}}"#;
        let import = read(&FORMAT, file, None).unwrap();
        assert_eq!(rows(&import), [SOPHIA]);
        assert_eq!(
            skipped(&import),
            [
                "Steam (Ann): formats-no-key",
                "Steam (Carl): formats-damaged"
            ]
        );
    }
}
