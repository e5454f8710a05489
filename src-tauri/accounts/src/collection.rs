//! All accounts of a vault: the live ones, the trash, and what must be kept beside them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use keytick_otp::Safe;

use crate::account::{Account, Id, name_colour};
use crate::clock::Clock;
use crate::moves::Move;
use crate::schema::Kept;

/// The accounts in a vault.
#[derive(Clone, Default)]
pub struct Accounts {
    pub(crate) all: BTreeMap<Id, Account>,
    /// Accounts forgotten for good, and when they were deleted.
    pub(crate) tombstones: BTreeMap<Id, Clock>,
    /// The clock of the newest change.
    pub(crate) clock: Clock,
    /// Guided moves that are not done with.
    pub(crate) moves: Vec<Move>,
    /// Moves of a form that this version does not know, kept as they are.
    pub(crate) unread_moves: Vec<Kept>,
    /// Tombstones of another form, kept as they are.
    pub(crate) other_tombstones: BTreeMap<String, Kept>,
    /// Accounts of a kind that this version does not know, kept byte for byte.
    pub(crate) unreadable: Vec<Kept>,
    /// Fields that a newer program wrote, kept as they are.
    pub(crate) unknown: BTreeMap<String, Kept>,
}

/// Counts alone: what is kept unread may hold secrets.
impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts")
            .field("all", &self.all.len())
            .field("tombstones", &self.tombstones.len())
            .field("unreadable", &self.unreadable.len())
            .finish_non_exhaustive()
    }
}

/// A tag, and how many live accounts carry it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Live accounts with it.
    pub count: usize,
}

impl Tag {
    /// Its colour, 0 to 11: follows from the name, so it is the same on every device.
    #[must_use]
    pub fn colour(&self) -> u8 {
        name_colour(&self.name, "")
    }
}

impl Accounts {
    /// No accounts yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Copies of these accounts alone, for a backup: without a trash, without tombstones.
    #[must_use]
    pub fn copies<'a>(accounts: impl Iterator<Item = &'a Account>) -> Self {
        Self {
            all: accounts
                .map(|account| (account.id, account.clone()))
                .collect(),
            ..Self::default()
        }
    }

    /// Puts every secret, and what cannot be read and so may be one, in a safe: from now on
    /// each lies encrypted in memory, and is decrypted when it is needed.
    pub fn keep_in(&mut self, safe: &Arc<dyn Safe>) {
        for account in self.all.values_mut() {
            account.key.secret.keep_in(safe);
            account.recovery.keep_in(safe);
            let unknown = account.unknown.values_mut();
            let unread = unknown.chain(account.other_modified.values_mut());
            unread.for_each(|kept| kept.keep_in(safe));
        }
        let moves = self.moves.iter_mut().flat_map(Move::kept_mut);
        let unread = (self.unread_moves.iter_mut())
            .chain(&mut self.unreadable)
            .chain(self.other_tombstones.values_mut())
            .chain(self.unknown.values_mut());
        moves.chain(unread).for_each(|kept| kept.keep_in(safe));
    }

    /// The accounts that are in use.
    pub fn live(&self) -> impl Iterator<Item = &Account> {
        self.all
            .values()
            .filter(|account| account.deleted_at.is_none())
    }

    /// The accounts in the trash.
    pub fn trashed(&self) -> impl Iterator<Item = &Account> {
        self.all
            .values()
            .filter(|account| account.deleted_at.is_some())
    }

    /// One account, live or in the trash.
    #[must_use]
    pub fn get(&self, id: Id) -> Option<&Account> {
        self.all.get(&id)
    }

    /// How many accounts only a newer version can read. They are kept as they are.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        self.unreadable.len()
    }

    /// The tags of the live accounts, by name.
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        let mut counts = BTreeMap::<&str, usize>::new();
        for tag in self.live().flat_map(|account| &account.tags) {
            *counts.entry(tag).or_default() += 1;
        }
        counts
            .into_iter()
            .map(|(name, count)| Tag {
                name: name.to_owned(),
                count,
            })
            .collect()
    }
}
