//! Backups of the vault itself, and older copies of it.

use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::VaultBackup;

/// The backups of the vault, the newest first.
#[tauri::command]
#[specta::specta]
pub async fn vault_backups(shell: State<'_, AppState>) -> Result<Vec<VaultBackup>, UiError> {
    shell.work(|shell| shell.vault_backups()).await
}

/// Puts one of them in the vault's place.
#[tauri::command]
#[specta::specta]
pub async fn restore_backup(shell: State<'_, AppState>, name: String) -> Result<(), UiError> {
    shell.work(move |shell| shell.restore_backup(&name)).await
}

/// Lets a person choose a copy of a vault, and puts it in the vault's place; false if they
/// changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn restore_file(shell: State<'_, AppState>) -> Result<bool, UiError> {
    shell.work(|shell| shell.restore_file()).await
}

/// Moves a damaged file aside, so that a new vault can be made.
#[tauri::command]
#[specta::specta]
pub async fn start_again(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell.work(|shell| shell.start_again()).await
}

/// Goes on with a vault that is older than one that was seen here.
#[tauri::command]
#[specta::specta]
pub async fn use_older_copy(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work_open(|open| {
            open.use_older_copy();
            Ok(())
        })
        .await
}
