//! Accounts on their way out: files for other programs, and QR codes for a phone.

use tauri::State;

use super::{Told, Typed};
use crate::error::UiError;
use crate::export::writer;
use crate::state::AppState;
use crate::views::{Diagnosis, Exported, Lock, Losses, PhoneView, Selection, Target};

/// What the format cannot hold, said before anything is written.
#[tauri::command]
#[specta::specta]
pub async fn export_losses(shell: State<'_, AppState>, target: Target) -> Result<Losses, UiError> {
    shell
        .work_open(move |open| {
            let (_, writer) = writer(&target.format)?;
            open.losses(&target.accounts, target.lab, writer)
        })
        .await
}

/// Writes accounts where a person says, after the password, and reads the file back; null if
/// they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn export_accounts(
    shell: State<'_, AppState>,
    target: Target,
    password: Typed,
    lock: Lock,
    understood: bool,
) -> Result<Option<Exported>, UiError> {
    shell
        .work(move |shell| shell.export(&target, password.0, &lock, understood))
        .await
}

/// Gets the QR codes of accounts ready to be asked for one by one, after the password.
#[tauri::command]
#[specta::specta]
pub async fn begin_phone(
    shell: State<'_, AppState>,
    accounts: Selection,
    parts: bool,
    password: Typed,
) -> Result<PhoneView, UiError> {
    shell
        .work(move |shell| {
            shell.verify(password.0)?;
            shell.with_open(|open| open.begin_phone(&accounts, parts))
        })
        .await
}

/// One of those QR codes, as an SVG picture.
#[tauri::command]
#[specta::specta]
pub async fn phone_code(
    shell: State<'_, AppState>,
    phone: u64,
    index: usize,
) -> Result<Told, UiError> {
    shell
        .work_open(move |open| open.phone_code(phone, index).map(Told))
        .await
}

/// Puts those QR codes away.
#[tauri::command]
#[specta::specta]
pub async fn end_phone(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work_open(|open| {
            open.end_phone();
            Ok(())
        })
        .await
}

/// What a code that a phone shows says about that phone.
#[tauri::command]
#[specta::specta]
pub async fn check_phone(
    shell: State<'_, AppState>,
    id: String,
    typed: String,
) -> Result<Diagnosis, UiError> {
    shell
        .work_open(move |open| open.check_phone(&id, &typed))
        .await
}
