//! Accounts whose key cannot be read: shown by name, and repaired with the key typed again.

use super::{Open, parse_id};
use crate::error::UiError;
use crate::typed;
use crate::views::{DamagedKey, Filter, TypedKey, What};

impl Open {
    /// Those that a search and a filter leave.
    pub(super) fn damaged(&self, query: &str, filter: &Filter) -> Vec<DamagedKey> {
        let damaged = self.accounts.damaged(query).into_iter();
        let shown = damaged.filter(|it| filter.lets(it.favourite, &it.tags));
        shown.map(DamagedKey::from).collect()
    }

    /// Gives a damaged account the typed key, and the number by which that is taken back.
    ///
    /// # Errors
    /// `otp-*`, `accounts-unknown`, `accounts-too-long`, and those of saving.
    pub fn fix(&mut self, id: &str, typed: TypedKey) -> Result<u64, UiError> {
        let id = parse_id(id)?;
        let candidate = typed::candidate(typed)?;
        let undo =
            self.change(|accounts, edit| Ok(accounts.fix(id, candidate.clone(), edit)?))?;
        Ok(self.remember(What::Edited, 1, vec![undo]))
    }
}
