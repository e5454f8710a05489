//! The shared secret of an account.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::{Error, Exposed, Guarded, Note, Safe, base32, hex};

/// The bytes that an account and its site share: 1 to [`Secret::MAX_BYTES`] of them.
///
/// Wiped from memory when dropped, compared in constant time, never shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Guarded);

impl Secret {
    /// The longest secret, in bytes. Sites use 10 to 64.
    pub const MAX_BYTES: usize = 1024;

    /// Shorter secrets, in bytes, are rare enough to be worth a word.
    const SHORT_BYTES: usize = 10;

    /// A secret of exactly these bytes.
    ///
    /// # Errors
    /// [`Error::SecretEmpty`] and [`Error::SecretTooLong`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, Error> {
        let bytes = Zeroizing::new(bytes);
        match bytes.len() {
            0 => Err(Error::SecretEmpty),
            1..=Self::MAX_BYTES => Ok(Self(Guarded::new(bytes))),
            _ => Err(Error::SecretTooLong),
        }
    }

    /// Reads a key as sites print it and people type it: base32, in any case, with or
    /// without spaces, dashes and padding. The note says what looked odd about it.
    ///
    /// ```
    /// use keytick_otp::Secret;
    ///
    /// let (secret, note) = Secret::from_base32("jbsw y3dp-ehpk 3pxp")?;
    /// assert_eq!(secret.to_base32().as_str(), "JBSWY3DPEHPK3PXP");
    /// assert_eq!(note, None);
    /// # Ok::<(), keytick_otp::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::SecretEmpty`], [`Error::SecretTooShort`], [`Error::SecretTooLong`], and
    /// [`Error::SecretCharacter`] for anything that is not base32.
    pub fn from_base32(text: &str) -> Result<(Self, Option<Note>), Error> {
        let decoded = base32::decode(text)?;
        if decoded.characters == 0 {
            return Err(Error::SecretEmpty);
        }
        if decoded.bytes.is_empty() {
            return Err(Error::SecretTooShort);
        }
        let note = if matches!(decoded.characters % 8, 1 | 3 | 6) {
            Some(Note::UnusualKeyLength)
        } else {
            None
        };
        let secret = Self(Guarded::new(decoded.bytes));
        let short = secret.is_short().then_some(Note::ShortKey);
        Ok((secret, note.or(short)))
    }

    /// Reads a key in hexadecimal, as mOTP's are, in any case, with or without spaces.
    ///
    /// # Errors
    /// [`Error::SecretEmpty`], [`Error::SecretTooLong`], [`Error::HexCharacter`] and
    /// [`Error::HexOdd`].
    pub fn from_hex(text: &str) -> Result<Self, Error> {
        let bytes = hex::decode(text)?;
        match bytes.is_empty() {
            true => Err(Error::SecretEmpty),
            false => Ok(Self(Guarded::new(bytes))),
        }
    }

    /// Whether it has less than 80 bits, which is worth a [`Note::ShortKey`].
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.expose().len() < Self::SHORT_BYTES
    }

    /// The secret as base32, in upper case and without padding.
    #[must_use]
    pub fn to_base32(&self) -> Zeroizing<String> {
        base32::encode(&self.expose())
    }

    /// The bytes themselves, for as long as the result lives.
    #[must_use]
    pub fn expose(&self) -> Exposed<'_> {
        self.0.expose()
    }

    /// A copy that is in no safe, for work that may go on after the safe was locked.
    #[must_use]
    pub fn taken_out(&self) -> Self {
        Self(self.0.taken_out())
    }

    /// From now on it lies encrypted in memory, and is decrypted for each use.
    pub fn keep_in(&mut self, safe: &Arc<dyn Safe>) {
        self.0.keep_in(safe);
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn bytes_of(text: &str) -> Result<(Vec<u8>, Option<Note>), Error> {
        Secret::from_base32(text).map(|(secret, note)| (secret.expose().to_vec(), note))
    }

    #[test]
    fn spaces_dashes_padding_and_case_make_no_difference() {
        let clean = bytes_of("JBSWY3DPEHPK3PXP");
        for text in [
            "JBSW Y3DP-ehpk 3pxp",
            "jbswy3dpehpk3pxp====",
            " JBSWY3DP\u{a0}EHPK3PXP\n",
            "JBSW\u{2011}Y3DP\u{200b}EHPK\u{2013}3PXP",
        ] {
            assert_eq!(bytes_of(text), clean, "{text:?}");
        }
    }

    #[test]
    fn refuses_what_is_not_base32_with_the_place_and_the_character() {
        for (text, position, character) in [
            ("not base32!", 10, '!'),
            ("JBSWY3DP0", 9, '0'),
            ("1BSW", 1, '1'),
            ("JBSW_Y3DP", 5, '_'),
            ("JBSW+Y3DP", 5, '+'),
            ("JBSWÄ", 5, 'Ä'),
        ] {
            let refused = Error::SecretCharacter {
                position,
                character,
            };
            assert_eq!(bytes_of(text), Err(refused), "{text:?}");
        }
    }

    #[test]
    fn a_length_of_no_whole_bytes_loses_its_spare_bits_and_is_noted() {
        for (text, bytes, note) in [
            ("MZXW6YTBO", &b"fooba"[..], Note::UnusualKeyLength),
            ("MZXW6YTBOIA", b"foobar", Note::UnusualKeyLength),
            ("MZXW6YTBOIAAAA", b"foobar\0\0", Note::UnusualKeyLength),
            ("MZXW6YTB", b"fooba", Note::ShortKey),
        ] {
            assert_eq!(bytes_of(text), Ok((bytes.to_vec(), Some(note))), "{text}");
        }
    }

    #[test]
    fn ten_bytes_are_long_enough() {
        assert_eq!(
            bytes_of("GEZDGNBVGY3TQOJQ"),
            Ok((b"1234567890".to_vec(), None))
        );
    }

    #[test]
    fn refuses_nothing_too_little_and_too_much() {
        assert_eq!(bytes_of(" - = "), Err(Error::SecretEmpty));
        assert_eq!(bytes_of("A"), Err(Error::SecretTooShort));
        assert_eq!(bytes_of(&"A".repeat(1640)), Err(Error::SecretTooLong));
        assert_eq!(bytes_of(&"A".repeat(1639)).unwrap().0.len(), 1024);
        assert_eq!(Secret::from_bytes(Vec::new()), Err(Error::SecretEmpty));
        assert_eq!(Secret::from_bytes(vec![0; 1025]), Err(Error::SecretTooLong));
    }

    #[test]
    fn hexadecimal_is_refused_when_empty_and_never_called_short() {
        assert_eq!(Secret::from_hex(" - "), Err(Error::SecretEmpty));
        assert_eq!(*Secret::from_hex("0a").unwrap().expose(), [10]);
    }

    #[test]
    fn debug_shows_nothing() {
        let secret = Secret::from_bytes(b"1234567890".to_vec()).unwrap();
        assert_eq!(format!("{secret:?}"), "Secret([REDACTED])");
    }

    /// Counts how often it is asked to seal.
    struct Counting(AtomicUsize);

    impl Safe for Counting {
        fn seal(&self, plain: &[u8]) -> Vec<u8> {
            self.0.fetch_add(1, Ordering::Relaxed);
            plain.to_vec()
        }

        fn open(&self, sealed: &[u8]) -> Zeroizing<Vec<u8>> {
            Zeroizing::new(sealed.to_vec())
        }
    }

    #[test]
    fn goes_into_the_safe_that_it_is_told_to_be_kept_in() {
        let counting = Arc::new(Counting(0.into()));
        let safe: Arc<dyn Safe> = counting.clone();
        let mut secret = Secret::from_bytes(b"12345".to_vec()).unwrap();
        secret.keep_in(&safe);
        assert_eq!(counting.0.load(Ordering::Relaxed), 1);
        assert_eq!(&*secret.expose(), b"12345");
    }
}
