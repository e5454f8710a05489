//! Watches over an open session: the idle lock, changes made by other programs, and copies of
//! the vault that a sync program leaves beside it.
//!
//! Its task ends with the session, so that a locked program does not wake up at all.

use std::pin::Pin;
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
        // A look that a drive has not answered yet.
        let mut unanswered: Option<Looking> = None;
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
            let begin = || begin_look(shell.clone(), told.clone());
            let mut looking = unanswered.take().unwrap_or_else(begin);
            // The idle lock waits for no drive.
            match tokio::time::timeout(left, &mut looking).await {
                Ok(trouble) => told = trouble,
                Err(_) => {
                    unanswered = Some(looking);
                    continue;
                }
            }
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

/// A look on its way. It gives the trouble there was.
type Looking = Pin<Box<dyn Future<Output = Option<UiError>> + Send>>;

fn begin_look(shell: AppState, told: Option<UiError>) -> Looking {
    Box::pin(async move {
        let looked = shell.work(|shell| Ok(look(shell, told))).await;
        looked.unwrap_or_default()
    })
}

/// Reads the file again if it changed, and merges other copies of it. Gives the trouble there
/// was; the same trouble is told once.
fn look(shell: &AppState, told: Option<UiError>) -> Option<UiError> {
    // Locked in between: nothing to tell.
    let look = shell.with_open(|open| Ok(open.look())).ok()?;
    // Without the session: nobody who locks it waits for the drive.
    let has_news = look.finds_news();
    let seen = shell.with_open(|open| Ok(see(open, has_news))).ok()?;
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

fn see(open: &mut Open, has_news: bool) -> Found {
    // What was kept beside the vault goes once the vault is in its place.
    let (merging, reloaded) = match has_news || open.kept_beside().is_some() {
        true => (open.merge_copies(), open.reload()),
        false => (Ok(()), Ok(false)),
    };
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
