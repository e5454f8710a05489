//! Changes to accounts: each is one transaction, stamps the fields it touches, and gives
//! back how to undo it.

use keytick_otp::{Code, Kind, OtpKey};

use crate::account::{Account, Candidate, Field, Id};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::error::Error;
use crate::search::Names;

/// What a change needs from outside: the time, the device and randomness.
pub struct Edit<'a> {
    /// Milliseconds since 1970.
    pub now_ms: u64,
    /// The device that makes the change.
    pub device: [u8; 8],
    /// Fills a slice with random bytes, for new ids.
    pub random: &'a mut dyn FnMut(&mut [u8]),
}

impl Edit<'_> {
    fn now(&self) -> u64 {
        self.now_ms / 1000
    }

    fn new_id(&mut self) -> Id {
        let mut bytes = [0; 16];
        (self.random)(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}

/// New values for some fields of an account; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Another secret or other parameters.
    pub key: Option<OtpKey>,
    /// The site.
    pub issuer: Option<String>,
    /// Who signs in there.
    pub account: Option<String>,
    /// Free text.
    pub note: Option<String>,
    /// Names of tags.
    pub tags: Option<Vec<String>>,
    /// An avatar colour, 0 to 11, or none.
    pub colour: Option<Option<u8>>,
    /// The name of an icon, or none.
    pub icon: Option<Option<String>>,
    /// Listed before the others.
    pub favourite: Option<bool>,
    /// A place in a person's own order, or none.
    pub order: Option<Option<i64>>,
}

/// The accounts that were added, in the order of the candidates, and how to undo it.
#[derive(Debug)]
pub struct Added {
    /// Their ids.
    pub ids: Vec<Id>,
    /// Takes them out again.
    pub undo: Undo,
}

/// Takes one change back. Fields that were changed again since keep their newer value only
/// where the undone change did not touch them.
#[derive(Debug, Clone)]
#[must_use = "without it the change cannot be undone"]
pub struct Undo(Vec<Step>);

#[derive(Debug, Clone)]
enum Step {
    Remove(Id),
    Change(Id, Box<Changes>),
    /// In the trash since, or not at all.
    Deleted(Id, Option<u64>),
}

/// What a vault keeps at most.
const ACCOUNTS: usize = 10_000;
const TEXT_BYTES: usize = 4_096;

/// Days in the trash, and days that a tombstone outlives the account.
const TRASH_SECONDS: u64 = 30 * 86_400;
const TOMBSTONE_MS: u64 = 180 * 86_400 * 1000;

impl Accounts {
    /// Adds all candidates, or none.
    ///
    /// # Errors
    /// [`Error::TooMany`] and [`Error::TooLong`].
    pub fn add(&mut self, candidates: Vec<Candidate>, edit: &mut Edit<'_>) -> Result<Added, Error> {
        if self.all.len() + candidates.len() > ACCOUNTS {
            return Err(Error::TooMany { limit: ACCOUNTS });
        }
        for candidate in &candidates {
            let tags = candidate.tags.iter().map(String::as_str);
            check_texts(&candidate.issuer, &candidate.account, &candidate.note, tags)?;
        }
        let ids: Vec<Id> = candidates
            .into_iter()
            .map(|candidate| {
                let account = from_candidate(candidate, edit);
                let id = account.id;
                self.all.insert(id, account);
                id
            })
            .collect();
        let undo = Undo(ids.iter().map(|id| Step::Remove(*id)).collect());
        Ok(Added { ids, undo })
    }

    /// Gives an account the candidate's key and names, and its note and tags if it has any.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] and [`Error::TooLong`].
    pub fn replace(
        &mut self,
        id: Id,
        candidate: Candidate,
        edit: &mut Edit<'_>,
    ) -> Result<Undo, Error> {
        let changes = Changes {
            key: Some(candidate.key),
            issuer: Some(candidate.issuer),
            account: Some(candidate.account),
            note: Some(candidate.note).filter(|note| !note.is_empty()),
            tags: Some(candidate.tags).filter(|tags| !tags.is_empty()),
            ..Changes::default()
        };
        self.edit(id, changes, edit)
    }

    /// Changes fields of one account.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] and [`Error::TooLong`].
    pub fn edit(&mut self, id: Id, changes: Changes, edit: &mut Edit<'_>) -> Result<Undo, Error> {
        let text = |text: &'_ Option<String>| text.clone().unwrap_or_default();
        let tags = changes.tags.iter().flatten().map(String::as_str);
        check_texts(
            &text(&changes.issuer),
            &text(&changes.account),
            &text(&changes.note),
            tags,
        )?;
        let clock = self.tick(edit);
        let account = self.all.get_mut(&id).ok_or(Error::UnknownAccount(id))?;
        let old = apply(account, changes, clock);
        Ok(Undo(vec![Step::Change(id, Box::new(old))]))
    }

    /// Moves accounts to the trash, where they stay whole for 30 days.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`]; then none was moved.
    pub fn trash(&mut self, ids: &[Id], edit: &mut Edit<'_>) -> Result<Undo, Error> {
        let now = edit.now();
        self.set_deleted(ids, Some(now), edit)
    }

    /// Takes accounts out of the trash.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`]; then none was taken out.
    pub fn restore(&mut self, ids: &[Id], edit: &mut Edit<'_>) -> Result<Undo, Error> {
        self.set_deleted(ids, None, edit)
    }

    /// Forgets trashed accounts for good; a tombstone without a secret stays, so that a copy
    /// on another device does not bring them back.
    pub fn purge(&mut self, ids: &[Id], edit: &mut Edit<'_>) {
        for id in ids {
            if self
                .all
                .get(id)
                .is_some_and(|account| account.deleted_at.is_some())
            {
                self.bury(*id, edit);
            }
        }
    }

    /// Forgets what has been in the trash for 30 days, and tombstones 180 days old. Tells
    /// whether anything changed.
    pub fn expire(&mut self, edit: &mut Edit<'_>) -> bool {
        let (now, now_ms) = (edit.now(), edit.now_ms);
        let old: Vec<Id> = self
            .trashed()
            .filter(|account| {
                account
                    .deleted_at
                    .is_some_and(|at| now.saturating_sub(at) >= TRASH_SECONDS)
            })
            .map(|account| account.id)
            .collect();
        self.purge(&old, edit);
        let before = self.tombstones.len();
        self.tombstones
            .retain(|_, buried| now_ms.saturating_sub(buried.time_ms) < TOMBSTONE_MS);
        !old.is_empty() || self.tombstones.len() != before
    }

    /// The next code of a counter account. The counter moves on first: save, then show.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`], [`Error::NoCounter`] and [`Error::CounterAtEnd`].
    pub fn advance(&mut self, id: Id, edit: &mut Edit<'_>) -> Result<Code, Error> {
        let account = self.all.get_mut(&id).ok_or(Error::UnknownAccount(id))?;
        let code = account.key.code_at(edit.now());
        let Kind::Hotp { counter, .. } = &mut account.key.kind else {
            return Err(Error::NoCounter(id));
        };
        *counter = counter.checked_add(1).ok_or(Error::CounterAtEnd(id))?;
        Ok(code)
    }

    /// Takes a change back.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] if an account it changed is gone for good.
    pub fn undo(&mut self, undo: Undo, edit: &mut Edit<'_>) -> Result<(), Error> {
        self.know_all(undo.0.iter().filter_map(Step::changed))?;
        let clock = self.tick(edit);
        for step in undo.0 {
            match step {
                Step::Remove(id) => self.bury(id, edit),
                Step::Change(id, changes) => {
                    self.all
                        .get_mut(&id)
                        .map(|account| apply(account, *changes, clock));
                }
                Step::Deleted(id, at) => {
                    self.all
                        .get_mut(&id)
                        .map(|account| set_deleted(account, at, clock));
                }
            }
        }
        Ok(())
    }

    fn set_deleted(
        &mut self,
        ids: &[Id],
        at: Option<u64>,
        edit: &mut Edit<'_>,
    ) -> Result<Undo, Error> {
        self.know_all(ids.iter().copied())?;
        let clock = self.tick(edit);
        let mut undo = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(account) = self.all.get_mut(id) {
                undo.push(Step::Deleted(*id, set_deleted(account, at, clock)));
            }
        }
        Ok(Undo(undo))
    }

    fn know_all(&self, mut ids: impl Iterator<Item = Id>) -> Result<(), Error> {
        match ids.find(|id| !self.all.contains_key(id)) {
            Some(id) => Err(Error::UnknownAccount(id)),
            None => Ok(()),
        }
    }

    fn bury(&mut self, id: Id, edit: &mut Edit<'_>) {
        if self.all.remove(&id).is_some() {
            let clock = self.tick(edit);
            self.tombstones.insert(id, clock);
        }
    }

    fn tick(&mut self, edit: &Edit<'_>) -> Clock {
        self.clock = self.clock.tick(edit.now_ms, edit.device);
        self.clock
    }
}

impl Step {
    /// The account that must still be there; one that is to be removed need not.
    fn changed(&self) -> Option<Id> {
        match self {
            Self::Remove(_) => None,
            Self::Change(id, _) | Self::Deleted(id, _) => Some(*id),
        }
    }
}

/// Moves an account into or out of the trash, and tells where it was.
fn set_deleted(account: &mut Account, at: Option<u64>, clock: Clock) -> Option<u64> {
    // What is in the trash already stays there from when it went in.
    let at = at.map(|now| account.deleted_at.unwrap_or(now));
    account.modified.insert(Field::Deleted, clock);
    std::mem::replace(&mut account.deleted_at, at)
}

/// Puts the new values in, stamps what really changed, and gives the old values back.
fn apply(account: &mut Account, changes: Changes, clock: Clock) -> Changes {
    let modified = &mut account.modified;
    let mut touch = |field| {
        modified.insert(field, clock);
    };
    let old = Changes {
        key: swap(&mut account.key, changes.key, || touch(Field::Key)),
        issuer: swap(&mut account.issuer, changes.issuer, || touch(Field::Issuer)),
        account: swap(&mut account.account, changes.account, || {
            touch(Field::Account)
        }),
        note: swap(&mut account.note, changes.note, || touch(Field::Note)),
        tags: swap(&mut account.tags, changes.tags, || touch(Field::Tags)),
        colour: swap(&mut account.colour, changes.colour, || touch(Field::Colour)),
        icon: swap(&mut account.icon, changes.icon, || touch(Field::Icon)),
        favourite: swap(&mut account.favourite, changes.favourite, || {
            touch(Field::Favourite)
        }),
        order: swap(&mut account.order, changes.order, || touch(Field::Order)),
    };
    account.names = Names::new(&account.issuer, &account.account, &account.tags);
    old
}

fn swap<T: PartialEq>(slot: &mut T, new: Option<T>, touch: impl FnOnce()) -> Option<T> {
    let new = new.filter(|new| new != slot)?;
    touch();
    Some(std::mem::replace(slot, new))
}

fn from_candidate(candidate: Candidate, edit: &mut Edit<'_>) -> Account {
    Account {
        id: edit.new_id(),
        names: Names::new(&candidate.issuer, &candidate.account, &candidate.tags),
        key: candidate.key,
        issuer: candidate.issuer,
        account: candidate.account,
        note: candidate.note,
        tags: candidate.tags,
        colour: None,
        icon: candidate.icon,
        favourite: candidate.favourite,
        order: None,
        origin: candidate.origin,
        created: edit.now(),
        deleted_at: None,
        modified: Default::default(),
        unknown: Default::default(),
    }
}

fn check_texts<'a>(
    issuer: &'a str,
    account: &'a str,
    note: &'a str,
    tags: impl Iterator<Item = &'a str>,
) -> Result<(), Error> {
    let named = [("issuer", issuer), ("account", account), ("note", note)];
    match named
        .into_iter()
        .chain(tags.map(|tag| ("tag", tag)))
        .find(|(_, text)| text.len() > TEXT_BYTES)
    {
        Some((field, _)) => Err(Error::TooLong {
            field,
            limit: TEXT_BYTES,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{accounts, candidate, hotp_candidate, id_of, with_edit};

    #[test]
    fn adding_is_undone_without_a_trace_but_the_tombstone() {
        let mut book = Accounts::new();
        let added = with_edit(0, |edit| book.add(vec![candidate("Batch", "a")], edit)).unwrap();
        assert_eq!(book.live().count(), 1);
        with_edit(1, |edit| book.undo(added.undo, edit)).unwrap();
        assert_eq!((book.live().count(), book.trashed().count()), (0, 0));
    }

    #[test]
    fn an_edit_is_undone_field_by_field() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let rename = Changes {
            issuer: Some("Other".into()),
            ..Changes::default()
        };
        let undo = with_edit(1, |edit| book.edit(id, rename, edit)).unwrap();
        let later = Changes {
            note: Some("later".into()),
            ..Changes::default()
        };
        let _ = with_edit(2, |edit| book.edit(id, later, edit)).unwrap();
        with_edit(3, |edit| book.undo(undo, edit)).unwrap();
        let account = book.get(id).unwrap();
        assert_eq!(
            (account.issuer.as_str(), account.note.as_str()),
            ("Batch", "later")
        );
    }

    #[test]
    fn trash_keeps_an_account_whole_for_thirty_days() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let key = book.get(id).unwrap().key.clone();
        let _ = with_edit(0, |edit| book.trash(&[id], edit)).unwrap();
        assert_eq!((book.live().count(), book.trashed().count()), (0, 1));
        assert!(!with_edit(30 * 86_400 - 1, |edit| book.expire(edit)));
        assert_eq!(book.get(id).unwrap().key, key);
        assert!(with_edit(30 * 86_400, |edit| book.expire(edit)));
        assert_eq!(book.get(id), None);
        assert_eq!(book.tombstones.len(), 1);
        assert!(with_edit(211 * 86_400, |edit| book.expire(edit)));
        assert_eq!(book.tombstones.len(), 0);
    }

    #[test]
    fn restoring_brings_it_back_and_a_live_account_cannot_be_purged() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let _ = with_edit(0, |edit| book.trash(&[id], edit)).unwrap();
        let _ = with_edit(1, |edit| book.restore(&[id], edit)).unwrap();
        with_edit(2, |edit| book.purge(&[id], edit));
        assert_eq!(book.live().count(), 1);
    }

    #[test]
    fn nothing_is_trashed_when_one_id_is_unknown() {
        let mut book = accounts(&[("Batch", "a")]);
        let ids = [id_of(&book, "Batch"), Id::from_u128(1)];
        let refused = with_edit(0, |edit| book.trash(&ids, edit)).unwrap_err();
        assert_eq!(refused, Error::UnknownAccount(ids[1]));
        assert_eq!(book.live().count(), 1);
    }

    #[test]
    fn a_counter_moves_on_with_each_code() {
        let mut book = Accounts::new();
        let added = with_edit(0, |edit| book.add(vec![hotp_candidate(5)], edit)).unwrap();
        let id = added.ids[0];
        let first = with_edit(0, |edit| book.advance(id, edit)).unwrap();
        let second = with_edit(0, |edit| book.advance(id, edit)).unwrap();
        assert_eq!((first.counter, second.counter), (Some(5), Some(6)));
        assert_eq!(book.get(id).unwrap().key.kind.counter(), Some(7));
        // RFC 4226 appendix D, counts 5 and 6.
        assert_eq!(
            (first.text.as_str(), second.text.as_str()),
            ("254676", "287922")
        );
    }

    #[test]
    fn a_time_account_has_no_counter() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        assert_eq!(
            with_edit(0, |edit| book.advance(id, edit)).unwrap_err(),
            Error::NoCounter(id)
        );
    }

    #[test]
    fn texts_beyond_four_kibibytes_are_refused_by_name() {
        let mut book = Accounts::new();
        let long = candidate("x", &"y".repeat(4_097));
        let refused = with_edit(0, |edit| book.add(vec![long], edit)).unwrap_err();
        assert_eq!(
            refused,
            Error::TooLong {
                field: "account",
                limit: 4_096
            }
        );
    }
}
