//! The test lab: practice sites on this computer.

use tauri::State;

use crate::error::UiError;
use crate::state::AppState;
use crate::views::{Added, ClockMove, LabSite, SiteLine, SiteRules, SiteState};

/// The practice sites, and where those are that run.
#[tauri::command]
#[specta::specta]
pub async fn lab_sites(shell: State<'_, AppState>) -> Result<Vec<LabSite>, UiError> {
    shell.work(|shell| shell.lab_sites()).await
}

/// Starts a site; for `own`, a person chooses the file of its profile first.
#[tauri::command]
#[specta::specta]
pub async fn start_site(shell: State<'_, AppState>, site: String) -> Result<Vec<LabSite>, UiError> {
    shell.work(move |shell| shell.start_site(&site)).await
}

/// Ends a site.
#[tauri::command]
#[specta::specta]
pub async fn stop_site(shell: State<'_, AppState>, site: String) -> Result<Vec<LabSite>, UiError> {
    shell.work(move |shell| shell.stop_site(&site)).await
}

/// Opens a site in the system's browser.
#[tauri::command]
#[specta::specta]
pub async fn open_site(shell: State<'_, AppState>, site: String) -> Result<(), UiError> {
    shell.work(move |shell| shell.open_site(&site)).await
}

/// What has happened on a site.
#[tauri::command]
#[specta::specta]
pub async fn site_log(shell: State<'_, AppState>, site: String) -> Result<Vec<SiteLine>, UiError> {
    shell.work(move |shell| shell.site_log(&site)).await
}

/// Saves what has happened on a site where a person says; false if they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn save_site_log(shell: State<'_, AppState>, site: String) -> Result<bool, UiError> {
    shell.work(move |shell| shell.save_site_log(&site)).await
}

/// How a site stands now.
#[tauri::command]
#[specta::specta]
pub async fn site_state(shell: State<'_, AppState>, site: String) -> Result<SiteState, UiError> {
    shell.work(move |shell| shell.site_state(&site)).await
}

/// Moves a site's clock.
#[tauri::command]
#[specta::specta]
pub async fn move_site_clock(
    shell: State<'_, AppState>,
    site: String,
    change: ClockMove,
) -> Result<SiteState, UiError> {
    shell
        .work(move |shell| shell.move_site_clock(&site, change))
        .await
}

/// Turns one of a site's faults on or off.
#[tauri::command]
#[specta::specta]
pub async fn set_site_fault(
    shell: State<'_, AppState>,
    site: String,
    fault: String,
    on: bool,
) -> Result<SiteState, UiError> {
    shell
        .work(move |shell| shell.set_site_fault(&site, &fault, on))
        .await
}

/// Turns all of a site's faults off.
#[tauri::command]
#[specta::specta]
pub async fn clear_site_faults(
    shell: State<'_, AppState>,
    site: String,
) -> Result<SiteState, UiError> {
    shell
        .work(move |shell| shell.clear_site_faults(&site))
        .await
}

/// Changes how a site makes and checks codes.
#[tauri::command]
#[specta::specta]
pub async fn set_site_rules(
    shell: State<'_, AppState>,
    site: String,
    rules: SiteRules,
) -> Result<SiteState, UiError> {
    shell
        .work(move |shell| shell.set_site_rules(&site, rules))
        .await
}

/// Puts a site back to how it began, but for its rules.
#[tauri::command]
#[specta::specta]
pub async fn reset_site(shell: State<'_, AppState>, site: String) -> Result<SiteState, UiError> {
    shell.work(move |shell| shell.reset_site(&site)).await
}

/// Adds the account of the QR code that a site showed last.
#[tauri::command]
#[specta::specta]
pub async fn add_site_account(shell: State<'_, AppState>, site: String) -> Result<Added, UiError> {
    shell.work(move |shell| shell.add_site_account(&site)).await
}
