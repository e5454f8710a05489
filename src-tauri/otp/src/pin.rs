//! The PIN that some kinds of keys need beside the secret.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::Error;

/// A PIN: 1 to [`Pin::MAX_BYTES`] bytes of text, without spaces around it.
///
/// Wiped from memory when dropped, compared in constant time, never shown by `Debug`.
#[derive(Clone)]
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// The longest PIN, in bytes. Yandex takes up to 16 digits, mOTP usually 4.
    pub const MAX_BYTES: usize = 64;

    /// A PIN as it was typed.
    ///
    /// # Errors
    /// [`Error::PinMissing`] if nothing is left of it, [`Error::PinTooLong`].
    pub fn new(text: &str) -> Result<Self, Error> {
        match text.trim() {
            "" => Err(Error::PinMissing),
            pin if pin.len() > Self::MAX_BYTES => Err(Error::PinTooLong),
            pin => Ok(Self(Zeroizing::new(pin.to_owned()))),
        }
    }

    /// The PIN itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Pin {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Pin {}

impl fmt::Debug for Pin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Pin([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_some_text_without_spaces_around() {
        assert_eq!(Pin::new(" 1234\n").unwrap().as_str(), "1234");
        assert_eq!(Pin::new("x y").unwrap().as_str(), "x y");
        assert_eq!(Pin::new(" \t"), Err(Error::PinMissing));
        assert_eq!(Pin::new(&"1".repeat(65)), Err(Error::PinTooLong));
        assert_ne!(Pin::new("1234"), Pin::new("1235"));
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Pin::new("1234")), "Ok(Pin([REDACTED]))");
    }
}
