//! Stratum's encryptions, each with its mark. Strong: 16 bytes of salt, 12 of nonce; Argon2id
//! makes the key, AES-256-GCM encrypts. Legacy: 20 bytes of salt, 16 of IV; PBKDF2-HMAC-SHA-1
//! makes the key, AES-256-CBC encrypts, and nothing authenticates.

use zeroize::Zeroizing;

use crate::{Error, Hash, Kdf, Reading, Writing, cipher, encoding};

const STRONG: &[u8] = b"AUTHENTICATORPRO";
const LEGACY: &[u8] = b"AuthenticatorPro";

const STRONG_KDF: Kdf = Kdf::Argon2 {
    id: true,
    memory_kib: 64 * 1024,
    passes: 3,
    lanes: 4,
};

const LEGACY_KDF: Kdf = Kdf::Pbkdf2 {
    hash: Hash::Sha1,
    rounds: 64_000,
};

/// Whether it has one of the marks.
pub(super) fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(STRONG) || bytes.starts_with(LEGACY)
}

/// Opens the plain backup. None: it is not locked.
pub(super) fn open(bytes: &[u8], reading: &Reading) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    if let Some(rest) = bytes.strip_prefix(STRONG) {
        open_strong(rest, reading).map(Some)
    } else if let Some(rest) = bytes.strip_prefix(LEGACY) {
        open_legacy(rest, reading).map(Some)
    } else {
        Ok(None)
    }
}

fn open_strong(rest: &[u8], reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (salt, rest) = encoding::split::<16>(rest, "salt")?;
    let (nonce, sealed) = encoding::split(rest, "IV")?;
    let key = derive(&STRONG_KDF, salt, reading)?;
    Ok(cipher::open_gcm(&key, nonce, &[], sealed)?)
}

/// With a wrong password the padding is right once in 256 times, but never the JSON.
fn open_legacy(rest: &[u8], reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (salt, rest) = encoding::split::<20>(rest, "salt")?;
    let (iv, sealed) = encoding::split(rest, "IV")?;
    let key = derive(&LEGACY_KDF, salt, reading)?;
    let opened = cipher::open_cbc(&key, iv, sealed)?;
    match opened.trim_ascii_start().starts_with(b"{") && std::str::from_utf8(&opened).is_ok() {
        true => Ok(opened),
        false => Err(Error::WrongPassword),
    }
}

fn derive(kdf: &Kdf, salt: &[u8], reading: &Reading) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(kdf, reading.password()?.as_bytes(), salt, &mut *key)?;
    Ok(key)
}

/// Locks a backup with the strong encryption.
pub(super) fn lock(backup: &[u8], password: &str, writing: &mut Writing) -> Result<Vec<u8>, Error> {
    let salt: [u8; 16] = writing.random();
    let nonce: [u8; 12] = writing.random();
    let mut key = Zeroizing::new([0; 32]);
    writing.derive(&STRONG_KDF, password.as_bytes(), &salt, &mut *key)?;
    let sealed = cipher::seal_gcm(&key, &nonce, &[], backup);
    Ok([STRONG, &salt, &nonce, &sealed].concat())
}
