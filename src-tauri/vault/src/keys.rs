//! Keys of 32 bytes and how one is derived from another (HKDF-SHA256, RFC 5869).

use hkdf::Hkdf;
use keytick_memory::{Locked, wipe_stack};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::Error;
use crate::random::Random;

/// A key of 32 bytes. It lives in locked memory, so that moving it leaves no copies behind,
/// and is wiped when dropped.
#[derive(Clone, Debug)]
pub(crate) struct Key(Locked);

impl Key {
    pub(crate) fn generate(random: Random) -> Result<Self, Error> {
        let mut key = Self::zero();
        random(key.0.bytes_mut())?;
        Ok(key)
    }

    /// A key whose bytes `fill` writes in place.
    pub(crate) fn filled<E>(fill: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut key = Self::zero();
        fill(key.0.bytes_mut())?;
        Ok(key)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// The key for one use of this one: `info` names the use.
    pub(crate) fn derive(&self, salt: &[u8], info: &[u8]) -> Self {
        let mut key = Self::zero();
        derive_bytes(self.as_bytes(), salt, info, key.0.bytes_mut());
        key
    }

    /// Each bit is turned over where the other key has one.
    pub(crate) fn combine(&mut self, other: &Self) {
        let bytes = self.0.bytes_mut().iter_mut().zip(other.as_bytes());
        bytes.for_each(|(byte, other)| *byte ^= other);
    }

    fn zero() -> Self {
        Self(Locked::zero())
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

/// Two keys from one secret: the first wraps the vault's key, the second is the commitment
/// that may stand in the file (see `slot`).
pub(crate) fn derive_pair(secret: &[u8], salt: &[u8], info: &[u8]) -> (Key, [u8; 32]) {
    let mut both = Zeroizing::new([0; 64]);
    derive_bytes(secret, salt, info, both.as_mut_slice());
    let mut first = Key::zero();
    let mut second = [0; 32];
    first.0.bytes_mut().copy_from_slice(&both[..32]);
    second.copy_from_slice(&both[32..]);
    (first, second)
}

fn derive_bytes(secret: &[u8], salt: &[u8], info: &[u8], out: &mut [u8]) {
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(info, out)
        .expect("HKDF-SHA256 gives up to 8160 bytes, and 64 at most are asked for");
    wipe_stack();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derivation_is_hkdf_sha256() {
        // RFC 5869, test case 1.
        let mut out = [0; 42];
        derive_bytes(
            &[0x0b; 22],
            &data_encoding::HEXLOWER
                .decode(b"000102030405060708090a0b0c")
                .unwrap(),
            &data_encoding::HEXLOWER
                .decode(b"f0f1f2f3f4f5f6f7f8f9")
                .unwrap(),
            &mut out,
        );
        assert_eq!(
            data_encoding::HEXLOWER.encode(&out),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        );
    }

    #[test]
    fn debug_shows_no_key() {
        assert_eq!(format!("{:?}", Key::zero()), "Key(Locked([REDACTED]))");
    }
}
