//! The app in front on macOS. Type-checked, never run.
//!
//! The title of its window would need the right to read the screen or to use accessibility,
//! which an authenticator does not ask for.

use objc2_app_kit::{NSApplicationActivationOptions, NSRunningApplication, NSWorkspace};

/// An app by the id of its process.
pub type Window = i32;

pub fn front() -> Option<(Window, String)> {
    let app = NSWorkspace::sharedWorkspace().frontmostApplication()?;
    let name = app.localizedName().map(|name| name.to_string());
    Some((app.processIdentifier(), name.unwrap_or_default()))
}

pub fn give_keyboard(app: Window) {
    if let Some(app) = NSRunningApplication::runningApplicationWithProcessIdentifier(app) {
        app.activateWithOptions(NSApplicationActivationOptions::empty());
    }
}
