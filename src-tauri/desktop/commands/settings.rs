//! What a person set, and what of the system bears on it.

use tauri::State;

use crate::error::UiError;
use crate::settings::Settings;
use crate::state::AppState;
use crate::views::Surroundings;

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

/// Saves the settings where a person says; false if they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn export_settings(shell: State<'_, AppState>) -> Result<bool, UiError> {
    shell.work(|shell| shell.export_settings()).await
}

/// Reads the settings that a person chose, and does not set them; null if they changed their
/// mind.
#[tauri::command]
#[specta::specta]
pub async fn import_settings(shell: State<'_, AppState>) -> Result<Option<Settings>, UiError> {
    shell.work(|shell| shell.import_settings()).await
}

/// What this system can do, and where the vault lies on it.
#[tauri::command]
#[specta::specta]
pub async fn surroundings(shell: State<'_, AppState>) -> Result<Surroundings, UiError> {
    shell.work(|shell| Ok(shell.surroundings())).await
}

/// Seconds by which this computer's clock is behind, if the system knows that it is wrong;
/// less than zero: ahead.
#[tauri::command]
#[specta::specta]
pub async fn clock_error(shell: State<'_, AppState>) -> Result<Option<i32>, UiError> {
    shell.work(|shell| Ok(shell.outside.clock_error())).await
}

/// Opens the system's own settings of the clock.
#[tauri::command]
#[specta::specta]
pub async fn open_clock_settings(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| shell.outside.open_clock_settings())
        .await
}
