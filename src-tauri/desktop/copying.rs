//! Copying codes: which code it is in the last seconds of one, and what follows from a copy.

use std::time::Duration;

use crate::clock::now_ms;
use crate::error::UiError;
use crate::settings::LastSeconds;
use crate::state::AppState;
use crate::views::{CodeView, Copied};

/// How long before its end a code is about to change, for what is set about that.
const LAST: Duration = Duration::from_secs(3);

impl AppState {
    /// Copies an account's code; in its last seconds what is set for them, which may mean to
    /// wait. `next` is the code after the present one. A counter account makes its next code,
    /// or with `next` copies the one on view.
    ///
    /// # Errors
    /// `desktop-locked`, `accounts-unknown`, `desktop-nothing-to-copy`, those of the clipboard
    /// and of saving a counter.
    pub async fn copy(&self, id: String, next: bool) -> Result<Copied, UiError> {
        let asked = id.clone();
        let left = self
            .work_open(move |open| open.time_left(&asked, now_ms()))
            .await?;
        let ends = left.filter(|left| !next && *left <= LAST);
        let next = match (self.settings().last_seconds, ends) {
            (LastSeconds::Next, Some(_)) => true,
            (LastSeconds::Wait, Some(left)) => {
                tokio::time::sleep(left).await;
                false
            }
            _ => next,
        };
        self.work(move |shell| shell.copy_now(id, next)).await
    }

    /// Copies the code of the account that was used last.
    ///
    /// # Errors
    /// `desktop-nothing-to-copy` where none was used, and those of [`Self::copy`].
    pub fn copy_last(&self) -> Result<Copied, UiError> {
        let none = || UiError::new("desktop-nothing-to-copy");
        let id = self.with_open(|open| open.last_used().ok_or_else(none))?;
        self.copy_now(id, false)
    }

    fn copy_now(&self, id: String, next: bool) -> Result<Copied, UiError> {
        // Locked is said before anything about the clipboard.
        self.with_open(|_| Ok(()))?;
        // No counter moves on for a clipboard that is not there.
        self.clipboard.check()?;
        let code = self.with_open(|open| match next {
            true => open.take_next_code(&id),
            false => open.take_code(&id),
        })?;
        let seconds = self.settings().clear_clipboard_after;
        let seconds = self.put_on_clipboard(code.text.clone(), seconds)?;
        if self.with_open(|open| open.used(&id).map(|()| open.usage_is_due()))? {
            let shell = self.clone();
            tauri::async_runtime::spawn_blocking(move || {
                // Locked in between: locking has written it.
                let _written = shell.with_open(|open| {
                    open.save_usage();
                    Ok(())
                });
            });
        }
        Ok(Copied {
            seconds,
            code: CodeView::of(id, &code),
        })
    }
}
