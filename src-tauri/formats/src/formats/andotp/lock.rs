//! andOTP's encryptions, neither with any mark. The current one: the number of rounds (a
//! 32-bit number, big-endian), 12 bytes of salt, 12 of nonce, then what is encrypted; the key
//! is PBKDF2-HMAC-SHA-1 of the password. The old one: 12 bytes of nonce, then what is
//! encrypted; the key is SHA-256 of the password. Both encrypt with AES-256-GCM.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Error, Hash, Kdf, Reading, Writing, cipher, encoding};

/// Rounds that andOTP can have drawn: 140,000 to 160,000 today, fewer before.
const PLAUSIBLE_ROUNDS: std::ops::RangeInclusive<u32> = 1000..=10_000_000;

type Key = Zeroizing<[u8; 32]>;

/// Whether bytes without a mark may be a backup: long enough, and as even as only encrypted
/// bytes are.
pub(super) fn could_be(bytes: &[u8]) -> bool {
    const NONCE_AND_TAG: usize = 12 + 16;
    const LOOKED_AT: usize = 4096;
    let sample = &bytes[..bytes.len().min(LOOKED_AT)];
    let has_rounds =
        matches!(rounds(bytes), Some((rounds, _)) if PLAUSIBLE_ROUNDS.contains(&rounds));
    // The number of rounds is not random.
    let sample = match has_rounds {
        true => &sample[4..],
        false => sample,
    };
    bytes.len() > NONCE_AND_TAG && is_even(sample)
}

/// Whether about half of the bits are set, and about half of the highest bits, which are not
/// in texts; and no four bytes in a row are the same.
fn is_even(bytes: &[u8]) -> bool {
    let ones: u32 = bytes.iter().map(|byte| byte.count_ones()).sum();
    let highest = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let repeats = bytes
        .windows(4)
        .any(|four| four.iter().all(|byte| *byte == four[0]));
    is_half(ones as usize, 8 * bytes.len()) && is_half(highest, bytes.len()) && !repeats
}

/// Whether it is within five standard deviations of what coins would give.
fn is_half(heads: usize, coins: usize) -> bool {
    let (heads, coins) = (heads as f64, coins as f64);
    (heads - coins / 2.0).abs() < 5.0 * coins.sqrt() / 2.0
}

/// The number of rounds, and what follows it.
fn rounds(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (rounds, rest) = bytes.split_first_chunk()?;
    Some((u32::from_be_bytes(*rounds), rest))
}

/// Opens the backup: the current encryption where the number of rounds can be one, else the
/// old.
pub(super) fn open(bytes: &[u8], reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let password = reading.password_of_unmarked()?;
    if let Some((rounds, rest)) = rounds(bytes)
        && PLAUSIBLE_ROUNDS.contains(&rounds)
    {
        match open_current(rounds, rest, password, reading) {
            Err(Error::WrongPassword | Error::Damaged { .. }) => {}
            opened => return opened,
        }
    }
    let key = old_key(password);
    let (nonce, sealed) = encoding::split(bytes, "nonce")?;
    Ok(cipher::open_gcm(&key, nonce, &[], sealed)?)
}

fn open_current(
    rounds: u32,
    rest: &[u8],
    password: &str,
    reading: &Reading,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (salt, rest) = encoding::split::<12>(rest, "salt")?;
    let (nonce, sealed) = encoding::split(rest, "nonce")?;
    let mut key = Key::default();
    reading.derive(&kdf(rounds), password.as_bytes(), salt, &mut *key)?;
    Ok(cipher::open_gcm(&key, nonce, &[], sealed)?)
}

fn kdf(rounds: u32) -> Kdf {
    Kdf::Pbkdf2 {
        hash: Hash::Sha1,
        rounds,
    }
}

fn old_key(password: &str) -> Key {
    Zeroizing::new(Sha256::digest(password).into())
}

/// Locks the backup with the current encryption. andOTP draws the number of rounds anew for
/// every file.
pub(super) fn lock(backup: &[u8], password: &str, writing: &mut Writing) -> Result<Vec<u8>, Error> {
    const FEWEST_ROUNDS: u32 = 140_000;
    const SPAN: u32 = 20_001;
    let rounds = FEWEST_ROUNDS + u32::from_be_bytes(writing.random()) % SPAN;
    let salt: [u8; 12] = writing.random();
    let nonce: [u8; 12] = writing.random();
    let mut key = Key::default();
    writing.derive(&kdf(rounds), password.as_bytes(), &salt, &mut *key)?;
    let sealed = cipher::seal_gcm(&key, &nonce, &[], backup);
    Ok([&rounds.to_be_bytes()[..], &salt, &nonce, &sealed].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(length: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for block in 0.. {
            bytes.extend(Sha256::digest(u64::to_be_bytes(block)));
            if bytes.len() >= length {
                break;
            }
        }
        bytes.truncate(length);
        bytes
    }

    #[test]
    fn only_even_bytes_could_be_a_backup() {
        for length in [29, 32, 100, 5000] {
            assert!(could_be(&noise(length)), "{length}");
        }
        let rounds = 145_776_u32.to_be_bytes();
        assert!(could_be(&[&rounds[..], &noise(100)].concat()));
        assert!(!could_be(&noise(28)));
        assert!(!could_be(&[noise(100), vec![0; 4], noise(100)].concat()));
        assert!(!could_be(&[0x01; 200]));
        let text = b"otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP\0\xff\x01";
        assert!(!could_be(text));
        assert!(!could_be(b""));
    }

    #[test]
    fn the_old_encryption_is_tried_where_the_rounds_cannot_be() {
        let nonce = [0xff; 12];
        let sealed = cipher::seal_gcm(&old_key("test"), &nonce, &[], b"[]");
        let bytes = [&nonce[..], &sealed].concat();
        assert_eq!(**open(&bytes, &Reading::new(Some("test"))).unwrap(), *b"[]");
        let wrong = open(&bytes, &Reading::new(Some("no"))).err();
        assert_eq!(wrong, Some(Error::WrongPassword));
    }

    #[test]
    fn the_old_encryption_is_tried_where_rounds_were_only_chance() {
        let mut nonce = [7; 12];
        nonce[..4].copy_from_slice(&2000_u32.to_be_bytes());
        let sealed = cipher::seal_gcm(&old_key("test"), &nonce, &[], b"[]");
        let bytes = [&nonce[..], &sealed].concat();
        assert_eq!(**open(&bytes, &Reading::new(Some("test"))).unwrap(), *b"[]");
    }
}
