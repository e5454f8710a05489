//! Changes to accounts: each is one transaction, stamps the fields it touches, and gives
//! back how to undo it.

use std::collections::BTreeMap;
use std::fmt;

use keytick_otp::{Code, Kind, OtpKey};

use crate::account::{Account, Candidate, Field, Id};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::error::Error;
use crate::recovery::{self, RecoveryCodes};
use crate::schema::Kept;
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
    pub(crate) fn now(&self) -> u64 {
        self.now_ms / 1000
    }

    pub(crate) fn new_id(&mut self) -> Id {
        let mut bytes = [0; 16];
        (self.random)(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}

/// New values for some fields of an account; `None` leaves a field as it is.
#[derive(Clone, Default, PartialEq)]
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
    /// What the site gave for the day when the key is gone.
    pub recovery: Option<RecoveryCodes>,
}

/// Nothing of it: notes may hold what nobody should log.
impl fmt::Debug for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Changes").finish_non_exhaustive()
    }
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
    /// The recovery codes of before and after: what others changed of them since stays.
    Codes(Id, Box<[RecoveryCodes; 2]>),
    /// In the trash since, or not at all.
    Deleted(Id, Option<u64>),
    /// A damaged account, as it was before its key was entered again.
    Damaged(Id, Kept),
}

impl Undo {
    pub(crate) fn to_damaged(id: Id, before: Kept) -> Self {
        Self(vec![Step::Damaged(id, before)])
    }
}

/// What a vault keeps at most.
const ACCOUNTS: usize = 10_000;
pub(crate) const TEXT_BYTES: usize = 4_096;

/// How long the trash keeps an account, and a tombstone what was deleted.
const TRASH_SECONDS: u64 = 30 * 86_400;
const TOMBSTONE_SECONDS: u64 = TRASH_SECONDS + 180 * 86_400;

impl Accounts {
    /// Adds all candidates, or none.
    ///
    /// # Errors
    /// [`Error::TooMany`] and [`Error::TooLong`].
    pub fn add(&mut self, candidates: Vec<Candidate>, edit: &mut Edit<'_>) -> Result<Added, Error> {
        if self.all.len() + candidates.len() > ACCOUNTS {
            return Err(Error::TooMany { limit: ACCOUNTS });
        }
        candidates.iter().try_for_each(Candidate::check)?;
        self.tick(edit);
        let after = self.end_of_order();
        let ids: Vec<Id> = candidates
            .into_iter()
            .map(|mut candidate| {
                candidate.order = candidate.order.map(|order| after.saturating_add(order));
                let account = from_candidate(candidate, edit);
                let id = account.id;
                self.all.insert(id, account);
                id
            })
            .collect();
        let undo = Undo(ids.iter().map(|id| Step::Remove(*id)).collect());
        Ok(Added { ids, undo })
    }

    /// Puts a candidate in the place of an account. The same secret with other parameters
    /// changes the account; a counter never goes back. Another secret comes in as an account
    /// of its own, with the tags and the note of the old one, which goes to the trash: a key
    /// is never overwritten.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`], [`Error::TooMany`] and [`Error::TooLong`].
    pub fn replace(
        &mut self,
        id: Id,
        mut candidate: Candidate,
        edit: &mut Edit<'_>,
    ) -> Result<Added, Error> {
        let old = self.all.get(&id).ok_or(Error::UnknownAccount(id))?;
        if candidate.note.is_empty() {
            candidate.note.clone_from(&old.note);
        }
        if candidate.tags.is_empty() {
            candidate.tags.clone_from(&old.tags);
        }
        candidate.recovery = old.recovery.and(&candidate.recovery);
        if old.key.secret != candidate.key.secret {
            candidate.favourite |= old.favourite;
            candidate.colour = candidate.colour.or(old.colour);
            candidate.icon = candidate.icon.or_else(|| old.icon.clone());
            let mut added = self.add(vec![candidate], edit)?;
            let trashed = self.trash(&[id], edit)?;
            added.undo.0.extend(trashed.0);
            return Ok(added);
        }
        let changes = Changes {
            key: Some(never_back(candidate.key, &old.key)),
            issuer: Some(candidate.issuer),
            account: Some(candidate.account),
            note: Some(candidate.note),
            tags: Some(candidate.tags),
            recovery: Some(candidate.recovery),
            ..Changes::default()
        };
        let undo = self.edit(id, changes, edit)?;
        Ok(Added {
            ids: vec![id],
            undo,
        })
    }

    /// Changes fields of one account.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] and [`Error::TooLong`]; [`Error::NewerRecoveryCodes`] for recovery
    /// codes in the place of some that only a newer version can read.
    pub fn edit(&mut self, id: Id, changes: Changes, edit: &mut Edit<'_>) -> Result<Undo, Error> {
        check_texts([
            ("issuer", changes.issuer.as_deref().unwrap_or_default()),
            ("account", changes.account.as_deref().unwrap_or_default()),
            ("note", changes.note.as_deref().unwrap_or_default()),
            (
                "tags",
                &changes
                    .tags
                    .iter()
                    .flatten()
                    .map(String::as_str)
                    .collect::<String>(),
            ),
            (
                "icon",
                changes
                    .icon
                    .iter()
                    .flatten()
                    .map(String::as_str)
                    .next()
                    .unwrap_or_default(),
            ),
        ])?;
        let clock = self.tick(edit);
        let account = self.all.get_mut(&id).ok_or(Error::UnknownAccount(id))?;
        if (changes.recovery.as_ref()).is_some_and(|codes| *codes != account.recovery) {
            recovery::may_be_set(account)?;
        }
        let mut old = apply(account, changes, clock);
        let codes = old.recovery.take();
        let codes = codes.map(|before| Step::Codes(id, [before, account.recovery.clone()].into()));
        let others = Step::Change(id, Box::new(old));
        Ok(Undo(codes.into_iter().chain([others]).collect()))
    }

    /// Gives an account a tag, as its last one, or takes it from it.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] and [`Error::TooLong`].
    pub fn tag(&mut self, id: Id, tag: &str, on: bool, edit: &mut Edit<'_>) -> Result<Undo, Error> {
        let account = self.all.get(&id).ok_or(Error::UnknownAccount(id))?;
        let mut tags = account.tags.clone();
        tags.retain(|other| other != tag || on);
        if on && !tags.iter().any(|other| other == tag) {
            tags.push(tag.to_owned());
        }
        let changes = Changes {
            tags: Some(tags),
            ..Changes::default()
        };
        self.edit(id, changes, edit)
    }

    /// Moves accounts to the trash, where they stay whole for 30 days.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`]; then none was moved.
    pub fn trash(&mut self, ids: &[Id], edit: &mut Edit<'_>) -> Result<Undo, Error> {
        // A wall clock that lags behind the last change is wrong; believing it would have the
        // account forgotten as soon as the clock is right again.
        let now = edit.now().max(self.clock.time_ms / 1000);
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

    /// Forgets what has been in the trash for 30 days, and tombstones 180 days later. Tells
    /// whether anything changed.
    ///
    /// Time counts only as far as the wall clock and the last change agree on it, so that a
    /// clock that is wrong for once forgets nothing.
    pub fn expire(&mut self, edit: &mut Edit<'_>) -> bool {
        let now = edit.now().min(self.clock.time_ms / 1000);
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
            .retain(|_, deleted| now.saturating_sub(deleted.time_ms / 1000) < TOMBSTONE_SECONDS);
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
        for step in undo.0.into_iter().rev() {
            match step {
                Step::Remove(id) => self.bury(id, edit),
                Step::Change(id, mut changes) => {
                    self.all.get_mut(&id).map(|account| {
                        changes.key = changes.key.map(|key| never_back(key, &account.key));
                        apply(account, *changes, clock)
                    });
                }
                Step::Codes(id, versions) => {
                    self.all.get_mut(&id).map(|account| {
                        let [before, after] = *versions;
                        let now = [&account.recovery, &before];
                        let changes = Changes {
                            recovery: Some(RecoveryCodes::join(Some(&after), &now)),
                            ..Changes::default()
                        };
                        apply(account, changes, clock)
                    });
                }
                Step::Deleted(id, at) => {
                    self.all
                        .get_mut(&id)
                        .map(|account| set_deleted(account, at, clock));
                }
                Step::Damaged(id, before) => {
                    self.all.remove(&id);
                    self.unreadable.push(before);
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

    /// Forgets an account. The tombstone says when it was deleted, not when it was
    /// forgotten: a merge compares that with what others changed.
    fn bury(&mut self, id: Id, edit: &mut Edit<'_>) {
        let Some(account) = self.all.remove(&id) else {
            return;
        };
        let now = self.tick(edit);
        let deleted = account
            .modified
            .get(&Field::Deleted)
            .copied()
            .unwrap_or(now);
        // An unread account under the same id must not come to lie under the tombstone.
        let name = id.to_string();
        if !self.unreadable.iter().any(|kept| kept.mentions(&name)) {
            self.tombstones.insert(id, deleted);
        }
    }

    /// The place after all that have one in the person's own order.
    fn end_of_order(&self) -> i64 {
        let last = self.live().filter_map(|account| account.order).max();
        last.map_or(0, |last| last.saturating_add(1))
    }

    pub(crate) fn tick(&mut self, edit: &Edit<'_>) -> Clock {
        self.clock = self.clock.tick(edit.now_ms, edit.device);
        self.clock
    }
}

impl Step {
    /// The account that must still be there; one that is to be removed need not.
    fn changed(&self) -> Option<Id> {
        match self {
            Self::Remove(_) => None,
            Self::Change(id, _)
            | Self::Codes(id, _)
            | Self::Deleted(id, _)
            | Self::Damaged(id, _) => Some(*id),
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
pub(crate) fn apply(account: &mut Account, changes: Changes, clock: Clock) -> Changes {
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
        recovery: swap(&mut account.recovery, changes.recovery, || {
            touch(Field::Recovery)
        }),
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
        colour: candidate.colour,
        icon: candidate.icon,
        favourite: candidate.favourite,
        order: candidate.order,
        origin: candidate.origin,
        created: edit.now(),
        recovery: candidate.recovery,
        deleted_at: None,
        modified: BTreeMap::new(),
        other_modified: BTreeMap::new(),
        unknown: BTreeMap::new(),
    }
}

pub(crate) fn check_texts<const N: usize>(texts: [(&'static str, &str); N]) -> Result<(), Error> {
    match texts.into_iter().find(|(_, text)| text.len() > TEXT_BYTES) {
        Some((field, _)) => Err(Error::TooLong {
            field,
            limit: TEXT_BYTES,
        }),
        None => Ok(()),
    }
}

/// `new`, with the counter of `old` if that is the same key's and higher: a used code must
/// not come up again.
fn never_back(mut new: OtpKey, old: &OtpKey) -> OtpKey {
    if let (Kind::Hotp { counter, .. }, Some(known)) = (&mut new.kind, old.kind.counter())
        && new.secret == old.secret
    {
        *counter = known.max(*counter);
    }
    new
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
    fn what_another_program_ordered_comes_after_what_is_ordered_here() {
        let mut book = Accounts::new();
        for (now, names) in [(0, ["B", "A"]), (10, ["D", "C"])] {
            let ordered = |(order, name): (i64, &str)| Candidate {
                order: Some(1 - order),
                colour: Some(3),
                ..candidate(name, "a")
            };
            let candidates = (0..).zip(names).map(ordered).collect();
            let _ = with_edit(now, |edit| book.add(candidates, edit)).unwrap();
        }
        let order = |name| book.get(id_of(&book, name)).unwrap().order;
        assert_eq!(["A", "B", "C", "D"].map(order), [0, 1, 2, 3].map(Some));
        assert_eq!(book.live().next().unwrap().colour, Some(3));
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

    /// Lets the vault know that it is `now`: time counts only when a change has seen it.
    fn change_at(book: &mut Accounts, now: u64) {
        let _ = with_edit(now, |edit| book.trash(&[], edit)).unwrap();
    }

    const DAY: u64 = 86_400;

    #[test]
    fn trash_keeps_an_account_whole_for_thirty_days() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let key = book.get(id).unwrap().key.clone();
        let _ = with_edit(0, |edit| book.trash(&[id], edit)).unwrap();
        assert_eq!((book.live().count(), book.trashed().count()), (0, 1));
        change_at(&mut book, 30 * DAY - 1);
        assert!(!with_edit(30 * DAY - 1, |edit| book.expire(edit)));
        assert_eq!(book.get(id).unwrap().key, key);
        change_at(&mut book, 30 * DAY);
        assert!(with_edit(30 * DAY, |edit| book.expire(edit)));
        assert_eq!(book.get(id), None);
        assert_eq!(book.tombstones[&id].time_ms, 0);
        change_at(&mut book, 210 * DAY);
        assert!(with_edit(210 * DAY, |edit| book.expire(edit)));
        assert_eq!(book.tombstones.len(), 0);
    }

    #[test]
    fn a_clock_that_is_wrong_for_once_forgets_nothing() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        change_at(&mut book, 1_000 * DAY);
        let _ = with_edit(0, |edit| book.trash(&[id], edit)).unwrap();
        assert_eq!(book.get(id).unwrap().deleted_at, Some(1_000 * DAY));
        assert!(!with_edit(9_000 * DAY, |edit| book.expire(edit)));
        assert_eq!(book.trashed().count(), 1);
    }

    #[test]
    fn undo_takes_back_an_account_that_was_named_twice() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let undo = with_edit(0, |edit| book.trash(&[id, id], edit)).unwrap();
        with_edit(1, |edit| book.undo(undo, edit)).unwrap();
        assert_eq!(book.live().count(), 1);
    }

    #[test]
    fn another_key_takes_an_accounts_place_and_the_old_one_goes_to_the_trash() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let other = Candidate {
            issuer: "Batch".into(),
            ..candidate("Other key", "a")
        };
        let added = with_edit(1, |edit| book.replace(id, other, edit)).unwrap();
        assert_ne!(added.ids, [id]);
        assert_eq!((book.live().count(), book.trashed().count()), (1, 1));
        with_edit(2, |edit| book.undo(added.undo, edit)).unwrap();
        assert_eq!((id_of(&book, "Batch"), book.trashed().count()), (id, 0));
    }

    #[test]
    fn neither_undo_nor_an_old_picture_takes_a_counter_back() {
        let mut book = Accounts::new();
        let added = with_edit(0, |edit| book.add(vec![hotp_candidate(5)], edit)).unwrap();
        let id = added.ids[0];
        let counter = |book: &Accounts| book.get(id).unwrap().key.kind.counter();
        let mut eight = hotp_candidate(5).key;
        if let Kind::Hotp { digits, .. } = &mut eight.kind {
            *digits = keytick_otp::Digits::new(8).unwrap();
        }
        let change = Changes {
            key: Some(eight),
            ..Changes::default()
        };
        let undo = with_edit(1, |edit| book.edit(id, change, edit)).unwrap();
        let _ = with_edit(2, |edit| book.advance(id, edit)).unwrap();
        with_edit(3, |edit| book.undo(undo, edit)).unwrap();
        assert_eq!(counter(&book), Some(6));
        let again = with_edit(4, |edit| book.replace(id, hotp_candidate(0), edit)).unwrap();
        assert_eq!((again.ids, counter(&book)), (vec![id], Some(6)));
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
    fn a_tag_is_given_once_and_taken_away() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let tags = |book: &Accounts| book.get(id).unwrap().tags.clone();
        for (tag, on, expected) in [
            ("Work", true, vec!["Work"]),
            ("Home", true, vec!["Work", "Home"]),
            ("Work", true, vec!["Work", "Home"]),
            ("Work", false, vec!["Home"]),
        ] {
            let _ = with_edit(1, |edit| book.tag(id, tag, on, edit)).unwrap();
            assert_eq!(tags(&book), expected, "{tag} {on}");
        }
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
