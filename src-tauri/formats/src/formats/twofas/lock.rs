//! How a 2FAS backup is locked: the list of services is one text of three base64 parts,
//! `encrypted:salt:nonce`. PBKDF2-HMAC-SHA-256 with 10,000 rounds makes the key from the
//! password, AES-256-GCM encrypts.

use zeroize::Zeroizing;

use crate::{Error, Hash, Kdf, Reading, Writing, cipher, encoding};

const KDF: Kdf = Kdf::Pbkdf2 {
    hash: Hash::Sha256,
    rounds: 10_000,
};

/// What 2FAS encrypts beside the services to know a wrong password before it decrypts them.
const REFERENCE: &str = "tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK\
    6fMl1D6mtsy92R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG4824igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7N\
    CV2OvidXQCBnDlGfmz0f1BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd";

/// Opens the list of services.
pub(super) fn open(locked: &str, reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let damaged = || Error::Damaged {
        what: "servicesEncrypted",
    };
    let mut parts = locked
        .split(':')
        .map(|part| encoding::from_base64(part, "servicesEncrypted"));
    let mut part = || parts.next().ok_or_else(damaged)?;
    let (sealed, salt, nonce) = (part()?, part()?, part()?);
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(&KDF, reading.password()?.as_bytes(), &salt, &mut *key)?;
    let nonce = encoding::exactly(&nonce, "servicesEncrypted")?;
    Ok(cipher::open_gcm(&key, nonce, &[], &sealed)?)
}

/// The services and the reference, locked.
pub(super) struct Locked {
    pub(super) services: String,
    pub(super) reference: String,
}

/// Locks the list of services.
pub(super) fn lock(
    services: &[u8],
    password: &str,
    writing: &mut Writing,
) -> Result<Locked, Error> {
    let salt: [u8; 256] = writing.random();
    let mut key = Zeroizing::new([0; 32]);
    writing.derive(&KDF, password.as_bytes(), &salt, &mut *key)?;
    let mut seal = |bytes: &[u8]| {
        let nonce: [u8; 12] = writing.random();
        let sealed = cipher::seal_gcm(&key, &nonce, &[], bytes);
        [&sealed[..], &salt, &nonce]
            .map(encoding::to_base64)
            .join(":")
    };
    Ok(Locked {
        services: seal(services),
        reference: seal(REFERENCE.as_bytes()),
    })
}
