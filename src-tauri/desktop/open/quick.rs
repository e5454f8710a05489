//! What quick search shows of the accounts.

use std::time::Duration;

use keytick_accounts::{Hit, Title};

use super::Open;
use crate::error::UiError;
use crate::views::{CodeView, QuickView};

/// Accounts that are offered before anything is typed.
const OFFERED: usize = 5;

/// The most rows of a search: who does not see theirs types one letter more.
const ROWS: usize = 50;

impl Open {
    /// What a search finds, or without one what is offered, for somebody who was at a window
    /// with this title. Codes come along, so that the window shows them at once.
    #[must_use]
    pub fn quick(&mut self, query: &str, title: &str) -> QuickView {
        let title = Title::new(title);
        if query.trim().is_empty() {
            let offered = self.accounts.offer(&self.usage, &title, OFFERED);
            let found = offered.hits.len();
            self.quick_view(offered.hits, found, (offered.suited, offered.used))
        } else {
            let hits = self.accounts.search_for(query, &self.usage, &title);
            let found = hits.len();
            self.quick_view(hits, found, (0, 0))
        }
    }

    fn quick_view(
        &mut self,
        mut hits: Vec<Hit>,
        found: usize,
        (suited, used): (usize, usize),
    ) -> QuickView {
        hits.truncate(ROWS);
        let ids: Vec<String> = hits.iter().map(|hit| hit.id.to_string()).collect();
        let codes: Vec<CodeView> = self.codes(&ids, false);
        let rows = hits.into_iter().filter_map(|hit| {
            let account = self.accounts.get(hit.id)?;
            Some(self.row(account, hit))
        });
        QuickView {
            rows: rows.collect(),
            codes,
            found,
            total: self.accounts.live().count(),
            suited,
            used,
        }
    }

    /// The account that was used last.
    #[must_use]
    pub fn last_used(&self) -> Option<String> {
        let live = self.accounts.live();
        let last = live.filter_map(|account| Some((self.usage.last(account.id)?, account.id)));
        last.max().map(|(_, id)| id.to_string())
    }

    /// How long the code of an account still holds at `now_ms`; none for counters.
    ///
    /// # Errors
    /// `accounts-unknown`.
    pub fn time_left(&self, id: &str, now_ms: u64) -> Result<Option<Duration>, UiError> {
        let period = self.account(id)?.key.kind.period();
        let period = period.map(|seconds| u64::from(seconds) * 1000);
        Ok(period.map(|period| Duration::from_millis(period - now_ms % period)))
    }
}
