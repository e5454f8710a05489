//! scrypt, behind its limits.

use zeroize::Zeroizing;

use super::{NO_SENSE, work};
use crate::{Error, Reading};

/// Below this it is done at once, without an estimate: about a tenth of a second.
const AT_ONCE: u64 = 1 << 19;

#[derive(Clone, Copy)]
pub(super) struct Cost {
    pub(super) n: u64,
    pub(super) r: u32,
    pub(super) p: u32,
}

impl Cost {
    /// `n` as the crate wants it: its logarithm.
    fn params(self) -> Result<scrypt::Params, Error> {
        if !self.n.is_power_of_two() || self.n < 2 {
            return Err(NO_SENSE);
        }
        // The crate multiplies them unchecked.
        self.r.checked_mul(self.p).ok_or(NO_SENSE)?;
        scrypt::Params::new(self.n.ilog2() as u8, self.r, self.p).map_err(|_| NO_SENSE)
    }

    /// RFC 7914: `128 * r` bytes for each of `n` blocks, and for each lane.
    fn memory_kib(self) -> u64 {
        let blocks = self.n.saturating_add(u64::from(self.p));
        blocks.saturating_mul(u64::from(self.r)) / 8
    }

    fn units(self) -> u64 {
        let units = self.n.saturating_mul(u64::from(self.r));
        units.saturating_mul(u64::from(self.p))
    }
}

pub(super) fn derive(
    cost: Cost,
    password: &[u8],
    salt: &[u8],
    key: &mut [u8],
    reading: &Reading,
) -> Result<(), Error> {
    reading.limits.check_memory(cost.memory_kib())?;
    let params = cost.params()?;
    if cost.units() <= AT_ONCE {
        return run(&params, password, salt, key);
    }
    let sample = Cost {
        n: 1 << 12,
        r: 8,
        p: 1,
    };
    let sample_params = sample.params()?;
    let estimate = work::estimated(cost.units(), sample.units(), reading, || {
        let _ = run(&sample_params, b"", b"", &mut [0; 32]);
    })?;
    let password = Zeroizing::new(password.to_vec());
    let salt = salt.to_vec();
    let derived = work::undivided(key.len(), estimate, reading, move |key| {
        run(&params, &password, &salt, key)
    })?;
    key.copy_from_slice(&derived);
    Ok(())
}

fn run(params: &scrypt::Params, password: &[u8], salt: &[u8], key: &mut [u8]) -> Result<(), Error> {
    scrypt::scrypt(password, salt, params, key).map_err(|_| NO_SENSE)
}
