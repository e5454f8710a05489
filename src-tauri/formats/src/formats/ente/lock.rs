//! How Ente's export is locked: Argon2id makes the key from the password, with the numbers
//! that stand in the file; a secretstream of one message holds the text export.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use super::secretstream::{self, HEADER_BYTES};
use crate::{Error, Kdf, Reading, Writing, encoding, settings};

/// The newest version that is known, and that is written.
const NEWEST: u64 = 1;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Locked {
    #[serde(default)]
    version: Value,
    kdf_params: KdfParams,
    encrypted_data: String,
    encryption_nonce: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct KdfParams {
    /// Bytes.
    mem_limit: u64,
    ops_limit: u32,
    salt: String,
}

impl KdfParams {
    fn kdf(&self) -> Result<Kdf, Error> {
        let memory_kib = u32::try_from(self.mem_limit / 1024);
        Ok(Kdf::Argon2 {
            id: true,
            memory_kib: memory_kib.map_err(|_| Error::Damaged { what: "memLimit" })?,
            passes: self.ops_limit,
            lanes: 1,
        })
    }
}

/// Opens the text.
pub(super) fn open(locked: &Locked, reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    settings::known_version(&locked.version, NEWEST)?;
    let salt = encoding::from_base64(&locked.kdf_params.salt, "salt")?;
    let header = encoding::from_base64(&locked.encryption_nonce, "encryptionNonce")?;
    let header = encoding::exactly(&header, "encryptionNonce")?;
    let sealed = encoding::from_base64(&locked.encrypted_data, "encryptedData")?;
    let mut key = Zeroizing::new([0; 32]);
    let password = reading.password()?.as_bytes();
    reading.derive(&locked.kdf_params.kdf()?, password, &salt, &mut *key)?;
    Ok(secretstream::open(&key, header, &sealed)?)
}

/// Locks the text, with libsodium's moderate numbers. Ente itself takes the sensitive ones,
/// 1 GiB in 4 passes, or less where a device has less; it opens a file with any.
pub(super) fn lock(text: &[u8], password: &str, writing: &mut Writing) -> Result<Locked, Error> {
    const MEMORY_BYTES: u64 = 256 * 1024 * 1024;
    const PASSES: u32 = 3;
    let salt: [u8; 16] = writing.random();
    let kdf_params = KdfParams {
        mem_limit: MEMORY_BYTES,
        ops_limit: PASSES,
        salt: encoding::to_base64(&salt),
    };
    let mut key = Zeroizing::new([0; 32]);
    writing.derive(&kdf_params.kdf()?, password.as_bytes(), &salt, &mut *key)?;
    let header: [u8; HEADER_BYTES] = writing.random();
    Ok(Locked {
        version: NEWEST.into(),
        kdf_params,
        encrypted_data: encoding::to_base64(&secretstream::seal(&key, &header, text)),
        encryption_nonce: encoding::to_base64(&header),
    })
}
