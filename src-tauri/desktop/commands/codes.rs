//! Codes on view and on the clipboard, and the key itself.

use tauri::State;

use super::Typed;
use crate::error::UiError;
use crate::settings::NextCode;
use crate::state::AppState;
use crate::views::{CodeView, Copied, Revealed};

/// The codes of these accounts now.
#[tauri::command]
#[specta::specta]
pub async fn codes(shell: State<'_, AppState>, ids: Vec<String>) -> Result<Vec<CodeView>, UiError> {
    let with_next = shell.settings().next_code == NextCode::Always;
    shell
        .work_open(move |open| Ok(open.codes(&ids, with_next)))
        .await
}

/// Copies an account's code; a counter account makes its next one.
#[tauri::command]
#[specta::specta]
pub async fn copy(shell: State<'_, AppState>, id: String) -> Result<Copied, UiError> {
    shell.copy(id, false).await
}

/// Copies the code after the present one; of a counter account, the one on view.
#[tauri::command]
#[specta::specta]
pub async fn copy_next(shell: State<'_, AppState>, id: String) -> Result<Copied, UiError> {
    shell.copy(id, true).await
}

/// Takes our text off the clipboard now.
#[tauri::command]
#[specta::specta]
pub async fn clear_clipboard(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell.work(|shell| shell.clipboard.clear()).await
}

/// The key and its QR code, after the password.
#[tauri::command]
#[specta::specta]
pub async fn reveal_key(
    shell: State<'_, AppState>,
    id: String,
    password: Typed,
) -> Result<Revealed, UiError> {
    shell
        .work(move |shell| {
            shell.verify(password.0)?;
            shell.with_open(|open| open.reveal(&id))
        })
        .await
}
