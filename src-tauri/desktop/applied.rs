//! What settings change outside of the page: in the windows, and in the system.

use tauri::{AppHandle, Manager, Runtime, Window};
use tauri_plugin_autostart::ManagerExt;

use crate::error::UiError;
use crate::hotkey;
use crate::language;
use crate::settings::Settings;

/// Whether the system can keep a window out of screenshots and screen sharing. On Linux no
/// window may ask for that.
pub const HIDES_FROM_CAPTURE: bool = cfg!(any(windows, target_os = "macos"));

/// What the program is started with when a person signs in to the computer.
pub const STARTED_BY_SYSTEM: &str = "--autostart";

/// Does what differs between `before` and `now`.
///
/// # Errors
/// `desktop-keys-taken`, `desktop-no-autostart`. What was done until then stays; who asks sets it back.
pub fn apply<R: Runtime>(
    app: &AppHandle<R>,
    before: &Settings,
    now: &Settings,
) -> Result<(), UiError> {
    hotkey::change(app, before, now)?;
    if before.language != now.language {
        keytick_texts::speak(language::wanted(now));
    }
    if before.autostart != now.autostart {
        set_autostart(app, now.autostart)?;
    }
    if before.hide_from_capture != now.hide_from_capture {
        for window in app.webview_windows().values() {
            dress(&window.as_ref().window(), now);
        }
    }
    Ok(())
}

/// Makes a new window as the settings want all windows to be.
pub fn dress<R: Runtime>(window: &Window<R>, settings: &Settings) {
    if HIDES_FROM_CAPTURE {
        // A window that is gone shows nothing.
        let _gone = window.set_content_protected(settings.hide_from_capture);
    }
}

fn set_autostart<R: Runtime>(app: &AppHandle<R>, on: bool) -> Result<(), UiError> {
    let starts = app.autolaunch();
    let set = if on {
        starts.enable()
    } else {
        starts.disable()
    };
    // Taking away what is not there fails on some systems, and is as it should be.
    match set {
        Err(_) if starts.is_enabled().unwrap_or(!on) != on => {
            Err(UiError::new("desktop-no-autostart"))
        }
        _ => Ok(()),
    }
}
