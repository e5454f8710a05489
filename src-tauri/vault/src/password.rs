//! A password as a person types it, in the one form in which it is used.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::Error;

const MAX_BYTES: usize = 1024;

/// A vault's password in Unicode normal form NFKC: the same text typed on two systems gives
/// the same bytes. Nothing is trimmed, since a space may be meant.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes a typed password.
    ///
    /// # Errors
    /// It is empty, or longer than 1024 bytes in NFKC.
    pub fn new(typed: Zeroizing<String>) -> Result<Self, Error> {
        // One buffer of the full size: growing would leave copies of the password behind.
        let mut normal = Zeroizing::new(String::with_capacity(MAX_BYTES));
        for character in typed.nfkc() {
            if normal.len() + character.len_utf8() > MAX_BYTES {
                return Err(Error::PasswordTooLong);
            }
            normal.push(character);
        }
        if normal.is_empty() {
            return Err(Error::PasswordEmpty);
        }
        Ok(Self(normal))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(typed: &str) -> Result<Password, Error> {
        Password::new(Zeroizing::new(typed.to_owned()))
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_password() {
        let composed = password("Zürich").unwrap();
        let decomposed = password("Zu\u{308}rich").unwrap();
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
    }

    #[test]
    fn spaces_and_case_count() {
        assert_eq!(password(" a ").unwrap().as_bytes(), b" a ");
        assert_eq!(password("A").unwrap().as_bytes(), b"A");
    }

    #[test]
    fn length_is_counted_after_normalisation() {
        assert_eq!(password("").unwrap_err().id(), "vault-password-empty");
        assert!(password(&"a".repeat(1024)).is_ok());
        let long = password(&"a".repeat(1025)).unwrap_err();
        assert_eq!(long.id(), "vault-password-too-long");
        // U+FB03, three bytes, is the three letters "ffi" in NFKC.
        assert!(password(&"\u{fb03}".repeat(341)).is_ok());
        assert!(password(&"\u{fb03}".repeat(342)).is_err());
    }

    #[test]
    fn debug_shows_no_password() {
        let shown = format!("{:?}", password("hunter2").unwrap());
        assert_eq!(shown, "Password([REDACTED])");
    }
}
