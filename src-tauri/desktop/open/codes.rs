//! Codes on view, and codes to copy.

use std::time::Duration;

use keytick_accounts::Id;
use keytick_otp::{Code, write_uri};

use super::{Open, parse_id};
use crate::clock::{Moment, now};
use crate::error::UiError;
use crate::views::{CodeView, Revealed};

/// A counter's code, which stays on view for a while.
pub(super) struct Shown {
    code: Code,
    since: Moment,
}

/// How long a counter's code stays on view.
const SHOWN: Duration = Duration::from_secs(60);

impl Open {
    /// The codes of these accounts now, each with the next one where that is wanted and not
    /// only shortly before its time. An id that is not there any more is left out.
    #[must_use]
    pub fn codes(&mut self, ids: &[String], with_next: bool) -> Vec<CodeView> {
        self.shown.retain(|_, shown| shown.since.elapsed() < SHOWN);
        let codes = ids.iter().filter_map(|id| self.code(id, with_next));
        codes.collect()
    }

    fn code(&self, id: &str, with_next: bool) -> Option<CodeView> {
        let account = self.account(id).ok()?;
        let (id, key, now) = (id.to_owned(), &account.key, now());
        Some(match self.shown.get(&account.id) {
            Some(shown) => CodeView::of(id, &shown.code),
            None if with_next && key.kind.counter().is_none() => CodeView {
                next: Some(key.next_code(now).text.to_string()),
                ..CodeView::at(id, key, now)
            },
            None => CodeView::at(id, key, now),
        })
    }

    /// The code to copy, of the time `at` when it was asked for, in seconds since 1970. A
    /// counter moves on first, and is saved before its code is known.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn take_code(&mut self, id: &str, at: u64) -> Result<Code, UiError> {
        let account = self.account(id)?;
        let id = account.id;
        if account.key.kind.counter().is_none() {
            return Ok(account.key.code_at(at));
        }
        let code = self.change(|accounts, edit| Ok(accounts.advance(id, edit)?))?;
        self.shown.insert(
            id,
            Shown {
                code: code.clone(),
                since: Moment::now(),
            },
        );
        Ok(code)
    }

    /// The code after the one of the time `at`; of a counter account, the one on view.
    ///
    /// # Errors
    /// `accounts-unknown`; `desktop-nothing-to-copy` where no counter code is on view.
    pub fn take_next_code(&self, id: &str, at: u64) -> Result<Code, UiError> {
        let account = self.account(id)?;
        if account.key.kind.counter().is_none() {
            return Ok(account.key.next_code(at));
        }
        match self.shown.get(&account.id) {
            Some(shown) if shown.since.elapsed() < SHOWN => Ok(shown.code.clone()),
            _ => Err(UiError::new("desktop-nothing-to-copy")),
        }
    }

    /// Counts a copy.
    ///
    /// # Errors
    /// `desktop-bad-request`.
    pub fn used(&mut self, id: &str) -> Result<(), UiError> {
        let id: Id = parse_id(id)?;
        self.usage.used(id, now());
        self.unsaved_uses += 1;
        self.fresh.remove(&id);
        Ok(())
    }

    /// The key itself. Only after the password was asked again.
    ///
    /// # Errors
    /// `accounts-unknown`, `qr-text-too-long`.
    pub fn reveal(&self, id: &str) -> Result<Revealed, UiError> {
        let account = self.account(id)?;
        let uri = write_uri(&account.key, &account.issuer, &account.account);
        let qr_svg = keytick_qr::encode(&uri)?.to_svg();
        Ok(Revealed {
            key: account.key.to_text(),
            qr_svg,
        })
    }
}
