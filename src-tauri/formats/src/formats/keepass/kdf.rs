//! The key derivation that a KDBX header asks for.

use aes::Aes256;
use cipher::{Block, BlockCipherEncrypt, KeyInit};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::dictionary::{Dictionary, Value};
use crate::{Error, Kdf, Reading, kdf};

/// A key derivation with its salt.
#[derive(Debug, PartialEq)]
pub(super) struct KeyDerivation {
    work: Work,
    salt: Vec<u8>,
}

/// The two that KDBX knows.
#[derive(Debug, PartialEq)]
enum Work {
    Aes {
        rounds: u64,
    },
    Argon2 {
        id: bool,
        memory_kib: u32,
        passes: u32,
        lanes: u32,
    },
}

const AES: [u8; 16] = [
    0x7c, 0x02, 0xbb, 0x82, 0x79, 0xa7, 0x4a, 0xc0, 0x92, 0x7d, 0x11, 0x4a, 0x00, 0x64, 0x82, 0x38,
];
/// As files of version 3 named it; some programs still do.
const AES_BEFORE: [u8; 16] = [
    0xc9, 0xd9, 0xf3, 0x9a, 0x62, 0x8a, 0x44, 0x60, 0xbf, 0x74, 0x0d, 0x08, 0xc1, 0x8a, 0x4f, 0xea,
];
const ARGON2D: [u8; 16] = [
    0xef, 0x63, 0x6d, 0xdf, 0x8c, 0x29, 0x44, 0x4b, 0x91, 0xf7, 0xa9, 0xa4, 0x03, 0xe3, 0x0a, 0x0c,
];
const ARGON2ID: [u8; 16] = [
    0x9e, 0x29, 0x8b, 0x19, 0x56, 0xdb, 0x47, 0x73, 0xb2, 0x3d, 0xfc, 0x3e, 0xc6, 0xf0, 0xa1, 0xe6,
];

/// Argon2's version 1.3. KeePass knows 1.0 too, but never wrote it by itself.
const ARGON2_VERSION: u32 = 0x13;

const DAMAGED: Error = Error::Damaged {
    what: "key derivation",
};

impl KeyDerivation {
    /// Argon2id at the second of the costs that
    /// [RFC 9106](https://www.rfc-editor.org/rfc/rfc9106#section-4) recommends.
    pub(super) fn ours(salt: [u8; 32]) -> Self {
        let work = Work::Argon2 {
            id: true,
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 4,
        };
        Self {
            work,
            salt: salt.to_vec(),
        }
    }

    /// One of each kind, for tests.
    #[cfg(test)]
    pub(super) fn cheap() -> [Self; 3] {
        let argon2 = |id| Work::Argon2 {
            id,
            memory_kib: 64,
            passes: 2,
            lanes: 2,
        };
        let aes = Work::Aes { rounds: 600 };
        [aes, argon2(false), argon2(true)].map(|work| Self {
            work,
            salt: vec![4; 32],
        })
    }

    #[cfg(test)]
    pub(super) fn of_4_gib() -> Self {
        let work = Work::Argon2 {
            id: true,
            memory_kib: 4 * 1024 * 1024,
            passes: 1,
            lanes: 1,
        };
        Self {
            work,
            salt: vec![4; 32],
        }
    }

    /// Derives a key from what password and key file are together, within the limits.
    pub(super) fn derive(
        &self,
        composite: &[u8; 32],
        reading: &Reading,
    ) -> Result<Zeroizing<[u8; 32]>, Error> {
        let mut key = Zeroizing::new([0; 32]);
        match self.work {
            Work::Aes { rounds } => *key = self.aes(rounds, composite, reading)?,
            Work::Argon2 {
                id,
                memory_kib,
                passes,
                lanes,
            } => {
                let kdf = Kdf::Argon2 {
                    id,
                    memory_kib,
                    passes,
                    lanes,
                };
                reading.derive(&kdf, composite, &self.salt, key.as_mut_slice())?;
            }
        }
        Ok(key)
    }

    /// KeePass's own: both halves encrypted so many times with the salt as the key, hashed.
    fn aes(&self, rounds: u64, composite: &[u8; 32], reading: &Reading) -> Result<[u8; 32], Error> {
        let aes = Aes256::new_from_slice(&self.salt).map_err(|_| DAMAGED)?;
        let (low, high) = composite.split_at(16);
        let mut halves =
            [low, high].map(|half| Block::<Aes256>::try_from(half).unwrap_or_default());
        kdf::stepwise(rounds, reading, |rounds| {
            for _ in 0..rounds {
                aes.encrypt_blocks(&mut halves);
            }
        })?;
        let hash = Sha256::digest(halves.concat());
        halves.zeroize();
        Ok(hash.into())
    }

    pub(super) fn read(parameters: &Dictionary) -> Result<Self, Error> {
        let uuid = parameters.bytes("$UUID")?;
        let work = if uuid == AES || uuid == AES_BEFORE {
            Work::Aes {
                rounds: parameters.u64("R")?,
            }
        } else if uuid == ARGON2D || uuid == ARGON2ID {
            // A secret key or associated data: no program writes them.
            let has_more = parameters.has("K") || parameters.has("A");
            if has_more || parameters.u32("V")? != ARGON2_VERSION {
                return Err(DAMAGED);
            }
            Work::Argon2 {
                id: uuid == ARGON2ID,
                memory_kib: u32::try_from(parameters.u64("M")? / 1024).map_err(|_| DAMAGED)?,
                passes: u32::try_from(parameters.u64("I")?).map_err(|_| DAMAGED)?,
                lanes: parameters.u32("P")?,
            }
        } else {
            return Err(DAMAGED);
        };
        let salt = parameters.bytes("S")?.to_vec();
        Ok(Self { work, salt })
    }

    pub(super) fn write(&self) -> Dictionary {
        let parameters = Dictionary::default().with("S", Value::Bytes(self.salt.clone()));
        match self.work {
            Work::Aes { rounds } => parameters
                .with("$UUID", Value::Bytes(AES.to_vec()))
                .with("R", Value::U64(rounds)),
            Work::Argon2 {
                id,
                memory_kib,
                passes,
                lanes,
            } => parameters
                .with(
                    "$UUID",
                    Value::Bytes(if id { ARGON2ID } else { ARGON2D }.to_vec()),
                )
                .with("V", Value::U32(ARGON2_VERSION))
                .with("M", Value::U64(u64::from(memory_kib) * 1024))
                .with("I", Value::U64(passes.into()))
                .with("P", Value::U32(lanes)),
        }
    }
}
