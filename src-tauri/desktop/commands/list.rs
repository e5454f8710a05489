//! The list of accounts.

use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::{Deleted, Details, Filter, ListView};

/// What a search and a filter leave.
#[tauri::command]
#[specta::specta]
pub async fn list(
    shell: State<'_, AppState>,
    query: String,
    filter: Filter,
) -> Result<ListView, UiError> {
    let order = shell.settings().order.into();
    shell
        .work_open(move |open| Ok(open.list(&query, &filter, order)))
        .await
}

/// Everything about an account but its key.
#[tauri::command]
#[specta::specta]
pub async fn details(shell: State<'_, AppState>, id: String) -> Result<Details, UiError> {
    shell.work_open(move |open| open.details(&id)).await
}

/// What is in the trash, the latest first.
#[tauri::command]
#[specta::specta]
pub async fn deleted(shell: State<'_, AppState>) -> Result<Vec<Deleted>, UiError> {
    shell.work_open(|open| Ok(open.deleted())).await
}
