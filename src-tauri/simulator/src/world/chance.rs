//! Randomness from the world's seed.
//!
//! Each purpose has a stream of its own, so that one more login does not change the keys that
//! are given afterwards.

use rand::rngs::ChaCha20Rng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};

/// What a random number is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Secrets,
    Codes,
    Sessions,
    Mail,
    Faults,
    Salts,
}

/// The world's randomness: a seed, and how much of it each purpose has used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chance {
    seed: u64,
    used: [u64; 6],
}

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, used: [0; 6] }
    }

    pub(super) fn seed(&self) -> u64 {
        self.seed
    }

    pub(super) fn bytes<const N: usize>(&mut self, purpose: Purpose) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(purpose, &mut bytes);
        bytes
    }

    pub(super) fn fill(&mut self, purpose: Purpose, bytes: &mut [u8]) {
        self.draw(purpose).fill_bytes(bytes);
    }

    /// So many characters of `letters`.
    pub(super) fn text(&mut self, purpose: Purpose, letters: &[char], length: usize) -> String {
        let mut draw = self.draw(purpose);
        (0..length)
            .filter_map(|_| letters.get(pick(&mut draw, letters.len())).copied())
            .collect()
    }

    /// So many bytes as hexadecimal text.
    pub(super) fn hex(&mut self, purpose: Purpose, bytes: usize) -> String {
        let letters: Vec<char> = "0123456789abcdef".chars().collect();
        self.text(purpose, &letters, 2 * bytes)
    }

    /// Whether something with this probability happens.
    pub(super) fn happens(&mut self, purpose: Purpose, probability: f64) -> bool {
        let share = f64::from(self.draw(purpose).next_u32()) / (f64::from(u32::MAX) + 1.0);
        share < probability
    }

    /// A generator that nobody else draws from: its stream is the purpose and how often it was
    /// drawn from before.
    fn draw(&mut self, purpose: Purpose) -> ChaCha20Rng {
        let index = purpose as usize;
        let mut rng = ChaCha20Rng::seed_from_u64(self.seed);
        rng.set_stream((index as u64) << 56 | self.used[index]);
        self.used[index] += 1;
        rng
    }
}

/// A number below `bound`, without the bias of a remainder.
fn pick(rng: &mut ChaCha20Rng, bound: usize) -> usize {
    let bound = bound.max(1) as u64;
    let limit = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = rng.next_u64();
        if drawn < limit {
            return usize::try_from(drawn % bound).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_purpose_does_not_move_another() {
        let (mut quiet, mut busy) = (Chance::new(7), Chance::new(7));
        for _ in 0..5 {
            busy.hex(Purpose::Sessions, 16);
        }
        let secret: [u8; 20] = quiet.bytes(Purpose::Secrets);
        assert_eq!(secret, busy.bytes(Purpose::Secrets));
        assert_ne!(secret, busy.bytes(Purpose::Secrets));
    }

    #[test]
    fn a_seed_gives_the_same_on_every_machine() {
        assert_eq!(Chance::new(7).hex(Purpose::Sessions, 4), "ceccc9df");
    }
}
