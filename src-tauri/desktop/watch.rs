//! Watches over an open session: the idle lock, and changes made by other programs.
//!
//! Its task ends with the session, so that a locked program does not wake up at all.

use std::time::Duration;

use crate::error::UiError;
use crate::events::{AccountsChanged, Ends, Failed, Happening, Recovered};
use crate::state::AppState;

/// How often the file is looked at.
const EVERY: Duration = Duration::from_secs(2);

/// Starts watching the session with this number.
pub fn start(shell: &AppState, number: u64) {
    let shell = shell.downgrade();
    tauri::async_runtime::spawn(async move {
        let mut told = None;
        while let Some(shell) = AppState::upgrade(&shell).filter(|shell| shell.is_open(number)) {
            let Some(left) = shell.idle_left() else {
                let _locked = shell
                    .work(|shell| {
                        shell.lock();
                        Ok(())
                    })
                    .await;
                return;
            };
            told = shell
                .work(move |shell| Ok(look(shell, told)))
                .await
                .unwrap_or_default();
            drop(shell);
            tokio::time::sleep(EVERY.min(left)).await;
        }
    });
}

/// Reads the file again if it changed. Gives the trouble there was; the same trouble is
/// told once.
fn look(shell: &AppState, told: Option<UiError>) -> Option<UiError> {
    match shell.with_open(|open| open.reload()).map_err(in_open) {
        Ok(changed) => {
            if changed {
                shell
                    .outside
                    .tell(Happening::AccountsChanged(AccountsChanged));
            }
            if told.is_some() {
                shell.outside.tell(Happening::Recovered(Recovered));
            }
            None
        }
        // Locked in between: nothing to tell.
        Err(error) if error.id == "desktop-locked" => None,
        Err(error) => {
            if told.as_ref() != Some(&error) {
                shell.outside.tell(Happening::Failed(Failed {
                    error: error.clone(),
                    ends: Ends::Nothing,
                }));
            }
            Some(error)
        }
    }
}

/// What an error of the file means while the accounts are open.
fn in_open(error: UiError) -> UiError {
    match error.id.as_str() {
        "vault-not-found" => UiError::new("desktop-file-gone"),
        _ => error,
    }
}
