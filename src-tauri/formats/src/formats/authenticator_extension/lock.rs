//! The locks of the extension: CryptoJS's passphrases everywhere, which are OpenSSL's salted
//! files with MD5. What the passphrase is has changed: the password, a random key locked with
//! it, or since version 8 a text that Argon2id makes of it.
//!
//! Nothing authenticates a text: what comes out is right if it is a key, or a record.

use std::collections::BTreeMap;

use keytick_otp::Secret;
use md5::{Digest, Md5};
use serde::Deserialize;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::Record;
use crate::encoding::{from_base64, split, to_base64, to_hex};
use crate::{Error, Kdf, Reading, cipher};

const KDF: Kdf = Kdf::Argon2 {
    id: true,
    memory_kib: 19 * 1024,
    passes: 2,
    lanes: 1,
};

/// A random key of versions 2 to 7, locked with the password.
#[derive(Deserialize)]
struct LockedKey {
    enc: String,
}

/// A key since version 8: only what the password is salted with.
#[derive(Deserialize)]
struct Key {
    #[serde(rename = "dataType")]
    data_type: String,
    id: String,
    salt: String,
}

/// A text that CryptoJS locks with.
type Passphrase = Zeroizing<Vec<u8>>;

/// Everything that opens the file's entries.
pub(super) struct Lock<'r, 'a> {
    reading: &'r Reading<'a>,
    locked_key: Option<String>,
    keys: BTreeMap<String, Key>,
    passphrases: BTreeMap<String, Result<Passphrase, Error>>,
    opened: usize,
    wrong: usize,
    /// What ends the whole read.
    end: Option<Error>,
}

impl<'r, 'a> Lock<'r, 'a> {
    pub(super) fn of(file: &BTreeMap<String, &RawValue>, reading: &'r Reading<'a>) -> Self {
        let wrapped = file.get("key").and_then(|raw| {
            let key: LockedKey = serde_json::from_str(raw.get()).ok()?;
            Some(key.enc)
        });
        // Some backups had its fields at the top.
        let flat = || serde_json::from_str(file.get("enc")?.get()).ok();
        let keys = file.values().filter_map(|raw| {
            let key: Key = serde_json::from_str(raw.get()).ok()?;
            (key.data_type == "Key").then_some(key)
        });
        Self {
            reading,
            locked_key: wrapped.or_else(flat),
            keys: keys.map(|key| (key.id.clone(), key)).collect(),
            passphrases: BTreeMap::new(),
            opened: 0,
            wrong: 0,
            end: None,
        }
    }

    /// A whole record.
    ///
    /// # Errors
    /// Those of [`Reading::derive`], [`Error::WrongPassword`] and [`Error::Damaged`].
    pub(super) fn record(&mut self, data: &str, key_id: &str) -> Result<Record, Error> {
        let opened = self
            .passphrase(key_id)
            .and_then(|passphrase| open(data, &passphrase))
            .and_then(|json| serde_json::from_slice(&json).map_err(|_| Error::WrongPassword));
        self.count(opened)
    }

    /// A secret alone.
    ///
    /// # Errors
    /// As [`Lock::record`].
    pub(super) fn secret(&mut self, sealed: &str) -> Result<Zeroizing<String>, Error> {
        let opened = self
            .passphrase("")
            .and_then(|passphrase| open(sealed, &passphrase))
            .and_then(|secret| readable(&secret).ok_or(Error::WrongPassword));
        self.count(opened)
    }

    /// What the read comes to.
    ///
    /// # Errors
    /// What ended it, or [`Error::WrongPassword`] if nothing opened.
    pub(super) fn verdict(self) -> Result<(), Error> {
        match self.end {
            Some(error) => Err(error),
            None if self.wrong > 0 && self.opened == 0 => Err(Error::WrongPassword),
            None => Ok(()),
        }
    }

    fn count<T>(&mut self, opened: Result<T, Error>) -> Result<T, Error> {
        match &opened {
            Ok(_) => self.opened += 1,
            Err(Error::WrongPassword) => self.wrong += 1,
            Err(Error::Damaged { .. }) => {}
            Err(error) => self.end = Some(error.clone()),
        }
        opened
    }

    /// Made once for each key.
    fn passphrase(&mut self, key_id: &str) -> Result<Passphrase, Error> {
        if let Some(known) = self.passphrases.get(key_id) {
            return known.clone();
        }
        let made = self.make_passphrase(key_id);
        self.passphrases.insert(key_id.to_owned(), made.clone());
        made
    }

    fn make_passphrase(&self, key_id: &str) -> Result<Passphrase, Error> {
        let password = self.reading.password()?.as_bytes();
        if key_id.is_empty() {
            return match &self.locked_key {
                None => Ok(Zeroizing::new(password.to_vec())),
                Some(sealed) => {
                    let key = open(sealed, password)?;
                    Ok(Zeroizing::new(to_hex(&key).into_bytes()))
                }
            };
        }
        let key = self
            .keys
            .get(key_id)
            .ok_or(Error::Damaged { what: "key" })?;
        let mut derived = Zeroizing::new([0; 32]);
        self.reading
            .derive(&KDF, password, key.salt.as_bytes(), &mut *derived)?;
        let text = Zeroizing::new(to_base64(&*derived));
        Ok(Zeroizing::new(
            text.trim_end_matches('=').as_bytes().to_vec(),
        ))
    }
}

/// A text that can be a key: base32, hexadecimal, or with a word before it.
fn readable(secret: &[u8]) -> Option<Zeroizing<String>> {
    let text = std::str::from_utf8(secret).ok()?;
    let bare = text.rsplit_once('-').map_or(text, |(_, bare)| bare);
    let is_key = Secret::from_base32(bare).is_ok() || Secret::from_hex(bare).is_ok();
    is_key.then(|| Zeroizing::new(text.to_owned()))
}

/// Opens `Salted__`, eight bytes of salt and AES-256-CBC.
fn open(text: &str, passphrase: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    const DAMAGED: Error = Error::Damaged { what: "data" };
    let bytes = from_base64(text, "data")?;
    let rest = bytes.strip_prefix(b"Salted__").ok_or(DAMAGED)?;
    let (salt, sealed) = split::<8>(rest, "data")?;
    let (key, iv) = derived(passphrase, salt);
    Ok(cipher::open_cbc(&key, &iv, sealed)?)
}

/// OpenSSL's `EVP_BytesToKey` with MD5 and one round.
pub(super) fn derived(passphrase: &[u8], salt: &[u8; 8]) -> (Zeroizing<[u8; 32]>, [u8; 16]) {
    let hash = |before: &[u8]| {
        let hash = Md5::new()
            .chain_update(before)
            .chain_update(passphrase)
            .chain_update(salt);
        Zeroizing::new(<[u8; 16]>::from(hash.finalize()))
    };
    let first = hash(&[]);
    let second = hash(&*first);
    let iv = hash(&*second);
    let mut key = Zeroizing::new([0; 32]);
    key[..16].copy_from_slice(&*first);
    key[16..].copy_from_slice(&*second);
    (key, *iv)
}
