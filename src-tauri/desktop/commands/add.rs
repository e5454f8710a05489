//! New accounts: from pictures, the clipboard, or typed.

use data_encoding::BASE64;
use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::{
    Added, CaptureView, Choice, CodeView, KeyPreview, Part, Pasted, Review, TypedKey,
};

/// Reads what is on the clipboard, which may be meant as a backup.
#[tauri::command]
#[specta::specta]
pub async fn paste(shell: State<'_, AppState>, backup: bool) -> Result<Pasted, UiError> {
    shell.work(move |shell| shell.paste(backup)).await
}

/// Whether a picture is on the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn has_picture(shell: State<'_, AppState>) -> Result<bool, UiError> {
    shell.work(|shell| shell.has_picture()).await
}

/// What a person is told before the screens are read.
#[tauri::command]
#[specta::specta]
pub async fn capture_view(shell: State<'_, AppState>) -> Result<CaptureView, UiError> {
    shell.work(|shell| Ok(shell.capture_view())).await
}

/// Reads all screens.
#[tauri::command]
#[specta::specta]
pub async fn capture(shell: State<'_, AppState>) -> Result<Review, UiError> {
    shell.work(|shell| shell.capture()).await
}

/// Opens the system's settings where screen capture is allowed.
#[tauri::command]
#[specta::specta]
pub async fn open_capture_settings(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.outside.open_capture_settings();
            Ok(())
        })
        .await
}

/// The links that another program has opened, to be reviewed; null if none wait.
#[tauri::command]
#[specta::specta]
pub async fn take_links(shell: State<'_, AppState>) -> Result<Option<Review>, UiError> {
    shell.work(|shell| shell.take_links()).await
}

/// Stops the running read. What was read until then is kept.
#[tauri::command]
#[specta::specta]
pub async fn stop_reading(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell.with_open(|_| Ok(()))?;
    shell.stop_reading();
    Ok(())
}

/// A picture of the review as a `data:` address, every decoded code made unreadable.
#[tauri::command]
#[specta::specta]
pub async fn review_picture(
    shell: State<'_, AppState>,
    review: u64,
    picture: usize,
) -> Result<String, UiError> {
    shell
        .work_open(move |open| {
            let png = open.review_picture(review, picture)?;
            Ok(format!("data:image/png;base64,{}", BASE64.encode(png)))
        })
        .await
}

/// Reads a part of a picture again in which no code was found, and gives the review with
/// what is in it added. What was in the review before keeps its numbers.
#[tauri::command]
#[specta::specta]
pub async fn read_region(
    shell: State<'_, AppState>,
    review: u64,
    picture: usize,
    part: Part,
) -> Result<Review, UiError> {
    shell
        .work(move |shell| shell.read_region(review, picture, part))
        .await
}

/// The live codes of these items of the review on view.
#[tauri::command]
#[specta::specta]
pub async fn review_codes(
    shell: State<'_, AppState>,
    review: u64,
    items: Vec<usize>,
) -> Result<Vec<CodeView>, UiError> {
    shell
        .work_open(move |open| open.review_codes(review, &items))
        .await
}

/// Carries out what a person chose in the review.
#[tauri::command]
#[specta::specta]
pub async fn confirm_review(
    shell: State<'_, AppState>,
    review: u64,
    choices: Vec<Choice>,
) -> Result<Added, UiError> {
    shell
        .work_open(move |open| open.confirm_review(review, choices))
        .await
}

/// Forgets what was found.
#[tauri::command]
#[specta::specta]
pub async fn discard_review(shell: State<'_, AppState>, review: u64) -> Result<(), UiError> {
    shell
        .work_open(move |open| open.discard_review(review))
        .await
}

/// Tries a typed key out.
#[tauri::command]
#[specta::specta]
pub async fn check_key(shell: State<'_, AppState>, typed: TypedKey) -> Result<KeyPreview, UiError> {
    shell.work_open(move |open| open.check_key(typed)).await
}

/// Adds a typed key. One that is in the trash is taken out of it.
#[tauri::command]
#[specta::specta]
pub async fn add_typed(shell: State<'_, AppState>, typed: TypedKey) -> Result<Added, UiError> {
    shell.work_open(move |open| open.add_typed(typed)).await
}

/// Gives an account whose key cannot be read the typed one.
#[tauri::command]
#[specta::specta]
pub async fn fix_key(
    shell: State<'_, AppState>,
    id: String,
    typed: TypedKey,
) -> Result<u64, UiError> {
    shell.work_open(move |open| open.fix(&id, typed)).await
}
