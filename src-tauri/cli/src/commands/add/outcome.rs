//! What becomes of the reviewed candidates: added, restored, raised, or here already.

use keytick_accounts::{Accounts, Candidate, Changes, Edit, Id, Reviewed, Status};
use keytick_otp::{Kind, OtpKey};
use serde::Serialize;

use crate::error::Error;

/// What becomes of one candidate.
#[derive(Clone, Copy)]
pub(in crate::commands) enum Fate {
    /// It is an account of its own, though another may have its name or its secret.
    Added,
    /// It comes back from the trash.
    Restored(Id),
    /// It is here, and was used elsewhere since: only its counter is taken over.
    Raised(Id),
    /// It is here already.
    Here(Id),
    /// It is the same as the candidate with this index.
    Repeated(usize),
}

impl Fate {
    pub(in crate::commands) fn of(reviewed: &Reviewed, accounts: &Accounts) -> Self {
        match reviewed.status {
            Status::Changed(id) if is_ahead(&reviewed.candidate, id, accounts) => Self::Raised(id),
            Status::New | Status::Changed(_) => Self::Added,
            Status::Duplicate(id) => Self::Here(id),
            Status::InTrash(id) => Self::Restored(id),
            Status::Repeated(earlier) => Self::Repeated(earlier),
        }
    }
}

/// What `add` did.
#[derive(Default)]
pub(in crate::commands) struct Outcome {
    pub(in crate::commands) added: Vec<Id>,
    pub(in crate::commands) restored: Vec<Id>,
    pub(in crate::commands) raised: Vec<Id>,
    pub(in crate::commands) duplicates: Vec<Duplicate>,
}

/// A candidate that is here already.
#[derive(Serialize)]
pub(in crate::commands) struct Duplicate {
    issuer: String,
    account: String,
    existing: String,
}

impl Outcome {
    pub(in crate::commands) fn nothing(&self) -> bool {
        self.added.is_empty()
            && self.restored.is_empty()
            && self.raised.is_empty()
            && self.duplicates.is_empty()
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
/// what is in the trash; lets no counter stay behind.
pub(in crate::commands) fn save(
    reviewed: &[Reviewed],
    accounts: &mut Accounts,
    edit: &mut Edit<'_>,
) -> Result<Outcome, Error> {
    let fates: Vec<Fate> = reviewed.iter().map(|one| Fate::of(one, accounts)).collect();
    let wanted = reviewed.iter().zip(&fates);
    let wanted = wanted.filter(|(_, fate)| matches!(fate, Fate::Added));
    let wanted = wanted.map(|(one, _)| one.candidate.clone()).collect();
    let added = accounts.add(wanted, edit)?.ids;

    let mut outcome = Outcome::default();
    for (Reviewed { candidate, .. }, fate) in reviewed.iter().zip(&fates) {
        match *fate {
            Fate::Raised(id) => {
                raise(id, candidate, accounts, edit)?;
                outcome.raised.push(id);
            }
            Fate::Restored(id) => {
                let _undo = accounts.restore(&[id], edit)?;
                if is_ahead(candidate, id, accounts) {
                    raise(id, candidate, accounts, edit)?;
                }
                outcome.restored.push(id);
            }
            Fate::Added | Fate::Here(_) | Fate::Repeated(_) => {}
        }
    }
    name_duplicates(&mut outcome, reviewed, &fates, &added);
    Ok(Outcome { added, ..outcome })
}

/// The outcome where every candidate is here already and nothing needs saving.
pub(in crate::commands) fn of_duplicates(reviewed: &[Reviewed], fates: &[Fate]) -> Outcome {
    let mut outcome = Outcome::default();
    name_duplicates(&mut outcome, reviewed, fates, &[]);
    outcome
}

/// Names the account of each candidate that is here already, or that another one is.
fn name_duplicates(outcome: &mut Outcome, reviewed: &[Reviewed], fates: &[Fate], added: &[Id]) {
    let mut new_ids = added.iter().copied();
    let mut ids: Vec<Option<Id>> = Vec::with_capacity(reviewed.len());
    for (Reviewed { candidate, .. }, fate) in reviewed.iter().zip(fates) {
        let id = match *fate {
            Fate::Added => new_ids.next(),
            Fate::Here(id) | Fate::Restored(id) | Fate::Raised(id) => Some(id),
            Fate::Repeated(earlier) => ids.get(earlier).copied().flatten(),
        };
        ids.push(id);
        if let (Fate::Here(_) | Fate::Repeated(_), Some(id)) = (fate, id) {
            outcome.duplicate(candidate, id);
        }
    }
}

/// Takes the counter over and leaves the names, which a person may have changed.
fn raise(
    id: Id,
    candidate: &Candidate,
    accounts: &mut Accounts,
    edit: &mut Edit<'_>,
) -> Result<(), Error> {
    let changes = Changes {
        key: Some(candidate.key.clone()),
        ..Changes::default()
    };
    let _undo = accounts.edit(id, changes, edit)?;
    Ok(())
}

/// Whether the candidate is that account with a higher counter.
fn is_ahead(candidate: &Candidate, id: Id, accounts: &Accounts) -> bool {
    let Some(account) = accounts.get(id) else {
        return false;
    };
    candidate.key.kind.counter() > account.key.kind.counter()
        && at_zero(&candidate.key) == at_zero(&account.key)
}

fn at_zero(key: &OtpKey) -> OtpKey {
    let mut key = key.clone();
    if let Kind::Hotp { counter, .. } = &mut key.kind {
        *counter = 0;
    }
    key
}
