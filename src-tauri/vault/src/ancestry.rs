//! Which copy of a vault came from which. Every file names the files that it came from, and
//! most of those are among the backups. A name is the file's own SHA-256, so the chain is as
//! genuine as its newest end.

use std::collections::BTreeMap;
use std::path::Path;

use crate::frame::TRAILER;
use crate::fs::Fs;
use crate::header::Header;
use crate::vault::Known;
use crate::{backups, file};

/// How many generations back a chain is followed.
const STEPS: usize = 64;
/// A chain that is at least this long and then ends came to where backups are removed: it
/// was saved here, one generation after the other.
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
            let pruned = chain.len() >= SAVED_HERE && !chain.values().any(|it| *it == Some(ours));
            return match chain.contains_key(&known.trailer) || pruned {
                true => Relation::Later,
                false => Relation::Fork,
            };
        }
        let chain = self.chain(&known.header, theirs);
        let other = chain.values().any(|generation| *generation == Some(theirs));
        match theirs == ours || other && !chain.contains_key(&found.trailer) {
            true => Relation::Fork,
            false => Relation::Earlier,
        }
    }

    /// Whether `known` is among what `header` came from.
    pub(crate) fn has(&self, header: &Header, known: &Known) -> bool {
        self.chain(header, known.header.generation)
            .contains_key(&known.trailer)
    }

    /// The newest file that `other` and any of `copies` came from.
    pub(crate) fn common(&self, copies: &[Known], other: &Known) -> Option<[u8; TRAILER]> {
        let mut theirs = self.chain(&other.header, 0);
        theirs.insert(other.trailer, Some(other.header.generation));
        let mut ours = BTreeMap::new();
        for known in copies {
            ours.append(&mut self.chain(&known.header, 0));
            ours.insert(known.trailer, Some(known.header.generation));
        }
        let shared = theirs.into_iter().filter(|(it, _)| ours.contains_key(it));
        let newest = shared.max_by_key(|(trailer, generation)| (*generation, *trailer));
        newest.map(|(trailer, _)| trailer)
    }

    /// The trailers of what `header` came from, down to a generation, each with its own
    /// generation where the file is still there.
    pub(crate) fn chain(
        &self,
        header: &Header,
        lowest: u64,
    ) -> BTreeMap<[u8; TRAILER], Option<u64>> {
        let mut chain = BTreeMap::new();
        let mut waiting = header.parents.clone();
        while let Some(trailer) = waiting.pop() {
            if chain.len() >= STEPS || chain.contains_key(&trailer) {
                continue;
            }
            let header = self.header(&trailer);
            chain.insert(trailer, header.as_ref().map(|it| it.generation));
            waiting.extend(
                header
                    .filter(|header| header.generation > lowest)
                    .into_iter()
                    .flat_map(|header| header.parents),
            );
        }
        chain
    }

    fn header(&self, trailer: &[u8; TRAILER]) -> Option<Header> {
        let bytes = backups::find(self.fs, self.vault, trailer)?;
        let (_, header) = file::parse(&bytes).ok()?;
        Some(header)
    }
}
