//! Changes to accounts that are there.

use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::{Changes, Undone};

/// Puts an account among the favourites, or takes it out.
#[tauri::command]
#[specta::specta]
pub async fn set_favourite(
    shell: State<'_, AppState>,
    id: String,
    favourite: bool,
) -> Result<(), UiError> {
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
) -> Result<(), UiError> {
    shell.work_open(move |open| open.edit(&id, changes)).await
}

/// Moves accounts to the trash, where they stay for 30 days.
#[tauri::command]
#[specta::specta]
pub async fn remove_accounts(shell: State<'_, AppState>, ids: Vec<String>) -> Result<(), UiError> {
    shell.work_open(move |open| open.remove(&ids)).await
}

/// Takes the last change back; null if there is none left.
#[tauri::command]
#[specta::specta]
pub async fn undo(shell: State<'_, AppState>) -> Result<Option<Undone>, UiError> {
    shell.work_open(|open| open.undo()).await
}

/// Takes accounts out of the trash.
#[tauri::command]
#[specta::specta]
pub async fn restore_accounts(shell: State<'_, AppState>, ids: Vec<String>) -> Result<(), UiError> {
    shell.work_open(move |open| open.restore(&ids)).await
}
