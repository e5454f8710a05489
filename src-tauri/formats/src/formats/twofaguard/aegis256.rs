//! The authenticated cipher AEGIS-256 with a tag of 256 bits, without associated data
//! ([draft-irtf-cfrg-aegis-aead](https://datatracker.ietf.org/doc/draft-irtf-cfrg-aegis-aead/)).
//! Only opening is needed.

use aes::Block;
use aes::hazmat::cipher_round;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

const BLOCK: usize = 16;
const TAG: usize = 32;

/// The Fibonacci numbers modulo 256, which the cipher begins with.
const C0: [u8; BLOCK] = [
    0x00, 0x01, 0x01, 0x02, 0x03, 0x05, 0x08, 0x0d, 0x15, 0x22, 0x37, 0x59, 0x90, 0xe9, 0x79, 0x62,
];
const C1: [u8; BLOCK] = [
    0xdb, 0x3d, 0x18, 0x55, 0x6d, 0xc2, 0x2f, 0xf1, 0x20, 0x11, 0x31, 0x42, 0x73, 0xb5, 0x28, 0xdd,
];

/// None if it is not authentic.
pub(super) fn open(key: &[u8; 32], nonce: &[u8; 32], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (ciphertext, tag) = sealed.split_last_chunk::<TAG>()?;
    let mut state = State::new(key, nonce);
    let mut plain = Zeroizing::new(Vec::with_capacity(ciphertext.len()));
    for block in ciphertext.chunks(BLOCK) {
        let mut opened = xor(&padded(block), &state.keystream());
        // What pads the last block is not part of the message.
        opened[block.len()..].fill(0);
        state.update(&opened);
        plain.extend_from_slice(&opened[..block.len()]);
    }
    let authentic = state.tag(ciphertext.len()).ct_eq(tag);
    bool::from(authentic).then_some(plain)
}

struct State([[u8; BLOCK]; 6]);

impl Drop for State {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl State {
    fn new(key: &[u8; 32], nonce: &[u8; 32]) -> Self {
        let [k0, k1, n0, n1] = [
            &key[..BLOCK],
            &key[BLOCK..],
            &nonce[..BLOCK],
            &nonce[BLOCK..],
        ]
        .map(padded);
        let (k0n0, k1n1) = (xor(&k0, &n0), xor(&k1, &n1));
        let mut state = Self([k0n0, k1n1, C1, C0, xor(&k0, &C0), xor(&k1, &C1)]);
        for _ in 0..4 {
            for block in [&k0, &k1, &k0n0, &k1n1] {
                state.update(block);
            }
        }
        state
    }

    fn update(&mut self, message: &[u8; BLOCK]) {
        let old = self.0;
        self.0 = std::array::from_fn(|place| {
            let (before, own) = (&old[(place + 5) % 6], &old[place]);
            match place {
                0 => round(before, &xor(own, message)),
                _ => round(before, own),
            }
        });
    }

    fn keystream(&self) -> [u8; BLOCK] {
        let [_, s1, s2, s3, s4, s5] = &self.0;
        std::array::from_fn(|byte| s1[byte] ^ s4[byte] ^ s5[byte] ^ (s2[byte] & s3[byte]))
    }

    fn tag(&mut self, message_bytes: usize) -> [u8; TAG] {
        let message_bits = (message_bytes as u64) * 8;
        let mut lengths = [0; BLOCK];
        lengths[BLOCK / 2..].copy_from_slice(&message_bits.to_le_bytes());
        let last = xor(&self.0[3], &lengths);
        for _ in 0..7 {
            self.update(&last);
        }
        let half = |three: &[[u8; BLOCK]]| xor(&xor(&three[0], &three[1]), &three[2]);
        let mut tag = [0; TAG];
        tag[..BLOCK].copy_from_slice(&half(&self.0[..3]));
        tag[BLOCK..].copy_from_slice(&half(&self.0[3..]));
        tag
    }
}

/// One round of AES.
fn round(block: &[u8; BLOCK], key: &[u8; BLOCK]) -> [u8; BLOCK] {
    let mut block = Block::from(*block);
    cipher_round(&mut block, &Block::from(*key));
    block.into()
}

fn xor(a: &[u8; BLOCK], b: &[u8; BLOCK]) -> [u8; BLOCK] {
    std::array::from_fn(|byte| a[byte] ^ b[byte])
}

/// At most a block, with zeros behind it.
fn padded(bytes: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..bytes.len()].copy_from_slice(bytes);
    block
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::encoding::to_hex;

    pub(in super::super) fn seal(key: &[u8; 32], nonce: &[u8; 32], plain: &[u8]) -> Vec<u8> {
        let mut state = State::new(key, nonce);
        let mut sealed = Vec::new();
        for block in plain.chunks(BLOCK) {
            let message = padded(block);
            sealed.extend_from_slice(&xor(&message, &state.keystream())[..block.len()]);
            state.update(&message);
        }
        sealed.extend(state.tag(plain.len()));
        sealed
    }

    /// The draft's test vectors for AEGIS-256 without associated data.
    #[test]
    fn the_vectors_of_the_draft() {
        let mut key = [0; 32];
        key[..2].copy_from_slice(&[0x10, 0x01]);
        let mut nonce = [0; 32];
        nonce[..3].copy_from_slice(&[0x10, 0x00, 0x02]);
        let sealed = seal(&key, &nonce, &[0; 16]);
        assert_eq!(
            to_hex(&sealed),
            "754fc3d8c973246dcc6d741412a4b236\
             1181a1d18091082bf0266f66297d167d2e68b845f61a3b0527d31fc7b7b89f13"
        );
        assert_eq!(
            to_hex(&seal(&key, &nonce, &[])),
            "6a348c930adbd654896e1666aad67de989ea75ebaa2b82fb588977b1ffec864a"
        );
        assert_eq!(**open(&key, &nonce, &sealed).unwrap(), [0; 16]);
    }

    #[test]
    fn opens_every_length_and_nothing_that_was_changed() {
        let (key, nonce) = ([3; 32], [4; 32]);
        for length in [0, 1, 15, 16, 17, 40] {
            let plain: Vec<u8> = (0..length).collect();
            let sealed = seal(&key, &nonce, &plain);
            assert_eq!(**open(&key, &nonce, &sealed).unwrap(), *plain);
            for place in [0, sealed.len() - 1] {
                let mut changed = sealed.clone();
                changed[place] ^= 1;
                assert!(open(&key, &nonce, &changed).is_none());
            }
            assert!(open(&key, &nonce, &sealed[..sealed.len() - 1]).is_none());
        }
        assert!(open(&key, &nonce, &[0]).is_none());
    }
}
