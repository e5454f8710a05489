//! What opens the vault.

use tauri::State;

use super::Typed;
use crate::error::UiError;
use crate::state::AppState;
use crate::views::{Keys, RecoveryKeyView};

/// What opens the vault, as far as a person can choose.
#[tauri::command]
#[specta::specta]
pub async fn keys(shell: State<'_, AppState>) -> Result<Keys, UiError> {
    shell.work(|shell| shell.keys()).await
}

/// Another password; with `rekey` also another key for the vault, and so another recovery
/// key, which is shown this once.
#[tauri::command]
#[specta::specta]
pub async fn change_password(
    shell: State<'_, AppState>,
    password: Typed,
    new_password: Typed,
    rekey: bool,
) -> Result<Option<RecoveryKeyView>, UiError> {
    shell
        .work(move |shell| shell.change_password(password.0, new_password.0, rekey))
        .await
}

/// Whether this is the vault's recovery key: an error says why not.
#[tauri::command]
#[specta::specta]
pub async fn check_recovery_key(shell: State<'_, AppState>, key: Typed) -> Result<(), UiError> {
    shell.work(move |shell| shell.check_recovery(&key.0)).await
}

/// Lets the system's keychain open the vault, or no longer, after the password.
#[tauri::command]
#[specta::specta]
pub async fn set_keychain(
    shell: State<'_, AppState>,
    password: Typed,
    on: bool,
) -> Result<(), UiError> {
    shell
        .work(move |shell| shell.set_keychain(password.0, on))
        .await
}

/// Sets a PIN that opens the vault until the program ends, after the password; none: no longer.
#[tauri::command]
#[specta::specta]
pub async fn set_pin(
    shell: State<'_, AppState>,
    password: Typed,
    pin: Option<Typed>,
) -> Result<(), UiError> {
    shell
        .work(move |shell| shell.set_pin(password.0, pin.map(|pin| pin.0)))
        .await
}

/// Opens the vault with the PIN.
#[tauri::command]
#[specta::specta]
pub async fn unlock_with_pin(shell: State<'_, AppState>, pin: Typed) -> Result<(), UiError> {
    shell.work(move |shell| shell.unlock_with_pin(pin.0)).await
}

/// Opens the vault with the key that the keychain keeps.
#[tauri::command]
#[specta::specta]
pub async fn unlock_with_keychain(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell.work(|shell| shell.unlock_with_keychain()).await
}
