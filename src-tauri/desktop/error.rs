//! What a command refuses, in the one shape that the page knows.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;

/// An error as it crosses to the page: the id of a message, and its named parts.
///
/// The sentence is the message of that id, what to do its attribute `.hint`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UiError {
    /// The message's id.
    pub id: String,
    /// The named parts of that message.
    pub params: BTreeMap<String, String>,
}

/// The ids of the errors that are the shell's own.
pub const ERROR_IDS: &[&str] = &[
    "desktop-locked",
    "desktop-no-vault",
    "desktop-already-unlocked",
    "desktop-wait",
    "desktop-unlock-first",
    "desktop-no-clipboard",
    "desktop-clipboard-busy",
    "desktop-typing-elsewhere",
    "desktop-typing-held",
    "desktop-typing-impossible",
    "desktop-save-picture-first",
    "desktop-not-a-file",
    "desktop-cannot-read",
    "desktop-folder-too-large",
    "desktop-no-backup",
    "desktop-unknown-format",
    "desktop-nothing-to-export",
    "desktop-not-checked",
    "desktop-plain-not-understood",
    "desktop-no-phone-codes",
    "desktop-no-recovery-codes",
    "desktop-no-recovery-text",
    "desktop-cannot-save",
    "desktop-settings-not-saved",
    "desktop-no-settings",
    "desktop-no-autostart",
    "desktop-keys-taken",
    "desktop-no-clock-settings",
    "desktop-reading-already",
    "desktop-no-review",
    "desktop-nothing-to-undo",
    "desktop-file-gone",
    "desktop-file-missing",
    "desktop-no-recovery-key",
    "desktop-nothing-to-copy",
    "desktop-bad-request",
    "desktop-password-too-easy",
    "desktop-no-data-folder",
    "desktop-no-random",
    "desktop-no-keychain",
    "desktop-no-display",
    "desktop-no-window",
    "desktop-lab-no-command",
    "desktop-lab-not-started",
    "desktop-lab-stopped",
    "desktop-lab-refused",
    "desktop-lab-no-code",
    "desktop-lab-no-browser",
    "desktop-capture-refused",
    "desktop-capture-impossible",
    "desktop-forked-copy",
    "desktop-restored-copy",
    "desktop-kept-beside",
    "desktop-pin-short",
    "desktop-pin-forgotten",
    "desktop-no-vault-backup",
    "desktop-internal",
];

impl UiError {
    /// An error of the shell itself: one of [`ERROR_IDS`], without parts.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        debug_assert!(ERROR_IDS.contains(&id), "{id} is not listed");
        Self {
            id: id.to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// What the vault says of a recovery key that is not its own.
    #[must_use]
    pub(crate) fn wrong_recovery_key(path: &Path) -> Self {
        let path = path.to_owned();
        keytick_vault::Error::WrongRecoveryKey { path }.into()
    }

    /// The same error with one more named part.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    pub(crate) fn of(id: &str, params: Vec<(&'static str, String)>) -> Self {
        let params = params.into_iter().map(|(name, value)| match name {
            "path" => (name.to_owned(), file_name(value)),
            _ => (name.to_owned(), value),
        });
        Self {
            id: id.to_owned(),
            params: params.collect(),
        }
    }
}

/// Where things lie on this computer is no business of the page; what they are called is.
fn file_name(path: String) -> String {
    match Path::new(&path).file_name() {
        Some(name) => name.to_string_lossy().into_owned(),
        None => path,
    }
}

/// Each library names its own errors; here they only change their shape.
macro_rules! from_library_errors {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for UiError {
            fn from(error: $error) -> Self {
                Self::of(error.id(), error.params())
            }
        }
    )*};
}

from_library_errors!(
    keytick_accounts::Error,
    keytick_formats::Error,
    keytick_otp::Error,
    keytick_qr::EncodeError,
    keytick_qr::PictureError,
    keytick_vault::Error,
);
