//! What lies inside the encryption: a short header with the key that protects single values,
//! then the database as XML.

use chacha20::ChaCha20;
use cipher::{KeyIvInit, StreamCipher};
use salsa20::Salsa20;
use sha2::{Digest, Sha256, Sha512};
use zeroize::Zeroizing;

use super::cursor::{Cursor, put_sized};
use crate::Error;

/// The stream of which each protected value takes its part, in the order of the file.
pub(super) enum Stream {
    Salsa20(Box<Salsa20>),
    ChaCha20(Box<ChaCha20>),
}

const END: u8 = 0;
const STREAM: u8 = 1;
const KEY: u8 = 2;

const SALSA20: [u8; 4] = 2_u32.to_le_bytes();
const CHACHA20: [u8; 4] = 3_u32.to_le_bytes();
/// KeePass's fixed nonce: the key is new with every save.
const SALSA20_NONCE: [u8; 8] = [0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a];

impl Stream {
    pub(super) fn chacha20(key: &[u8; 64]) -> Self {
        let hash = Zeroizing::new(<[u8; 64]>::from(Sha512::digest(key)));
        Self::of_chacha20(&hash).expect("key and nonce have their lengths")
    }

    fn of_chacha20(hash: &[u8; 64]) -> Option<Self> {
        let stream = ChaCha20::new_from_slices(&hash[..32], &hash[32..44]).ok()?;
        Some(Self::ChaCha20(Box::new(stream)))
    }

    fn read(id: &[u8], key: &[u8]) -> Option<Self> {
        if id == SALSA20 {
            let hash = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(key)));
            let stream = Salsa20::new_from_slices(hash.as_slice(), &SALSA20_NONCE).ok()?;
            Some(Self::Salsa20(Box::new(stream)))
        } else if id == CHACHA20 {
            Self::of_chacha20(&Sha512::digest(key).into())
        } else {
            None
        }
    }

    /// Protects, or unprotects, the next value.
    pub(super) fn apply(&mut self, value: &mut [u8]) -> Result<(), Error> {
        match self {
            Self::Salsa20(stream) => stream.try_apply_keystream(value),
            Self::ChaCha20(stream) => stream.try_apply_keystream(value),
        }
        .map_err(|_| Error::Damaged { what: "content" })
    }
}

/// The stream, and the XML after the inner header.
pub(super) fn read(content: &[u8]) -> Result<(Stream, &[u8]), Error> {
    let mut cursor = Cursor::new(content, "content");
    let (mut id, mut key) = (&[][..], &[][..]);
    loop {
        let field = cursor.u8()?;
        let value = cursor.sized()?;
        match field {
            END => break,
            STREAM => id = value,
            KEY => key = value,
            _ => {}
        }
    }
    let stream = Stream::read(id, key).ok_or_else(|| cursor.damaged())?;
    Ok((stream, cursor.rest()))
}

/// An inner header for ChaCha20 with this key.
pub(super) fn write(key: &[u8; 64]) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::new());
    for (field, value) in [(STREAM, &CHACHA20[..]), (KEY, key), (END, &[])] {
        out.push(field);
        put_sized(&mut out, value);
    }
    out
}
