//! What becomes of the reviewed candidates: added, restored, or here already.

use keytick_accounts::{Accounts, Candidate, Edit, Id, Reviewed, Status};
use serde::Serialize;

use crate::error::Error;

/// What `add` did.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) added: Vec<Id>,
    pub(super) restored: Vec<Id>,
    pub(super) duplicates: Vec<Duplicate>,
}

/// A candidate that is here already.
#[derive(Serialize)]
pub(super) struct Duplicate {
    issuer: String,
    account: String,
    existing: String,
}

impl Outcome {
    pub(super) fn nothing(&self) -> bool {
        self.added.is_empty() && self.restored.is_empty() && self.duplicates.is_empty()
    }

    fn duplicate(&mut self, candidate: &Candidate, existing: Id) {
        self.duplicates.push(Duplicate {
            issuer: candidate.issuer.clone(),
            account: candidate.account.clone(),
            existing: existing.to_string(),
        });
    }
}

/// Adds what is new, and what has the name of another account but its own key; restores
/// what is in the trash.
pub(super) fn save(
    reviewed: Vec<Reviewed>,
    accounts: &mut Accounts,
    edit: &mut Edit<'_>,
) -> Result<Outcome, Error> {
    let wanted = reviewed.iter().filter(|one| is_new(one.status));
    let wanted = wanted.map(|one| one.candidate.clone()).collect();
    let in_trash: Vec<Id> = reviewed
        .iter()
        .filter_map(|one| trashed(one.status))
        .collect();
    let added = accounts.add(wanted, edit)?.ids;
    let _undo = accounts.restore(&in_trash, edit)?;

    let mut outcome = Outcome::default();
    let mut new_ids = added.iter().copied();
    // Each candidate's account, so that a repetition can name it.
    let mut ids: Vec<Option<Id>> = Vec::with_capacity(reviewed.len());
    for Reviewed { candidate, status } in &reviewed {
        let id = match *status {
            Status::New | Status::Changed(_) => new_ids.next(),
            Status::Duplicate(id) | Status::InTrash(id) => Some(id),
            Status::Repeated(earlier) => ids.get(earlier).copied().flatten(),
        };
        ids.push(id);
        if let (Status::Duplicate(_) | Status::Repeated(_), Some(id)) = (status, id) {
            outcome.duplicate(candidate, id);
        }
    }
    Ok(Outcome {
        added,
        restored: in_trash,
        ..outcome
    })
}

/// The outcome where every candidate is here already and nothing needs saving.
pub(super) fn of_duplicates(reviewed: &[Reviewed]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut ids: Vec<Option<Id>> = Vec::with_capacity(reviewed.len());
    for Reviewed { candidate, status } in reviewed {
        let id = match *status {
            Status::Duplicate(id) => Some(id),
            Status::Repeated(earlier) => ids.get(earlier).copied().flatten(),
            _ => None,
        };
        ids.push(id);
        if let Some(id) = id {
            outcome.duplicate(candidate, id);
        }
    }
    outcome
}

pub(super) fn is_new(status: Status) -> bool {
    matches!(status, Status::New | Status::Changed(_))
}

pub(super) fn trashed(status: Status) -> Option<Id> {
    match status {
        Status::InTrash(id) => Some(id),
        _ => None,
    }
}
