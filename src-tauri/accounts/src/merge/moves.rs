//! Guided moves of both copies. They hold no secret, so what one copy took off the list is
//! off.

use std::collections::{BTreeMap, BTreeSet};

use super::kept;
use crate::account::Id;
use crate::clock::Clock;
use crate::moves::{Move, Site};

type Tombstones = BTreeMap<Id, Clock>;

pub(super) fn join(one: &[Move], other: &[Move], gone: &Tombstones) -> Vec<Move> {
    let ids = |moves: &[Move]| moves.iter().map(|it| it.id).collect::<Vec<_>>();
    let ordered = ids(one);
    let same = ordered == ids(other) && !ordered.iter().any(|id| gone.contains_key(id));
    let mut versions = BTreeMap::<Id, Vec<&Move>>::new();
    for version in one.iter().chain(other) {
        versions.entry(version.id).or_default().push(version);
    }
    versions.retain(|id, _| !gone.contains_key(id));
    let mut joined: Vec<Move> = versions
        .into_values()
        .filter_map(|versions| join_move(&versions, gone))
        .collect();
    match same {
        true => joined.sort_by_key(|it| ordered.iter().position(|id| *id == it.id)),
        false => joined.sort_by_key(|it| (it.started, it.id)),
    }
    joined
}

/// The order of the list is a person's only as long as both agree on all of it.
fn join_move(versions: &[&Move], gone: &Tombstones) -> Option<Move> {
    let (first, rest) = versions.split_first()?;
    let whole = !first.sites.iter().any(|site| gone.contains_key(&site.id));
    if whole && rest.iter().all(|version| version == first) {
        return Some((*first).clone());
    }
    let mut sites = BTreeMap::<Id, &Site>::new();
    for site in versions.iter().flat_map(|version| &version.sites) {
        let there = sites.entry(site.id).or_insert(site);
        if rank(site) > rank(there) {
            *there = site;
        }
    }
    sites.retain(|id, _| !gone.contains_key(id));
    let mut sites: Vec<Site> = sites.into_values().cloned().collect();
    sites.sort_by(|one, other| by_name(one).cmp(&by_name(other)));
    Some(Move {
        id: first.id,
        app: versions.iter().map(|it| it.app.clone()).max()?,
        started: versions.iter().map(|it| it.started).max()?,
        sites,
        unknown: kept::join_stamped(
            &BTreeMap::new(),
            versions.iter().map(|it| (&it.unknown, NO_CLOCKS)),
        ),
    })
}

const NO_CLOCKS: &BTreeMap<String, crate::schema::Kept> = &BTreeMap::new();

fn by_name(site: &Site) -> (&str, &str, Id) {
    (&site.issuer, &site.account, site.id)
}

/// The site that was changed last; at the same time, by a fixed order of the values.
fn rank(site: &Site) -> impl Ord + '_ {
    let unknown: BTreeSet<_> = site.unknown.iter().collect();
    (
        site.modified,
        site.done,
        site.new,
        &site.issuer,
        &site.account,
        unknown,
    )
}
