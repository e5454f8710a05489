//! FreeOTP 2's lock: a key derived from the password unwraps the master key, and that the
//! secret of each token; both with AES-GCM. Which algorithm a key is for is authenticated
//! along.

use serde::Deserialize;
use zeroize::Zeroizing;

use crate::encoding::exactly;
use crate::{Error, Hash, Kdf, Reading, cipher};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MasterKey {
    m_algorithm: String,
    m_iterations: u32,
    m_salt: Bytes,
    m_encrypted_key: EncryptedKey,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EncryptedKey {
    m_cipher: String,
    m_cipher_text: Bytes,
    /// The nonce, in ASN.1.
    m_parameters: Bytes,
    m_token: String,
}

/// Java's bytes have a sign.
#[derive(Deserialize)]
struct Bytes(Vec<i16>);

impl Bytes {
    fn get(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.iter().map(|byte| *byte as u8).collect())
    }
}

/// The master key.
///
/// # Errors
/// [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::Damaged`] and those of
/// [`Reading::derive`].
pub(super) fn master_key(json: &str, reading: &Reading) -> Result<Zeroizing<[u8; 32]>, Error> {
    let damaged = |_| Error::Damaged { what: "master key" };
    let master: MasterKey = serde_json::from_str(json).map_err(damaged)?;
    let password = reading.password()?;
    let kdf = Kdf::Pbkdf2 {
        hash: match master.m_algorithm.to_ascii_lowercase().as_str() {
            "pbkdf2withhmacsha1" => Hash::Sha1,
            "pbkdf2withhmacsha256" => Hash::Sha256,
            "pbkdf2withhmacsha512" => Hash::Sha512,
            _ => return Err(Error::Damaged { what: "mAlgorithm" }),
        },
        rounds: master.m_iterations,
    };
    let mut key = Zeroizing::new([0; 32]);
    let salt = master.m_salt.get();
    reading.derive(&kdf, password.as_bytes(), &salt, &mut *key)?;
    let opened = unwrapped(&master.m_encrypted_key, &key)?.ok_or(Error::WrongPassword)?;
    Ok(Zeroizing::new(*exactly(&opened, "master key")?))
}

/// The secret of a token.
///
/// # Errors
/// [`Error::Damaged`].
pub(super) fn secret(json: &str, master: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, Error> {
    const DAMAGED: Error = Error::Damaged { what: "key" };
    let key: EncryptedKey = serde_json::from_str(json).map_err(|_| DAMAGED)?;
    unwrapped(&key, master)?.ok_or(DAMAGED)
}

/// None if the key does not open it.
fn unwrapped(sealed: &EncryptedKey, key: &[u8; 32]) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    if sealed.m_cipher != "AES/GCM/NoPadding" {
        return Err(Error::Damaged { what: "mCipher" });
    }
    let parameters = sealed.m_parameters.get();
    let nonce = nonce(&parameters).ok_or(Error::Damaged {
        what: "mParameters",
    })?;
    let aad = sealed.m_token.as_bytes();
    Ok(cipher::open_gcm(key, nonce, aad, &sealed.m_cipher_text.get()).ok())
}

/// The nonce of `SEQUENCE { OCTET STRING nonce, INTEGER length of the tag }`, or of the octet
/// string alone, as the oldest Androids write it.
fn nonce(parameters: &[u8]) -> Option<&[u8; 12]> {
    const SEQUENCE: u8 = 0x30;
    const OCTETS_OF_12: [u8; 2] = [0x04, 12];
    let inside = match parameters {
        [SEQUENCE, _, inside @ ..] => inside,
        all => all,
    };
    inside.strip_prefix(&OCTETS_OF_12)?.first_chunk()
}
