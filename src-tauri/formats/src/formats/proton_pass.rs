//! Proton Pass: its archive, the JSON in it, and its CSV export. An archive encrypted with PGP
//! is refused with what to do instead.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::csv::{Row, Table};
use crate::entries::{self, Entry};
use crate::json::{self, List};
use crate::login::Login;
use crate::{Error, Format, Import, Probe, Reading, Source, zip};

pub(super) const FORMAT: Format = Format {
    id: "proton-pass",
    name: "Proton Pass",
    help: "format-proton-pass-help",
    extensions: &["zip", "json", "csv"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

const DATA: &str = "Proton Pass/data.json";
const PGP: &str = "Proton Pass/data.pgp";

fn detect(probe: &Probe) -> bool {
    let is_archive = probe
        .zip_names()
        .iter()
        .any(|name| name == DATA || name == PGP);
    is_archive
        || probe.json().has(&["userId", "vaults"])
        || probe.json().has(&["version", "vaults"])
        || probe.has_columns(&["name", "password", "note", "totp"])
}

#[derive(Deserialize)]
struct Export<'a> {
    #[serde(borrow)]
    vaults: BTreeMap<String, &'a RawValue>,
}

#[derive(Deserialize)]
struct Vault<'a> {
    #[serde(default)]
    name: String,
    #[serde(borrow, default)]
    items: List<'a>,
}

#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow)]
    data: Data<'a>,
    #[serde(default)]
    state: u8,
    #[serde(default)]
    pinned: bool,
}

/// The state of what is in Proton Pass's trash.
const TRASHED: u8 = 2;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data<'a> {
    metadata: Metadata,
    #[serde(borrow, default)]
    content: Content<'a>,
    #[serde(borrow, default)]
    extra_fields: List<'a>,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(default)]
    name: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Content<'a> {
    totp_uri: Zeroizing<String>,
    item_username: String,
    item_email: String,
    /// In items that people laid out themselves.
    #[serde(borrow)]
    sections: List<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Section<'a> {
    #[serde(borrow, default)]
    section_fields: List<'a>,
}

/// A field that people added; only of type `totp` has it a key.
#[derive(Deserialize)]
struct Field {
    #[serde(default)]
    data: FieldData,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct FieldData {
    totp_uri: Zeroizing<String>,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    if source.bytes.starts_with(zip::MAGIC) {
        return read_archive(source.bytes, reading);
    }
    match json::read::<Export>(source.bytes, "JSON") {
        Ok(export) => read_export(&export, reading),
        Err(_) => read_csv(source.bytes, reading),
    }
}

fn read_archive(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let files = zip::unpack(bytes, reading, |name| name == DATA)?;
    let Some(data) = files.first() else {
        return Err(Error::Closed {
            id: "formats-proton-pass-pgp",
        });
    };
    read_export(&json::read(&data.bytes, DATA)?, reading)
}

fn read_export(export: &Export, reading: &Reading) -> Result<Import, Error> {
    let mut import = Import::default();
    for vault in export.vaults.values() {
        let vault: Vault = json::read(vault.get().as_bytes(), "vaults")?;
        let found = entries::read(&vault.items, reading, |_, item: Item| {
            item.entries(&vault.name)
        })?;
        import.accounts.extend(found.accounts);
        import.skipped.extend(found.skipped);
    }
    Ok(import)
}

impl Item<'_> {
    fn entries(&self, vault: &str) -> Vec<Entry> {
        let Data {
            metadata, content, ..
        } = &self.data;
        let login = Login {
            title: &metadata.name,
            user: match content.item_username.as_str() {
                "" => &content.item_email,
                user => user,
            },
            note: &metadata.note,
            tags: vec![vault.to_owned()],
            favourite: self.pinned,
        };
        self.keys()
            .iter()
            .map(|key| login.account(key))
            .map(|(names, account)| match self.state {
                TRASHED => (names, Err(Error::InTrash)),
                _ => (names, account),
            })
            .collect()
    }

    /// Every key of the item: its own, and those in fields that people added.
    fn keys(&self) -> Vec<Zeroizing<String>> {
        let Data {
            content,
            extra_fields,
            ..
        } = &self.data;
        let sections: Vec<Section> = entries::readable(&content.sections).collect();
        let fields = sections
            .iter()
            .map(|section| &section.section_fields)
            .chain([extra_fields])
            .flat_map(|fields| entries::readable(fields))
            .map(|field: Field| field.data.totp_uri);
        let mut keys = vec![content.totp_uri.clone()];
        keys.extend(fields);
        keys.retain(|key| !key.trim().is_empty());
        keys
    }
}

fn read_csv(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let table = Table::read(bytes, reading)?;
    let mut import = Import::default();
    for (place, row) in table.rows().enumerate() {
        if let Some((names, account)) = row_entry(row) {
            import.entry(&entries::name(&names, place), account);
        }
    }
    Ok(import)
}

fn row_entry(row: Row) -> Option<Entry> {
    let otp = row.get("totp").trim();
    let vault = Some(row.get("vault")).filter(|vault| !vault.is_empty());
    let login = Login {
        title: row.get("name"),
        user: match row.get("username") {
            "" => row.get("email"),
            user => user,
        },
        note: row.get("note"),
        tags: vault.map(str::to_owned).into_iter().collect(),
        favourite: false,
    };
    (!otp.is_empty()).then(|| login.account(otp))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{read, rows, skipped};

    #[test]
    fn reads_every_key_of_an_item() {
        let file = br#"{"version":"1.21.2","userId":"u","encrypted":false,"vaults":{"v":{
            "name":"Personal","items":[
            {"state":1,"pinned":true,"data":{"type":"login",
              "metadata":{"name":"Acme","note":"Call Ann"},
              "content":{"itemEmail":"me@a.b","itemUsername":"me","totpUri":"JBSWY3DPEHPK3PXP"},
              "extraFields":[
                {"fieldName":"2nd","type":"totp","data":{"totpUri":"otpauth://totp/B:b?secret=JBSWY3DP"}},
                {"fieldName":"x","type":"text","data":{"content":"y"}},
                {"fieldName":"bad","type":"totp","data":{"totpUri":"otpauth://totp/C"}}]}},
            {"state":1,"data":{"type":"custom","metadata":{"name":"D","note":""},
              "content":{"sections":[{"sectionName":"s","sectionFields":[
                {"fieldName":"k","type":"totp","data":{"totpUri":"JBSWY3DPEHPK3PXP"}}]}]}}},
            {"state":2,"data":{"type":"login","metadata":{"name":"E"},
              "content":{"itemEmail":"e@a.b","totpUri":"JBSWY3DPEHPK3PXP"}}},
            {"state":1,"data":{"type":"alias","metadata":{"name":"F"},"content":{}}}]}}}"#;
        let import = read(&FORMAT, file, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
                "B|b|totp|JBSWY3DP|SHA1|6|30",
                "D||totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
            ]
        );
        let first = &import.accounts[0];
        assert_eq!((&*first.note, first.favourite), ("Call Ann", true));
        assert_eq!(first.tags, ["Personal"]);
        assert_eq!(
            skipped(&import),
            [
                "Acme (me): otp-secret-missing",
                "E (e@a.b): formats-in-trash"
            ]
        );
    }

    #[test]
    fn reads_the_table_by_its_columns() {
        let file = "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault\n\
            login,Acme,,me@a.b,,x,Call Ann,JBSWY3DPEHPK3PXP,1,1,Work\nlogin,B,,,,x,,,1,1,Work\n";
        let import = read(&FORMAT, file.as_bytes(), None).unwrap();
        assert_eq!(
            rows(&import),
            ["Acme|me@a.b|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]
        );
        assert_eq!(import.accounts[0].tags, ["Work"]);
        let older = "name,url,username,password,note,totp\nAcme,,me,x,,JBSWY3DPEHPK3PXP\n";
        let import = read(&FORMAT, older.as_bytes(), None).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]);
    }
}
