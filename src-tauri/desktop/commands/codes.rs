//! Codes on view and on the clipboard, and the key itself.

use keytick_otp::Code;
use tauri::State;

use super::Typed;
use crate::error::UiError;
use crate::open::Open;
use crate::state::AppState;
use crate::views::{CodeView, Copied, Revealed};

/// The codes of these accounts now.
#[tauri::command]
#[specta::specta]
pub async fn codes(shell: State<'_, AppState>, ids: Vec<String>) -> Result<Vec<CodeView>, UiError> {
    shell.work_open(move |open| Ok(open.codes(&ids))).await
}

/// Copies an account's code; a counter account makes its next one.
#[tauri::command]
#[specta::specta]
pub async fn copy(shell: State<'_, AppState>, id: String) -> Result<Copied, UiError> {
    shell
        .work(move |shell| copy_code(shell, id, |open, id| open.take_code(id)))
        .await
}

/// Copies the code after the present one; of a counter account, the one on view.
#[tauri::command]
#[specta::specta]
pub async fn copy_next(shell: State<'_, AppState>, id: String) -> Result<Copied, UiError> {
    shell
        .work(move |shell| copy_code(shell, id, |open, id| open.take_next_code(id)))
        .await
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

fn copy_code(
    shell: &AppState,
    id: String,
    take: impl FnOnce(&mut Open, &str) -> Result<Code, UiError>,
) -> Result<Copied, UiError> {
    // Locked is said before anything about the clipboard.
    shell.with_open(|_| Ok(()))?;
    // No counter moves on for a clipboard that is not there.
    shell.clipboard.check()?;
    let code = shell.with_open(|open| take(open, &id))?;
    let seconds =
        shell.put_on_clipboard(code.text.clone(), shell.settings().clear_clipboard_after)?;
    let due = shell.with_open(|open| open.used(&id).map(|()| open.usage_is_due()))?;
    if due {
        let shell = shell.clone();
        tauri::async_runtime::spawn_blocking(move || {
            // Locked in between: locking has written it.
            let _written = shell.with_open(|open| {
                open.save_usage();
                Ok(())
            });
        });
    }
    Ok(Copied {
        seconds,
        code: CodeView::of(id, &code),
    })
}
