//! One account out of its versions, field by field.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, join_sets, kept, second_key};
use crate::account::{Account, Field, Id, Origin};
use crate::clock::Clock;
use crate::recovery::RecoveryCodes;
use crate::schema::Kept;
use crate::search::Names;

/// Joins the versions of one account. `forgotten` is when a copy that does not have it any
/// more had deleted it. None only where no key was found, which no entry is without.
pub(super) fn join(id: Id, entry: &Entry<'_>, forgotten: Option<Clock>) -> Option<Account> {
    let fact = entry.keys.first()?;
    let fields = Fields(entry);
    let unknown = match entry.of {
        Some(of) => second_key::mark(fields.unknown(), of),
        None => fields.unknown(),
    };
    let mut account = Account {
        id,
        key: fact.key.clone(),
        issuer: fields.newest(Field::Issuer, |it| it.issuer.clone()),
        account: fields.newest(Field::Account, |it| it.account.clone()),
        note: fields.newest(Field::Note, |it| it.note.clone()),
        tags: fields.tags(),
        colour: fields.newest(Field::Colour, |it| it.colour),
        icon: fields.newest(Field::Icon, |it| it.icon.clone()),
        favourite: fields.newest(Field::Favourite, |it| it.favourite),
        order: fields.newest(Field::Order, |it| it.order),
        origin: fields.origin(),
        created: fields
            .0
            .versions
            .iter()
            .map(|it| it.created)
            .min()
            .unwrap_or_default(),
        recovery: fields.recovery(),
        deleted_at: None,
        modified: fields.clocks(),
        other_modified: kept::join_clocks(fields.tables(|it| &it.other_modified)),
        unknown,
        names: Names::default(),
    };
    account
        .modified
        .extend(fact.clock.map(|clock| (Field::Key, clock)));
    second_key::part(&mut account, entry.parted);
    fields.join_deletion(&mut account, forgotten);
    account.names = Names::new(&account.issuer, &account.account, &account.tags);
    Some(account)
}

struct Fields<'e, 'a>(&'e Entry<'a>);

impl<'a> Fields<'_, 'a> {
    /// The value that was written last. At the same time, one that is not the ancestor's.
    fn newest<T: Ord + Default>(&self, field: Field, value: impl Fn(&'a Account) -> T) -> T {
        let base = self.0.base.map(&value);
        let versions = self.0.versions.iter().map(|version| {
            let value = value(version);
            let changed = base.as_ref() != Some(&value);
            (version.modified.get(&field), changed, value)
        });
        versions
            .max()
            .map_or_else(T::default, |(_, _, value)| value)
    }

    /// When each field was last written, but for the key and the deletion, which are joined
    /// in their own ways.
    fn clocks(&self) -> BTreeMap<Field, Clock> {
        let mut clocks = BTreeMap::<Field, Clock>::new();
        for (field, clock) in self.0.versions.iter().flat_map(|it| &it.modified) {
            if !matches!(field, Field::Key | Field::Deleted) {
                let there = clocks.entry(*field).or_default();
                *there = *clock.max(there);
            }
        }
        clocks
    }

    /// The tags of both. Their order is a person's only as long as both agree on it. Tags that
    /// a second key has from its account say nothing beside those that somebody gave it.
    fn tags(&self) -> Vec<String> {
        let given = self.0.versions.iter().copied();
        let given: Vec<&Account> = given
            .filter(|it| !second_key::follows(it, Field::Tags))
            .collect();
        let versions = match given.is_empty() {
            true => &self.0.versions,
            false => &given,
        };
        match versions.as_slice() {
            [one, other] if one.tags != other.tags => {
                let set = |it: &Account| it.tags.iter().cloned().collect::<BTreeSet<_>>();
                let base = self.0.base.map(set).unwrap_or_default();
                join_sets(&base, set(one), set(other)).into_iter().collect()
            }
            [one, ..] => one.tags.clone(),
            [] => Vec::new(),
        }
    }

    fn recovery(&self) -> RecoveryCodes {
        let versions = self.0.versions.iter();
        let versions: Vec<&RecoveryCodes> = versions.map(|it| &it.recovery).collect();
        RecoveryCodes::join(self.0.base.map(|base| &base.recovery), &versions)
    }

    /// It has no clock, as nothing changes it; where it differs all the same, any of them.
    fn origin(&self) -> Origin {
        let origins = self.0.versions.iter().map(|it| &it.origin);
        origins.max().cloned().unwrap_or(Origin::Person)
    }

    fn tables(
        &self,
        table: impl Fn(&'a Account) -> &'a BTreeMap<String, Kept>,
    ) -> Vec<&'a BTreeMap<String, Kept>> {
        self.0
            .versions
            .iter()
            .map(|version| table(version))
            .collect()
    }

    /// Fields of newer programs, which stamp them like any other.
    fn unknown(&self) -> BTreeMap<String, Kept> {
        let empty = BTreeMap::new();
        let base = self.0.base.map_or(&empty, |base| &base.unknown);
        let versions = self.0.versions.iter();
        kept::join_stamped(base, versions.map(|it| (&it.unknown, &it.other_modified)))
    }

    /// Deletion against edit keeps: an account that was written to after it was deleted is
    /// live, and so is one that was deleted by somebody who did not know of an edit.
    fn join_deletion(&self, account: &mut Account, forgotten: Option<Clock>) {
        let versions = self.0.versions.iter().map(|it| {
            let at = it.modified.get(&Field::Deleted).copied();
            (at, is_live(it), it.deleted_at)
        });
        let forgotten = forgotten.map(|clock| (Some(clock), false, Some(clock.time_ms / 1000)));
        let Some((clock, _, deleted_at)) = versions.chain(forgotten).max() else {
            return;
        };
        if written(account) <= clock && !self.edited_unknowingly() {
            account.deleted_at = deleted_at;
        }
        account
            .modified
            .extend(clock.map(|clock| (Field::Deleted, clock)));
    }

    /// Whether a live version was written to since the ancestor. Clocks tell, and counters,
    /// which have none; names of second keys may differ without anybody's doing.
    fn edited_unknowingly(&self) -> bool {
        let written = |version: &Account, base: &Account| {
            version.modified != base.modified
                || version.key != base.key
                || version.unknown != base.unknown
        };
        self.0.base.is_some_and(|base| {
            let mut live = self.0.versions.iter().filter(|it| is_live(it));
            live.any(|version| written(version, base))
        })
    }
}

/// Whether it was never deleted, or written to since.
fn is_live(account: &Account) -> bool {
    account.deleted_at.is_none()
        || written(account) > account.modified.get(&Field::Deleted).copied()
}

/// When anything but the deletion was written last.
fn written(account: &Account) -> Option<Clock> {
    let fields = account
        .modified
        .iter()
        .filter(|(field, _)| **field != Field::Deleted);
    let fields = fields.map(|(_, clock)| *clock).max();
    fields.max(second_key::parted(account))
}
