//! AES-256-GCM over a buffer, with the tag at its end.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Tag};
use keytick_memory::wipe_stack;

use crate::keys::Key;

pub(crate) const NONCE: usize = 12;
pub(crate) const TAG: usize = 16;

/// The ciphertext or its associated data are not what was encrypted under this key.
#[derive(Debug)]
pub(crate) struct NotAuthentic;

/// Encrypts `buffer` where it is and returns the tag.
pub(crate) fn encrypt(key: &Key, nonce: &[u8; NONCE], aad: &[u8], buffer: &mut [u8]) -> [u8; TAG] {
    let tag = cipher(key)
        .encrypt_inout_detached(nonce.into(), aad, buffer.into())
        .expect("AES-GCM takes 64 GiB, and 32 MiB at most are handed to it")
        .into();
    wipe_stack();
    tag
}

/// Decrypts `buffer`, which ends with the tag, where it is, and returns the length of the
/// plain text at its start.
pub(crate) fn decrypt(
    key: &Key,
    nonce: &[u8; NONCE],
    aad: &[u8],
    buffer: &mut [u8],
) -> Result<usize, NotAuthentic> {
    let (text, tag) = buffer.split_last_chunk_mut::<TAG>().ok_or(NotAuthentic)?;
    let tag = Tag::from(*tag);
    let decrypted =
        cipher(key).decrypt_inout_detached(nonce.into(), aad, (&mut *text).into(), &tag);
    wipe_stack();
    decrypted.map_err(|_| NotAuthentic)?;
    Ok(text.len())
}

fn cipher(key: &Key) -> Aes256Gcm {
    Aes256Gcm::new(key.as_bytes().into())
}
