//! Opens a database of SQLCipher 3 into the plain one, in memory
//! ([its design](https://www.zetetic.net/sqlcipher/design/)).
//!
//! PBKDF2 with HMAC-SHA-1 and 64,000 rounds over the password and the first 16 bytes of the
//! file, which stand in SQLite's magic's place; pages of 1024 bytes in AES-256-CBC, each with
//! its IV and its HMAC at its end, 48 bytes in all that SQLite leaves alone.

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use zeroize::Zeroizing;

use crate::{Error, Hash, Kdf, Reading, sqlite};

const PAGE: usize = 1024;
pub(super) const RESERVE: usize = 48;
const IV: usize = 16;
const TAG: usize = 20;
const SALT: usize = 16;
const ROUNDS: u32 = 64_000;
const MAC_ROUNDS: u32 = 2;
/// Makes the salt of the HMAC's key from the other.
const MAC_SALT_MASK: u8 = 0x3a;

/// Whether these bytes can be such a database: whole pages of nothing but noise that do not
/// begin as a packed file does. There is no mark on it.
pub(super) fn could_be(bytes: &[u8]) -> bool {
    /// In noise all but a few of the 256 values come up in a page, and none of them often.
    const VALUES: usize = 230;
    const OFTEN: usize = 20;
    /// What andOTP's files have in this place, which are noise as well.
    const ANDOTP_ROUNDS: std::ops::RangeInclusive<u32> = 1..=10_000_000;
    /// Archives and pictures, which are noise too, the first bytes of their magics.
    const PACKED: [&[u8]; 9] = [
        b"PK",
        b"\x89PNG",
        b"\xff\xd8",
        b"%PDF",
        b"\x1f\x8b",
        b"RIFF",
        b"GIF8",
        b"7z",
        b"Rar!",
    ];
    let Some(page) = bytes.first_chunk::<PAGE>() else {
        return false;
    };
    let rounds = u32::from_be_bytes([page[0], page[1], page[2], page[3]]);
    let mut counts = [0_usize; 256];
    page.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    bytes.len().is_multiple_of(PAGE)
        && !PACKED.iter().any(|magic| bytes.starts_with(magic))
        && !ANDOTP_ROUNDS.contains(&rounds)
        && counts.iter().filter(|count| **count > 0).count() >= VALUES
        && counts.iter().all(|count| *count <= OFTEN)
}

/// The plain database.
///
/// # Errors
/// [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::Damaged`] for a page that is
/// not authentic behind one that was, and those of [`Reading::derive`].
pub(super) fn open(bytes: &[u8], reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    const DAMAGED: Error = Error::Damaged { what: "page" };
    let salt = bytes.first_chunk::<SALT>().ok_or(DAMAGED)?;
    let keys = Keys::derive(reading.password_of_unmarked()?.as_bytes(), salt, reading)?;
    let mut plain = Zeroizing::new(Vec::with_capacity(bytes.len()));
    for (page, number) in bytes.chunks(PAGE).zip(1_u32..) {
        // The salt stands at the start of the first page, in the clear.
        let sealed = match number {
            1 => {
                plain.extend_from_slice(sqlite::MAGIC);
                &page[SALT..]
            }
            _ => page,
        };
        match keys.open(sealed, number) {
            Some(opened) => plain.extend_from_slice(&opened),
            None if number == 1 => return Err(Error::WrongPassword),
            None => return Err(DAMAGED),
        }
        plain.extend_from_slice(&sealed[sealed.len() - RESERVE..]);
    }
    Ok(plain)
}

struct Keys {
    cipher: Zeroizing<[u8; 32]>,
    mac: Zeroizing<[u8; 32]>,
}

impl Keys {
    fn derive(password: &[u8], salt: &[u8; SALT], reading: &Reading) -> Result<Self, Error> {
        let kdf = |rounds| Kdf::Pbkdf2 {
            hash: Hash::Sha1,
            rounds,
        };
        let mut cipher = Zeroizing::new([0; 32]);
        reading.derive(&kdf(ROUNDS), password, salt, &mut *cipher)?;
        let mac_salt = salt.map(|byte| byte ^ MAC_SALT_MASK);
        let mut mac = Zeroizing::new([0; 32]);
        reading.derive(&kdf(MAC_ROUNDS), &*cipher, &mac_salt, &mut *mac)?;
        Ok(Self { cipher, mac })
    }

    /// None if the page is not authentic.
    fn open(&self, sealed: &[u8], number: u32) -> Option<Zeroizing<Vec<u8>>> {
        let (content, reserve) = sealed.split_at_checked(sealed.len().checked_sub(RESERVE)?)?;
        let (iv, rest) = reserve.split_first_chunk::<IV>()?;
        let tag = rest.first_chunk::<TAG>()?;
        let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(&*self.mac).ok()?;
        mac.update(content);
        mac.update(iv);
        mac.update(&number.to_le_bytes());
        mac.verify_slice(tag).ok()?;
        cbc::Decryptor::<Aes256>::new((&*self.cipher).into(), iv.into())
            .decrypt_padded_vec::<NoPadding>(content)
            .map(Zeroizing::new)
            .ok()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use cbc::cipher::BlockModeEncrypt;

    use super::*;

    /// Locks a plain database, whose pages have the reserve.
    pub(in super::super) fn sealed(plain: &[u8], password: &[u8]) -> Vec<u8> {
        let salt: [u8; SALT] = *b"\xf0 fifteen bytes.";
        let keys = Keys::derive(password, &salt, &Reading::new(None)).unwrap();
        let mut bytes = salt.to_vec();
        for (page, number) in plain.chunks(PAGE).zip(1_u32..) {
            let start = if number == 1 { SALT } else { 0 };
            let iv = [number as u8; IV];
            let content = cbc::Encryptor::<Aes256>::new((&*keys.cipher).into(), (&iv).into())
                .encrypt_padded_vec::<NoPadding>(&page[start..PAGE - RESERVE]);
            let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(&*keys.mac).unwrap();
            mac.update(&content);
            mac.update(&iv);
            mac.update(&number.to_le_bytes());
            bytes.extend(content);
            bytes.extend(iv);
            bytes.extend(mac.finalize().into_bytes());
            bytes.extend([0; RESERVE - IV - TAG]);
        }
        bytes
    }

    #[test]
    fn only_whole_pages_of_noise_could_be_one() {
        let bytes = sealed(&vec![7; 3 * PAGE], b"test");
        assert!(could_be(&bytes));
        assert!(!could_be(&bytes[..bytes.len() - 1]));
        assert!(!could_be(&[b'x'; PAGE]));
        assert!(!could_be(&bytes[..100]));
        let mut zip = bytes.clone();
        zip[..2].copy_from_slice(b"PK");
        assert!(!could_be(&zip));
        let mut andotp = bytes;
        andotp[..4].copy_from_slice(&150_000_u32.to_be_bytes());
        assert!(!could_be(&andotp));
    }
}
