//! Changes to accounts that are there. Each gives the number by which it is taken back.

use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::{Changes, CodeSettings, SettingsPreview, Undone};

/// Puts an account among the favourites, or takes it out.
#[tauri::command]
#[specta::specta]
pub async fn set_favourite(
    shell: State<'_, AppState>,
    id: String,
    favourite: bool,
) -> Result<u64, UiError> {
    shell
        .work_open(move |open| open.set_favourite(&id, favourite))
        .await
}

/// Gives an account other names, tags and so on.
#[tauri::command]
#[specta::specta]
pub async fn edit_account(
    shell: State<'_, AppState>,
    id: String,
    changes: Changes,
) -> Result<u64, UiError> {
    shell.work_open(move |open| open.edit(&id, changes)).await
}

/// The codes of now, made as they are and as they would be with other settings.
#[tauri::command]
#[specta::specta]
pub async fn preview_code_settings(
    shell: State<'_, AppState>,
    id: String,
    settings: CodeSettings,
) -> Result<SettingsPreview, UiError> {
    shell
        .work_open(move |open| open.preview_code_settings(&id, settings))
        .await
}

/// Puts an account before another one in the person's own order, or at its end.
#[tauri::command]
#[specta::specta]
pub async fn place_account(
    shell: State<'_, AppState>,
    id: String,
    before: Option<String>,
) -> Result<u64, UiError> {
    shell
        .work_open(move |open| open.place(&id, before.as_deref()))
        .await
}

/// Gives accounts a tag, or takes it from them.
#[tauri::command]
#[specta::specta]
pub async fn tag_accounts(
    shell: State<'_, AppState>,
    ids: Vec<String>,
    tag: String,
    on: bool,
) -> Result<u64, UiError> {
    shell.work_open(move |open| open.tag(&ids, &tag, on)).await
}

/// Moves accounts to the trash, where they stay for 30 days.
#[tauri::command]
#[specta::specta]
pub async fn remove_accounts(shell: State<'_, AppState>, ids: Vec<String>) -> Result<u64, UiError> {
    shell.work_open(move |open| open.remove(&ids)).await
}

/// Takes exactly this change back, if it is the newest that can be.
#[tauri::command]
#[specta::specta]
pub async fn undo(shell: State<'_, AppState>, change: u64) -> Result<Undone, UiError> {
    shell.work_open(move |open| open.undo(change)).await
}

/// Takes the newest change back; null if there is none left.
#[tauri::command]
#[specta::specta]
pub async fn undo_last(shell: State<'_, AppState>) -> Result<Option<Undone>, UiError> {
    shell.work_open(|open| open.undo_last()).await
}

/// Takes accounts out of the trash.
#[tauri::command]
#[specta::specta]
pub async fn restore_accounts(
    shell: State<'_, AppState>,
    ids: Vec<String>,
) -> Result<u64, UiError> {
    shell.work_open(move |open| open.restore(&ids)).await
}

/// Saves the accounts as they are, for a file that has gone from its place.
#[tauri::command]
#[specta::specta]
pub async fn save_now(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell.work_open(|open| open.save()).await
}
