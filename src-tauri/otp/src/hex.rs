//! Hexadecimal keys, as mOTP has them, with the same forgiveness as base32 keys: any case,
//! and what only groups a key for the eye.

use std::fmt::Write as _;

use zeroize::Zeroizing;

use crate::base32::is_separator;
use crate::{Error, Secret};

/// Reads `text`.
pub(crate) fn decode(text: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len().min(Secret::MAX_BYTES * 2)));
    let mut high = None;
    let digits = text.chars().filter(|character| !is_separator(*character));
    for (index, character) in digits.enumerate() {
        let value = character.to_digit(16).ok_or(Error::HexCharacter {
            position: index + 1,
            character,
        })? as u8;
        high = match high {
            None => Some(value),
            Some(_) if bytes.len() == Secret::MAX_BYTES => return Err(Error::SecretTooLong),
            Some(high) => {
                bytes.push(high << 4 | value);
                None
            }
        };
    }
    match high {
        None => Ok(bytes),
        Some(_) => Err(Error::HexOdd),
    }
}

/// Writes `bytes` in lower case.
pub(crate) fn encode(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing into a String never fails");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_any_case_and_grouping_and_writes_lower_case() {
        for text in ["e3152afee62599c8", "E315 2AFE-e625 99c8"] {
            let bytes = decode(text).unwrap();
            assert_eq!(*bytes, [0xe3, 0x15, 0x2a, 0xfe, 0xe6, 0x25, 0x99, 0xc8]);
            assert_eq!(*encode(&bytes), "e3152afee62599c8");
        }
    }

    #[test]
    fn refuses_what_is_not_hexadecimal() {
        let wrong = Error::HexCharacter {
            position: 3,
            character: 'g',
        };
        assert_eq!(decode("0 1g").unwrap_err(), wrong);
        assert_eq!(decode("012").unwrap_err(), Error::HexOdd);
        let long = "00".repeat(1025);
        assert_eq!(decode(&long).unwrap_err(), Error::SecretTooLong);
    }

    /// A text or bytes that grow leave a copy of the secret behind.
    #[test]
    fn there_is_room_for_all_of_it_at_once() {
        for length in [1, 20, Secret::MAX_BYTES] {
            let text = encode(&vec![7; length]);
            assert_eq!(text.capacity(), text.len());
            assert_eq!(decode(&text).unwrap().capacity(), text.len());
        }
    }
}
