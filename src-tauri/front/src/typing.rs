//! Typing into the window in front, in place of a person: why it is not done.

/// Why nothing was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTyped {
    /// The window that it is for has not got the keyboard: another one has it, or another
    /// program hears all keys, as a screen lock does.
    #[error("the keyboard is elsewhere")]
    Elsewhere,
    /// A key is held, which would make something else of what is typed.
    #[error("a key is held down")]
    Held,
    /// The system does not let programs type, or no key of the keyboard makes a character.
    #[error("there is no way to type this")]
    Impossible,
}

#[cfg(not(target_os = "linux"))]
pub(crate) mod nowhere {
    //! No typing on Windows and macOS. Their calls for it say nothing of a window with more
    //! rights that got no key, or need the right to watch every key.

    use super::NotTyped;
    use crate::system::Window;

    pub fn is_possible() -> bool {
        false
    }

    pub fn wait_for_keys() -> bool {
        true
    }

    pub fn wait_for_keyboard(_: Window) {}

    pub fn type_text(_: Window, _: &str) -> Result<(), NotTyped> {
        Err(NotTyped::Impossible)
    }
}
