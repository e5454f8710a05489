//! Tells when a person leaves the computer: the screen is locked, or it goes to sleep.
//!
//! Linux asks logind and the desktops' screen savers over D-Bus, and holds sleep back for the
//! moment that it takes to react; its test brings a message bus of its own. macOS and Windows
//! have their notifications; those two are type-checked and were never run.

#[cfg(target_os = "linux")]
pub mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

/// How a person leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// The screen was locked, or another person took it over.
    ScreenLocked,
    /// The computer is about to sleep.
    Sleep,
}

/// Calls `tell` each time a person leaves, from threads of its own or the system's. Sleep
/// waits until `tell` has returned, where the system lets programs hold it back.
///
/// On macOS it is to be called by the thread that runs the window. Where the system tells
/// nothing, nothing is heard.
pub fn watch(tell: impl Fn(Leaving) + Send + Sync + 'static) {
    #[cfg(target_os = "linux")]
    linux::watch(linux::Buses::default(), tell);
    #[cfg(target_os = "macos")]
    macos::watch(tell);
    #[cfg(windows)]
    windows::watch(tell);
    #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
    drop(tell);
}
