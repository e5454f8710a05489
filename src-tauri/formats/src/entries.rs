//! Lists of entries, read one by one so that a bad one spoils only itself; and what writers
//! gather from lists of accounts.

use std::collections::HashSet;

use keytick_accounts::{Account, Candidate};
use keytick_otp::{Names, Note, OtpKey};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{Error, Import, Progress, Reading, Writing, entry};

/// What an entry gives: what a person calls it, and the account or why it is none.
pub(crate) type Entry = (Names, Result<Candidate, Error>);

/// Reads `list`, each entry as a `T`. An entry may give nothing (a card in a password
/// manager), one account, or several; `read` is also told its place, counted from 0.
///
/// # Errors
/// [`Error::TooMany`] and [`Error::Cancelled`].
pub(crate) fn read<'a, T, Found>(
    list: &[&'a RawValue],
    reading: &Reading,
    mut read: impl FnMut(usize, T) -> Found,
) -> Result<Import, Error>
where
    T: Deserialize<'a>,
    Found: IntoIterator<Item = Entry>,
{
    reading.limits.check_entries(list.len())?;
    let mut import = Import::default();
    for (place, raw) in list.iter().enumerate() {
        report(place, list.len(), reading)?;
        match serde_json::from_str(raw.get()) {
            Ok(entry) => {
                for (names, account) in read(place, entry) {
                    import.entry(&name(&names, place), account);
                }
            }
            Err(_) => {
                let names = entry::names_in(raw.get());
                import.entry(&name(&names, place), Err(Error::EntryDamaged));
            }
        }
    }
    Ok(import)
}

/// What a person calls an entry, `place` counted from 0: `Acme (me)`, else `entry 3`.
pub(crate) fn name(names: &Names, place: usize) -> String {
    entry::name(&names.issuer, &names.account, place)
}

/// The readable ones of a list of things that only decorate accounts, such as groups.
pub(crate) fn readable<'a, T: Deserialize<'a>>(list: &[&'a RawValue]) -> impl Iterator<Item = T> {
    list.iter()
        .filter_map(|raw| serde_json::from_str(raw.get()).ok())
}

/// Where all entries have the place 0, nobody has put them in an order.
pub(crate) fn forget_order_of_nothing(import: &mut Import) {
    let accounts = &mut import.accounts;
    if accounts.iter().all(|account| account.order == Some(0)) {
        accounts.iter_mut().for_each(|account| account.order = None);
    }
}

/// Tells how far it is and asks whether to go on, once in a while.
fn report(place: usize, total: usize, reading: &Reading) -> Result<(), Error> {
    const EVERY: usize = 1024;
    if !place.is_multiple_of(EVERY) {
        return Ok(());
    }
    (reading.progress)(Progress::Entries {
        done: place as u64,
        total: total as u64,
    });
    match (reading.cancelled)() {
        true => Err(Error::Cancelled),
        false => Ok(()),
    }
}

/// The names of an entry that has a title and a user name beside a key with names of its own:
/// the key's come first. A title that only repeats the account is no issuer.
pub(crate) fn titled(key: Names, title: &str, user: &str) -> Names {
    let entry = Names::exact(title, user);
    let account = match key.account.is_empty() {
        true => entry.account,
        false => key.account,
    };
    let issuer = match key.issuer.is_empty() {
        true if entry.issuer == account => String::new(),
        true => entry.issuer,
        false => key.issuer,
    };
    Names {
        issuer,
        account,
        ..key
    }
}

/// The account of a key that an entry holds, with what there is to say about the key.
pub(crate) fn candidate(
    key: OtpKey,
    notes: impl IntoIterator<Item = Note>,
    names: &Names,
) -> Candidate {
    let prefix = names.prefix_kept.then_some(Note::IssuerPrefixKept);
    let notes = notes.into_iter().chain(prefix);
    Candidate {
        notes: notes.map(Note::id).collect(),
        ..Candidate::new(key, names.issuer.as_str(), names.account.as_str())
    }
}

/// The one name of a Steam key, for programs that have no issuer for it: another issuer than
/// Steam goes before it.
pub(crate) fn steam_label(account: &Account) -> String {
    match (account.issuer.as_str(), account.account.as_str()) {
        ("" | "Steam", name) if !name.contains(':') => name.to_owned(),
        (issuer, name) => format!("{issuer}:{name}"),
    }
}

/// The names of a Steam key that has only a label.
pub(crate) fn steam_names(label: &str) -> Names {
    let names = Names::of(label, "");
    match names.issuer.is_empty() {
        true => Names::exact("Steam", &names.account),
        false => names,
    }
}

/// The accounts in their person's own order; those without a place come last, as they are.
pub(crate) fn in_order<'a>(accounts: &[&'a Account]) -> Vec<&'a Account> {
    let mut accounts = accounts.to_vec();
    accounts.sort_by_key(|account| account.order.map_or((true, 0), |order| (false, order)));
    accounts
}

/// The names of all tags, each once, in the order in which they are met.
pub(crate) fn tags<'a>(accounts: &[&'a Account]) -> Vec<&'a str> {
    each_once(accounts.iter().flat_map(|account| &account.tags))
}

/// As [`tags`], but only the first of each account, for programs with one group an entry.
pub(crate) fn first_tags<'a>(accounts: &[&'a Account]) -> Vec<&'a str> {
    each_once(accounts.iter().filter_map(|account| account.tags.first()))
}

fn each_once<'a>(names: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    names
        .map(String::as_str)
        .filter(|name| seen.insert(*name))
        .collect()
}

/// A random UUID (version 4) as text, for what has none in Keytick.
pub(crate) fn random_uuid(writing: &mut Writing) -> String {
    let uuid = uuid::Builder::from_random_bytes(writing.random()).into_uuid();
    uuid.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_in_for_the_issuer_and_a_user_name_for_the_account() {
        for (key, title, user, expected) in [
            (("Acme", "me"), "Work", "you", ("Acme", "me")),
            (("", "me"), "Work", "you", ("Work", "me")),
            (("", ""), "Work", "you", ("Work", "you")),
            (("", ""), "Work", "", ("Work", "")),
            (("", "me"), "me", "me", ("", "me")),
            (("", ""), "me", "me", ("", "me")),
            (("", ""), "", "", ("", "")),
        ] {
            let names = titled(Names::exact(key.0, key.1), title, user);
            assert_eq!((&*names.issuer, &*names.account), expected);
        }
    }
}
