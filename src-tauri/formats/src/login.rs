//! An entry of a password manager: a title, a user name, and a key as an address or bare.

use keytick_accounts::Candidate;
use keytick_otp::{KeyUri, Kind, Names, OtpKey};

use crate::csv::{Row, Table};
use crate::entries::{Entry, titled};
use crate::{Error, Import, Reading, entry};

/// What stands beside the key; each may be empty.
#[derive(Debug, Default)]
pub(crate) struct Login<'a> {
    pub(crate) title: &'a str,
    pub(crate) user: &'a str,
    pub(crate) note: &'a str,
    pub(crate) tags: Vec<String>,
    pub(crate) favourite: bool,
}

impl Login<'_> {
    /// The account whose key is `otp`: an address (`otpauth://…`, `steam://…`) or base32 for
    /// codes of 6 digits every 30 seconds.
    pub(crate) fn account(&self, otp: &str) -> Entry {
        match key(otp.trim()) {
            Ok(uri) => {
                // A `steam://` address has no names; that it is Steam's, the parser says.
                let is_unnamed = uri.key.kind == Kind::Steam && uri.account.is_empty();
                let issuer = match is_unnamed && !self.title.is_empty() {
                    true => String::new(),
                    false => uri.issuer.clone(),
                };
                let own = Names {
                    issuer,
                    account: uri.account.clone(),
                    prefix_kept: false,
                };
                let names = titled(own, self.title, self.user);
                let candidate = self.candidate(uri, &names);
                (names, Ok(candidate))
            }
            Err(reason) => (Names::exact(self.title, self.user), Err(reason)),
        }
    }

    fn candidate(&self, uri: KeyUri, names: &Names) -> Candidate {
        let mut candidate = Candidate::from(uri);
        candidate.issuer.clone_from(&names.issuer);
        candidate.account.clone_from(&names.account);
        candidate.favourite = self.favourite;
        if !self.note.is_empty() {
            self.note.clone_into(&mut candidate.note);
        }
        for tag in &self.tags {
            if !candidate.tags.contains(tag) {
                candidate.tags.push(tag.clone());
            }
        }
        candidate
    }
}

/// Reads a table with a login a line. Of each `of_row` says what it is and its key, which is
/// empty for most.
///
/// # Errors
/// Those of [`Table::read`].
pub(crate) fn read_table(
    bytes: &[u8],
    reading: &Reading,
    of_row: impl for<'a> Fn(Row<'a>) -> (Login<'a>, &'a str),
) -> Result<Import, Error> {
    let table = Table::read(bytes, reading)?;
    let mut import = Import::default();
    for (place, row) in table.rows().enumerate() {
        let (login, otp) = of_row(row);
        if !otp.trim().is_empty() {
            let (names, account) = login.account(otp);
            let name = entry::name(&names.issuer, &names.account, place);
            import.entry(&name, account);
        }
    }
    Ok(import)
}

/// Tags between semicolons or commas.
pub(crate) fn tags(text: &str) -> Vec<String> {
    let tags = text.split([';', ',']).map(str::trim);
    tags.filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect()
}

fn key(otp: &str) -> Result<KeyUri, Error> {
    if otp.contains("://") {
        return Ok(KeyUri::parse(otp)?);
    }
    let (key, note) = OtpKey::from_text(otp, Kind::default())?;
    Ok(KeyUri {
        key,
        issuer: String::new(),
        account: String::new(),
        notes: note.into_iter().collect(),
        tags: Vec::new(),
        note: String::new(),
        icon: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOGIN: Login = Login {
        title: "Acme",
        user: "me",
        note: "Call Ann",
        tags: Vec::new(),
        favourite: true,
    };

    #[test]
    fn the_entry_says_what_the_key_does_not() {
        let (_, account) = LOGIN.account(" jbsw y3dp ehpk 3pxp\n");
        let account = account.unwrap();
        assert_eq!((&*account.issuer, &*account.account), ("Acme", "me"));
        assert_eq!(account.note, "Call Ann");
        assert!(account.favourite);
        let (_, account) = LOGIN.account("otpauth://totp/Site:you?secret=JBSWY3DPEHPK3PXP");
        let account = account.unwrap();
        assert_eq!((&*account.issuer, &*account.account), ("Site", "you"));
        let steam = |login: &Login| {
            let (_, account) = login.account("steam://JBSWY3DPEHPK3PXP");
            let account = account.unwrap();
            assert_eq!(account.key.kind, Kind::Steam);
            (account.issuer, account.account)
        };
        assert_eq!(steam(&LOGIN), ("Acme".to_owned(), "me".to_owned()));
        assert_eq!(
            steam(&Login::default()),
            ("Steam".to_owned(), String::new())
        );
    }

    #[test]
    fn a_key_that_cannot_be_read_is_named_by_its_entry() {
        for (otp, id) in [
            ("not base32!", "otp-secret-character"),
            ("https://example.com", "otp-scheme"),
            ("otpauth://totp/a?secret=JBSWY3DP&period=0", "otp-period"),
        ] {
            let (names, account) = LOGIN.account(otp);
            assert_eq!(names.to_string(), "Acme (me)");
            assert_eq!(account.map_err(|error| error.id()).err(), Some(id));
        }
    }
}
