//! A chord that works in every window of a Linux desktop, in the way that the desktop has.

use crate::{Chord, portal, x11};

/// Why a chord does not work in every window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGrabbed {
    /// Another program has it.
    Taken,
    /// The person, or the desktop for them, said no.
    Refused,
    /// Nothing here could do it, or there is no such key on the keyboard.
    Impossible,
}

/// A chord that is ours for as long as this lives.
pub enum Hotkey {
    /// Taken from the X server.
    X11(x11::Hotkey),
    /// Lent by a Wayland desktop.
    Portal(portal::Hotkey),
}

impl Hotkey {
    /// Takes a chord from the X server, and calls `pressed` in a thread of its own each time
    /// it is pressed.
    ///
    /// # Errors
    /// [`NotGrabbed::Taken`]; [`NotGrabbed::Impossible`] on Wayland always.
    pub fn grab(chord: &Chord, pressed: impl Fn() + Send + 'static) -> Result<Self, NotGrabbed> {
        x11::Hotkey::grab(chord, pressed).map(Self::X11)
    }
}

/// Whether windows are drawn by a Wayland desktop, which keeps all keys to itself. An X server
/// that stands in for it knows neither the windows nor the keys of other programs.
#[must_use]
pub fn is_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty())
}
