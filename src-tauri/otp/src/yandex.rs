//! The secret of a Yandex key. Its QR code has 16 bytes; the text that Yandex shows for
//! typing has 26, of which the last 12 bits check the others.

use crate::{Error, Secret};

/// The bytes that make codes.
pub(crate) const KEY_BYTES: usize = 16;
/// All bytes of a typed key: the key, the account, the PIN's length and the check.
const TYPED_BYTES: usize = 26;

/// The 16 bytes that make codes.
///
/// # Errors
/// [`Error::YandexLength`] and [`Error::YandexCheck`].
pub(crate) fn key(secret: Secret) -> Result<Secret, Error> {
    let bytes = secret.expose();
    match bytes.len() {
        KEY_BYTES => Ok(secret.clone()),
        TYPED_BYTES => match is_whole(&bytes) {
            true => Secret::from_bytes(bytes[..KEY_BYTES].to_vec()),
            false => Err(Error::YandexCheck),
        },
        _ => Err(Error::YandexLength),
    }
}

/// Whether the last 12 bits are what polynomial division leaves of the bits before them.
fn is_whole(bytes: &[u8]) -> bool {
    const POLYNOMIAL: u16 = 0b1_1000_1111_0011;
    const CHECK_BITS: usize = 12;
    let bits = |range: std::ops::Range<usize>| {
        range.map(|bit| u16::from(bytes[bit / 8] >> (7 - bit % 8) & 1))
    };
    let checked = bytes.len() * 8 - CHECK_BITS;
    let remainder = bits(0..checked).fold(0, |rest, bit| {
        let rest = rest << 1 | bit;
        match rest >> CHECK_BITS {
            0 => rest,
            _ => rest ^ POLYNOMIAL,
        }
    });
    let stated = bits(checked..bytes.len() * 8).fold(0, |value, bit| value << 1 | bit);
    remainder == stated
}
