//! How costly it is to try a password: Argon2id (RFC 9106), its limits, and how a machine
//! finds its own numbers.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};

use crate::fault::Fault;
use crate::keys::Key;
use crate::{Error, machine};

const MIB: u32 = 1024;
const LANES: u32 = 4;

/// What is written: at least the second recommendation of RFC 9106.
const WRITE_MEMORY_MIB: std::ops::RangeInclusive<u32> = 64..=1024;
const WRITE_PASSES: std::ops::RangeInclusive<u32> = 3..=10;
const WRITE_PRODUCT_MIB: u32 = 4 * 1024;

/// What is accepted in a file: from the OWASP minimum to what an honest vault could need.
/// Argon2 itself would take 4 TiB, so this is the guard against a hostile file.
const READ_MEMORY_KIB: std::ops::RangeInclusive<u32> = 19 * MIB..=2048 * MIB;
const READ_PASSES: std::ops::RangeInclusive<u32> = 1..=32;
const READ_LANES: std::ops::RangeInclusive<u32> = 1..=16;
const READ_PRODUCT_KIB: u64 = 8 * 1024 * 1024;

/// Calibration chooses memory in whole steps of this.
const STEP_MIB: u32 = 32;

/// How long one try of a password should take.
const SHORTEST: Duration = Duration::from_millis(500);
const AIM: Duration = Duration::from_millis(750);
const LONGEST: Duration = Duration::from_millis(1000);

/// The Argon2id numbers of a password slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KdfCost {
    /// Memory in KiB (Argon2's m).
    pub memory_kib: u32,
    /// Passes over the memory (Argon2's t).
    pub passes: u32,
    /// Lanes that can be computed side by side (Argon2's p).
    pub lanes: u32,
}

impl KdfCost {
    /// The least that a vault is written with: 64 MiB, 3 passes, 4 lanes.
    pub const FLOOR: Self = Self {
        memory_kib: 64 * MIB,
        passes: 3,
        lanes: LANES,
    };

    /// The cheapest numbers that a vault may be read with, for tests only.
    #[cfg(any(test, feature = "cheap-kdf"))]
    #[must_use]
    pub fn cheap() -> Self {
        Self {
            memory_kib: 19 * MIB,
            passes: 1,
            lanes: 1,
        }
    }

    /// Numbers chosen by a person, with four lanes.
    ///
    /// # Errors
    /// They are under [`KdfCost::FLOOR`], or over 1 GiB, 10 passes or 4 GiB in all passes.
    pub fn new(memory_mib: u32, passes: u32) -> Result<Self, Error> {
        if memory_mib < *WRITE_MEMORY_MIB.start() || passes < *WRITE_PASSES.start() {
            return Err(Error::KdfTooCheap {
                memory_mib: *WRITE_MEMORY_MIB.start(),
                passes: *WRITE_PASSES.start(),
            });
        }
        if !WRITE_MEMORY_MIB.contains(&memory_mib)
            || !WRITE_PASSES.contains(&passes)
            || memory_mib * passes > WRITE_PRODUCT_MIB
        {
            return Err(Error::KdfTooCostly {
                memory_mib: *WRITE_MEMORY_MIB.end(),
                passes: *WRITE_PASSES.end(),
                product_mib: WRITE_PRODUCT_MIB,
            });
        }
        Ok(Self {
            memory_kib: memory_mib * MIB,
            passes,
            lanes: LANES,
        })
    }

    /// Numbers with which a try takes between half a second and a second on this machine, by
    /// trying: first more memory, up to 1 GiB or a quarter of the machine's, then more
    /// passes. A slow machine gets [`KdfCost::FLOOR`], however long that takes.
    ///
    /// This takes a second or two and much memory: not for the thread of a window.
    #[must_use]
    pub fn calibrate() -> Self {
        choose(quarter_mib(machine::memory_bytes()), |cost| {
            let start = Instant::now();
            match cost.derive(b"calibration", &[0; 32]) {
                Ok(_) => start.elapsed(),
                // Memory that cannot be had is memory that takes too long.
                Err(_) => Duration::MAX,
            }
        })
    }

    /// Refuses numbers from a file that are outside the limits of the format. Whether this
    /// machine has the memory shows when it is needed: the other slots open without it.
    pub(crate) fn check_limits(self) -> Result<(), Fault> {
        let product = u64::from(self.memory_kib) * u64::from(self.passes);
        if !READ_MEMORY_KIB.contains(&self.memory_kib)
            || !READ_PASSES.contains(&self.passes)
            || !READ_LANES.contains(&self.lanes)
            || product > READ_PRODUCT_KIB
        {
            return Err(Fault::slot("key derivation numbers over the limits"));
        }
        Ok(())
    }

    /// Argon2id of a password, 32 bytes. Takes half of this machine's memory at most.
    pub(crate) fn derive(self, password: &[u8], salt: &[u8; 32]) -> Result<Key, Fault> {
        let half = machine::memory_bytes().map_or(u64::MAX, |bytes| bytes / 2);
        if u64::from(self.memory_kib) * 1024 > half {
            return Err(self.not_enough_memory());
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Fault::slot("key derivation numbers over the limits"))?;
        let mut memory = Vec::new();
        memory
            .try_reserve_exact(params.block_count())
            .map_err(|_| self.not_enough_memory())?;
        memory.resize(params.block_count(), Block::new());
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let key = Key::filled(|out| {
            argon2.hash_password_into_with_memory(password, salt, out, memory.as_mut_slice())
        });
        wipe(&mut memory);
        // The first hash has the password on the stack.
        keytick_memory::wipe_stack();
        key.map_err(|_| Fault::slot("key derivation numbers over the limits"))
    }

    fn not_enough_memory(self) -> Fault {
        Fault::NotEnoughMemory {
            mib: self.memory_kib / MIB,
        }
    }
}

fn wipe(memory: &mut [Block]) {
    use zeroize::Zeroize;
    memory.iter_mut().zeroize();
}

/// A quarter of a machine's memory in MiB; of one that does not say how much it has, no limit.
fn quarter_mib(bytes: Option<u64>) -> u32 {
    bytes.map_or(u32::MAX, |bytes| {
        u32::try_from((bytes / 4) >> 20).unwrap_or(u32::MAX)
    })
}

/// Finds numbers that take about [`AIM`], given how long some numbers take.
///
/// The time grows nearly in proportion to memory and to passes, so two or three tries are
/// enough.
fn choose(most_mib: u32, mut measure: impl FnMut(KdfCost) -> Duration) -> KdfCost {
    let most_mib = most_mib.min(*WRITE_MEMORY_MIB.end());
    let mut cost = KdfCost::FLOOR;
    let mut took = measure(cost);
    for _ in 0..3 {
        if took >= SHORTEST && took <= LONGEST {
            break;
        }
        let next = scaled(cost, AIM.as_secs_f64() / took.as_secs_f64(), most_mib);
        if next == cost {
            break;
        }
        cost = next;
        took = measure(cost);
    }
    if took > LONGEST && cost != KdfCost::FLOOR {
        // A machine whose times jump: rather too cheap than a wait at every unlock.
        return scaled(cost, AIM.as_secs_f64() / took.as_secs_f64(), most_mib);
    }
    cost
}

/// `cost` made `factor` times as costly, within what may be written: memory first, in whole
/// steps, and passes when the memory is at its most.
fn scaled(cost: KdfCost, factor: f64, most_mib: u32) -> KdfCost {
    let mib_passes = f64::from(cost.memory_kib / MIB) * f64::from(cost.passes) * factor;
    let mib_passes = mib_passes.min(f64::from(WRITE_PRODUCT_MIB));
    let least_mib = *WRITE_MEMORY_MIB.start();
    let most_mib = (most_mib / STEP_MIB * STEP_MIB).max(least_mib);
    let floor_passes = f64::from(*WRITE_PASSES.start());
    let memory_mib = whole(mib_passes / floor_passes) / STEP_MIB * STEP_MIB;
    let memory_mib = memory_mib.clamp(least_mib, most_mib);
    let passes = whole(mib_passes / f64::from(memory_mib));
    let passes = if memory_mib == most_mib { passes } else { 0 };
    KdfCost {
        memory_kib: memory_mib * MIB,
        passes: passes.clamp(*WRITE_PASSES.start(), *WRITE_PASSES.end()),
        lanes: LANES,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is positive and at most a few thousand"
)]
fn whole(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_under_the_floor_are_refused() {
        for (memory, passes) in [(63, 3), (64, 2), (0, 0)] {
            let error = KdfCost::new(memory, passes).unwrap_err();
            assert_eq!(
                error.to_string(),
                "the password check is too cheap: at least 64 MiB and 3 passes"
            );
        }
        assert_eq!(KdfCost::new(64, 3).unwrap(), KdfCost::FLOOR);
    }

    #[test]
    fn numbers_over_the_ceiling_are_refused() {
        for (memory, passes) in [(1025, 3), (64, 11), (1024, 5), (u32::MAX, u32::MAX)] {
            let error = KdfCost::new(memory, passes).unwrap_err();
            assert_eq!(error.id(), "vault-kdf-too-costly", "{memory} {passes}");
        }
        assert!(KdfCost::new(1024, 4).is_ok());
        assert!(KdfCost::new(409, 10).is_ok());
    }

    #[test]
    fn argon2id_agrees_with_another_implementation() {
        // From the Argon2id of OpenSSL: 19 MiB, 1 pass, 1 lane.
        let key = KdfCost::cheap().derive(b"password", &[1; 32]).unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(key.as_bytes()),
            "c52ee5536f269d5e90f8ab36435b8ddbc64e309e0665bc9ddedbe1b25ae268c1"
        );
    }

    #[test]
    fn numbers_from_a_file_are_taken_up_to_their_limits_and_not_beyond() {
        let taken = |memory_kib, passes, lanes| {
            let cost = KdfCost {
                memory_kib,
                passes,
                lanes,
            };
            cost.check_limits().is_ok()
        };
        const GIB: u32 = 1024 * MIB;
        for (memory_kib, passes, lanes) in [(19 * MIB, 1, 1), (2 * GIB, 4, 16), (256 * MIB, 32, 4)]
        {
            assert!(taken(memory_kib, passes, lanes));
        }
        for (memory_kib, passes, lanes) in [
            (19 * MIB - 1, 1, 1),
            (2 * GIB + 1, 1, 1),
            (2 * GIB, 5, 1),
            (256 * MIB + 1, 32, 4),
            (19 * MIB, 0, 1),
            (19 * MIB, 33, 1),
            (19 * MIB, 1, 0),
            (19 * MIB, 1, 17),
        ] {
            assert!(
                !taken(memory_kib, passes, lanes),
                "{memory_kib} {passes} {lanes}"
            );
        }
    }

    #[test]
    fn half_of_the_memory_is_enough_for_a_try() {
        let tried = |bytes| {
            machine::tests::PRETENDED.set(Some(bytes));
            KdfCost::cheap().derive(b"password", &[1; 32]).is_ok()
        };
        assert!(tried(38 << 20));
        assert!(!tried((38 << 20) - 2));
    }

    #[test]
    fn nothing_of_a_try_stays_in_its_memory() {
        let mut memory = vec![Block::new(); 2];
        memory[1].as_mut()[127] = 7;
        wipe(&mut memory);
        assert!(memory.iter().all(|block| block.as_ref() == [0; 128]));
    }

    /// What is chosen where the tries take so many milliseconds, one after the other.
    fn chosen_after(times: &[u64]) -> (u32, u32) {
        let mut times = times.iter();
        let cost = choose(1024, |_| Duration::from_millis(*times.next().unwrap()));
        (cost.memory_kib / MIB, cost.passes)
    }

    #[test]
    fn a_try_of_exactly_a_second_is_not_too_long() {
        assert_eq!(chosen_after(&[375, 1000]), (128, 3));
        assert_eq!(chosen_after(&[375, 500]), (128, 3));
        // Where the last of four tries takes too long, less is chosen without a fifth.
        assert_eq!(chosen_after(&[100, 400, 400, 1000]), (1024, 4));
        assert_eq!(chosen_after(&[100, 400, 400, 1500]), (672, 3));
    }

    #[test]
    fn a_quarter_of_the_memory_is_counted_in_mib() {
        assert_eq!(quarter_mib(Some(8 << 30)), 2048);
        assert_eq!(quarter_mib(Some(4 << 20)), 1);
        assert_eq!(quarter_mib(None), u32::MAX);
    }

    /// What a machine with a fixed speed and `most` MiB to spare chooses.
    fn chosen(mib_passes_per_second: f64, most: u32) -> (u32, u32, f64) {
        let time =
            |cost: KdfCost| f64::from(cost.memory_kib / MIB * cost.passes) / mib_passes_per_second;
        let cost = choose(most, |cost| Duration::from_secs_f64(time(cost)));
        (cost.memory_kib / MIB, cost.passes, time(cost))
    }

    #[test]
    fn calibration_raises_memory_first_and_then_passes() {
        assert_eq!(chosen(100.0, 1024), (64, 3, 1.92));
        assert_eq!(chosen(2_000.0, 1024), (480, 3, 0.72));
        assert_eq!(chosen(4_096.0, 1024), (1024, 3, 0.75));
        assert_eq!(chosen(2_048.0, 256), (256, 6, 0.75));
        assert_eq!(chosen(1_000_000.0, 1024).0, 1024);
        assert_eq!(chosen(1_000_000.0, 1024).1, 4);
        assert_eq!(chosen(1_000_000.0, 0), (64, 10, 0.000_64));
    }

    #[test]
    fn every_speed_ends_within_half_a_second_and_a_second_or_at_a_limit() {
        for speed in (200..5000).step_by(37) {
            let (memory, passes, seconds) = chosen(f64::from(speed), 1024);
            let floor = (memory, passes) == (64, 3) && seconds > 0.5;
            assert!(
                floor || (0.5..=1.0).contains(&seconds),
                "{speed}: {memory} MiB, {passes} passes, {seconds} s"
            );
        }
    }

    #[test]
    fn calibration_that_finds_no_memory_stays_at_the_floor() {
        let cost = choose(1024, |cost| {
            if cost == KdfCost::FLOOR {
                Duration::from_millis(100)
            } else {
                Duration::MAX
            }
        });
        assert_eq!(cost, KdfCost::FLOOR);
    }
}
