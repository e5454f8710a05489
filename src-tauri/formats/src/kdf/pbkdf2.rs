//! PBKDF2 ([RFC 8018](https://www.rfc-editor.org/rfc/rfc8018#section-5.2)), by hand, since
//! it is to be stopped in the middle.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Sha256, Sha512};

use super::{Hash, NO_SENSE, work};
use crate::{Error, Reading};

pub(super) fn derive(
    hash: Hash,
    rounds: u32,
    password: &[u8],
    salt: &[u8],
    key: &mut [u8],
    reading: &Reading,
) -> Result<(), Error> {
    if rounds == 0 {
        return Err(NO_SENSE);
    }
    match hash {
        Hash::Sha1 => blocks::<Hmac<Sha1>>(rounds, password, salt, key, reading),
        Hash::Sha256 => blocks::<Hmac<Sha256>>(rounds, password, salt, key, reading),
        Hash::Sha512 => blocks::<Hmac<Sha512>>(rounds, password, salt, key, reading),
    }
}

/// The blocks of the key side by side, so that progress is that of the whole.
fn blocks<M: Mac + KeyInit + Clone>(
    rounds: u32,
    password: &[u8],
    salt: &[u8],
    key: &mut [u8],
    reading: &Reading,
) -> Result<(), Error> {
    let keyed = <M as KeyInit>::new_from_slice(password).map_err(|_| NO_SENSE)?;
    let mut last: Vec<_> = Vec::new();
    for (index, part) in (1_u32..).zip(key.chunks_mut(M::output_size())) {
        let mac = keyed
            .clone()
            .chain_update(salt)
            .chain_update(index.to_be_bytes());
        let first = mac.finalize().into_bytes();
        part.copy_from_slice(&first[..part.len()]);
        last.push(first);
    }
    work::stepwise(u64::from(rounds - 1), reading, |rounds| {
        for (last, part) in last.iter_mut().zip(key.chunks_mut(M::output_size())) {
            for _ in 0..rounds {
                *last = keyed.clone().chain_update(&*last).finalize().into_bytes();
                for (byte, more) in part.iter_mut().zip(last.iter()) {
                    *byte ^= more;
                }
            }
        }
    })
}
