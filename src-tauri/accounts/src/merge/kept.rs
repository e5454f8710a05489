//! What this version cannot read and keeps as it is: joined without being understood.

use std::collections::{BTreeMap, BTreeSet};

use super::join_sets;
use crate::clock::Clock;
use crate::schema::Kept;

type Table = BTreeMap<String, Kept>;

/// What stands in either list, but for what one side took out since the ancestor. The
/// order is kept only as long as both agree on it.
pub(super) fn join_lists(base: &[Kept], [one, other]: [&Vec<Kept>; 2]) -> Vec<Kept> {
    if one == other {
        return one.clone();
    }
    let set = |list: &[Kept]| list.iter().cloned().collect::<BTreeSet<_>>();
    join_sets(&set(base), set(one), set(other))
        .into_iter()
        .collect()
}

/// Fields without clocks: what differs from the ancestor, and where both do, either of them.
pub(super) fn join_tables(base: &Table, tables: [&Table; 2]) -> Table {
    let none = Table::new();
    join_stamped(base, tables.into_iter().map(|table| (table, &none)))
}

/// Fields with their clocks: the one that was written last. A clock that cannot be read
/// counts as none.
pub(super) fn join_stamped<'a>(
    base: &Table,
    tables: impl Iterator<Item = (&'a Table, &'a Table)>,
) -> Table {
    let tables: Vec<_> = tables.collect();
    let names: BTreeSet<&String> = tables.iter().flat_map(|(table, _)| table.keys()).collect();
    let newest = |name: &String| {
        let versions = tables.iter().map(|(table, clocks)| {
            let value = table.get(name);
            (
                clocks.get(name).and_then(clock),
                value != base.get(name),
                value,
            )
        });
        let (_, _, value) = versions.max()?;
        Some((name.clone(), value?.clone()))
    };
    names.into_iter().filter_map(newest).collect()
}

/// Clocks of fields that are not known: the later one.
pub(super) fn join_clocks(tables: Vec<&Table>) -> Table {
    let mut joined = Table::new();
    for (name, kept) in tables.into_iter().flatten() {
        match joined.get_mut(name) {
            Some(there) if (clock(there), &*there) >= (clock(kept), kept) => {}
            Some(there) => *there = kept.clone(),
            None => {
                joined.insert(name.clone(), kept.clone());
            }
        }
    }
    joined
}

/// A clock among what is kept.
pub(super) fn clock(kept: &Kept) -> Option<Clock> {
    kept.read::<String>()?.parse().ok()
}
