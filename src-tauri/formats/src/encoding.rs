//! Bytes as text: base64 and hexadecimal, as other programs write them.

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use zeroize::Zeroizing;

use crate::Error;

const PADDED_OR_NOT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Bytes from base64, with or without padding and line breaks. `what` names the field.
///
/// # Errors
/// [`Error::Damaged`].
pub(crate) fn from_base64(text: &str, what: &'static str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let dense: Zeroizing<Vec<u8>> = Zeroizing::new(
        text.bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect(),
    );
    let bytes = PADDED_OR_NOT.decode(dense.as_slice());
    bytes
        .map(Zeroizing::new)
        .map_err(|_| Error::Damaged { what })
}

/// Padded base64.
pub(crate) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Bytes from hexadecimal in either case. `what` names the field.
///
/// # Errors
/// [`Error::Damaged`].
pub(crate) fn from_hex(text: &str, what: &'static str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let bytes = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes());
    bytes
        .map(Zeroizing::new)
        .map_err(|_| Error::Damaged { what })
}

/// Hexadecimal in lower case.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// The first `N` bytes, and the rest. `what` names what is too short.
///
/// # Errors
/// [`Error::Damaged`].
pub(crate) fn split<'a, const N: usize>(
    bytes: &'a [u8],
    what: &'static str,
) -> Result<(&'a [u8; N], &'a [u8]), Error> {
    bytes.split_first_chunk().ok_or(Error::Damaged { what })
}

/// Exactly `N` bytes. `what` names the field.
///
/// # Errors
/// [`Error::Damaged`].
pub(crate) fn exactly<'a, const N: usize>(
    bytes: &'a [u8],
    what: &'static str,
) -> Result<&'a [u8; N], Error> {
    bytes.try_into().map_err(|_| Error::Damaged { what })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_with_and_without_padding_and_line_breaks() {
        for text in ["AQIDBA==", "AQIDBA", "AQID\r\nBA==\n", " AQIDBA= ="] {
            assert_eq!(**from_base64(text, "x").unwrap(), [1, 2, 3, 4], "{text:?}");
        }
        let refused = from_base64("AQ!D", "salt").err();
        assert_eq!(refused, Some(Error::Damaged { what: "salt" }));
        assert_eq!(to_base64(&[1, 2, 3, 4]), "AQIDBA==");
    }

    #[test]
    fn hexadecimal_in_either_case() {
        assert_eq!(**from_hex("00fF", "x").unwrap(), [0, 255]);
        assert!(from_hex("0", "x").is_err());
        assert_eq!(to_hex(&[0, 255]), "00ff");
    }
}
