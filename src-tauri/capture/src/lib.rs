//! Reads what all screens show, at full resolution.
//!
//! One trait, [`Capture`], and a way for each system: an X server is asked directly, Wayland's
//! compositors through the desktop portal. Those for Windows and macOS are type-checked and
//! were never run. Nothing is written to the disk here; the portal hands over a file, which is
//! deleted once it is read.

mod pixels;
#[cfg(target_os = "linux")]
pub mod portal;
#[cfg(target_os = "linux")]
pub mod x11;

#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

/// What one screen shows, or all of them together.
#[derive(Clone, PartialEq, Eq)]
pub enum Shot {
    /// Pixels.
    Pixels {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Four bytes a pixel: red, green, blue, and 255.
        rgba: Vec<u8>,
    },
    /// The bytes of a picture file, such as a PNG.
    File(Vec<u8>),
}

/// Why there is no picture of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaptureError {
    /// The person or the system does not allow it.
    #[error("cannot read the screens: not allowed")]
    Refused,
    /// This system has no way to it, or did not answer.
    #[error("cannot read the screens: this system has no way to do it")]
    Impossible,
}

/// A way to the screens.
pub trait Capture {
    /// Whether the system may ask the person for permission before it hands anything over.
    fn asks(&self) -> bool;

    /// What the screens show now, in the system's order. Waits for the person where the
    /// system asks.
    ///
    /// # Errors
    /// See [`CaptureError`].
    fn shots(&self) -> Result<Vec<Shot>, CaptureError>;
}

/// The way to the screens of the system that this runs on.
#[must_use]
pub fn system() -> Box<dyn Capture> {
    #[cfg(target_os = "linux")]
    let system = match portal::is_wanted(|name| std::env::var(name).ok()) {
        true => Box::new(portal::Portal::default()) as Box<dyn Capture>,
        false => Box::new(x11::X11),
    };
    #[cfg(target_os = "macos")]
    let system = Box::new(macos::Displays);
    #[cfg(windows)]
    let system = Box::new(windows::Monitors);
    #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
    let system = Box::new(Nowhere);
    system
}

/// A system that is not known.
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
struct Nowhere;

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
impl Capture for Nowhere {
    fn asks(&self) -> bool {
        false
    }

    fn shots(&self) -> Result<Vec<Shot>, CaptureError> {
        Err(CaptureError::Impossible)
    }
}
