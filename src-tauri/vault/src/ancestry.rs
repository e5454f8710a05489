//! Which copy of a vault came from which. Every file names the last generations that it came
//! from; of a file without that list (see [`crate::ancestor`]), its parents are looked up among
//! the backups. A name is of the file's own SHA-256, so the chain is as genuine as its newest
//! end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::ancestor::{MOST, mark};
use crate::backup_name::Mark;
use crate::fs::Fs;
use crate::header::Header;
use crate::vault::Known;
use crate::{backups, file};

/// Generations by the first bytes of their trailers, each with its number where that is known.
pub(crate) type Chain = BTreeMap<Mark, Option<u64>>;

/// How many generations back a chain is followed.
const STEPS: usize = 64;
/// A chain of backups that is at least this long and then ends came to where they are removed:
/// it was saved here, one generation after the other.
const SAVED_HERE: usize = 9;

/// The backups of a vault, as a history.
pub(crate) struct Ancestry<'a> {
    fs: &'a dyn Fs,
    vault: &'a Path,
}

/// How a copy stands to the one that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// It came from the known one.
    Later,
    /// The known one came from it, or it is so old that nobody can tell.
    Earlier,
    /// Neither.
    Fork,
}

impl<'a> Ancestry<'a> {
    pub(crate) fn new(fs: &'a dyn Fs, vault: &'a Path) -> Self {
        Self { fs, vault }
    }

    /// How `found` stands to `known`, which has another trailer.
    pub(crate) fn relation(&self, known: &Known, found: &Known) -> Relation {
        if found.header.parents.contains(&known.trailer) {
            return Relation::Later;
        }
        let (ours, theirs) = (known.header.generation, found.header.generation);
        if theirs > ours {
            let chain = self.chain(&found.header, ours);
            // A shorter list was begun anew by a program after one that wrote none.
            let long = found.header.ancestors.len() == MOST || chain.len() >= SAVED_HERE;
            let pruned = long && !chain.values().any(|it| *it == Some(ours));
            return match chain.contains_key(&mark(&known.trailer)) || pruned {
                true => Relation::Later,
                false => Relation::Fork,
            };
        }
        let chain = self.chain(&known.header, theirs);
        let other = chain.values().any(|generation| *generation == Some(theirs));
        match theirs == ours || other && !chain.contains_key(&mark(&found.trailer)) {
            true => Relation::Fork,
            false => Relation::Earlier,
        }
    }

    /// Whether `known` is among what `header` came from.
    pub(crate) fn has(&self, header: &Header, known: &Known) -> bool {
        self.chain(header, known.header.generation)
            .contains_key(&mark(&known.trailer))
    }

    /// The newest file that `other` and any of `copies` came from.
    pub(crate) fn common(&self, copies: &[Known], other: &Known) -> Option<Mark> {
        let theirs = self.line(other);
        let mut ours = Chain::new();
        for known in copies {
            ours.append(&mut self.line(known));
        }
        let shared = theirs.into_iter().filter(|(it, _)| ours.contains_key(it));
        let newest = shared.max_by_key(|(mark, generation)| (*generation, *mark));
        newest.map(|(mark, _)| mark)
    }

    /// A copy and what it came from.
    fn line(&self, known: &Known) -> Chain {
        let mut line = self.chain(&known.header, 0);
        line.insert(mark(&known.trailer), Some(known.header.generation));
        line
    }

    /// What `header` came from, down to a generation.
    pub(crate) fn chain(&self, header: &Header, lowest: u64) -> Chain {
        let mut chain = told(header);
        let mut waiting = ends(header, lowest);
        let mut asked = BTreeSet::new();
        while let Some(next) = waiting.pop() {
            if chain.len() >= STEPS || !asked.insert(next) {
                continue;
            }
            let header = self.header(&next);
            let generation = header.as_ref().map(|it| it.generation);
            chain.entry(next).or_insert(generation);
            if let Some(header) = header.filter(|header| header.generation > lowest) {
                chain.append(&mut told(&header));
                waiting.extend(ends(&header, lowest));
            }
        }
        chain
    }

    fn header(&self, mark: &Mark) -> Option<Header> {
        let bytes = backups::find(self.fs, self.vault, mark)?;
        let (_, header) = file::parse(&bytes).ok()?;
        Some(header)
    }
}

/// What a header tells itself.
fn told(header: &Header) -> Chain {
    let ancestors = header.ancestors.iter();
    ancestors.map(|it| (it.mark, Some(it.generation))).collect()
}

/// Where what a header tells ends, and only the backups know more: its oldest ancestor, and
/// parents that are not among them.
fn ends(header: &Header, lowest: u64) -> Vec<Mark> {
    let named = |mark: &Mark| header.ancestors.iter().any(|it| it.mark == *mark);
    let parents = header.parents.iter().map(mark);
    let mut ends: Vec<Mark> = parents.filter(|mark| !named(mark)).collect();
    let oldest = header.ancestors.first();
    ends.extend(oldest.filter(|it| it.generation > lowest).map(|it| it.mark));
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ancestor::tests::{after, first};
    use crate::fs::real;

    /// The generations of a line: the first, and after each the next.
    fn line(start: Known, numbers: std::ops::RangeInclusive<u8>) -> Vec<Known> {
        let mut line = vec![start];
        for number in numbers {
            line.push(after(&[&line[line.len() - 1]], number));
        }
        line
    }

    /// Where there is no backup that could tell more.
    fn relation(known: &Known, found: &Known) -> Relation {
        let folder = tempfile::tempdir().unwrap();
        let fs = real();
        Ancestry::new(&*fs, &folder.path().join("v")).relation(known, found)
    }

    #[test]
    fn of_one_line_the_higher_generation_came_later() {
        let line = line(first(), 1..=50);
        for (ours, theirs) in [(3, 4), (3, 10), (3, 30), (3, 50)] {
            assert_eq!(relation(&line[ours], &line[theirs]), Relation::Later);
            assert_eq!(relation(&line[theirs], &line[ours]), Relation::Earlier);
        }
    }

    #[test]
    fn generations_that_do_not_come_from_each_other_are_a_fork() {
        let trunk = line(first(), 1..=40);
        let ours = line(trunk[40].clone(), 41..=45);
        let theirs = line(trunk[40].clone(), 141..=145);
        for (known, found) in [(&ours[5], &theirs[5]), (&ours[2], &theirs[5])] {
            assert_eq!(relation(known, found), Relation::Fork);
            assert_eq!(relation(found, known), Relation::Fork);
        }
    }

    #[test]
    fn a_list_that_is_cut_short_tells_of_a_fork_and_a_long_one_of_a_line() {
        let known = &line(first(), 1..=20)[20];
        let found = line(first(), 101..=140).swap_remove(40);
        let with_last = |count: usize| {
            let mut found = found.clone();
            let all = std::mem::take(&mut found.header.ancestors);
            found.header.ancestors = all.into_iter().rev().take(count).collect();
            found
        };
        assert_eq!(relation(known, &with_last(8)), Relation::Fork);
        assert_eq!(relation(known, &with_last(9)), Relation::Later);
    }

    #[test]
    fn only_backups_know_more_of_the_oldest_that_is_named_and_of_parents_that_are_not() {
        let mut header = line(first(), 1..=3).swap_remove(3).header;
        // The fourth generation names the first, whose trailer is zero, as its oldest.
        assert_eq!(ends(&header, 0), [[0; 8]]);
        assert_eq!(ends(&header, 1), [[0; 8]; 0]);
        header.ancestors.clear();
        assert_eq!(ends(&header, 1), [[2; 8]]);
    }
}
