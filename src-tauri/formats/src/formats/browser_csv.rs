//! Tables of passwords from browsers and other password managers that have a column with
//! one-time password addresses. Chrome and Firefox themselves have none; their tables are
//! known so that a person is told that there are no keys in them.

use crate::csv::Row;
use crate::login::{self, Login};
use crate::{Error, Format, Import, Probe, Reading, Source};

pub(super) const FORMAT: Format = Format {
    id: "passwords-csv",
    name: "Password table",
    help: "format-passwords-csv-help",
    extensions: &["csv"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

/// What the column with the key is called, in the order of preference.
const KEYS: [&str; 8] = [
    "otpauth",
    "otpauthurl",
    "otpurl",
    "otp_url",
    "totp",
    "otp",
    "2fa",
    "one-time password",
];
const TITLES: [&str; 4] = ["title", "name", "account", "url"];
const USERS: [&str; 5] = ["username", "user", "login", "login_username", "email"];
const NOTES: [&str; 3] = ["notes", "note", "comments"];

/// A table with passwords, whether or not it has keys.
fn detect(probe: &Probe) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| probe.has_columns(&[*name]));
    has(&USERS) && has(&["password"]) && has(&TITLES)
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    login::read_table(source.bytes, reading, |row| {
        let login = Login {
            title: first(row, &TITLES),
            user: first(row, &USERS),
            note: first(row, &NOTES),
            ..Login::default()
        };
        (login, first(row, &KEYS))
    })
}

/// What stands in the first of these columns that is not empty.
fn first<'a>(row: Row<'a>, columns: &[&str]) -> &'a str {
    let mut fields = columns.iter().map(|column| row.get(column).trim());
    fields.find(|field| !field.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn reads_the_column_with_keys_whatever_it_is_called() {
        for column in KEYS {
            let csv = format!(
                "name,url,username,password,note,{column}\n\
                 Acme,https://acme.example,me,p,Call Ann,otpauth://totp/?secret=JBSWY3DPEHPK3PXP\n\
                 Shop,https://shop.example,you,p,,\n"
            );
            let import = testing::read(&FORMAT, csv.as_bytes(), None).unwrap();
            assert_eq!(
                testing::rows(&import),
                ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]
            );
            assert_eq!(import.accounts[0].note, "Call Ann");
        }
    }

    #[test]
    fn a_table_of_chrome_or_firefox_is_known_and_holds_no_account() {
        for csv in [
            "name,url,username,password,note\nAcme,https://acme.example,me,p,\n",
            "\"url\",\"username\",\"password\",\"httpRealm\",\"formActionOrigin\",\"guid\"\n\
             \"https://acme.example\",\"me\",\"p\",,\"\",\"{1}\"\n",
        ] {
            let import = testing::read(&FORMAT, csv.as_bytes(), None).unwrap();
            assert_eq!(import, Import::default());
        }
    }
}
