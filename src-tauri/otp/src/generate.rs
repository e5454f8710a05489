//! Codes from secrets. totp-rs makes TOTP codes of 6 to 9 digits and Steam's; the codes it
//! does not make (4, 5 and 10 digits, and everything counted) are made here and checked
//! against it below; so are those of mOTP and Yandex.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};
use totp_rs::{Builder, Token};
use zeroize::Zeroizing;

use crate::yandex::KEY_BYTES;
use crate::{Algorithm, Digits, Kind, Period, Pin, Secret, hex};

/// The longest code, in characters.
const MAX_CHARACTERS: usize = 10;

/// The TOTP code at `unix_seconds` (RFC 6238).
pub(crate) fn totp(
    secret: &Secret,
    algorithm: Algorithm,
    digits: Digits,
    period: Period,
    unix_seconds: u64,
) -> Zeroizing<String> {
    if !(6..=9).contains(&digits.get()) {
        let step = unix_seconds / u64::from(period.get());
        return hotp(secret, algorithm, digits, step);
    }
    let totp = Builder::new()
        .with_secret(&*secret.expose())
        .with_algorithm(match algorithm {
            Algorithm::Sha1 => totp_rs::Algorithm::SHA1,
            Algorithm::Sha256 => totp_rs::Algorithm::SHA256,
            Algorithm::Sha512 => totp_rs::Algorithm::SHA512,
        })
        .with_digits(digits.get())
        .with_step_duration(u64::from(period.get()))
        .build_noncompliant(); // RFC 4226 wants 128 bits of secret; many sites give 80.
    written(&totp.generate(unix_seconds))
}

/// Steam's code at `unix_seconds`.
pub(crate) fn steam(secret: &Secret, unix_seconds: u64) -> Zeroizing<String> {
    let totp = Builder::new_steam()
        .with_secret(&*secret.expose())
        .build_noncompliant();
    written(&totp.generate(unix_seconds))
}

/// The HOTP code of `counter` (RFC 4226).
pub(crate) fn hotp(
    secret: &Secret,
    algorithm: Algorithm,
    digits: Digits,
    counter: u64,
) -> Zeroizing<String> {
    let counter = counter.to_be_bytes();
    let key = &secret.expose();
    let value = match algorithm {
        Algorithm::Sha1 => truncated(&hmac::<Hmac<Sha1>>(key, &counter)),
        Algorithm::Sha256 => truncated(&hmac::<Hmac<Sha256>>(key, &counter)),
        Algorithm::Sha512 => truncated(&hmac::<Hmac<Sha512>>(key, &counter)),
    };
    let digits = digits.get();
    let value = u64::from(value) % 10_u64.pow(u32::from(digits));
    let width = usize::from(digits);
    let mut text = Zeroizing::new(String::with_capacity(MAX_CHARACTERS));
    write!(text, "{value:0width$}").expect("writing into a String never fails");
    text
}

/// mOTP's code at `unix_seconds`: the first digits of MD5 over the count of ten seconds, the
/// secret in hexadecimal and the PIN, all as text.
pub(crate) fn motp(secret: &Secret, pin: &Pin, unix_seconds: u64) -> Zeroizing<String> {
    let count = unix_seconds / u64::from(Kind::MOTP_PERIOD);
    let hash = Md5::new()
        .chain_update(count.to_string())
        .chain_update(&*hex::encode(&secret.expose()))
        .chain_update(pin.as_str())
        .finalize();
    let mut text = hex::encode(&hash);
    text.truncate(Kind::MOTP_DIGITS.into());
    text
}

/// Yandex's code at `unix_seconds`: HMAC-SHA-256 under a hash of PIN and key, truncated to 63
/// bits and written in letters. A hash that begins with a zero byte loses it, since Yandex's
/// own program takes it for a number.
pub(crate) fn yandex(secret: &Secret, pin: &Pin, unix_seconds: u64) -> Zeroizing<String> {
    let bytes = secret.expose();
    let hash = Sha256::new()
        .chain_update(pin.as_str())
        .chain_update(&bytes[..bytes.len().min(KEY_BYTES)])
        .finalize();
    let hash = Zeroizing::new(<[u8; 32]>::from(hash));
    let key = hash.strip_prefix(&[0]).unwrap_or(&*hash);
    let step = unix_seconds / u64::from(Kind::YANDEX_PERIOD);
    let mac = hmac::<Hmac<Sha256>>(key, &step.to_be_bytes());
    let offset = usize::from(mac[mac.len() - 1] & 0xf);
    let eight = mac[offset..]
        .first_chunk()
        .expect("the hash has 32 bytes and the offset is at most 15");
    letters(u64::from_be_bytes(*eight) & (u64::MAX >> 1))
}

/// The last letters of `value` written to the base 26.
fn letters(mut value: u64) -> Zeroizing<String> {
    let mut text = [0; Kind::YANDEX_DIGITS as usize];
    for letter in text.iter_mut().rev() {
        *letter = b'a' + (value % 26) as u8;
        value /= 26;
    }
    Zeroizing::new(text.into_iter().map(char::from).collect())
}

fn hmac<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> hmac::digest::Output<M> {
    let mut mac = <M as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(message);
    mac.finalize().into_bytes()
}

/// The 31 bits at the place that the last byte names (RFC 4226 section 5.3).
fn truncated(hash: &[u8]) -> u32 {
    let last = hash.last().copied().unwrap_or_default();
    let offset = usize::from(last & 0xf);
    let four = hash[offset..]
        .first_chunk()
        .expect("the shortest hash has 20 bytes and the offset is at most 15");
    u32::from_be_bytes(*four) & 0x7fff_ffff
}

fn written(token: &Token) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(MAX_CHARACTERS));
    write!(text, "{token}").expect("writing into a String never fails");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// totp-rs knows no HOTP, but a period of one second makes its time a counter.
    fn by_totp_rs(secret: &Secret, algorithm: Algorithm, digits: u8, counter: u64) -> String {
        let period = Period::new(1).unwrap();
        let nine = Digits::new(9).unwrap();
        let code = totp(secret, algorithm, nine, period, counter);
        code[usize::from(9 - digits)..].to_owned()
    }

    #[test]
    fn our_codes_end_as_those_of_totp_rs() {
        for algorithm in [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512] {
            for length in [1, 10, 20, 32, 63, 64, 65, 128, 129, 1024] {
                let secret = Secret::from_bytes(vec![length as u8 ^ 0xa5; length]).unwrap();
                for counter in [0, 1, 59, u64::from(u32::MAX), u64::MAX] {
                    for digits in 4..=9 {
                        let ours = hotp(&secret, algorithm, Digits::new(digits).unwrap(), counter);
                        assert_eq!(*ours, by_totp_rs(&secret, algorithm, digits, counter));
                    }
                    let ten = hotp(&secret, algorithm, Digits::new(10).unwrap(), counter);
                    assert_eq!(ten[1..], by_totp_rs(&secret, algorithm, 9, counter));
                }
            }
        }
    }
}
