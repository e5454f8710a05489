//! Copies of one vault that went separate ways: beside the vault, where a program that syncs
//! folders left one, or in its place. They are merged into the vault, and only when that is
//! on disk do they move to the backups. A file with any other name is a person's own.
//!
//! What the payloads mean is not known here: joining them is a function that is handed in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::ancestry::Ancestry;
use crate::error::Error;
use crate::frame::TRAILER;
use crate::header::Header;
use crate::lock::SideLock;
use crate::save::IfHeld;
use crate::vault::{Known, Opened, Stamp, Vault};
use crate::{backups, file, load, merged_slots, save};

/// What one save merges at most: a header names eight parents.
const AT_ONCE: usize = 8;

/// A copy that was merged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MergedCopy {
    /// The name of its file; none for what was in the vault's place.
    pub name: Option<String>,
    /// When it was written, in Unix seconds.
    pub written_at: u64,
}

/// A copy that was not merged. It is left where it is, and told of once while the vault is
/// open.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftCopy {
    /// The name of its file.
    pub name: String,
    /// Why it was left.
    pub reason: Left,
}

/// Why a copy was not merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Left {
    /// It is of this vault, but under another key: the vault got a new one here or there.
    OtherKey,
    /// It opened, but what is in it could not be joined with what the vault has.
    Unreadable,
}

impl Left {
    /// The id of the sentence that a person reads; it takes `copy`, the file's name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::OtherKey => "vault-copy-other-key",
            Self::Unreadable => "vault-copy-unreadable",
        }
    }
}

/// What merging came to.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Merged {
    /// The payload that the vault has now, if it is another than the one it was called with.
    pub payload: Option<Zeroizing<Vec<u8>>>,
    /// The copies that are in it.
    pub copies: Vec<MergedCopy>,
    /// Those that are not.
    pub left: Vec<LeftCopy>,
}

/// Two payloads to make one of.
#[derive(Clone, Copy)]
pub struct Join<'a> {
    /// That of the copy which both came from, if it is still there.
    pub base: Option<&'a [u8]>,
    /// What is open in this program, or what was joined so far.
    pub ours: &'a [u8],
    /// What another program has saved.
    pub theirs: &'a [u8],
}

/// A merge on its way.
struct Merging {
    /// What was joined so far; none: what the caller has.
    payload: Option<Zeroizing<Vec<u8>>>,
    /// Everything that is in the payload, what is in the vault's place first.
    parents: Vec<Known>,
    copies: Vec<(PathBuf, Known)>,
    told: Vec<MergedCopy>,
    left: Vec<LeftCopy>,
    /// Whether anything has to be saved.
    changed: bool,
}

impl Vault {
    /// Whether [`Vault::merge`] has something to do: another copy lies beside the vault, or in
    /// its place. Reads no more of a file than it must.
    #[must_use]
    pub fn has_copies(&self) -> bool {
        matches!(self.newer(), Err(Error::Forked { .. })) || !self.look().siblings().is_empty()
    }

    /// Merges all other copies of this vault into it, saves it, and moves the copies to the
    /// backups. `ours` is the payload that this program has, of the generation that it last
    /// read or saved. `join` makes one payload of two.
    ///
    /// A file beside the vault is merged if a sync program gave it its name and its header says
    /// that it is of this vault. One that the vault's key does not open or that `join` refuses
    /// is left alone and told of, and so is, without a word, an older generation.
    ///
    /// # Errors
    /// Those of saving, and of `join` for what is in the vault's place. Every copy is where it
    /// was then.
    pub fn merge<E: From<Error>>(
        &mut self,
        stamp: &Stamp,
        ours: &[u8],
        mut join: impl FnMut(Join<'_>) -> Result<Zeroizing<Vec<u8>>, E>,
    ) -> Result<Merged, E> {
        let mut merged = Merged::default();
        while self.has_copies() {
            let lock = SideLock::acquire(&*self.fs, &self.file)?;
            let so_far = merged.payload.as_ref().map_or(ours, |it| it.as_slice());
            let mut merging = self.in_place(so_far, &mut join)?;
            for path in self.look().siblings() {
                if merging.parents.len() < AT_ONCE {
                    self.join_copy(path, so_far, &mut merging, &mut join);
                }
            }
            if merging.changed {
                self.save_merged(&lock, stamp, so_far, &merging)?;
            }
            self.put_away(&lock, &merging.copies);
            merged.payload = merging.payload.or(merged.payload);
            merged.copies.append(&mut merging.told);
            merged.left.append(&mut merging.left);
        }
        if merged.payload.is_some() {
            self.take();
        }
        Ok(merged)
    }

    /// What is in the vault's place, joined with what is open if neither came from the other.
    fn in_place<E: From<Error>>(
        &mut self,
        ours: &[u8],
        join: &mut impl FnMut(Join<'_>) -> Result<Zeroizing<Vec<u8>>, E>,
    ) -> Result<Merging, E> {
        let mut merging = Merging {
            payload: None,
            // Not the known one if nobody took its payload: `ours` has nothing of that.
            parents: vec![self.taken.clone()],
            copies: Vec::new(),
            told: Vec::new(),
            left: Vec::new(),
            changed: false,
        };
        match self.newer() {
            Ok(None) | Err(Error::NotFound { .. }) => {}
            Ok(Some(Opened { known, payload })) => {
                self.know(known.clone(), true);
                merging.parents = vec![known];
                merging.payload = Some(payload);
            }
            Err(Error::Forked { .. }) => {
                let Opened { known, payload } = self.open_file()?;
                let base = self.base(&merging.parents, &known);
                merging.payload = Some(join(Join {
                    base: base.as_ref().map(|base| base.as_slice()),
                    ours,
                    theirs: &payload,
                })?);
                merging.told.push(MergedCopy {
                    name: None,
                    written_at: known.header.written_at,
                });
                merging.parents.insert(0, known);
                merging.changed = true;
            }
            Err(error) => return Err(error.into()),
        }
        Ok(merging)
    }

    /// Joins one copy, or passes it by for good.
    fn join_copy<E: From<Error>>(
        &mut self,
        path: PathBuf,
        ours: &[u8],
        merging: &mut Merging,
        join: &mut impl FnMut(Join<'_>) -> Result<Zeroizing<Vec<u8>>, E>,
    ) {
        let Some(Opened { known, payload }) = self.open_copy(&path, merging) else {
            return;
        };
        if merging.has_joined(&known) {
            // Another copy of the same, or one that a program merged that got no further.
            merging.copies.push((path, known));
            return;
        }
        let ancestry = self.ancestry();
        let is_older = |it: &Known| it.trailer == known.trailer || ancestry.has(&it.header, &known);
        if merging.parents.iter().any(is_older) {
            // All of it is in the vault already.
            self.passed.insert(known.trailer);
            return;
        }
        let base = self.base(&merging.parents, &known);
        let joined = join(Join {
            base: base.as_ref().map(|base| base.as_slice()),
            ours: merging.payload.as_ref().map_or(ours, |it| it.as_slice()),
            theirs: &payload,
        });
        let Ok(joined) = joined else {
            self.leave(&path, known.trailer, Left::Unreadable, merging);
            return;
        };
        merging.payload = Some(joined);
        merging.changed = true;
        merging.told.push(MergedCopy {
            name: Some(name_of(&path)),
            written_at: known.header.written_at,
        });
        merging.parents.push(known.clone());
        merging.copies.push((path, known));
    }

    /// Passes a copy by for good, and tells why.
    fn leave(&mut self, path: &Path, trailer: [u8; TRAILER], reason: Left, merging: &mut Merging) {
        self.passed.insert(trailer);
        let name = name_of(path);
        merging.left.push(LeftCopy { name, reason });
    }

    fn save_merged(
        &mut self,
        lock: &SideLock,
        stamp: &Stamp,
        ours: &[u8],
        merging: &Merging,
    ) -> Result<(), Error> {
        let parents = &merging.parents;
        let Some(base) = parents.first().cloned() else {
            return Ok(());
        };
        let payload = merging.payload.as_ref().map_or(ours, |it| it.as_slice());
        let known = self.known.clone();
        // All copies are still where they were, should the vault's place be held.
        let saved = self.save(lock, base, stamp, payload, IfHeld::GiveUp, |header| {
            settle_header(header, parents, &known);
            Ok(())
        })?;
        // Whoever called does not have the payload before all is done.
        self.learn(saved, true);
        save::settle(&*self.fs, lock, &self.file, &self.known)
    }

    /// Moves merged copies to the backups. One that cannot be moved stays, and counts as an
    /// older generation from now on.
    fn put_away(&mut self, lock: &SideLock, copies: &[(PathBuf, Known)]) {
        let fs = &*self.fs;
        for (path, known) in copies {
            let kept = backups::keep_file(fs, lock, &self.file, path, Some(&known.trailer));
            if kept.is_err() || fs.remove(path).is_err() {
                self.passed.insert(known.trailer);
            }
        }
    }

    fn open_copy(&mut self, path: &Path, merging: &mut Merging) -> Option<Opened> {
        let bytes = load::whole(&*self.fs, path).ok()?;
        let (frame, known) = Known::parse(&bytes).ok()?;
        let Ok(payload) = file::open(&frame, &known.header, &self.key) else {
            // Of the same vault under another key, or forged: not for us to take apart.
            self.leave(path, known.trailer, Left::OtherKey, merging);
            return None;
        };
        Some(Opened { known, payload })
    }

    /// The payload of the copy which these came from, if it is still there.
    fn base(&self, parents: &[Known], known: &Known) -> Option<Zeroizing<Vec<u8>>> {
        let trailer = self.ancestry().common(parents, known)?;
        self.ancestor_named(&trailer)
    }

    pub(crate) fn ancestry(&self) -> Ancestry<'_> {
        Ancestry::new(&*self.fs, &self.file)
    }
}

impl Merging {
    /// Whether a copy was merged before: now, or by the generation that is in place.
    fn has_joined(&self, known: &Known) -> bool {
        let now = self.parents.iter().skip(1).map(|it| it.trailer);
        let before = self.parents.iter().take(1);
        let before = before.flat_map(|it| it.header.parents.iter().copied().skip(1));
        now.chain(before).any(|trailer| trailer == known.trailer)
    }
}

/// Makes a header that of a merge: it names all it came from, comes after all of them, and
/// has their keys. Those of the `known` generation count too, although its payload may not
/// have been taken: this program may have set one of them.
fn settle_header(header: &mut Header, parents: &[Known], known: &Known) {
    let mut copies: Vec<&Known> = parents.iter().collect();
    copies.push(known);
    let highest = copies.iter().map(|it| it.header.generation).max();
    header.generation = highest.map_or(header.generation, |it| header.generation.max(it + 1));
    header.descend(&parents.iter().collect::<Vec<_>>());
    header.slots = merged_slots::merge(&copies);
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Trailers of copies that there is nothing to do about.
pub(crate) type Passed = BTreeSet<[u8; TRAILER]>;
