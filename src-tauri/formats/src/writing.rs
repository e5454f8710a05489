//! What a writer is handed beside the accounts: password, randomness, the time.

use crate::{Error, Progress, kdf::Kdf};

/// What goes with a file that is written.
pub struct Writing<'a> {
    /// The password to lock it with; none: it is written in the clear.
    pub password: Option<&'a str>,
    /// Fills bytes at random, as the system does.
    pub random: &'a mut dyn FnMut(&mut [u8]),
    /// Now, in Unix seconds.
    pub now: u64,
    /// Told how far it is.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Asked whether a person has had enough.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
}

impl Writing<'_> {
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
            password: None,
            key_file: None,
            limits: crate::Limits::default(),
            progress: self.progress,
            cancelled: self.cancelled,
        };
        crate::kdf::derive(kdf, password, salt, key, &reading)
    }
}
