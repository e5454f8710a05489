//! One message of libsodium's `crypto_secretstream_xchacha20poly1305`, which is what Ente
//! encrypts exports with. It is not XChaCha20-Poly1305: each message carries a tag of its own
//! that is encrypted along, and the nonce begins with a counter.
//!
//! [libsodium's description](https://doc.libsodium.org/secret-key_cryptography/secretstream).

use chacha20::cipher::{KeyIvInit, StreamCipher};
use chacha20::{ChaCha20, R20, hchacha};
use poly1305::Poly1305;
use poly1305::universal_hash::KeyInit;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::cipher::NotAuthentic;

pub(super) const HEADER_BYTES: usize = 24;
const BLOCK_BYTES: usize = 64;
const MAC_BYTES: usize = 16;

/// The tags that mark a message, and the last one. Ente wrote either for its only one.
const MESSAGE: u8 = 0;
const FINAL: u8 = 3;

/// Opens the only message of a stream.
pub(super) fn open(
    key: &[u8; 32],
    header: &[u8; HEADER_BYTES],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, NotAuthentic> {
    let (sealed_tag, rest) = sealed.split_first().ok_or(NotAuthentic)?;
    let (ciphertext, mac) = rest.split_last_chunk::<MAC_BYTES>().ok_or(NotAuthentic)?;
    let mut stream = Stream::new(key, header);
    let mut tag = [0; BLOCK_BYTES];
    tag[0] = *sealed_tag;
    stream.cipher.apply_keystream(&mut tag);
    let opened_tag = std::mem::replace(&mut tag[0], *sealed_tag);
    let authentic = stream.mac(&tag, ciphertext).ct_eq(mac);
    if !bool::from(authentic) || !matches!(opened_tag, MESSAGE | FINAL) {
        return Err(NotAuthentic);
    }
    let mut message = Zeroizing::new(ciphertext.to_vec());
    stream.cipher.apply_keystream(&mut message);
    Ok(message)
}

/// Seals the only message of a stream.
pub(super) fn seal(key: &[u8; 32], header: &[u8; HEADER_BYTES], message: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(key, header);
    let mut tag = [0; BLOCK_BYTES];
    tag[0] = FINAL;
    stream.cipher.apply_keystream(&mut tag);
    let mut ciphertext = message.to_vec();
    stream.cipher.apply_keystream(&mut ciphertext);
    let mac = stream.mac(&tag, &ciphertext);
    [&tag[..1], &ciphertext, &mac].concat()
}

struct Stream {
    /// Stands where the tag's block begins.
    cipher: ChaCha20,
    mac_key: Zeroizing<[u8; 32]>,
}

impl Stream {
    fn new(key: &[u8; 32], header: &[u8; HEADER_BYTES]) -> Self {
        const COUNTER: [u8; 4] = 1_u32.to_le_bytes();
        let mut input = [0; 16];
        input.copy_from_slice(&header[..16]);
        let subkey: Zeroizing<[u8; 32]> =
            Zeroizing::new(hchacha::<R20>(key.into(), &input.into()).into());
        let mut nonce = [0; 12];
        nonce[..4].copy_from_slice(&COUNTER);
        nonce[4..].copy_from_slice(&header[16..]);
        let mut cipher = ChaCha20::new((&*subkey).into(), &nonce.into());

        let mut block = Zeroizing::new([0; BLOCK_BYTES]);
        cipher.apply_keystream(&mut *block);
        let mut mac_key = Zeroizing::new([0; 32]);
        mac_key.copy_from_slice(&block[..32]);
        Self { cipher, mac_key }
    }

    /// Poly1305 over the tag's block and the ciphertext. Only the remainder of its length in
    /// 16 is added as padding, not what is missing to 16: so libsodium does it.
    fn mac(&self, tag: &[u8; BLOCK_BYTES], ciphertext: &[u8]) -> [u8; MAC_BYTES] {
        let padding = [0; 16];
        let lengths = [0, BLOCK_BYTES + ciphertext.len()].map(|length| length as u64);
        let authenticated = [
            tag,
            ciphertext,
            &padding[..ciphertext.len() % 16],
            &lengths[0].to_le_bytes(),
            &lengths[1].to_le_bytes(),
        ]
        .concat();
        Poly1305::new((&*self.mac_key).into())
            .compute_unpadded(&authenticated)
            .into()
    }
}
