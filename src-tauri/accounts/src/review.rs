//! Review: what adding candidates would do, told before anything is saved.

use std::collections::HashMap;

use keytick_otp::{Exposed, Kind, OtpKey};

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
    /// The same key with other parameters or a higher counter, or the same names with
    /// another key.
    Changed(Id),
    /// The same key is in the trash; adding offers to restore it.
    InTrash(Id),
    /// The same as the candidate with this index.
    Repeated(usize),
}

impl Accounts {
    /// Tells for each candidate whether it is new, already here, changed or in the trash.
    #[must_use]
    pub fn review(&self, mut candidates: Vec<Candidate>) -> Vec<Reviewed> {
        let known = Known::new(self);
        let repeats = repeats(&candidates);
        for (index, first) in &repeats {
            // The same key with a higher counter was used since.
            let counter = candidates[*index].key.kind.counter();
            if let Kind::Hotp { counter: kept, .. } = &mut candidates[*first].key.kind {
                *kept = counter.map_or(*kept, |counter| counter.max(*kept));
            }
        }
        candidates
            .into_iter()
            .enumerate()
            .map(|(index, candidate)| {
                let repeated = repeats.get(&index).copied().map(Status::Repeated);
                let status = repeated.unwrap_or_else(|| known.status(&candidate));
                Reviewed { candidate, status }
            })
            .collect()
    }
}

/// The candidates whose key an earlier one has, and which that is.
fn repeats(candidates: &[Candidate]) -> HashMap<usize, usize> {
    let mut firsts = HashMap::<Exposed<'_>, Vec<usize>>::new();
    let mut repeats = HashMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let firsts = firsts.entry(candidate.key.secret.expose()).or_default();
        match firsts
            .iter()
            .find(|first| same_key(&candidates[**first].key, &candidate.key))
        {
            Some(first) => {
                repeats.insert(index, *first);
            }
            None => firsts.push(index),
        }
    }
    repeats
}

/// The accounts by secret and by names, so that a review of thousands stays quick.
struct Known<'a> {
    by_secret: HashMap<Exposed<'a>, Vec<&'a Account>>,
    by_names: HashMap<(&'a str, &'a str), &'a Account>,
}

impl<'a> Known<'a> {
    fn new(accounts: &'a Accounts) -> Self {
        let mut by_secret = HashMap::<_, Vec<_>>::new();
        // Live accounts first: a key that is both here and in the trash is here.
        for account in accounts.live().chain(accounts.trashed()) {
            by_secret
                .entry(account.key.secret.expose())
                .or_default()
                .push(account);
        }
        let by_names = accounts
            .live()
            .filter(|account| !(account.issuer.is_empty() && account.account.is_empty()))
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
            .get(&*candidate.key.secret.expose())
            .map_or(&[][..], Vec::as_slice);
        if let Some(same) = same_secret
            .iter()
            .find(|a| same_key(&a.key, &candidate.key))
        {
            return match same.deleted_at {
                None if candidate.key.kind.counter() > same.key.kind.counter() => {
                    Status::Changed(same.id)
                }
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
        let mut kind = kind.clone();
        if let Kind::Hotp { counter, .. } = &mut kind {
            *counter = 0;
        }
        kind
    }
    a.secret == b.secret && still(&a.kind) == still(&b.kind)
}

#[cfg(test)]
mod tests {
    use keytick_otp::Pin;

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
    fn the_same_key_with_another_pin_is_changed() {
        let with_pin = |pin: &str| {
            let pin = Pin::new(pin).unwrap();
            let mut candidate = candidate("Batch", "a");
            candidate.key.kind = Kind::Motp { pin };
            candidate
        };
        let mut book = Accounts::new();
        let added = with_edit(0, |edit| book.add(vec![with_pin("1234")], edit)).unwrap();
        let id = added.ids[0];
        assert_eq!(
            statuses(&book, vec![with_pin("1234"), with_pin("4321")]),
            [Status::Duplicate(id), Status::Changed(id)]
        );
    }

    #[test]
    fn accounts_without_names_are_not_the_same_name() {
        let book = accounts(&[("", "")]);
        let other = Candidate {
            key: hotp_candidate(0).key,
            ..candidate("", "")
        };
        assert_eq!(statuses(&book, vec![other]), [Status::New]);
    }

    #[test]
    fn a_higher_counter_is_never_dropped() {
        let mut book = Accounts::new();
        let reviewed = book.review(vec![hotp_candidate(5), hotp_candidate(9)]);
        assert_eq!(reviewed[0].candidate.key.kind.counter(), Some(9));
        assert_eq!(reviewed[1].status, Status::Repeated(0));
        let added = with_edit(0, |edit| book.add(vec![hotp_candidate(5)], edit)).unwrap();
        assert_eq!(
            statuses(&book, vec![hotp_candidate(6)]),
            [Status::Changed(added.ids[0])]
        );
    }

    #[test]
    fn a_counter_does_not_make_another_key() {
        let mut book = Accounts::new();
        let added = with_edit(0, |edit| book.add(vec![hotp_candidate(5)], edit)).unwrap();
        assert_eq!(
            statuses(&book, vec![hotp_candidate(4)]),
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
