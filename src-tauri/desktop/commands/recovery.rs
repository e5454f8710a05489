//! The recovery key: shown once, checked, kept elsewhere.

use keytick_texts::text;
use tauri::State;

use super::Typed;
use crate::error::UiError;
use crate::recovery_file;
use crate::state::AppState;
use crate::views::RecoveryKeyView;

/// Seconds that a copied recovery key stays on the clipboard.
const ON_CLIPBOARD: u32 = 60;

/// Makes a new recovery key in place of the old one, after the password.
#[tauri::command]
#[specta::specta]
pub async fn new_recovery_key(
    shell: State<'_, AppState>,
    password: Typed,
) -> Result<RecoveryKeyView, UiError> {
    shell
        .work(move |shell| {
            shell.verify(password.0)?;
            shell.with_open(|open| open.new_recovery_key())
        })
        .await
}

/// Whether these are the last four characters of the key on view.
#[tauri::command]
#[specta::specta]
pub async fn confirm_recovery(
    shell: State<'_, AppState>,
    last_four: String,
) -> Result<bool, UiError> {
    shell
        .work_open(move |open| open.confirm_recovery(&last_four))
        .await
}

/// Saves the key on view where a person says; false if they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn save_recovery_key(shell: State<'_, AppState>) -> Result<bool, UiError> {
    shell
        .work(|shell| {
            let key = shell.with_open(|open| open.recovery_text())?;
            let title = text("desktop-recovery-title", &[]);
            match shell.outside.pick_target(&title, &recovery_file::name()) {
                Some(path) => recovery_file::write(&path, &key).map(|()| true),
                None => Ok(false),
            }
        })
        .await
}

/// Copies the key on view; gives the seconds until the clipboard is cleared.
#[tauri::command]
#[specta::specta]
pub async fn copy_recovery_key(shell: State<'_, AppState>) -> Result<u32, UiError> {
    shell
        .work(|shell| {
            let key = shell.with_open(|open| open.recovery_text())?;
            shell.put_on_clipboard(key, ON_CLIPBOARD)
        })
        .await
}

/// The key leaves memory.
#[tauri::command]
#[specta::specta]
pub async fn finish_recovery(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work_open(|open| {
            open.finish_recovery();
            Ok(())
        })
        .await
}
