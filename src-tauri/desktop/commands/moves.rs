//! Guided moves. Each command gives the moves as they are then.

use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::{MoveView, SiteChange};

/// The moves that are not done with.
#[tauri::command]
#[specta::specta]
pub async fn moves(shell: State<'_, AppState>) -> Result<Vec<MoveView>, UiError> {
    shell.work_open(|open| Ok(open.moves())).await
}

/// Begins a move away from an app, with a typed or pasted list of sites.
#[tauri::command]
#[specta::specta]
pub async fn begin_move(
    shell: State<'_, AppState>,
    app: String,
    list: String,
) -> Result<Vec<MoveView>, UiError> {
    shell
        .work_open(move |open| open.begin_move(&app, &list))
        .await
}

/// Adds the sites of a list to a move.
#[tauri::command]
#[specta::specta]
pub async fn extend_move(
    shell: State<'_, AppState>,
    id: String,
    list: String,
) -> Result<Vec<MoveView>, UiError> {
    shell
        .work_open(move |open| open.extend_move(&id, &list))
        .await
}

/// Changes one site of a move.
#[tauri::command]
#[specta::specta]
pub async fn step_move(
    shell: State<'_, AppState>,
    id: String,
    site: String,
    change: SiteChange,
) -> Result<Vec<MoveView>, UiError> {
    shell
        .work_open(move |open| open.step_move(&id, &site, change))
        .await
}

/// Forgets a move with its list. The accounts stay.
#[tauri::command]
#[specta::specta]
pub async fn end_move(shell: State<'_, AppState>, id: String) -> Result<Vec<MoveView>, UiError> {
    shell.work_open(move |open| open.end_move(&id)).await
}
