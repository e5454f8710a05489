//! Accounts that merging made for a second key. Until a person changes one, it is called
//! after the account that it belongs to.

use std::collections::BTreeMap;

use super::kept;
use crate::account::{Account, Field, Id};
use crate::change::TEXT_BYTES;
use crate::clock::Clock;
use crate::schema::Kept;
use crate::search::Names;

/// The field that says so. Older programs keep it as they keep every unknown field.
const COPY_OF: &str = "copy_of";

/// The name of the clock of a key that went to an account of its own. The first account was
/// written to when that key was.
const PARTED: &str = "second_key";

/// How long a chain of second keys of second keys is followed.
const DEPTH: usize = 8;

/// Adds the field to the others.
pub(super) fn mark(mut unknown: BTreeMap<String, Kept>, of: Id) -> BTreeMap<String, Kept> {
    unknown.insert(COPY_OF.to_owned(), Kept::of_text(&of.to_string()));
    unknown
}

/// When a key that is no longer in the account was written last.
pub(super) fn parted(account: &Account) -> Option<Clock> {
    kept::clock(account.other_modified.get(PARTED)?)
}

/// Remembers when a key was written that goes to an account of its own.
pub(super) fn part(account: &mut Account, written: Option<Clock>) {
    if let Some(latest) = parted(account).max(written) {
        let clock = Kept::of_text(&latest.to_string());
        account.other_modified.insert(PARTED.to_owned(), clock);
    }
}

/// Whether a field is that of the account that this one was made beside.
pub(super) fn follows(account: &Account, field: Field) -> bool {
    copy_of(account).is_some() && !account.modified.contains_key(&field)
}

/// Gives the accounts with a second key the fields of the first, except those that somebody
/// wrote to. What follows from another account must follow on every device alike.
pub(super) fn follow(all: &mut BTreeMap<Id, Account>, words: &str) {
    let mut depths: Vec<(usize, Id, Id)> = all
        .values()
        .filter_map(|account| Some((depth(all, account)?, account.id, copy_of(account)?)))
        .collect();
    depths.sort_unstable();
    for (_, id, of) in depths {
        let Some(first) = all.get(&of).cloned() else {
            continue;
        };
        if let Some(second) = all.get_mut(&id) {
            take_over(second, first, words);
        }
    }
}

fn copy_of(account: &Account) -> Option<Id> {
    account.unknown.get(COPY_OF)?.read()
}

/// How far it is to an account that is no second key; none in a circle, which nothing but a
/// forged file can have.
fn depth(all: &BTreeMap<Id, Account>, account: &Account) -> Option<usize> {
    let mut at = account;
    for depth in 0..DEPTH {
        match copy_of(at).and_then(|id| all.get(&id)) {
            Some(first) => at = first,
            None => return Some(depth),
        }
    }
    None
}

fn take_over(second: &mut Account, first: Account, words: &str) {
    let untouched = |field: Field| !second.modified.contains_key(&field);
    let name = name(&first.account, words);
    if untouched(Field::Issuer) {
        second.issuer = first.issuer;
    }
    if untouched(Field::Account) {
        second.account = name;
    }
    if untouched(Field::Note) {
        second.note = first.note;
    }
    if untouched(Field::Tags) {
        second.tags = first.tags;
    }
    if untouched(Field::Colour) {
        second.colour = first.colour;
    }
    if untouched(Field::Icon) {
        second.icon = first.icon;
    }
    if untouched(Field::Favourite) {
        second.favourite = first.favourite;
    }
    if untouched(Field::Order) {
        second.order = first.order;
    }
    second.origin = first.origin;
    second.created = first.created;
    second.names = Names::new(&second.issuer, &second.account, &second.tags);
}

/// `ada@example.com (other key)`, if a vault keeps a name of that length.
fn name(account: &str, words: &str) -> String {
    let name = match account {
        "" => words.to_owned(),
        account => format!("{account} ({words})"),
    };
    match name.len() <= TEXT_BYTES {
        true => name,
        false => account.to_owned(),
    }
}
