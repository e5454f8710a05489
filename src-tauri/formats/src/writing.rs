//! What a writer is handed beside the accounts: password, randomness, the time.

use keytick_accounts::Usage;

use crate::{Error, Progress, kdf::Kdf};

/// Makes the bytes of a vault with this payload, which this password opens.
pub type SealVault<'a> = dyn Fn(&[u8], &str) -> Result<Vec<u8>, Error> + 'a;

/// What goes with a file that is written.
pub struct Writing<'a> {
    /// The password to lock it with; none: it is written in the clear.
    pub password: Option<&'a str>,
    /// Fills bytes at random, as the system does.
    pub random: &'a mut dyn FnMut(&mut [u8]),
    /// Makes the bytes of a vault, for Keytick's own encrypted backups.
    pub seal_vault: Option<&'a SealVault<'a>>,
    /// How often and when last each account was used.
    pub usage: Option<&'a Usage>,
    /// Now, in Unix seconds.
    pub now: u64,
    /// Told how far it is.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Asked whether a person has had enough.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
}

impl<'a> Writing<'a> {
    /// With this password, randomness and time, and nobody watching.
    #[must_use]
    pub fn new(password: Option<&'a str>, random: &'a mut dyn FnMut(&mut [u8]), now: u64) -> Self {
        Self {
            password,
            random,
            seal_vault: None,
            usage: None,
            now,
            progress: &|_| (),
            cancelled: &|| false,
        }
    }

    /// Random bytes: a salt, a nonce.
    pub fn random<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }

    /// Derives `key` from `password` and `salt`, as the other program will.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn derive(
        &self,
        kdf: &Kdf,
        password: &[u8],
        salt: &[u8],
        key: &mut [u8],
    ) -> Result<(), Error> {
        let reading = crate::Reading {
            progress: self.progress,
            cancelled: self.cancelled,
            ..crate::Reading::new(None)
        };
        crate::kdf::derive(kdf, password, salt, key, &reading)
    }
}
