//! Watches over an open session: the idle lock, and changes made by other programs.
//!
//! Its thread ends with the session, so that a locked program does not wake up at all.

use std::time::Duration;

use crate::error::UiError;
use crate::events::{AccountsChanged, Failed, Happening};
use crate::state::AppState;

/// How often the file is looked at.
const EVERY: Duration = Duration::from_secs(2);

/// Starts watching the session with this number.
pub fn start(shell: &AppState, number: u64) {
    let shell = shell.downgrade();
    std::thread::spawn(move || {
        let mut told = None;
        while let Some(shell) = AppState::upgrade(&shell).filter(|shell| shell.is_open(number)) {
            let Some(left) = shell.idle_left() else {
                return shell.lock();
            };
            look(&shell, &mut told);
            drop(shell);
            std::thread::sleep(EVERY.min(left));
        }
    });
}

/// Reads the file again if it changed. The same trouble is told once.
fn look(shell: &AppState, told: &mut Option<UiError>) {
    match shell.with_open(|open| open.reload()) {
        Ok(changed) => {
            *told = None;
            if changed {
                shell.outside.tell(Happening::AccountsChanged(AccountsChanged));
            }
        }
        // Locked in between: nothing to tell.
        Err(error) if error.id == "desktop-locked" => {}
        Err(error) if told.as_ref() == Some(&error) => {}
        Err(error) => {
            *told = Some(error.clone());
            shell.outside.tell(Happening::Failed(Failed(error)));
        }
    }
}
