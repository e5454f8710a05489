//! How Proton Authenticator locks an export: Argon2id with fixed numbers, then AES-256-GCM
//! over the whole plain export.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{Error, Kdf, Reading, Writing, cipher, encoding, settings};

#[derive(Deserialize, Serialize)]
pub(super) struct Locked {
    version: Value,
    salt: String,
    /// The nonce, what is encrypted, and the tag.
    content: String,
}

const KDF: Kdf = Kdf::Argon2 {
    id: true,
    memory_kib: 19 * 1024,
    passes: 2,
    lanes: 1,
};

/// What is authenticated beside the content.
const AAD: &[u8] = b"proton.authenticator.export.v1";

/// Opens the plain export.
pub(super) fn open(locked: &Locked, reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    settings::known_version(&locked.version, super::NEWEST)?;
    let salt = encoding::from_base64(&locked.salt, "salt")?;
    let content = encoding::from_base64(&locked.content, "content")?;
    let (nonce, sealed) = encoding::split(&content, "content")?;
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(&KDF, reading.password()?.as_bytes(), &salt, &mut *key)?;
    Ok(cipher::open_gcm(&key, nonce, AAD, sealed)?)
}

/// Locks the plain export.
pub(super) fn lock(export: &[u8], password: &str, writing: &mut Writing) -> Result<Locked, Error> {
    let salt: [u8; 16] = writing.random();
    let nonce: [u8; 12] = writing.random();
    let mut key = Zeroizing::new([0; 32]);
    writing.derive(&KDF, password.as_bytes(), &salt, &mut *key)?;
    let sealed = cipher::seal_gcm(&key, &nonce, AAD, export);
    Ok(Locked {
        version: super::NEWEST.into(),
        salt: encoding::to_base64(&salt),
        content: encoding::to_base64(&[&nonce[..], &sealed].concat()),
    })
}
