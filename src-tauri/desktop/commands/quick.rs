//! Quick search, and the main window's coming and going.

use tauri::State;

use crate::error::UiError;
use crate::events::{Happening, ShowAccount};
use crate::outside::Keyboard;
use crate::state::AppState;
use crate::views::QuickView;

/// The page of quick search hears from now on.
#[tauri::command]
#[specta::specta]
pub async fn quick_ready(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.outside.quick_ready();
            Ok(())
        })
        .await
}

/// What a search in it finds, or what is offered without one.
#[tauri::command]
#[specta::specta]
pub async fn quick_list(shell: State<'_, AppState>, query: String) -> Result<QuickView, UiError> {
    shell.work(move |shell| shell.quick_search(&query)).await
}

/// Copies a code, then hides quick search and gives the keyboard back. Closing it calls off a
/// copy that waits.
#[tauri::command]
#[specta::specta]
pub async fn quick_copy(shell: State<'_, AppState>, id: String, next: bool) -> Result<(), UiError> {
    if shell.copy_for_quick(id, next).await? {
        close(shell).await?;
    }
    Ok(())
}

/// Types a code into the window that had the keyboard, and hides quick search. If nothing was
/// typed, it stays or comes back, and says why.
#[tauri::command]
#[specta::specta]
pub async fn quick_type(shell: State<'_, AppState>, id: String) -> Result<(), UiError> {
    shell.type_for_quick(id).await
}

/// Hides quick search and gives the keyboard back.
#[tauri::command]
#[specta::specta]
pub async fn close_quick(shell: State<'_, AppState>) -> Result<(), UiError> {
    close(shell).await
}

/// Shows the main window in place of quick search, and in it an account with all that can be
/// done with it.
#[tauri::command]
#[specta::specta]
pub async fn show_account(shell: State<'_, AppState>, id: Option<String>) -> Result<(), UiError> {
    shell
        .work(move |shell| {
            shell.outside.close_quick(Keyboard::IsGone);
            shell.outside.show_main();
            if let Some(id) = id {
                let show = ShowAccount { id };
                shell.outside.tell(Happening::ShowAccount(show));
            }
            Ok(())
        })
        .await
}

/// Puts the main window out of sight.
#[tauri::command]
#[specta::specta]
pub async fn hide_window(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.outside.put_away();
            Ok(())
        })
        .await
}

/// The main window's page hears from now on, and is told what it missed.
#[tauri::command]
#[specta::specta]
pub async fn page_ready(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.outside.page_ready();
            Ok(())
        })
        .await
}

/// Nothing would be lost if the main window's page went.
#[tauri::command]
#[specta::specta]
pub async fn let_page_go(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.outside.let_page_go();
            Ok(())
        })
        .await
}

/// A code was copied from the list: the main window hides if that is set, or does the
/// opposite.
#[tauri::command]
#[specta::specta]
pub async fn after_copy(shell: State<'_, AppState>, opposite: bool) -> Result<(), UiError> {
    shell
        .work(move |shell| {
            if shell.settings().hide_after_copy != opposite {
                shell.outside.put_away();
            }
            Ok(())
        })
        .await
}

async fn close(shell: State<'_, AppState>) -> Result<(), UiError> {
    shell
        .work(|shell| {
            shell.outside.close_quick(Keyboard::GoesBack);
            Ok(())
        })
        .await
}
