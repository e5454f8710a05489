//! Review: what adding candidates would do, told before anything is saved.

use std::collections::HashMap;

use keytick_otp::{Kind, OtpKey};

use crate::{Account, Accounts, Candidate, Id};

/// A candidate, and what it is beside the accounts that are here.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    /// What was found.
    pub candidate: Candidate,
    /// What it is.
    pub status: Status,
}

/// What a candidate is beside the accounts that are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing like it is here.
    New,
    /// The same key, type and parameters: already here.
    Duplicate(Id),
    /// The same key with other parameters, or the same names with another key.
    Changed(Id),
    /// The same key is in the trash; adding offers to restore it.
    InTrash(Id),
    /// The same as the candidate with this index.
    Repeated(usize),
}

impl Accounts {
    /// Tells for each candidate whether it is new, already here, changed or in the trash.
    #[must_use]
    pub fn review(&self, candidates: Vec<Candidate>) -> Vec<Reviewed> {
        let known = Known::new(self);
        let mut seen = Vec::<(OtpKey, usize)>::new();
        let mut by_secret = HashMap::<Vec<u8>, Vec<usize>>::new();
        candidates
            .into_iter()
            .enumerate()
            .map(|(index, candidate)| {
                let earlier = by_secret
                    .entry(candidate.key.secret.as_bytes().to_vec())
                    .or_default();
                let repeated = earlier
                    .iter()
                    .find(|nth| same_key(&seen[**nth].0, &candidate.key))
                    .map(|nth| Status::Repeated(seen[*nth].1));
                earlier.push(seen.len());
                seen.push((candidate.key.clone(), index));
                let status = repeated.unwrap_or_else(|| known.status(&candidate));
                Reviewed { candidate, status }
            })
            .collect()
    }
}

/// The accounts by secret and by names, so that a review of thousands stays quick.
struct Known<'a> {
    by_secret: HashMap<&'a [u8], Vec<&'a Account>>,
    by_names: HashMap<(&'a str, &'a str), &'a Account>,
}

impl<'a> Known<'a> {
    fn new(accounts: &'a Accounts) -> Self {
        let mut by_secret = HashMap::<_, Vec<_>>::new();
        // Live accounts first: a key that is both here and in the trash is here.
        for account in accounts.live().chain(accounts.trashed()) {
            by_secret
                .entry(account.key.secret.as_bytes())
                .or_default()
                .push(account);
        }
        let by_names = accounts
            .live()
            .map(|account| ((account.issuer.as_str(), account.account.as_str()), account))
            .collect();
        Self {
            by_secret,
            by_names,
        }
    }

    fn status(&self, candidate: &Candidate) -> Status {
        let same_secret = self
            .by_secret
            .get(candidate.key.secret.as_bytes())
            .map_or(&[][..], Vec::as_slice);
        if let Some(same) = same_secret
            .iter()
            .find(|a| same_key(&a.key, &candidate.key))
        {
            return match same.deleted_at {
                None => Status::Duplicate(same.id),
                Some(_) => Status::InTrash(same.id),
            };
        }
        let live = same_secret
            .iter()
            .find(|account| account.deleted_at.is_none());
        let named = self
            .by_names
            .get(&(candidate.issuer.as_str(), candidate.account.as_str()));
        match live.or(named) {
            Some(account) => Status::Changed(account.id),
            None => Status::New,
        }
    }
}

/// Same secret, type and parameters. A counter is a state, not a parameter.
fn same_key(a: &OtpKey, b: &OtpKey) -> bool {
    fn still(kind: &Kind) -> Kind {
        let mut kind = *kind;
        if let Kind::Hotp { counter, .. } = &mut kind {
            *counter = 0;
        }
        kind
    }
    a.secret == b.secret && still(&a.kind) == still(&b.kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{accounts, candidate, hotp_candidate, id_of, with_edit};

    fn statuses(book: &Accounts, candidates: Vec<Candidate>) -> Vec<Status> {
        book.review(candidates)
            .into_iter()
            .map(|reviewed| reviewed.status)
            .collect()
    }

    #[test]
    fn tells_new_from_already_here_from_same_name() {
        let book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let same_key_renamed = Candidate {
            issuer: "Renamed".into(),
            ..candidate("Batch", "a")
        };
        let other_key = Candidate {
            key: hotp_candidate(0).key,
            ..candidate("Batch", "a")
        };
        assert_eq!(
            statuses(
                &book,
                vec![same_key_renamed, other_key, candidate("New", "n")]
            ),
            [Status::Duplicate(id), Status::Changed(id), Status::New]
        );
    }

    #[test]
    fn the_same_key_with_other_parameters_is_changed() {
        let book = accounts(&[("Batch", "a")]);
        let mut eight = candidate("Elsewhere", "b");
        eight.key.secret = candidate("Batch", "a").key.secret;
        eight.key.kind = Kind::Steam;
        assert_eq!(
            statuses(&book, vec![eight]),
            [Status::Changed(id_of(&book, "Batch"))]
        );
    }

    #[test]
    fn a_counter_does_not_make_another_key() {
        let mut book = Accounts::new();
        let added = with_edit(0, |edit| book.add(vec![hotp_candidate(5)], edit)).unwrap();
        assert_eq!(
            statuses(&book, vec![hotp_candidate(9)]),
            [Status::Duplicate(added.ids[0])]
        );
    }

    #[test]
    fn what_is_in_the_trash_is_offered_back() {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let _ = with_edit(0, |edit| book.trash(&[id], edit)).unwrap();
        assert_eq!(
            statuses(&book, vec![candidate("Batch", "a")]),
            [Status::InTrash(id)]
        );
    }

    #[test]
    fn the_same_code_twice_in_one_batch_is_offered_once() {
        let twice = vec![candidate("Batch", "a"), candidate("Batch", "a")];
        assert_eq!(
            statuses(&Accounts::new(), twice),
            [Status::New, Status::Repeated(0)]
        );
    }
}
