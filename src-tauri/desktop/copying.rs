//! Copying codes, and typing them: which code it is in the last seconds of one, and what follows
//! from a copy.

use std::time::Duration;

use keytick_otp::Code;

use crate::clock::{now, now_ms};
use crate::error::UiError;
use crate::open::Open;
use crate::settings::LastSeconds;
use crate::state::AppState;
use crate::views::{CodeView, Copied};

/// How long before its end a code is about to change, for what is set about that.
const LAST: Duration = Duration::from_secs(3);

/// The code that somebody meant when they asked for it, however late it is copied.
#[derive(Debug, Clone, Copy)]
struct Meant {
    /// Whether it is the one after the code of that time.
    next: bool,
    /// Seconds since 1970.
    at: u64,
}

impl AppState {
    /// Copies an account's code; in its last seconds what is set for them, which may mean to
    /// wait. `next` is the code after the present one. A counter account makes its next code,
    /// or with `next` copies the one on view.
    ///
    /// # Errors
    /// `desktop-locked`, `accounts-unknown`, `desktop-nothing-to-copy`, those of the clipboard
    /// and of saving a counter.
    pub async fn copy(&self, id: String, next: bool) -> Result<Copied, UiError> {
        let meant = self.wait_for_code(&id, next).await?;
        self.work(move |shell| shell.copy_now(id, meant)).await
    }

    /// [`Self::copy`] for quick search; false if it was closed or opened anew meanwhile. A code
    /// that was still waited for is not copied then: nobody wants it any more.
    ///
    /// # Errors
    /// Those of [`Self::copy`].
    pub async fn copy_for_quick(&self, id: String, next: bool) -> Result<bool, UiError> {
        let opening = self.quick.opening();
        let meant = self.wait_for_code(&id, next).await?;
        if self.quick.opening() != opening {
            return Ok(false);
        }
        self.work(move |shell| shell.copy_now(id, meant)).await?;
        Ok(self.quick.opening() == opening)
    }

    /// Copies the code of the account that was used last. No counter moves on unseen: a few
    /// presses too many, and its site takes no code of it any more.
    ///
    /// # Errors
    /// `desktop-nothing-to-copy` where none was used, or a counter was used last, and those
    /// of [`Self::copy`].
    pub async fn copy_last(&self) -> Result<Copied, UiError> {
        let none = || UiError::new("desktop-nothing-to-copy");
        let last = move |open: &mut Open| {
            let id = open.last_used().ok_or_else(none)?;
            open.time_left(&id, now_ms())?.ok_or_else(none)?;
            Ok(id)
        };
        let id = self.work_open(last).await?;
        self.copy(id, false).await
    }

    /// Decides which code is meant, and waits for it if that is set.
    async fn wait_for_code(&self, id: &str, next: bool) -> Result<Meant, UiError> {
        let (id, at_ms) = (id.to_owned(), now_ms());
        let left = self
            .work_open(move |open| open.time_left(&id, at_ms))
            .await?;
        let ends = left.filter(|left| !next && *left <= LAST);
        let at = at_ms / 1000;
        Ok(match (self.settings().last_seconds, ends) {
            (LastSeconds::Next, Some(_)) => Meant { next: true, at },
            (LastSeconds::Wait, Some(left)) => {
                tokio::time::sleep(left).await;
                Meant { next, at: now() }
            }
            _ => Meant { next, at },
        })
    }

    /// Types an account's code into the window that had the keyboard before quick search, and
    /// closes that. What is on the clipboard stays. If the window does not get the keyboard back,
    /// nothing is typed, and quick search comes again to say so. Nor is anything typed once the
    /// vault is locked. A counter has moved on by then: its code was made, and is on view.
    ///
    /// # Errors
    /// `desktop-bad-request` where it is not set, the first two of [`Self::copy`] and those of
    /// [`crate::outside::Outside::ready_to_type`].
    pub async fn type_for_quick(&self, id: String) -> Result<(), UiError> {
        let opening = self.quick.opening();
        let meant = self.wait_for_code(&id, false).await?;
        if !self.settings().type_codes {
            return Err(UiError::new("desktop-bad-request"));
        }
        self.work(move |shell| {
            // No counter moves on for a window that takes no code.
            shell.outside.ready_to_type()?;
            if shell.quick.opening() != opening {
                return Ok(());
            }
            let (session, code) =
                shell.with_session(|number, open| Ok((number, take(open, &id, meant)?)))?;
            let is_open = || shell.is_open(session);
            if shell.outside.type_text(opening, &code.text, &is_open) {
                // Locked meanwhile: it was typed all the same.
                let _uncounted = shell.was_used(&id);
            }
            Ok(())
        })
        .await
    }

    fn copy_now(&self, id: String, meant: Meant) -> Result<Copied, UiError> {
        // Locked is said before anything about the clipboard.
        self.with_open(|_| Ok(()))?;
        // No counter moves on for a clipboard that is not there.
        self.clipboard.check()?;
        let seconds = self.settings().clear_clipboard_after;
        // In one go: locked in between, it would come to the clipboard that was just cleared.
        let (code, seconds) = self.with_open(|open| {
            let code = take(open, &id, meant)?;
            let seconds = self.put_on_clipboard(code.text.clone(), seconds)?;
            Ok((code, seconds))
        })?;
        self.was_used(&id)?;
        Ok(Copied {
            seconds,
            code: CodeView::of(id, &code),
        })
    }

    /// Counts it, for the order of a search.
    fn was_used(&self, id: &str) -> Result<(), UiError> {
        if self.with_open(|open| open.used(id).map(|()| open.usage_is_due()))? {
            let shell = self.clone();
            tauri::async_runtime::spawn_blocking(move || {
                // Locked in between: locking has written it.
                let _written = shell.with_open(|open| {
                    open.save_usage();
                    Ok(())
                });
            });
        }
        Ok(())
    }
}

fn take(open: &mut Open, id: &str, meant: Meant) -> Result<Code, UiError> {
    match meant.next {
        true => open.take_next_code(id, meant.at),
        false => open.take_code(id, meant.at),
    }
}
