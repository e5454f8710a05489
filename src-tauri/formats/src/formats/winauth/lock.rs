//! WinAuth's lock: layers of encryption, of which the password's is PBKDF2 with HMAC-SHA-1
//! and 2,000 rounds, then Blowfish block by block. Since version 3 a salted SHA-256 of the
//! content says whether the password is right.
//!
//! The key is derived 256 bytes long, of which Blowfish's key schedule reads the first 72.

use blowfish::Blowfish;
use blowfish::cipher::{Block, BlockCipherDecrypt};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::encoding::{from_hex, split};
use crate::{Error, Hash, Kdf, Reading};

const MAGIC: &[u8] = b"WINAUTH3";
const SALT: usize = 8;
const BLOCK: usize = 8;
/// As many bytes as Blowfish has words of subkeys.
pub(super) const KEY: usize = 72;

pub(super) const KDF: Kdf = Kdf::Pbkdf2 {
    hash: Hash::Sha1,
    rounds: 2000,
};

/// What something is locked with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Layers {
    password: bool,
    elsewhere: bool,
}

impl Layers {
    /// A letter a layer: `y` is the password, `u` and `m` are Windows, `a` and `b` a YubiKey.
    pub(super) fn parse(letters: &str) -> Self {
        Self {
            password: letters.contains('y'),
            elsewhere: letters.contains(['u', 'm', 'a', 'b']),
        }
    }

    /// The XML inside.
    ///
    /// # Errors
    /// [`Error::Closed`] for what only that computer or YubiKey opens,
    /// [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::Damaged`] and those of
    /// [`Reading::derive`].
    pub(super) fn open(self, hex: &str, reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
        if self.elsewhere {
            return Err(Error::Closed {
                id: "formats-winauth-elsewhere",
            });
        }
        let bytes = from_hex(hex, "data")?;
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            return self.unlocked(&bytes, reading);
        };
        let (salt, rest) = split::<SALT>(rest, "data")?;
        let (hash, sealed) = split::<32>(rest, "data")?;
        let plain = self.unlocked(sealed, reading)?;
        let actual = Sha256::new().chain_update(salt).chain_update(&plain[..]);
        match bool::from(actual.finalize().ct_eq(&hash[..])) {
            true => Ok(plain),
            false => Err(Error::WrongPassword),
        }
    }

    fn unlocked(self, bytes: &[u8], reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
        if !self.password {
            return Ok(Zeroizing::new(bytes.to_vec()));
        }
        let (salt, sealed) = split::<SALT>(bytes, "data")?;
        let mut key = Zeroizing::new([0; KEY]);
        let password = reading.password()?.as_bytes();
        reading.derive(&KDF, password, salt, &mut *key)?;
        decrypted(&key, sealed).ok_or(Error::WrongPassword)
    }
}

/// The number of bytes that pad the last block stands in its last byte.
fn decrypted(key: &[u8; KEY], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = cipher(key);
    let mut plain = Zeroizing::new(sealed.to_vec());
    let (blocks, []) = plain.as_chunks_mut::<BLOCK>() else {
        return None;
    };
    for bytes in blocks {
        let mut block = Block::<Blowfish>::from(*bytes);
        cipher.decrypt_block(&mut block);
        *bytes = block.into();
    }
    let padding = usize::from(*plain.last()?);
    if !(1..=BLOCK).contains(&padding) {
        return None;
    }
    let length = plain.len() - padding;
    plain.truncate(length);
    Some(plain)
}

/// Blowfish under a key longer than its inventor allows, as the program has it.
pub(super) fn cipher(key: &[u8; KEY]) -> Blowfish {
    let mut cipher = Blowfish::bc_init_state();
    cipher.bc_expand_key(key);
    cipher
}
