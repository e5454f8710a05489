//! A site's recovery codes: on view after the password, for as long as their sheet is open.

use keytick_accounts::recovery_text;
use tauri::State;

use super::{Told, Typed};
use crate::error::UiError;
use crate::files;
use crate::open::no_recovery_text;
use crate::outside::Pick;
use crate::state::AppState;
use crate::views::{CodeCopied, CodeKept, CodesFound, RecoveryCodesView};

/// Opens the sheet of an account's recovery codes, after the password.
#[tauri::command]
#[specta::specta]
pub async fn open_recovery_codes(
    shell: State<'_, AppState>,
    id: String,
    password: Typed,
) -> Result<RecoveryCodesView, UiError> {
    shell
        .work(move |shell| {
            shell.verify(password.0)?;
            shell.with_open(|open| open.open_recovery_codes(&id))
        })
        .await
}

/// The codes as they are now.
#[tauri::command]
#[specta::specta]
pub async fn recovery_codes(
    shell: State<'_, AppState>,
    sheet: u64,
) -> Result<RecoveryCodesView, UiError> {
    shell
        .work_open(move |open| open.recovery_codes(sheet))
        .await
}

/// Ticks a code off as used, or takes the tick away.
#[tauri::command]
#[specta::specta]
pub async fn mark_recovery_code(
    shell: State<'_, AppState>,
    sheet: u64,
    index: usize,
    used: bool,
) -> Result<u64, UiError> {
    shell
        .work_open(move |open| open.mark_recovery_code(sheet, index, used))
        .await
}

/// Copies a code, and ticks it off.
#[tauri::command]
#[specta::specta]
pub async fn copy_recovery_code(
    shell: State<'_, AppState>,
    sheet: u64,
    index: usize,
) -> Result<CodeCopied, UiError> {
    shell
        .work(move |shell| {
            let code = shell.with_open(|open| open.recovery_code(sheet, index))?;
            // None is ticked off for a clipboard that is not there.
            shell.clipboard.check()?;
            let seconds = shell.settings().clear_clipboard_after;
            // In one go: locked in between, it would come to the clipboard that was just cleared.
            shell.with_open(|open| {
                let change = open.mark_recovery_code(sheet, index, true)?;
                match shell.put_on_clipboard(code, seconds) {
                    Ok(seconds) => Ok(CodeCopied { seconds, change }),
                    Err(refused) => {
                        // Nobody has it. Where this cannot be saved the tick stays, and is seen.
                        let _ticked = open.undo(change);
                        Err(refused)
                    }
                }
            })
        })
        .await
}

/// What is found in a text that came from the site.
#[tauri::command]
#[specta::specta]
pub async fn find_recovery_codes(
    shell: State<'_, AppState>,
    sheet: u64,
    text: Typed,
) -> Result<CodesFound, UiError> {
    shell
        .work_open(move |open| open.find_recovery_codes(sheet, &text.0))
        .await
}

/// The text of a file that a person picks; null if they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn pick_recovery_file(
    shell: State<'_, AppState>,
    sheet: u64,
) -> Result<Option<Told>, UiError> {
    shell
        .work(move |shell| {
            shell.with_open(|open| open.check_codes_sheet(sheet))?;
            let picked = shell.outside.pick(Pick::RecoveryCodes);
            let Some(path) = picked.and_then(|mut it| it.pop()) else {
                return Ok(None);
            };
            let text = recovery_text(&files::bytes(&path)?);
            let text = text.ok_or_else(no_recovery_text)?;
            // Locked, or closed, while the dialog was open.
            shell.with_open(|open| open.check_codes_sheet(sheet))?;
            Ok(Some(Told(text)))
        })
        .await
}

/// Keeps these codes in place of those that are there.
#[tauri::command]
#[specta::specta]
pub async fn set_recovery_codes(
    shell: State<'_, AppState>,
    sheet: u64,
    codes: Vec<CodeKept>,
) -> Result<u64, UiError> {
    shell
        .work_open(move |open| open.set_recovery_codes(sheet, &codes))
        .await
}

/// Closes this sheet; one that was opened since stays.
#[tauri::command]
#[specta::specta]
pub async fn close_recovery_codes(shell: State<'_, AppState>, sheet: u64) -> Result<(), UiError> {
    shell
        .work_open(move |open| {
            open.close_recovery_codes(sheet);
            Ok(())
        })
        .await
}
