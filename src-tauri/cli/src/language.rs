//! The language of the answers: the system's, if there are texts in it.

use keytick_texts::{best, speak};

/// Speaks it from now on.
pub(crate) fn begin() {
    speak(best(wishes()));
}

/// The languages that the system is set to. `LC_ALL=C` asks for none, as scripts do.
fn wishes() -> Vec<String> {
    let plain = |value: String| matches!(value.split('.').next(), Some("C" | "POSIX"));
    match std::env::var("LC_ALL").is_ok_and(plain) {
        true => Vec::new(),
        false => sys_locale::get_locales().collect(),
    }
}
