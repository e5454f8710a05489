//! Which language the page speaks.

use crate::error::UiError;

/// The tag of the language that is spoken, as in `de`.
#[tauri::command]
#[specta::specta]
pub async fn language() -> Result<&'static str, UiError> {
    Ok(keytick_texts::spoken().tag)
}
