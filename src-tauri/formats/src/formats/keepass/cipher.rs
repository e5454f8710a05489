//! The ciphers that KDBX 4 files are locked with.

use aes::Aes256;
use cbc::{Decryptor, Encryptor};
use chacha20::ChaCha20;
use cipher::block_padding::Pkcs7;
use cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, StreamCipher};
use twofish::Twofish;
use zeroize::Zeroizing;

use crate::Error;

/// A cipher, with a key of 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cipher {
    /// AES-256 in CBC mode.
    Aes,
    /// ChaCha20 ([RFC 8439](https://www.rfc-editor.org/rfc/rfc8439)).
    ChaCha20,
    /// Twofish in CBC mode.
    Twofish,
}

const UUIDS: [(Cipher, [u8; 16]); 3] = [
    (
        Cipher::Aes,
        [
            0x31, 0xc1, 0xf2, 0xe6, 0xbf, 0x71, 0x43, 0x50, 0xbe, 0x58, 0x05, 0x21, 0x6a, 0xfc,
            0x5a, 0xff,
        ],
    ),
    (
        Cipher::ChaCha20,
        [
            0xd6, 0x03, 0x8a, 0x2b, 0x8b, 0x6f, 0x4c, 0xb5, 0xa5, 0x24, 0x33, 0x9a, 0x31, 0xdb,
            0xb5, 0x9a,
        ],
    ),
    (
        Cipher::Twofish,
        [
            0xad, 0x68, 0xf2, 0x9f, 0x57, 0x6f, 0x4b, 0xb9, 0xa3, 0x6a, 0xd4, 0x7a, 0xf9, 0x65,
            0x34, 0x6c,
        ],
    ),
];

/// Every file's bytes are authenticated before they are decrypted, so this says that the
/// program that wrote it was wrong.
const DAMAGED: Error = Error::Damaged { what: "content" };

impl Cipher {
    /// The cipher of this UUID, if it is known.
    pub(super) fn of(uuid: &[u8]) -> Option<Self> {
        let known = UUIDS.iter().find(|(_, known)| known == uuid);
        known.map(|(cipher, _)| *cipher)
    }

    pub(super) fn uuid(self) -> &'static [u8; 16] {
        match self {
            Self::Aes => &UUIDS[0].1,
            Self::ChaCha20 => &UUIDS[1].1,
            Self::Twofish => &UUIDS[2].1,
        }
    }

    pub(super) const fn nonce_length(self) -> usize {
        match self {
            Self::Aes | Self::Twofish => 16,
            Self::ChaCha20 => 12,
        }
    }

    /// Decrypts `sealed` in place.
    pub(super) fn decrypt(
        self,
        key: &[u8; 32],
        nonce: &[u8],
        mut sealed: Zeroizing<Vec<u8>>,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        match self {
            Self::Aes => unpad(
                Decryptor::<Aes256>::new_from_slices(key, nonce),
                &mut sealed,
            )?,
            Self::Twofish => unpad(
                Decryptor::<Twofish>::new_from_slices(key, nonce),
                &mut sealed,
            )?,
            Self::ChaCha20 => stream(key, nonce, &mut sealed)?,
        }
        Ok(sealed)
    }

    pub(super) fn encrypt(
        self,
        key: &[u8; 32],
        nonce: &[u8],
        mut plain: Zeroizing<Vec<u8>>,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        match self {
            Self::Aes => pad(Encryptor::<Aes256>::new_from_slices(key, nonce), &plain),
            Self::Twofish => pad(Encryptor::<Twofish>::new_from_slices(key, nonce), &plain),
            Self::ChaCha20 => {
                stream(key, nonce, &mut plain)?;
                Ok(plain)
            }
        }
    }
}

fn unpad<E>(
    mode: Result<impl BlockModeDecrypt, E>,
    sealed: &mut Zeroizing<Vec<u8>>,
) -> Result<(), Error> {
    let mode = mode.map_err(|_| DAMAGED)?;
    let length = mode
        .decrypt_padded::<Pkcs7>(sealed)
        .map_err(|_| DAMAGED)?
        .len();
    sealed.truncate(length);
    Ok(())
}

fn pad<E>(
    mode: Result<impl BlockModeEncrypt, E>,
    plain: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mode = mode.map_err(|_| DAMAGED)?;
    Ok(Zeroizing::new(mode.encrypt_padded_vec::<Pkcs7>(plain)))
}

fn stream(key: &[u8; 32], nonce: &[u8], bytes: &mut [u8]) -> Result<(), Error> {
    let mut stream = ChaCha20::new_from_slices(key, nonce).map_err(|_| DAMAGED)?;
    stream.try_apply_keystream(bytes).map_err(|_| DAMAGED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cipher_gives_back_what_it_was_given() {
        for (cipher, uuid) in UUIDS {
            let nonce = vec![3; cipher.nonce_length()];
            let plain = Zeroizing::new(b"KeePass".to_vec());
            let sealed = cipher.encrypt(&[7; 32], &nonce, plain.clone()).unwrap();
            assert_ne!(sealed, plain);
            assert_eq!(cipher.decrypt(&[7; 32], &nonce, sealed), Ok(plain));
            assert_eq!(Cipher::of(&uuid), Some(cipher));
            assert_eq!(cipher.uuid(), &uuid);
        }
        assert_eq!(Cipher::of(&[0; 16]), None);
    }

    #[test]
    fn what_is_no_whole_blocks_is_damage() {
        let sealed = Zeroizing::new(vec![0; 17]);
        assert_eq!(
            Cipher::Aes.decrypt(&[7; 32], &[0; 16], sealed),
            Err(DAMAGED)
        );
    }
}
