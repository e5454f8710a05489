//! Merging two copies of the accounts that went separate ways: a synced folder, two programs,
//! two computers.
//!
//! Nothing that one copy still has is lost. Each field is the one that was written last, by
//! its clock; tags are sets; a counter is the higher one; two keys under one id become two
//! accounts; an account whose damaged key one copy has repaired is repaired; an account that one
//! copy forgot and the other still has comes back, to the trash unless it was changed since. With
//! the copy that both came from, what only one side changed is taken as it is.
//!
//! For a given ancestor, merging is commutative, associative and idempotent (`laws.rs`), so
//! that all devices come to the same accounts, whichever merges first. Where nothing else
//! decides, a fixed order of the values does: it must be the same everywhere.

mod fields;
mod fixed;
mod identity;
mod joining;
mod kept;
#[cfg(test)]
mod laws;
mod moves;
mod second_key;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use keytick_otp::OtpKey;

use crate::account::{Account, Field, Id};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::error::Error;

pub use joining::Joining;

/// Accounts that were merged, and what a person should be told.
#[derive(Debug, Clone)]
pub struct Merged {
    /// Everything of both copies.
    pub accounts: Accounts,
    /// Accounts that were made because one account had another key in each copy. They are
    /// listed beside it, for the person to settle.
    pub second_keys: Vec<Id>,
}

impl Accounts {
    /// Merges two copies. `base` is the copy that both came from, if it is known. `second`
    /// are the words that are added to the name of an account with a second key, for example
    /// `other key`.
    #[must_use]
    pub fn merge(base: Option<&Self>, one: &Self, other: &Self, second: &str) -> Merged {
        if one.is_same(other) {
            return Merged {
                accounts: one.clone(),
                second_keys: Vec::new(),
            };
        }
        let mut entries = gather(base, one, other);
        settle_keys(&mut entries);
        let mut tombstones = join_clocks([&one.tombstones, &other.tombstones]);
        let mut all = BTreeMap::new();
        let mut second_keys = Vec::new();
        for (id, entry) in &entries {
            if entry.versions.is_empty() {
                second_keys.push(*id);
            }
            let deleted = tombstones.remove(id);
            all.extend(fields::join(*id, entry, deleted).map(|account| (*id, account)));
        }
        let empty = Self::new();
        let ancestor = base.unwrap_or(&empty);
        let mut unreadable =
            kept::join_lists(&ancestor.unreadable, [&one.unreadable, &other.unreadable]);
        fixed::join(&mut all, &mut unreadable, ancestor);
        second_key::follow(&mut all, second);
        // What cannot be read must not come to lie under a tombstone.
        tombstones.retain(|id, _| !unreadable.iter().any(|kept| kept.mentions(&id.to_string())));
        let accounts = Self {
            all,
            clock: one.clock.max(other.clock),
            moves: moves::join(&one.moves, &other.moves, &tombstones),
            unread_moves: kept::join_lists(
                &ancestor.unread_moves,
                [&one.unread_moves, &other.unread_moves],
            ),
            other_tombstones: kept::join_tables(
                &ancestor.other_tombstones,
                [&one.other_tombstones, &other.other_tombstones],
            ),
            unknown: kept::join_tables(&ancestor.unknown, [&one.unknown, &other.unknown]),
            unreadable,
            tombstones,
        };
        Merged {
            accounts,
            second_keys,
        }
    }

    /// The same on payloads.
    ///
    /// # Errors
    /// [`Error::Payload`] and [`Error::TooNew`] for the two copies. An ancestor that cannot be
    /// read counts as not known.
    pub fn merge_payloads(
        base: Option<&[u8]>,
        one: &[u8],
        other: &[u8],
        second: &str,
    ) -> Result<Merged, Error> {
        let base = base.and_then(|base| Self::from_payload(base).ok());
        let (one, other) = (Self::from_payload(one)?, Self::from_payload(other)?);
        Ok(Self::merge(base.as_ref(), &one, &other, second))
    }

    fn is_same(&self, other: &Self) -> bool {
        self.all == other.all
            && self.tombstones == other.tombstones
            && self.clock == other.clock
            && self.moves == other.moves
            && self.unread_moves == other.unread_moves
            && self.other_tombstones == other.other_tombstones
            && self.unreadable == other.unreadable
            && self.unknown == other.unknown
    }
}

/// What the copies say about one id.
#[derive(Default)]
struct Entry<'a> {
    base: Option<&'a Account>,
    versions: Vec<&'a Account>,
    /// The keys that were found under it; one of them stays.
    keys: Vec<Fact>,
    /// When any of the keys that do not stay was written last.
    parted: Option<Clock>,
    /// The account whose second key this is, if that was found out only now.
    of: Option<Id>,
}

/// A key, and when it was last changed.
#[derive(Clone)]
struct Fact {
    key: OtpKey,
    clock: Option<Clock>,
    /// Whether it lost another account and was sent here.
    sent: bool,
}

fn gather<'a>(
    base: Option<&'a Accounts>,
    one: &'a Accounts,
    other: &'a Accounts,
) -> BTreeMap<Id, Entry<'a>> {
    let mut entries = BTreeMap::<Id, Entry<'a>>::new();
    for account in one.all.values().chain(other.all.values()) {
        let entry = entries.entry(account.id).or_default();
        entry.base = base.and_then(|base| base.all.get(&account.id));
        entry.versions.push(account);
        entry.keys.push(Fact {
            key: account.key.clone(),
            clock: account.modified.get(&Field::Key).copied(),
            sent: false,
        });
    }
    entries
}

/// Leaves one key under each id. The others go to ids that follow from the account and the
/// key, so that every device that merges finds the same ones.
fn settle_keys(entries: &mut BTreeMap<Id, Entry<'_>>) {
    let mut waiting: VecDeque<Id> = entries.keys().copied().collect();
    while let Some(id) = waiting.pop_front() {
        let Some(entry) = entries.get_mut(&id) else {
            continue;
        };
        let losers = identity::settle(entry);
        for fact in losers {
            let second = identity::second_id(id, &fact.key);
            let place = entries.entry(second).or_default();
            place.keys.push(Fact { sent: true, ..fact });
            place.of = Some(id);
            waiting.push_back(second);
        }
    }
}

fn join_clocks(tables: [&BTreeMap<Id, Clock>; 2]) -> BTreeMap<Id, Clock> {
    let mut joined = BTreeMap::<Id, Clock>::new();
    for (id, clock) in tables.into_iter().flatten() {
        let there = joined.entry(*id).or_default();
        *there = *clock.max(there);
    }
    joined
}

/// A set as it comes out of a merge: what both have, and what one of them added to the
/// ancestor's.
fn join_sets<T: Ord>(base: &BTreeSet<T>, one: BTreeSet<T>, other: BTreeSet<T>) -> BTreeSet<T> {
    let (mut joined, mut single) = (BTreeSet::new(), BTreeSet::new());
    for item in one {
        match other.contains(&item) {
            true => joined.insert(item),
            false => single.insert(item),
        };
    }
    let fresh = |item: &T| !base.contains(item);
    let added: Vec<T> = other
        .into_iter()
        .filter(|item| !joined.contains(item))
        .chain(single)
        .filter(fresh)
        .collect();
    joined.extend(added);
    joined
}
