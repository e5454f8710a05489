//! The open part of a KDBX 4 file: which cipher, which key derivation, which random bytes.

use super::cipher::Cipher;
use super::cursor::{Cursor, put_sized};
use super::dictionary::Dictionary;
use super::kdf::KeyDerivation;
use crate::Error;

/// What the header says.
#[derive(Debug, PartialEq)]
pub(super) struct Header {
    pub(super) cipher: Cipher,
    pub(super) compressed: bool,
    pub(super) seed: [u8; 32],
    pub(super) nonce: Vec<u8>,
    pub(super) kdf: KeyDerivation,
}

/// Four bytes of any KeePass file, four of one of KeePass 2.
pub(super) const SIGNATURE: [u8; 8] = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5];

const MAJOR: u16 = 4;

const END: u8 = 0;
const CIPHER: u8 = 2;
const COMPRESSION: u8 = 3;
const SEED: u8 = 4;
const NONCE: u8 = 7;
const KDF: u8 = 11;

/// What ends the header, as KeePass writes it.
const END_MARK: &[u8] = b"\r\n\r\n";

impl Header {
    /// The header, and how many bytes long it is.
    ///
    /// # Errors
    /// [`Error::Closed`] for other versions of the format, [`Error::Damaged`].
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, usize), Error> {
        let mut cursor = Cursor::new(bytes, "header");
        let signature: [u8; 8] = cursor.array()?;
        let _minor = cursor.u16()?;
        let major = cursor.u16()?;
        if signature != SIGNATURE || major != MAJOR {
            return Err(Error::Closed {
                id: "formats-keepass-version",
            });
        }
        let (mut cipher, mut seed, mut nonce, mut kdf) = (None, None, None, None);
        let mut compressed = false;
        loop {
            let id = cursor.u8()?;
            let value = cursor.sized()?;
            match id {
                END => break,
                CIPHER => cipher = Cipher::of(value),
                COMPRESSION => compressed = is_compressed(value)?,
                SEED => seed = value.try_into().ok(),
                NONCE => nonce = Some(value.to_vec()),
                KDF => kdf = Some(KeyDerivation::read(&Dictionary::read(value)?)?),
                _ => {}
            }
        }
        let header = Self {
            cipher: cipher.ok_or(Error::Damaged { what: "cipher" })?,
            compressed,
            seed: seed.ok_or_else(|| cursor.damaged())?,
            nonce: nonce.ok_or_else(|| cursor.damaged())?,
            kdf: kdf.ok_or_else(|| cursor.damaged())?,
        };
        if header.nonce.len() != header.cipher.nonce_length() {
            return Err(cursor.damaged());
        }
        Ok((header, bytes.len() - cursor.left()))
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = SIGNATURE.to_vec();
        out.extend(0_u16.to_le_bytes());
        out.extend(MAJOR.to_le_bytes());
        let compression = u32::from(self.compressed).to_le_bytes();
        let kdf = self.kdf.write().write();
        let fields: [(u8, &[u8]); 6] = [
            (CIPHER, self.cipher.uuid()),
            (COMPRESSION, &compression),
            (SEED, &self.seed),
            (NONCE, &self.nonce),
            (KDF, &kdf),
            (END, END_MARK),
        ];
        for (id, value) in fields {
            out.push(id);
            put_sized(&mut out, value);
        }
        out
    }
}

fn is_compressed(value: &[u8]) -> Result<bool, Error> {
    match value {
        [0, 0, 0, 0] => Ok(false),
        [1, 0, 0, 0] => Ok(true),
        _ => Err(Error::Damaged {
            what: "compression",
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            cipher: Cipher::Aes,
            compressed: true,
            seed: [7; 32],
            nonce: vec![9; 16],
            kdf: KeyDerivation::ours([5; 32]),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut file = header().write();
        let length = file.len();
        file.extend(b"what follows");
        assert_eq!(Header::read(&file), Ok((header(), length)));
    }

    #[test]
    fn other_versions_are_named() {
        let refused = Err(Error::Closed {
            id: "formats-keepass-version",
        });
        for (place, byte) in [(10, 3), (10, 5), (4, 0x65)] {
            let mut file = header().write();
            file[place] = byte;
            assert_eq!(Header::read(&file), refused);
        }
    }

    #[test]
    fn a_header_cut_anywhere_is_damaged() {
        let file = header().write();
        for length in 0..file.len() {
            let read = Header::read(&file[..length]);
            assert_eq!(read, Err(Error::Damaged { what: "header" }), "{length}");
        }
    }

    #[test]
    fn a_nonce_that_the_cipher_cannot_take_is_damage() {
        let mut wrong = header();
        wrong.nonce.pop();
        let read = Header::read(&wrong.write());
        assert_eq!(read, Err(Error::Damaged { what: "header" }));
    }
}
