//! LastPass Authenticator's export, versions 1 (iOS) and 3 (Android).

use std::collections::HashMap;

use keytick_accounts::Candidate;
use keytick_otp::{Kind, Names, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Format, Import, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "lastpass",
    name: "LastPass Authenticator",
    help: "format-lastpass-help",
    extensions: &["json"],
    reads_encrypted: false,
    detect: |probe| {
        let names = |text: &str| text.contains("\"issuerName\"");
        probe.json().has(&["accounts", "version"]) && probe.text().is_some_and(names)
    },
    read: Some(read),
    write: None,
};

/// The newest version that is known.
const NEWEST: u64 = 3;

#[derive(Deserialize)]
struct File<'a> {
    #[serde(default)]
    version: Value,
    #[serde(borrow)]
    accounts: List<'a>,
    #[serde(default)]
    folders: Option<Vec<Folder>>,
}

#[derive(Deserialize)]
struct Folder {
    id: i64,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    #[serde(default)]
    issuer_name: Option<String>,
    #[serde(default)]
    original_issuer_name: Option<String>,
    #[serde(default)]
    user_name: Option<String>,
    #[serde(default)]
    original_user_name: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    time_step: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    is_favorite: Option<bool>,
    #[serde(default)]
    folder_data: Option<FolderData>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FolderData {
    folder_id: i64,
}

/// The folders that every export has and nobody made: the favourites and the rest.
const OWN_FOLDERS: [i64; 2] = [0, 1];

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let file: File = json::read(source.bytes, "JSON")?;
    settings::known_version(&file.version, NEWEST)?;
    let folders: HashMap<i64, String> = file
        .folders
        .into_iter()
        .flatten()
        .filter(|folder| !OWN_FOLDERS.contains(&folder.id))
        .map(|folder| (folder.id, folder.name))
        .collect();
    entries::read(&file.accounts, reading, |place, entry: Entry| {
        let names = Names::exact(
            either(&entry.issuer_name, &entry.original_issuer_name),
            either(&entry.user_name, &entry.original_user_name),
        );
        let account = candidate(place, &entry, &names, &folders);
        [(names, account)]
    })
}

/// What the person called it, else what the site did.
fn either<'a>(own: &'a Option<String>, original: &'a Option<String>) -> &'a str {
    let given = [own, original].into_iter().flatten();
    given
        .map(String::as_str)
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

fn candidate(
    place: usize,
    entry: &Entry,
    names: &Names,
    folders: &HashMap<i64, String>,
) -> Result<Candidate, Error> {
    let kind = Kind::Totp {
        algorithm: settings::algorithm(&entry.algorithm)?.unwrap_or_default(),
        digits: settings::digits(&entry.digits)?.unwrap_or_default(),
        period: settings::period(&entry.time_step)?.unwrap_or_default(),
    };
    let secret = entry.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    let folder = entry.folder_data.as_ref();
    let tag = folder.and_then(|folder| folders.get(&folder.folder_id));
    Ok(Candidate {
        tags: tag.into_iter().cloned().collect(),
        favourite: entry.is_favorite.unwrap_or_default(),
        order: i64::try_from(place).ok(),
        ..entries::candidate(key, note, names)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{read, rows, skipped};

    #[test]
    fn both_versions_with_folders_and_renamed_accounts() {
        let file = br#"{"version": 3, "accounts": [
            {"issuerName": "Mine", "originalIssuerName": "Acme", "userName": "",
             "originalUserName": "me", "secret": "GEZDGNBVGY3TQOJQ", "timeStep": 20,
             "digits": 8, "algorithm": "SHA256", "isFavorite": true,
             "folderData": {"folderId": 2, "position": 0}},
            {"issuerName": "", "originalIssuerName": "", "userName": "you",
             "secret": "GEZDGNBVGY3TQOJQ", "folderData": {"folderId": 0, "position": 1}},
            {"issuerName": "Odd", "secret": "GEZDGNBVGY3TQOJQ", "digits": 99},
            {"issuerName": "Empty"}],
            "folders": [{"id": 1, "name": "Favorites"}, {"id": 0, "name": "Other accounts"},
                        {"id": 2, "name": "Work"}]}"#;
        let import = read(&FORMAT, file, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Mine|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|20",
                "|you|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"
            ]
        );
        assert_eq!(
            skipped(&import),
            ["Odd: otp-digits", "Empty: formats-no-key"]
        );
        let first = &import.accounts[0];
        assert_eq!(
            (&*first.tags, first.favourite),
            (&["Work".to_owned()][..], true)
        );
        assert!(import.accounts[1].tags.is_empty());

        let older = br#"{"deviceName":"iPhone","localDeviceId":null,"version":1,"folders":[],
            "accounts":[{"issuerName":"Acme","userName":"me","secret":"GEZDGNBVGY3TQOJQ"}]}"#;
        let import = read(&FORMAT, older, None).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"]);
    }
}
