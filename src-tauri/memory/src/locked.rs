//! A key of 32 bytes in locked memory.

use std::fmt;

use crate::place::{LENGTH, Place};

/// How well a key's memory is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protection {
    /// The system gave no such page: ordinary memory, wiped after use.
    None,
    /// Never written to disk, and left out of core dumps where the system can do that.
    Locked,
    /// Out of reach of every other program and of the system's own reading
    /// (memfd_secret(2), Linux 5.14 and later).
    Secret,
}

/// A key of 32 bytes. Moving it moves no bytes; dropping it wipes them.
pub struct Locked(Place);

impl Locked {
    /// A key of zero bytes, to be written in place.
    #[must_use]
    pub fn zero() -> Self {
        Self(Place::take())
    }

    /// The key.
    #[must_use]
    pub fn bytes(&self) -> &[u8; LENGTH] {
        self.0.bytes()
    }

    /// The key, to be written in place.
    pub fn bytes_mut(&mut self) -> &mut [u8; LENGTH] {
        self.0.bytes_mut()
    }

    /// How well it is kept.
    #[must_use]
    pub fn protection(&self) -> Protection {
        self.0.protection()
    }
}

impl Clone for Locked {
    fn clone(&self) -> Self {
        let mut copy = Self::zero();
        copy.bytes_mut().copy_from_slice(self.bytes());
        copy
    }
}

impl fmt::Debug for Locked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Locked([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_written_through_moves_and_copies() {
        let mut key = Locked::zero();
        assert_eq!(key.bytes(), &[0; 32]);
        key.bytes_mut().fill(7);
        let place = key.bytes().as_ptr();
        let moved = key;
        assert_eq!(moved.bytes().as_ptr(), place);
        let copy = moved.clone();
        drop(moved);
        assert_eq!(copy.bytes(), &[7; 32]);
        assert_eq!(format!("{copy:?}"), "Locked([REDACTED])");
    }

    #[test]
    fn thousands_of_keys_are_kept_apart() {
        let mut keys: Vec<Locked> = (0..3_000).map(|_| Locked::zero()).collect();
        for (number, key) in keys.iter_mut().enumerate() {
            key.bytes_mut()[..8].copy_from_slice(&number.to_le_bytes());
        }
        let right = |(number, key): (usize, &Locked)| key.bytes()[..8] == number.to_le_bytes();
        assert!(keys.iter().enumerate().all(right));
        // Their places are taken again, and hold nothing of theirs.
        keys.truncate(1_000);
        let again: Vec<Locked> = (0..2_000).map(|_| Locked::zero()).collect();
        assert!(again.iter().all(|key| key.bytes() == &[0; 32]));
        assert!(keys.iter().enumerate().all(right));
    }

    /// What a debugger, a core dump or root would read (proc_pid_mem(5)).
    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_itself_cannot_read_a_secret_page() {
        use std::os::unix::fs::FileExt;

        let key = Locked::zero();
        let memory = std::fs::File::open("/proc/self/mem").unwrap();
        let mut read = [0; 32];
        let outcome = memory.read_at(&mut read, key.bytes().as_ptr() as u64);
        match key.protection() {
            Protection::Secret => assert!(outcome.is_err(), "{outcome:?}"),
            other => eprintln!("not run: the kernel gave a page that is {other:?}"),
        }
    }
}
