//! 1Password's exports: `.1pux`, an archive with all that an item has
//! ([the format](https://support.1password.com/1pux-format/)), and a table.

use serde::Deserialize;

use crate::json::{self, List};
use crate::login::{self, Login};
use crate::{Error, Format, Import, Probe, Reading, Source, entries, zip};

pub(super) const FORMAT: Format = Format {
    id: "1password",
    name: "1Password",
    help: "format-1password-help",
    extensions: &["1pux", "csv"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

/// The file in the archive that says all; the others are attachments.
const DATA: &str = "export.data";

fn detect(probe: &Probe) -> bool {
    probe.zip_names().iter().any(|name| name == DATA)
        || probe.has_columns(&["Title", "Username", "OTPAuth", "Archived"])
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    if !source.bytes.starts_with(zip::MAGIC) {
        return read_table(source.bytes, reading);
    }
    let files = zip::unpack(source.bytes, reading, |name| name == DATA)?;
    let data = files.first().ok_or(Error::Damaged { what: DATA })?;
    read_data(&data.bytes, reading)
}

#[derive(Deserialize)]
struct Export<'a> {
    #[serde(borrow)]
    accounts: Vec<Account<'a>>,
}

#[derive(Deserialize)]
struct Account<'a> {
    #[serde(borrow, default)]
    vaults: Vec<Vault<'a>>,
}

#[derive(Deserialize)]
struct Vault<'a> {
    #[serde(borrow, default)]
    items: List<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(default)]
    fav_index: f64,
    #[serde(default)]
    details: Details,
    #[serde(default)]
    overview: Overview,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Details {
    login_fields: Vec<LoginField>,
    notes_plain: Option<String>,
    sections: Vec<Section>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LoginField {
    designation: Option<String>,
    value: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Section {
    fields: Vec<Field>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Field {
    value: Value,
}

/// One of many kinds of values, each under its own name.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Value {
    totp: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Overview {
    title: Option<String>,
    tags: Option<Vec<String>>,
}

impl Item {
    fn user(&self) -> Option<&str> {
        let mut fields = self.details.login_fields.iter();
        let user = fields.find(|field| field.designation.as_deref() == Some("username"));
        user?.value.as_deref()
    }

    /// Every one-time password of the item: a person may add several.
    fn accounts(&self) -> Vec<entries::Entry> {
        let login = Login {
            title: self.overview.title.as_deref().unwrap_or_default(),
            user: self.user().unwrap_or_default(),
            note: self.details.notes_plain.as_deref().unwrap_or_default(),
            tags: self.overview.tags.clone().unwrap_or_default(),
            favourite: self.fav_index != 0.0,
        };
        let fields = self
            .details
            .sections
            .iter()
            .flat_map(|section| &section.fields);
        let keys = fields.filter_map(|field| field.value.totp.as_deref());
        keys.filter(|key| !key.trim().is_empty())
            .map(|key| login.account(key))
            .collect()
    }
}

fn read_data(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let export: Export = json::read(bytes, DATA)?;
    let mut import = Import::default();
    for vault in export.accounts.iter().flat_map(|account| &account.vaults) {
        let more = entries::read(&vault.items, reading, |_, item: Item| item.accounts())?;
        import.accounts.extend(more.accounts);
        import.skipped.extend(more.skipped);
    }
    Ok(import)
}

fn read_table(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    login::read_table(bytes, reading, |row| {
        let login = Login {
            title: row.get("Title"),
            user: row.get("Username"),
            note: row.get("Notes"),
            tags: login::tags(row.get("Tags")),
            favourite: row.get("Favorite").eq_ignore_ascii_case("true"),
        };
        (login, row.get("OTPAuth"))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn reads_every_one_time_password_of_an_item() {
        let json = r#"{"accounts":[{"attrs":{},"vaults":[{"attrs":{},"items":[
            {"favIndex":1,"state":"active","categoryUuid":"001",
             "details":{"loginFields":[{"value":"me","designation":"username"},
                                       {"value":"p","designation":"password"}],
                        "notesPlain":"Call Ann",
                        "sections":[{"title":"","fields":[
                            {"title":"one-time password","value":{"totp":"JBSWY3DPEHPK3PXP"}},
                            {"title":"other","value":{"concealed":"x"}},
                            {"title":"steam","value":{"totp":"steam://JBSWY3DPEHPK3PXP"}},
                            {"title":"bad","value":{"totp":"0"}}]}]},
             "overview":{"title":"Acme","tags":["work"]}},
            {"categoryUuid":"005","details":{"sections":[],"password":"p"},"overview":{}},
            {"details":7}]}]}]}"#;
        let import = read_data(json.as_bytes(), &Reading::new(None)).unwrap();
        assert_eq!(
            testing::rows(&import),
            [
                "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
                "Acme|me|steam|JBSWY3DPEHPK3PXP|SHA1|5|30"
            ]
        );
        let first = &import.accounts[0];
        assert_eq!((&*first.note, first.favourite), ("Call Ann", true));
        assert_eq!(first.tags, ["work"]);
        assert_eq!(
            testing::skipped(&import),
            [
                "Acme (me): otp-secret-character",
                "entry 3: formats-entry-damaged"
            ]
        );
    }

    #[test]
    fn reads_the_table() {
        let csv = "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\n\
            Acme,https://acme.example,me,p,otpauth://totp/a?secret=JBSWY3DPEHPK3PXP,true,false,\
            work;bank,Call Ann\n\
            Shop,,you,p,,false,false,,\n";
        let import = testing::read(&FORMAT, csv.as_bytes(), None).unwrap();
        assert_eq!(
            testing::rows(&import),
            ["Acme|a|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]
        );
        let first = &import.accounts[0];
        assert_eq!(first.tags, ["work", "bank"]);
        assert!(first.favourite);
    }
}
