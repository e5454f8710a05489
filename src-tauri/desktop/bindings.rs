//! The commands and events in TypeScript, for the page.

use specta_typescript::Typescript;
use tauri::Runtime;
use tauri_specta::{Builder, ErrorHandlingMode, collect_events};

use crate::commands;
use crate::events::{
    AccountsChanged, BackupReady, ClipboardCleared, ClipboardFilled, Dragging, Failed, Merged,
    Opening, PageUnneeded, QuickClosed, QuickOpened, Reading, Recovered, ReviewReady,
    SessionChanged, SettingsChanged, ShowAccount, SiteSaid, SitesChanged,
};

/// All commands and events, ready for a window or for [`export`].
#[must_use]
pub fn builder<R: Runtime>() -> Builder<R> {
    Builder::new()
        .commands(commands::all())
        .events(collect_events![
            SessionChanged,
            SettingsChanged,
            Dragging,
            Reading,
            ReviewReady,
            BackupReady,
            Opening,
            ClipboardCleared,
            ClipboardFilled,
            QuickOpened,
            QuickClosed,
            PageUnneeded,
            ShowAccount,
            AccountsChanged,
            Merged,
            Failed,
            Recovered,
            SiteSaid,
            SitesChanged,
        ])
        .error_handling(ErrorHandlingMode::Throw)
        // Times in milliseconds and counters in use stay far below 2^53.
        .dangerously_cast_bigints_to_number()
        // One shape a type, whichever way it crosses.
        .disable_serde_phases()
}

/// The first line of the generated file.
const HEADER: &str = "// Generated from the commands in src-tauri/desktop. Do not edit.\n";

/// Writes the bindings to a file.
///
/// # Errors
/// Those of writing, and of a type that TypeScript cannot say.
pub fn export(path: &std::path::Path) -> Result<(), specta_typescript::Error> {
    builder::<tauri::Wry>().export(Typescript::default().header(HEADER), path)
}
