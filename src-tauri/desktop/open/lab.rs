//! Accounts of practice sites: they are told by where they came from, and by their keys.

use keytick_accounts::{Candidate, Origin, Status};

use super::Open;
use crate::error::UiError;
use crate::views::{Added, SiteAccount};

impl Open {
    /// The account with this key that came from the lab.
    #[must_use]
    pub fn lab_account(&self, candidate: &Candidate) -> Option<SiteAccount> {
        let found = self.accounts.review(vec![candidate.clone()]).pop()?;
        let (Status::Duplicate(id) | Status::Changed(id)) = found.status else {
            return None;
        };
        let account = self.accounts.get(id)?;
        let same = account.origin == Origin::Lab && account.key == candidate.key;
        same.then(|| SiteAccount {
            id: id.to_string(),
            issuer: account.issuer.clone(),
            account: account.account.clone(),
        })
    }

    /// Adds an account of a practice site, or gives the one that is here already.
    ///
    /// # Errors
    /// `accounts-*`, and those of saving.
    pub fn add_lab(&mut self, candidate: Candidate) -> Result<Added, UiError> {
        match self.lab_account(&candidate) {
            Some(known) => Ok(Added {
                ids: vec![known.id],
                change: 0,
            }),
            None => self.add_candidate(candidate),
        }
    }
}
