//! The shared accounts through every format that is written, in the clear and locked: the
//! same accounts come back. What a format cannot hold is in its row; what comes back
//! differently all the same is here, with a reason.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod shared;

use std::collections::{BTreeMap, BTreeSet};

use keytick_accounts::{Account, Candidate};
use keytick_formats::{Error, FORMATS, Field, Format, Holds, Losses, Writer};
use shared::{PASSWORD, accounts, in_order, read, reading, written};

/// What comes back differently: format, what, of which account, why.
const DEVIATIONS: &[(&str, &str, &str, &str)] = &[
    (
        "keepass",
        "tags",
        "Field 3 (me)",
        "KeePass separates tags by commas, so that a tag with a comma loses it",
    ),
    (
        "stratum",
        "names",
        " (no issuer)",
        "Stratum has no account without an issuer: the name stands there",
    ),
];

#[test]
fn the_same_accounts_come_back() {
    let mut differences = BTreeSet::new();
    for (format, writer) in writers() {
        for password in modes(writer) {
            compare(format, writer, password, &mut differences);
        }
    }
    let expected: BTreeSet<String> = DEVIATIONS
        .iter()
        .map(|(format, what, account, _)| format!("{format}: {what} of {account}"))
        .collect();
    let new: Vec<_> = differences.difference(&expected).collect();
    let gone: Vec<_> = expected.difference(&differences).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "not in the list: {new:#?}\nno longer so: {gone:#?}"
    );
}

#[test]
fn a_locked_file_asks_for_its_password_and_refuses_another() {
    let (book, usage) = accounts();
    let one: Vec<&Account> = in_order(&book)[..1].to_vec();
    for (format, _) in writers().filter(|(_, writer)| writer.encrypted) {
        let files = written(format, &one, &usage, Some(PASSWORD)).unwrap();
        let result = |password| {
            let mut read = read(&files, password);
            assert_eq!(read.len(), 1, "{}", format.id);
            let file = read.remove(0);
            assert!(file.encrypted, "{}", format.id);
            assert_eq!(file.format.map(|f| f.id), Some(format.id));
            file.result.err()
        };
        assert_eq!(result(None), Some(Error::PasswordNeeded), "{}", format.id);
        let wrong = result(Some("another"));
        assert_eq!(wrong, Some(Error::WrongPassword), "{}", format.id);
    }
}

#[test]
fn what_is_written_checks_out() {
    let (book, usage) = accounts();
    let all = in_order(&book);
    for (format, writer) in writers() {
        // Codes have to be found in a picture; a few say as much as all.
        let accounts = match format.id {
            "google-migration" | "sheet-pdf" => &all[4..8],
            _ => &all,
        };
        for password in modes(writer) {
            let files = written(format, accounts, &usage, password).unwrap();
            let mut reading = reading(password);
            let checked = keytick_formats::check(format, &files, accounts, &mut reading);
            let kept = kept(writer.holds, accounts).len();
            let count = checked.as_ref().map(|checked| checked.accounts);
            assert_eq!(count, Ok(kept), "{}", format.id);
            // Comparing is the same once a file is open, which costs.
            if password.is_none() {
                let fewer = &accounts[..1];
                let refused = keytick_formats::check(format, &files, fewer, &mut reading);
                assert_eq!(refused, Err(Error::Changed), "{}", format.id);
            }
        }
    }
}

#[test]
fn no_account_is_a_file_without_accounts() {
    let (_, usage) = accounts();
    for (format, writer) in writers() {
        let password = modes(writer)[0];
        let files = written(format, &[], &usage, password).unwrap();
        for file in read(&files, password) {
            let import = file.result.as_ref();
            let count = import.map(|import| import.accounts.len());
            // A text or a picture of nothing is nothing that is known.
            let is_text = ["ente", "sheet-html", "sheet-pdf", "uri-list"].contains(&format.id);
            match count {
                Err(Error::Empty | Error::Unknown | Error::NoCode) if is_text => {}
                count => assert_eq!(count, Ok(0), "{}", format.id),
            }
        }
    }
}

fn writers() -> impl Iterator<Item = (&'static Format, &'static Writer)> {
    let formats = FORMATS.iter().copied();
    formats.filter_map(|format| Some((format, format.write.as_ref()?)))
}

fn modes(writer: &Writer) -> Vec<Option<&'static str>> {
    let plain = writer.plain.then_some(None);
    let encrypted = writer.encrypted.then_some(Some(PASSWORD));
    plain.into_iter().chain(encrypted).collect()
}

fn kept<'a>(holds: &Holds, accounts: &[&'a Account]) -> Vec<&'a Account> {
    let takes = |account: &&Account| holds.takes(&account.key.kind);
    accounts.iter().copied().filter(takes).collect()
}

/// Writes and reads the shared accounts, and notes every difference as
/// `aegis: note of Field 0 (me)`.
fn compare(
    format: &Format,
    writer: &Writer,
    password: Option<&str>,
    differences: &mut BTreeSet<String>,
) {
    let (book, usage) = accounts();
    let accounts = in_order(&book);
    let losses = Losses::of(writer.holds, &accounts);
    let expected = kept(writer.holds, &accounts);
    assert_eq!(expected.len() + losses.accounts.len(), accounts.len());
    let files = written(format, &accounts, &usage, password).expect("it is written");
    let mut found: BTreeMap<Vec<u8>, Candidate> = BTreeMap::new();
    let mut order = Vec::new();
    for file in read(&files, password) {
        let what = format!("{} ({})", format.id, file.name);
        assert_eq!(file.encrypted, password.is_some(), "{what}");
        let is_known = file.format.map(|found| found.id);
        if format.read.is_some() {
            assert_eq!(is_known, Some(format.id), "{what}");
        }
        let import = file
            .result
            .unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(import.skipped, [], "{what}");
        for candidate in import.accounts {
            let secret = candidate.key.secret.expose().to_vec();
            order.push(secret.clone());
            let twice = found.insert(secret, candidate);
            assert!(twice.is_none(), "{what}: twice");
        }
    }
    for account in &expected {
        let name = format!("{} ({})", account.issuer, account.account);
        let mut differs = |what: &str| {
            differences.insert(format!("{}: {what} of {name}", format.id));
        };
        match found.remove(&*account.key.secret.expose()) {
            None => differs("account"),
            Some(candidate) => {
                let used = (usage.count(account.id), usage.last(account.id));
                fields(account, used, &candidate, writer.holds, &mut differs);
            }
        }
    }
    assert!(found.is_empty(), "{}: more than was written", format.id);
    let wanted: Vec<_> = expected
        .iter()
        .map(|a| a.key.secret.expose().to_vec())
        .collect();
    if writer.holds.fields.contains(&Field::Order) && order != wanted {
        differences.insert(format!("{}: order of all", format.id));
    }
}

fn fields(
    account: &Account,
    used: (u64, Option<u64>),
    found: &Candidate,
    holds: &Holds,
    differs: &mut impl FnMut(&str),
) {
    let has = |field| holds.fields.contains(&field);
    // Wrong codes are no deviation that could be listed.
    assert!(
        account.key == found.key,
        "{} ({})",
        account.issuer,
        account.account
    );
    if account.issuer != found.issuer || account.account != found.account {
        differs("names");
    }
    if has(Field::Note) && account.note != found.note {
        differs("note");
    }
    let tags = match account.tags.as_slice() {
        tags if has(Field::Tags) || has(Field::PlainTags) => tags,
        [only, ..] if has(Field::OneTag) => std::slice::from_ref(only),
        _ => &[],
    };
    if tags != found.tags {
        differs("tags");
    }
    if has(Field::Favourite) && account.favourite != found.favourite {
        differs("favourite");
    }
    if has(Field::Icon) && account.icon != found.icon {
        differs("icon");
    }
    if has(Field::Usage) {
        let found = found
            .usage
            .map_or((0, None), |used| (used.count, Some(used.last)));
        if used != found {
            differs("usage");
        }
    }
}
