//! Authy's lock: each token has a salt of its own; PBKDF2 with HMAC-SHA-1 over the backups'
//! password, then AES-256-CBC. Nothing authenticates a token: what comes out is right if it
//! is a key in base32.

use keytick_otp::Secret;
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::encoding::{exactly, from_base64, from_hex};
use crate::{Error, Hash, Kdf, Reading, cipher};

/// The fields of a locked token.
#[derive(Deserialize)]
pub(super) struct Locked {
    #[serde(default, rename = "encryptedSecret", alias = "encrypted_seed")]
    secret: Option<String>,
    #[serde(default)]
    salt: Option<String>,
    /// Newer tokens have an IV, in hexadecimal; that of older ones is zeros.
    #[serde(default)]
    unique_iv: Option<String>,
    #[serde(default)]
    key_derivation_iterations: Value,
}

/// The password, and whether it was right so far.
pub(super) struct Password<'r, 'a> {
    reading: &'r Reading<'a>,
    opened: usize,
    wrong: usize,
    /// What ends the whole read: no password, too costly, cancelled.
    end: Option<Error>,
}

impl<'r, 'a> Password<'r, 'a> {
    /// So many tokens that do not open are no damage: the password is another.
    const ENOUGH: usize = 3;

    pub(super) fn new(reading: &'r Reading<'a>) -> Self {
        Self {
            reading,
            opened: 0,
            wrong: 0,
            end: None,
        }
    }

    pub(super) fn reading(&self) -> &'r Reading<'a> {
        self.reading
    }

    /// The secret of a locked token, in base32.
    ///
    /// # Errors
    /// Those of [`Reading::derive`], and [`Error::WrongPassword`].
    pub(super) fn open(&mut self, locked: &Locked) -> Result<Zeroizing<String>, Error> {
        let sealed = locked.secret.as_deref().ok_or(Error::NoKey)?;
        if let Some(error) = &self.end {
            return Err(error.clone());
        }
        if self.opened == 0 && self.wrong >= Self::ENOUGH {
            return Err(Error::WrongPassword);
        }
        let opened = self.decrypted(locked, sealed);
        match &opened {
            Ok(_) => self.opened += 1,
            Err(Error::WrongPassword) => self.wrong += 1,
            Err(Error::Damaged { .. }) => {}
            Err(error) => self.end = Some(error.clone()),
        }
        opened
    }

    /// What the read comes to.
    ///
    /// # Errors
    /// What ended it, or [`Error::WrongPassword`] if no token opened.
    pub(super) fn verdict(self) -> Result<(), Error> {
        match self.end {
            Some(error) => Err(error),
            None if self.wrong > 0 && self.opened == 0 => Err(Error::WrongPassword),
            None => Ok(()),
        }
    }

    fn decrypted(&self, locked: &Locked, sealed: &str) -> Result<Zeroizing<String>, Error> {
        const ROUNDS: u64 = 1000;
        let password = self.reading.password()?;
        let salt = locked.salt.as_deref().unwrap_or_default();
        let sealed = from_base64(sealed, "secret")?;
        let iv = match locked.unique_iv.as_deref() {
            None | Some("") => [0; 16],
            Some(hex) => *exactly::<16>(&from_hex(hex, "IV")?, "IV")?,
        };
        let rounds = locked.key_derivation_iterations.as_u64().unwrap_or(ROUNDS);
        let kdf = Kdf::Pbkdf2 {
            hash: Hash::Sha1,
            rounds: u32::try_from(rounds).map_err(|_| Error::Damaged { what: "rounds" })?,
        };
        let mut key = Zeroizing::new([0; 32]);
        let salt = salt.as_bytes();
        self.reading
            .derive(&kdf, password.as_bytes(), salt, &mut *key)?;
        let plain = cipher::open_cbc(&key, &iv, &sealed)?;
        let text = std::str::from_utf8(&plain).map_err(|_| Error::WrongPassword)?;
        match Secret::from_base32(text) {
            Ok(_) => Ok(Zeroizing::new(text.to_owned())),
            Err(_) => Err(Error::WrongPassword),
        }
    }
}
