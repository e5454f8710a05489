//! Watches over an open session: the idle lock, changes made by other programs, and copies of
//! the vault that a sync program leaves beside it.
//!
//! Its task ends with the session, so that a locked program does not wake up at all.

use std::time::Duration;

use crate::error::UiError;
use crate::events::{AccountsChanged, Ends, Failed, Happening, Merged, Recovered};
use crate::open::Open;
use crate::state::AppState;

/// How often the file is looked at.
const EVERY: Duration = Duration::from_secs(2);

/// How often while no window is on view. Once one is, the file is looked at at once.
const EVERY_HIDDEN: Duration = Duration::from_secs(60);

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
            let came = shell.rest.came.clone();
            let window = came.notified();
            let seen = shell.work(|shell| Ok(shell.outside.is_on_view())).await;
            drop(shell);
            let _time_is_over = tokio::time::timeout(pause(seen).min(left), window).await;
        }
    });
}

/// How long until the next look, which nobody has to wait for while no window is on view.
fn pause(on_view: Result<bool, UiError>) -> Duration {
    match on_view {
        Ok(false) => EVERY_HIDDEN,
        _ => EVERY,
    }
}

/// Reads the file again if it changed, and merges other copies of it. Gives the trouble there
/// was; the same trouble is told once.
fn look(shell: &AppState, told: Option<UiError>) -> Option<UiError> {
    // Locked in between: nothing to tell.
    let seen = shell.with_open(|open| Ok(see(open))).ok()?;
    if seen.changed {
        let changed = Happening::AccountsChanged(AccountsChanged);
        shell.outside.tell(changed);
    }
    for merged in seen.merged {
        shell.outside.tell(Happening::Merged(merged));
    }
    match &seen.trouble {
        None if told.is_some() => shell.outside.tell(Happening::Recovered(Recovered)),
        Some(error) if told.as_ref() != Some(error) => {
            shell.outside.tell(Happening::Failed(Failed {
                error: error.clone(),
                ends: Ends::Nothing,
            }));
        }
        _ => {}
    }
    seen.trouble
}

/// What one look found.
struct Found {
    changed: bool,
    merged: Vec<Merged>,
    trouble: Option<UiError>,
}

fn see(open: &mut Open) -> Found {
    let merging = open.merge_copies();
    let reloaded = open.reload();
    if reloaded.as_ref().is_err_and(is_foreign) {
        open.keep_beside();
    }
    let merged = open.take_merged();
    Found {
        changed: !merged.is_empty() || reloaded == Ok(true),
        merged,
        trouble: open
            .kept_beside()
            .or(reloaded.err())
            .or(merging.err())
            .map(in_open)
            .or_else(|| open.concern()),
    }
}

/// Whether a whole file is in the vault's place that does not come from what is open. One that
/// is damaged may be on its way here, and whole the next time.
fn is_foreign(error: &UiError) -> bool {
    ["vault-older-copy", "vault-replaced"].contains(&error.id.as_str())
}

/// What an error of the file means while the accounts are open.
fn in_open(error: UiError) -> UiError {
    match error.id.as_str() {
        "vault-not-found" => UiError::new("desktop-file-gone"),
        _ => error,
    }
}
