//! The safe that the accounts' secrets lie in while the vault is open: AES-256-GCM in memory,
//! under a key that is made for one session and lies in locked memory.
//!
//! Locking forgets that key first. What is left of the secrets is noise then, whatever the
//! rest of the program still does with the memory they lie in.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Tag};
use keytick_memory::{Locked, wipe_stack};
use keytick_otp::Safe;
use zeroize::Zeroizing;

use crate::error::UiError;

const NONCE: usize = 12;
const TAG: usize = 16;

/// The safe of one session.
pub struct SessionSafe {
    /// None once it was forgotten.
    key: Mutex<Option<Locked>>,
    /// How often something was sealed, which makes every nonce another one.
    sealed: AtomicU64,
}

impl SessionSafe {
    /// A safe with a random key.
    ///
    /// # Errors
    /// `desktop-no-random`.
    pub fn new() -> Result<Self, UiError> {
        let mut key = Locked::zero();
        getrandom::fill(key.bytes_mut()).map_err(|_| UiError::new("desktop-no-random"))?;
        Ok(Self {
            key: Mutex::new(Some(key)),
            sealed: AtomicU64::new(0),
        })
    }

    /// Forgets the key: nothing in the safe can be opened from now on.
    pub fn forget(&self) {
        *self.key.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn with_cipher<T>(&self, act: impl FnOnce(&Aes256Gcm) -> T) -> T {
        let key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        let key = key
            .as_ref()
            .expect("the key is forgotten with the session that everything in the safe is of");
        let done = act(&Aes256Gcm::new(key.bytes().into()));
        wipe_stack();
        done
    }
}

impl Safe for SessionSafe {
    fn seal(&self, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        let number = self.sealed.fetch_add(1, Ordering::Relaxed);
        nonce[..8].copy_from_slice(&number.to_le_bytes());
        // Of the full size at once: growing would leave copies behind.
        let mut sealed = Vec::with_capacity(NONCE + plain.len() + TAG);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = self.with_cipher(|cipher| {
            let text = (&mut sealed[NONCE..]).into();
            cipher.encrypt_inout_detached((&nonce).into(), &[], text)
        });
        sealed.extend_from_slice(&tag.expect("AES-GCM takes 64 GiB"));
        sealed
    }

    fn open(&self, sealed: &[u8]) -> Zeroizing<Vec<u8>> {
        const OURS: &str = "what is in the safe was sealed by it";
        let (nonce, rest) = sealed.split_first_chunk::<NONCE>().expect(OURS);
        let (text, tag) = rest.split_last_chunk::<TAG>().expect(OURS);
        let mut plain = Zeroizing::new(text.to_vec());
        let opened = self.with_cipher(|cipher| {
            let text = plain.as_mut_slice().into();
            cipher.decrypt_inout_detached(nonce.into(), &[], text, &Tag::from(*tag))
        });
        opened.expect(OURS);
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_put_in() {
        let safe = SessionSafe::new().unwrap();
        let sealed = [b"12345678901234567890".as_slice(), b"", &[7; 1024]]
            .map(|plain| (plain, safe.seal(plain)));
        for (plain, sealed) in &sealed {
            assert_eq!(*safe.open(sealed), *plain);
        }
        assert_eq!(memchr::memmem::find(&sealed[0].1, b"12345678"), None);
    }

    #[test]
    fn the_same_bytes_look_different_each_time() {
        let safe = SessionSafe::new().unwrap();
        assert_ne!(safe.seal(b"a key"), safe.seal(b"a key"));
    }

    #[test]
    #[should_panic(expected = "the key is forgotten")]
    fn nothing_comes_out_once_the_key_is_forgotten() {
        let safe = SessionSafe::new().unwrap();
        let sealed = safe.seal(b"a key");
        safe.forget();
        let _ = safe.open(&sealed);
    }
}
