//! What bears on the settings from outside.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What this system can do, and where the vault lies on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Surroundings {
    /// Whether it can keep windows out of screenshots and screen sharing.
    pub hides_from_capture: bool,
    /// Whether it lets a program type into the window of another.
    pub types_codes: bool,
    /// Whether the desktop has to be asked before keys work from anywhere, and can be.
    pub lends_keys: bool,
    /// The name of the vault's file.
    pub vault_file: String,
    /// The folder that it is in, by its last two names.
    pub vault_folder: String,
}
