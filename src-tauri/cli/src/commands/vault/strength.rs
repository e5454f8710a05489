//! A word about a password that is easy to guess. It is the person's to choose all the same.

use zxcvbn::{Score, zxcvbn};

use crate::context::Context;

/// The estimate's time grows with the square of the length, and a longer password is not
/// weak for what follows.
const LOOKED_AT: usize = 100;

/// Warns of a password that somebody with a copy of the file could guess.
pub(super) fn warn(password: &str, context: &Context) {
    let start: String = password.chars().take(LOOKED_AT).collect();
    let start = zeroize::Zeroizing::new(start);
    if zxcvbn(&start, &["keytick"]).score() < Score::Three {
        context.say("cli-weak-password", &[]);
    }
}
