//! Backups of other programs, on their way in.

use tauri::State;

use super::Typed;
use crate::error::UiError;
use crate::export;
use crate::outside::Pick;
use crate::state::AppState;
use crate::views::{BackupView, FormatView, Review, Taken};

/// The formats that are read and written.
#[tauri::command]
#[specta::specta]
pub async fn formats() -> Result<Vec<FormatView>, UiError> {
    Ok(export::table())
}

/// Lets a person choose pictures, backups or a folder, and reads them; null if they changed
/// their mind.
#[tauri::command]
#[specta::specta]
pub async fn pick_files(shell: State<'_, AppState>, what: Pick) -> Result<Option<Taken>, UiError> {
    shell.work(move |shell| shell.pick_files(what)).await
}

/// Opens the backup that waits, with its password.
#[tauri::command]
#[specta::specta]
pub async fn open_backup(
    shell: State<'_, AppState>,
    backup: u64,
    password: Typed,
) -> Result<Review, UiError> {
    shell
        .work(move |shell| shell.open_backup(backup, &password.0))
        .await
}

/// Lets a person choose a key file for it; null if they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn pick_key_file(
    shell: State<'_, AppState>,
    backup: u64,
) -> Result<Option<BackupView>, UiError> {
    shell.work(move |shell| shell.pick_key_file(backup)).await
}

/// Forgets it.
#[tauri::command]
#[specta::specta]
pub async fn discard_backup(shell: State<'_, AppState>, backup: u64) -> Result<(), UiError> {
    shell
        .work_open(move |open| open.discard_backup(backup))
        .await
}
