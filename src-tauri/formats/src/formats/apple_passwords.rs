//! The table that Apple's Passwords and Safari export.

use crate::login::{self, Login};
use crate::{Error, Format, Import, Probe, Reading, Source};

pub(super) const FORMAT: Format = Format {
    id: "apple-passwords",
    name: "Apple Passwords",
    help: "format-apple-passwords-help",
    extensions: &["csv"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

/// 1Password's table has these columns too, and more.
fn detect(probe: &Probe) -> bool {
    probe.has_columns(&["Title", "URL", "Username", "Password", "OTPAuth"])
        && !probe.has_columns(&["Archived"])
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    login::read_table(source.bytes, reading, |row| {
        let login = Login {
            title: without_user(row.get("Title"), row.get("Username")),
            user: row.get("Username"),
            note: row.get("Notes"),
            ..Login::default()
        };
        (login, row.get("OTPAuth"))
    })
}

/// Without a title of its own an entry is called `example.com (me)`.
fn without_user<'a>(title: &'a str, user: &str) -> &'a str {
    let short = title
        .strip_suffix(')')
        .and_then(|title| title.strip_suffix(user))
        .and_then(|title| title.strip_suffix(" ("));
    match user.is_empty() {
        true => title,
        false => short.unwrap_or(title),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn reads_the_entries_that_have_a_key() {
        let csv = "Title,URL,Username,Password,Notes,OTPAuth\n\
            Acme,https://acme.example/,me,p,Call Ann,\
            otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=acme.example\n\
            bank.example (you),https://bank.example/,you,p,,\
            otpauth://totp/?secret=JBSWY3DPEHPK3PXP\n\
            Shop,https://shop.example/,me,p,,\n\
            Bad,https://bad.example/,me,p,,otpauth://totp/x?secret=1\n";
        let import = testing::read(&FORMAT, csv.as_bytes(), None).unwrap();
        assert_eq!(
            testing::rows(&import),
            [
                "acme.example|Acme:me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
                "bank.example|you|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"
            ]
        );
        assert_eq!(import.accounts[0].note, "Call Ann");
        assert_eq!(
            testing::skipped(&import),
            ["Bad (me): otp-secret-character"]
        );
    }
}
