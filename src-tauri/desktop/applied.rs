//! What settings change outside of the page: in the windows, and in the system.

use keytick_texts::text;
use tauri::{AppHandle, Manager, Runtime, Window};

use crate::autostart;
use crate::error::UiError;
use crate::hotkey;
use crate::language;
use crate::settings::Settings;
use crate::tray;
use crate::windows::QUICK;

/// Whether the system can keep a window out of screenshots and screen sharing. On Linux no
/// window may ask for that.
pub const HIDES_FROM_CAPTURE: bool = cfg!(any(windows, target_os = "macos"));

/// Does what differs between `before` and `now`.
///
/// # Errors
/// Those of the keys, and `desktop-no-autostart`. What was done until then stays; who asks sets it back.
pub fn apply<R: Runtime>(
    app: &AppHandle<R>,
    before: &Settings,
    now: &Settings,
) -> Result<(), UiError> {
    hotkey::change(app, before, now)?;
    if before.language != now.language {
        keytick_texts::speak(language::wanted(now));
        tray::speak(app);
    }
    if before.autostart != now.autostart {
        autostart::set(app, now.autostart)?;
    }
    let shows = |settings: &Settings| (settings.hide_from_capture, settings.language.clone());
    if shows(before) != shows(now) {
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
    if window.label() == QUICK {
        // Overviews of windows name it.
        let _gone = window.set_title(&text("desktop-quick-title", &[]));
    }
}
