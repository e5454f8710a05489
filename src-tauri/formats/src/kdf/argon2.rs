//! Argon2, behind its limits.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::{NO_SENSE, work};
use crate::{Error, Reading};

/// Memory times passes, in KiB, below which it is done at once, without an estimate: about a
/// tenth of a second.
const AT_ONCE_KIB: u64 = 64 * 1024;

#[derive(Clone, Copy)]
pub(super) struct Cost {
    pub(super) id: bool,
    pub(super) memory_kib: u32,
    pub(super) passes: u32,
    pub(super) lanes: u32,
}

impl Cost {
    fn units(self) -> u64 {
        u64::from(self.memory_kib) * u64::from(self.passes)
    }
}

pub(super) fn derive(
    cost: Cost,
    password: &[u8],
    salt: &[u8],
    key: &mut [u8],
    reading: &Reading,
) -> Result<(), Error> {
    reading.limits.check_memory(cost.memory_kib.into())?;
    // Refused now, not on another thread later.
    params(cost, key.len())?;
    if cost.units() <= AT_ONCE_KIB {
        return run(cost, password, salt, key);
    }
    let sample = Cost {
        memory_kib: 8 * 1024,
        passes: 1,
        ..cost
    };
    let estimate = work::estimated(cost.units(), sample.units(), reading, || {
        let _ = run(sample, b"", b"saltsalt", &mut [0; 32]);
    })?;
    let password = Zeroizing::new(password.to_vec());
    let salt = salt.to_vec();
    let derived = work::undivided(key.len(), estimate, reading, move |key| {
        run(cost, &password, &salt, key)
    })?;
    key.copy_from_slice(&derived);
    Ok(())
}

fn params(cost: Cost, length: usize) -> Result<Params, Error> {
    Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(length)).map_err(|_| NO_SENSE)
}

fn run(cost: Cost, password: &[u8], salt: &[u8], key: &mut [u8]) -> Result<(), Error> {
    let params = params(cost, key.len())?;
    let mut memory = Vec::new();
    memory
        .try_reserve_exact(params.block_count())
        .map_err(|_| Error::TooCostly {
            needs_mib: u64::from(cost.memory_kib / 1024),
            limit_mib: 0,
        })?;
    memory.resize(params.block_count(), Block::new());
    let algorithm = match cost.id {
        true => Algorithm::Argon2id,
        false => Algorithm::Argon2d,
    };
    Argon2::new(algorithm, Version::V0x13, params)
        .hash_password_into_with_memory(password, salt, key, &mut memory)
        .map_err(|_| NO_SENSE)
}
