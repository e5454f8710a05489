//! A word about a password that is easy to guess. It is the person's to choose all the same.

use keytick_vault::Password;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

use crate::context::Context;
use crate::error::Error;

/// The estimate's time grows with the square of the length, and a longer password is not
/// weak for what follows.
const LOOKED_AT: usize = 100;

/// A password that may be used, with a warning if somebody with a copy of the file could
/// guess it.
pub(in crate::commands) fn checked(
    typed: Zeroizing<String>,
    context: &Context,
) -> Result<Password, Error> {
    let password = Password::new(typed.clone())?;
    let start: Zeroizing<String> = Zeroizing::new(typed.chars().take(LOOKED_AT).collect());
    if zxcvbn(&start, &["keytick"]).score() < Score::Three {
        context.say("cli-weak-password", &[]);
    }
    Ok(password)
}
