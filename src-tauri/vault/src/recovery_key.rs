//! The recovery key: 32 characters on a sheet of paper that open the vault when the
//! password is forgotten.
//!
//! 30 characters of Crockford's base32 are random (150 bits), two are a checksum, so that a
//! typing mistake is told at once and not mistaken for a wrong key. The text itself, upper
//! case and without separators, is the key material.

use std::fmt;

use zeroize::Zeroizing;

use crate::Error;
use crate::random::{self, Random};

/// Crockford's base32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 32;
const RANDOM_LENGTH: usize = 30;
/// The largest prime that fits into the 10 bits of the checksum. The remainder by it changes
/// with every single mistyped character and with every two swapped ones.
const MODULUS: u32 = 1021;

/// A recovery key. See [`RecoveryKey::groups`] for how it is shown.
#[derive(Clone)]
pub struct RecoveryKey(Box<Zeroizing<[u8; LENGTH]>>);

impl RecoveryKey {
    /// A new random key.
    ///
    /// # Errors
    /// The operating system gives no random numbers.
    pub fn generate() -> Result<Self, Error> {
        Self::generate_from(&mut random::system)
    }

    pub(crate) fn generate_from(random: Random) -> Result<Self, Error> {
        let mut key = Self::zero();
        random(&mut key.0[..RANDOM_LENGTH])?;
        for byte in &mut key.0[..RANDOM_LENGTH] {
            // 256 is a multiple of 32: every character is equally likely.
            *byte = ALPHABET[usize::from(*byte % 32)];
        }
        let check = checksum(&key.0[..RANDOM_LENGTH]);
        key.0[RANDOM_LENGTH..].copy_from_slice(&check);
        Ok(key)
    }

    /// Reads a key as a person types it: spaces, dashes and letter case do not matter, and I
    /// and L are read as 1, O as 0.
    ///
    /// # Errors
    /// It has a character that no recovery key has, not 32 characters, or a checksum that
    /// does not fit.
    pub fn parse(typed: &str) -> Result<Self, Error> {
        let mut key = Self::zero();
        let mut found = 0;
        for character in typed.chars().filter(|c| !is_separator(*c)) {
            let symbol = symbol(character).ok_or(Error::RecoveryKeyCharacter {
                position: found + 1,
                character,
            })?;
            if let Some(place) = key.0.get_mut(found) {
                *place = symbol;
            }
            found += 1;
        }
        if found != LENGTH {
            return Err(Error::RecoveryKeyLength { found });
        }
        if checksum(&key.0[..RANDOM_LENGTH]) != key.0[RANDOM_LENGTH..] {
            return Err(Error::RecoveryKeyTypo);
        }
        Ok(key)
    }

    /// The key as it is shown: eight groups of four characters.
    #[must_use]
    pub fn groups(&self) -> [Zeroizing<String>; 8] {
        std::array::from_fn(|group| {
            let characters = &self.0[group * 4..group * 4 + 4];
            Zeroizing::new(characters.iter().copied().map(char::from).collect())
        })
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    fn zero() -> Self {
        Self(Box::new(Zeroizing::new([0; LENGTH])))
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey([REDACTED])")
    }
}

fn is_separator(character: char) -> bool {
    // The dashes that word processors put in place of a hyphen count too.
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn symbol(typed: char) -> Option<u8> {
    let upper = match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let byte = u8::try_from(upper).ok()?;
    ALPHABET.contains(&byte).then_some(byte)
}

/// The two characters of the checksum: the 30 others, read as a number in base 32, modulo
/// 1021.
fn checksum(characters: &[u8]) -> [u8; 2] {
    let remainder = characters.iter().fold(0, |remainder, character| {
        (remainder * 32 + value(*character)) % MODULUS
    });
    [remainder / 32, remainder % 32].map(|digit| ALPHABET[digit as usize])
}

fn value(character: u8) -> u32 {
    let mut value = 0;
    // Every symbol is looked at, whichever is the right one.
    for (index, symbol) in (0..).zip(ALPHABET) {
        if *symbol == character {
            value = index;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXPY";

    fn text(key: &RecoveryKey) -> String {
        key.groups().map(|group| group.to_string()).join("-")
    }

    #[test]
    fn is_eight_groups_of_four() {
        assert_eq!(text(&RecoveryKey::parse(KEY).unwrap()), KEY);
    }

    #[test]
    fn forgives_how_it_is_typed() {
        let plain = RecoveryKey::parse(KEY).unwrap();
        for typed in [
            "0123456789abcdefghjkmnpqrstvwxpy",
            " 0123 4567 89AB CDEF\nGHJK MNPQ RSTV WXPY\n",
            "O123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXPY",
            "oi23\u{2013}4567\u{2014}89ab-cdef-ghjk-mnpq-rstv-wxpy",
            "0L23-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXPY",
        ] {
            let key = RecoveryKey::parse(typed).unwrap();
            assert_eq!(key.as_bytes(), plain.as_bytes(), "{typed:?}");
        }
    }

    #[test]
    fn tells_what_is_wrong_with_it() {
        assert_eq!(
            RecoveryKey::parse("0123-45").unwrap_err().to_string(),
            "the recovery key has 6 characters instead of 32"
        );
        assert_eq!(
            RecoveryKey::parse(&format!("{KEY}0"))
                .unwrap_err()
                .to_string(),
            "the recovery key has 33 characters instead of 32"
        );
        assert_eq!(
            RecoveryKey::parse("0123-4U67").unwrap_err().params(),
            [("position", "6".to_owned()), ("character", "U".to_owned())]
        );
    }

    #[test]
    fn every_mistyped_character_is_noticed() {
        let right = KEY.replace('-', "");
        for position in 0..LENGTH {
            for wrong in ALPHABET {
                let mut typed = right.clone().into_bytes();
                if typed[position] == *wrong {
                    continue;
                }
                typed[position] = *wrong;
                let typed = String::from_utf8(typed).unwrap();
                let error = RecoveryKey::parse(&typed).unwrap_err();
                assert_eq!(error.id(), "vault-recovery-key-typo", "{typed}");
            }
        }
    }

    #[test]
    fn every_swap_of_two_characters_is_noticed() {
        let right = KEY.replace('-', "");
        for first in 0..LENGTH {
            for second in 0..first {
                let mut typed = right.clone().into_bytes();
                typed.swap(first, second);
                if typed == right.as_bytes() {
                    continue;
                }
                let typed = String::from_utf8(typed).unwrap();
                assert!(RecoveryKey::parse(&typed).is_err(), "{typed}");
            }
        }
    }

    #[test]
    fn new_keys_differ_and_read_back() {
        let first = RecoveryKey::generate().unwrap();
        let second = RecoveryKey::generate().unwrap();
        assert_ne!(text(&first), text(&second));
        let again = RecoveryKey::parse(&text(&first)).unwrap();
        assert_eq!(again.as_bytes(), first.as_bytes());
    }
}
