//! The language that the windows and dialogs speak.

use keytick_texts::{Language, best};

use crate::settings::Settings;

/// The language that a person set, or else the first of the system's that is there.
pub fn wanted(settings: &Settings) -> &'static Language {
    best(
        settings
            .language
            .clone()
            .into_iter()
            .chain(sys_locale::get_locales()),
    )
}
