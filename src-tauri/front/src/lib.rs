//! The window in front of all others: what it is called, and giving the keyboard back to it
//! after a window of ours had it; typing into it; and keys that work in every window.
//!
//! X11 is run and tested. Windows and macOS are type-checked and were never run; on macOS the
//! app in front is known, but not its window. Wayland lets no program look at another's
//! windows or keys: there [`Front::now`] finds nothing and [`Hotkey::grab`] refuses; a desktop
//! may lend keys through its [`portal`]. Typing is done on X11 alone. Keys on Windows and macOS
//! are not in here, as other libraries do them well.

mod chord;
#[cfg(target_os = "linux")]
mod hotkey;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "linux")]
pub mod portal;
mod typing;
#[cfg(target_os = "windows")]
mod windows;
#[cfg(target_os = "linux")]
pub mod x11;

#[cfg(target_os = "macos")]
use macos as system;
#[cfg(not(target_os = "linux"))]
use typing::nowhere as typist;
#[cfg(target_os = "windows")]
use windows as system;
#[cfg(target_os = "linux")]
use x11 as system;
#[cfg(target_os = "linux")]
use x11::typing as typist;

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
mod system {
    //! Nothing is known of the windows of other systems.

    pub type Window = ();

    pub fn front() -> Option<(Window, String)> {
        None
    }

    pub fn give_keyboard(_: Window) {}
}

pub use chord::Chord;
#[cfg(target_os = "linux")]
pub use hotkey::{Hotkey, NotGrabbed, is_wayland};
pub use typing::NotTyped;

/// The window that has the keyboard, or on macOS the app.
#[derive(Clone)]
pub struct Front {
    window: system::Window,
    title: String,
}

impl Front {
    /// The window in front now; none where the system does not say.
    #[must_use]
    pub fn now() -> Option<Self> {
        let (window, title) = system::front()?;
        Some(Self { window, title })
    }

    /// What stands in its title bar; on macOS the app's name.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Brings it to the front again, with the keyboard. A window that is gone stays gone.
    pub fn give_back(&self) {
        system::give_keyboard(self.window);
    }

    /// Waits until it has the keyboard again, but not for long.
    pub fn wait_for_keyboard(&self) {
        typist::wait_for_keyboard(self.window);
    }

    /// Types letters and digits into it as if a person did, if it has the keyboard. The keyboard's
    /// layout and Caps Lock make nothing else of them.
    ///
    /// # Errors
    /// [`NotTyped`]; nothing was typed then.
    pub fn type_text(&self, text: &str) -> Result<(), NotTyped> {
        typist::type_text(self.window, text)
    }
}

/// Whether this system lets programs type.
#[must_use]
pub fn can_type() -> bool {
    typist::is_possible()
}

/// Waits until the person holds no key any more, but not for long: false if they still do. A
/// held Enter would go on in the window that gets the keyboard next.
#[must_use]
pub fn wait_for_keys() -> bool {
    typist::wait_for_keys()
}
