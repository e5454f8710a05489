//! Making the vault, opening and locking it.

use tauri::State;

use super::{Told, Typed};
use crate::error::UiError;
use crate::passwords;
use crate::state::AppState;
use crate::views::{RecoveryKeyView, Status, Strength};

/// What the window needs to know before anything else.
#[tauri::command]
#[specta::specta]
pub async fn status(shell: State<'_, AppState>) -> Result<Status, UiError> {
    shell.work(|shell| Ok(shell.status())).await
}

/// How strong a password is.
#[tauri::command]
#[specta::specta]
pub async fn password_strength(
    shell: State<'_, AppState>,
    password: Typed,
) -> Result<Strength, UiError> {
    shell
        .work(move |_| {
            Ok(Strength {
                level: passwords::level(&password.0),
            })
        })
        .await
}

/// Four random words.
#[tauri::command]
#[specta::specta]
pub async fn suggest_password() -> Result<Told, UiError> {
    passwords::suggest().map(Told)
}

/// Makes the vault, leaves it open, and shows its recovery key this once.
#[tauri::command]
#[specta::specta]
pub async fn create_vault(
    shell: State<'_, AppState>,
    password: Typed,
) -> Result<RecoveryKeyView, UiError> {
    shell.work(move |shell| shell.create(password.0)).await
}

/// Opens the vault.
#[tauri::command]
#[specta::specta]
pub async fn unlock(shell: State<'_, AppState>, password: Typed) -> Result<(), UiError> {
    shell.work(move |shell| shell.unlock(password.0)).await
}

/// Opens the vault with its recovery key, and sets a new password.
#[tauri::command]
#[specta::specta]
pub async fn unlock_with_recovery(
    shell: State<'_, AppState>,
    key: Typed,
    new_password: Typed,
) -> Result<(), UiError> {
    shell
        .work(move |shell| shell.unlock_with_recovery(key.0, new_password.0))
        .await
}

/// Locks the vault: everything secret leaves memory.
#[tauri::command]
#[specta::specta]
pub async fn lock(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.lock();
            Ok(())
        })
        .await
}

/// A person is there: the idle time starts over.
#[tauri::command]
#[specta::specta]
pub async fn touch(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell.touch();
    Ok(())
}

/// Ends the program; nothing of ours stays on the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn quit(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.quit();
            shell.outside.exit();
            Ok(())
        })
        .await
}
