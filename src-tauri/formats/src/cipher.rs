//! The ciphers of other programs' files. Whether a password is wrong is for the format to
//! say; here it is only "not authentic".

use aes::Aes256;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::Error;

/// The bytes, the key or the associated data are not those that were sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAuthentic;

/// Where only a wrong password leads there.
impl From<NotAuthentic> for Error {
    fn from(_: NotAuthentic) -> Self {
        Self::WrongPassword
    }
}

/// Opens AES-256-GCM; the 16-byte tag stands at the end of `sealed`.
///
/// # Errors
/// [`NotAuthentic`].
pub(crate) fn open_gcm(
    key: &[u8; 32],
    nonce: &[u8; 12],
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, NotAuthentic> {
    let payload = Payload { msg: sealed, aad };
    Aes256Gcm::new(key.into())
        .decrypt(&Nonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| NotAuthentic)
}

/// Seals with AES-256-GCM; the 16-byte tag comes at the end.
pub(crate) fn seal_gcm(key: &[u8; 32], nonce: &[u8; 12], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let payload = Payload { msg: plain, aad };
    Aes256Gcm::new(key.into())
        .encrypt(&Nonce::from(*nonce), payload)
        .expect("AES-GCM takes 64 GiB, and files are far smaller")
}

/// Opens AES-256-CBC with PKCS#7 padding. Right padding is no proof of the right key.
///
/// # Errors
/// [`NotAuthentic`] for a length or padding that cannot be.
pub(crate) fn open_cbc(
    key: &[u8; 32],
    iv: &[u8; 16],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, NotAuthentic> {
    cbc::Decryptor::<Aes256>::new(key.into(), iv.into())
        .decrypt_padded_vec::<Pkcs7>(sealed)
        .map(Zeroizing::new)
        .map_err(|_| NotAuthentic)
}

/// Seals with AES-256-CBC and PKCS#7 padding.
pub(crate) fn seal_cbc(key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Vec<u8> {
    cbc::Encryptor::<Aes256>::new(key.into(), iv.into()).encrypt_padded_vec::<Pkcs7>(plain)
}

/// HMAC-SHA256 of all parts, one after the other.
pub(crate) fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    keyed(key, parts).finalize().into_bytes().into()
}

/// Whether `tag` is the HMAC-SHA256 of all parts, in the same time whatever it is.
pub(crate) fn is_hmac_sha256(key: &[u8], parts: &[&[u8]], tag: &[u8]) -> bool {
    keyed(key, parts).verify_slice(tag).is_ok()
}

fn keyed(key: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("HMAC takes any key");
    parts.iter().for_each(|part| mac.update(part));
    mac
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_hex;

    #[test]
    fn gcm_opens_what_was_sealed_and_nothing_else() {
        let sealed = seal_gcm(&[1; 32], &[2; 12], b"aad", b"plain");
        let open = |key, aad: &[u8], sealed: &[u8]| open_gcm(&[key; 32], &[2; 12], aad, sealed);
        assert_eq!(**open(1, b"aad", &sealed).unwrap(), *b"plain");
        assert_eq!(open(9, b"aad", &sealed).err(), Some(NotAuthentic));
        assert_eq!(open(1, b"", &sealed).err(), Some(NotAuthentic));
        assert_eq!(open(1, b"aad", b"short").err(), Some(NotAuthentic));
    }

    #[test]
    fn cbc_opens_what_was_sealed() {
        let sealed = seal_cbc(&[1; 32], &[2; 16], b"sixteen bytes ..");
        assert_eq!(sealed.len(), 32);
        let opened = open_cbc(&[1; 32], &[2; 16], &sealed).unwrap();
        assert_eq!(**opened, *b"sixteen bytes ..");
        assert!(open_cbc(&[1; 32], &[2; 16], &sealed[..31]).is_err());
        assert!(open_cbc(&[1; 32], &[2; 16], b"").is_err());
    }

    /// RFC 4231, test case 2.
    #[test]
    fn hmac_over_parts_is_hmac_over_all() {
        let tag = hmac_sha256(b"Jefe", &[b"what do ya want ", b"for nothing?"]);
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(to_hex(&tag), expected);
        assert!(is_hmac_sha256(
            b"Jefe",
            &[b"what do ya want for nothing?"],
            &tag
        ));
        assert!(!is_hmac_sha256(b"Jefe", &[b"what"], &tag));
    }
}
