//! What a person set.

use tauri::State;

use crate::error::UiError;
use crate::settings::Settings;
use crate::state::AppState;

/// What is set.
#[tauri::command]
#[specta::specta]
pub async fn settings(shell: State<'_, AppState>) -> Result<Settings, UiError> {
    Ok(shell.settings())
}

/// Sets it, from now on.
#[tauri::command]
#[specta::specta]
pub async fn change_settings(
    shell: State<'_, AppState>,
    settings: Settings,
) -> Result<(), UiError> {
    shell
        .work(move |shell| shell.change_settings(settings))
        .await
}
