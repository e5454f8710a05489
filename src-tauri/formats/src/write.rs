//! Accounts written as another program's file: what would be lost is said before, what was
//! written is read back after.

use std::collections::{BTreeMap, HashMap};

use keytick_accounts::{Account, Candidate};
use keytick_otp::{Exposed, Names, OtpKey};

use crate::{
    Error, Field, File, Format, Holds, Import, Loss, Output, Reading, Source, Writing, read,
};

/// What a format cannot hold of some accounts.
#[derive(Debug, Default, PartialEq)]
pub struct Losses {
    /// Accounts that would be left out: their names, and the message of the reason.
    pub accounts: Vec<LostAccount>,
    /// Fields, and of how many accounts.
    pub fields: BTreeMap<Field, usize>,
}

/// An account that a format cannot hold.
#[derive(Debug, PartialEq, Eq)]
pub struct LostAccount {
    /// `Acme (me)`.
    pub name: String,
    /// The message of the reason, see [`LOSS_IDS`](crate::LOSS_IDS).
    pub id: &'static str,
    /// What the message is filled in with.
    pub params: Vec<(&'static str, String)>,
}

impl Losses {
    /// What `holds` cannot hold of `accounts`.
    #[must_use]
    pub fn of(holds: &Holds, accounts: &[&Account]) -> Self {
        let mut losses = Self::default();
        for account in accounts {
            for loss in holds.losses(account) {
                match loss {
                    Loss::Account(id, params) => losses.accounts.push(LostAccount {
                        name: Names::exact(&account.issuer, &account.account).to_string(),
                        id,
                        params,
                    }),
                    Loss::Field(field) => *losses.fields.entry(field).or_default() += 1,
                }
            }
        }
        losses
    }

    /// Whether all of all accounts can be written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.accounts.is_empty() && self.fields.is_empty()
    }
}

/// Writes those of `accounts` that the format can hold.
///
/// # Errors
/// [`Error::NotWritten`] for a format that is only read, [`Error::PlainOnly`] and
/// [`Error::EncryptedOnly`] for one that is not written with or without a password, and
/// [`Error::Cancelled`].
pub fn write(
    format: &Format,
    accounts: &[&Account],
    writing: &mut Writing,
) -> Result<Vec<Output>, Error> {
    let writer = format.write.as_ref().ok_or(Error::NotWritten)?;
    match writing.password {
        Some(_) if !writer.encrypted => return Err(Error::PlainOnly),
        None if !writer.plain => return Err(Error::EncryptedOnly),
        _ => {}
    }
    let held: Vec<&Account> = held(writer.holds, accounts).collect();
    (writer.write)(&held, writing)
}

fn held<'a>(holds: &Holds, accounts: &[&'a Account]) -> impl Iterator<Item = &'a Account> {
    let takes = |account: &&Account| holds.takes(&account.key.kind);
    accounts.iter().copied().filter(takes)
}

/// What a written file gave when it was read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// Accounts in it.
    pub accounts: usize,
    /// Of these, accounts whose names came back differently.
    pub renamed: usize,
    /// Of these, accounts of whose tags more is missing than [`Losses`] tells.
    pub retagged: usize,
}

/// Reads what [`write`] wrote, and compares its keys with those of `accounts`.
///
/// # Errors
/// [`Error::Changed`] where a key is missing, changed or too many, and every error that
/// reading has.
pub fn check(
    format: &'static Format,
    written: &[Output],
    accounts: &[&Account],
    reading: &mut Reading,
) -> Result<Checked, Error> {
    let writer = format.write.as_ref().ok_or(Error::NotWritten)?;
    let mut expected = Expected::of(held(writer.holds, accounts));
    let mut checked = Checked {
        accounts: 0,
        renamed: 0,
        retagged: 0,
    };
    for import in read_back(format, written, reading) {
        let import = import?;
        if !import.skipped.is_empty() {
            return Err(Error::Changed);
        }
        for candidate in &import.accounts {
            checked.accounts += 1;
            let account = expected.take(candidate).ok_or(Error::Changed)?;
            checked.renamed += usize::from(!same_names(account, candidate));
            let is_retagged = writer.holds.keeps_tags(account) && !has_tags(candidate, account);
            checked.retagged += usize::from(is_retagged);
        }
    }
    match expected.is_empty() {
        true => Ok(checked),
        false => Err(Error::Changed),
    }
}

/// As its own format where that is read; a picture or a sheet as whatever it is.
fn read_back(
    format: &'static Format,
    written: &[Output],
    reading: &mut Reading,
) -> Vec<Result<Import, Error>> {
    if let Some(read) = format.read {
        let each = written.iter().map(|file| {
            let source = Source {
                name: &file.name,
                bytes: &file.bytes,
                beside: &[],
            };
            read(&source, reading)
        });
        return each.collect();
    }
    let files: &[File] = written;
    read::read(files, None, reading)
        .into_iter()
        .map(|file| file.result)
        .collect()
}

/// The accounts that are still to be found, by their secrets: the search stays quick for
/// thousands.
struct Expected<'a>(HashMap<Exposed<'a>, Vec<&'a Account>>);

impl<'a> Expected<'a> {
    fn of(accounts: impl Iterator<Item = &'a Account>) -> Self {
        let mut by_secret = HashMap::<_, Vec<_>>::new();
        for account in accounts {
            by_secret
                .entry(account.key.secret.expose())
                .or_default()
                .push(account);
        }
        Self(by_secret)
    }

    /// Strikes out the account that `found` is, one of the same names first.
    fn take(&mut self, found: &Candidate) -> Option<&'a Account> {
        let left = self.0.get_mut(&*found.key.secret.expose())?;
        let is_same = |account: &&Account| same_key(&account.key, &found.key);
        let mut places = left.iter();
        let named = places.position(|a| is_same(a) && same_names(a, found));
        let place = named.or_else(|| left.iter().position(is_same))?;
        Some(left.swap_remove(place))
    }

    fn is_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }
}

fn same_names(account: &Account, found: &Candidate) -> bool {
    account.issuer == found.issuer && account.account == found.account
}

/// Whether all tags came back; a program’s own group may be there too.
fn has_tags(found: &Candidate, account: &Account) -> bool {
    account.tags.iter().all(|tag| found.tags.contains(tag))
}

fn same_key(a: &OtpKey, b: &OtpKey) -> bool {
    a.secret == b.secret && a.kind == b.kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::account;
    use crate::formats::uri_list::FORMAT;

    const A: &str = "otpauth://totp/Acme:a?secret=JBSWY3DPEHPK3PXP";
    const B: &str = "otpauth://hotp/Acme:b?secret=JBSWY3DPEHPK3PXP&counter=4";

    fn written(accounts: &[&Account]) -> Vec<Output> {
        let mut random = |_: &mut [u8]| ();
        write(&FORMAT, accounts, &mut Writing::new(None, &mut random, 0)).unwrap()
    }

    fn checked(written: &[Output], accounts: &[&Account]) -> Result<(usize, usize), Error> {
        let reading = &mut Reading::new(None);
        check(&FORMAT, written, accounts, reading).map(|c| (c.accounts, c.renamed))
    }

    #[test]
    fn what_was_written_is_compared_key_by_key() {
        let (a, b) = (account(A, |_| ()), account(B, |_| ()));
        let both = written(&[&a, &b]);
        assert_eq!(checked(&both, &[&b, &a]), Ok((2, 0)));
        assert_eq!(checked(&both, &[&a]), Err(Error::Changed));
        assert_eq!(checked(&both, &[&a, &b, &b]), Err(Error::Changed));
        let later = account(&B.replace("counter=4", "counter=5"), |_| ());
        assert_eq!(checked(&both, &[&a, &later]), Err(Error::Changed));
        let renamed = account(A, |candidate| candidate.account = "c".to_owned());
        assert_eq!(checked(&both, &[&renamed, &b]), Ok((2, 1)));
    }

    #[test]
    fn a_tag_that_comes_back_otherwise_is_noticed() {
        let mut formats = crate::FORMATS.iter().copied();
        let format = formats.find(|format| format.id == "aegis").unwrap();
        let tagged = |tag: &str| account(A, |candidate| candidate.tags = vec![tag.to_owned()]);
        let mut random = |_: &mut [u8]| ();
        let mut writing = Writing::new(None, &mut random, 0);
        let written = write(format, &[&tagged("home")], &mut writing).unwrap();
        let retagged = |tag: &str| {
            let reading = &mut Reading::new(None);
            let checked = check(format, &written, &[&tagged(tag)], reading);
            checked.map(|checked| checked.retagged)
        };
        assert_eq!(retagged("home"), Ok(0));
        assert_eq!(retagged("home, x"), Ok(1));
    }

    #[test]
    fn with_or_without_a_password_only_where_the_format_has_it() {
        let mut random = |_: &mut [u8]| ();
        let locked = &mut Writing::new(Some("x"), &mut random, 0);
        let refused = write(&FORMAT, &[], locked).err();
        assert_eq!(refused, Some(Error::PlainOnly));
    }
}
