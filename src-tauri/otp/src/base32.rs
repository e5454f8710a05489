//! Base32 as people type it and sites print it: [RFC 4648 section 6] with spaces, dashes and
//! padding forgiven. Anything else is refused: a guessed character makes wrong codes.
//!
//! [RFC 4648 section 6]: https://www.rfc-editor.org/rfc/rfc4648#section-6

use zeroize::Zeroizing;

use crate::{Error, Secret};

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BITS: u32 = 5;

/// What a base32 text holds.
pub(crate) struct Decoded {
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// How many characters of the alphabet the text had.
    pub(crate) characters: usize,
}

/// Reads `text`. Bits that fill no whole byte are dropped, as sites and programs do.
pub(crate) fn decode(text: &str) -> Result<Decoded, Error> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len().min(Secret::MAX_BYTES * 2)));
    let mut pending: u32 = 0;
    let mut pending_bits: u32 = 0;
    let mut characters = 0;
    for character in text.chars().filter(|character| !is_separator(*character)) {
        characters += 1;
        let value = value_of(character).ok_or(Error::SecretCharacter {
            position: characters,
            character,
        })?;
        pending = pending << BITS | value;
        pending_bits += BITS;
        if pending_bits >= 8 {
            pending_bits -= 8;
            if bytes.len() == Secret::MAX_BYTES {
                return Err(Error::SecretTooLong);
            }
            bytes.push((pending >> pending_bits) as u8);
            pending &= (1 << pending_bits) - 1;
        }
    }
    Ok(Decoded { bytes, characters })
}

/// Writes `bytes` in upper case, without padding.
pub(crate) fn encode(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity((bytes.len() * 8).div_ceil(5)));
    let mut pending: u32 = 0;
    let mut pending_bits: u32 = 0;
    for byte in bytes {
        pending = pending << 8 | u32::from(*byte);
        pending_bits += 8;
        while pending_bits >= BITS {
            pending_bits -= BITS;
            text.push(symbol(pending >> pending_bits));
        }
        pending &= (1 << pending_bits) - 1;
    }
    if pending_bits > 0 {
        text.push(symbol(pending << (BITS - pending_bits)));
    }
    text
}

fn symbol(value: u32) -> char {
    char::from(ALPHABET[(value & 31) as usize])
}

fn value_of(character: char) -> Option<u32> {
    match character.to_ascii_uppercase() {
        letter @ 'A'..='Z' => Some(letter as u32 - 'A' as u32),
        digit @ '2'..='7' => Some(digit as u32 - '2' as u32 + 26),
        _ => None,
    }
}

/// What only groups a key for the eye: spaces, dashes, padding, and the invisible characters
/// that come along when a key is copied from a web page.
pub(crate) fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '=' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2010}'..='\u{2015}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648 section 10.
    #[test]
    fn reads_and_writes_the_vectors_of_the_rfc() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY======"),
            ("fo", "MZXQ===="),
            ("foo", "MZXW6==="),
            ("foob", "MZXW6YQ="),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI======"),
        ] {
            assert_eq!(decode(text).unwrap().bytes.as_slice(), bytes.as_bytes());
            assert_eq!(
                encode(bytes.as_bytes()).as_str(),
                text.trim_end_matches('=')
            );
        }
    }

    #[test]
    fn writes_every_length_so_that_it_reads_back() {
        for length in 0..=64_u8 {
            let bytes: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(151)).collect();
            assert_eq!(*decode(&encode(&bytes)).unwrap().bytes, bytes);
        }
    }

    #[test]
    fn counts_the_place_of_a_wrong_character_without_separators() {
        let wrong = decode("jbsw 8dpe").err();
        assert_eq!(
            wrong,
            Some(Error::SecretCharacter {
                position: 5,
                character: '8'
            })
        );
    }

    /// A text or bytes that grow leave a copy of the secret behind.
    #[test]
    fn there_is_room_for_all_of_it_at_once() {
        for length in [1, 20, Secret::MAX_BYTES] {
            let text = encode(&vec![7; length]);
            assert_eq!(text.capacity(), text.len());
            let bytes = decode(&text).unwrap().bytes;
            assert_eq!(bytes.capacity(), text.len());
        }
    }
}
