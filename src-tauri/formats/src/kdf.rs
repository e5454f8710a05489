//! The key derivations of other programs' files, with their cost known beforehand, progress
//! and cancel.
//!
//! What a derivation will take is found by doing a little of it against a stopwatch; that is
//! the only use of time in this crate. One that is over [`Limits`](crate::Limits) is refused
//! before it is begun.

mod argon2;
mod pbkdf2;
mod scrypt;
mod work;

use crate::{Error, Reading};

pub(crate) use work::stepwise;

/// A hash under PBKDF2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

/// A key derivation and its cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kdf {
    /// PBKDF2 with HMAC ([RFC 8018](https://www.rfc-editor.org/rfc/rfc8018#section-5.2)).
    Pbkdf2 {
        /// The hash.
        hash: Hash,
        /// Iterations.
        rounds: u32,
    },
    /// scrypt ([RFC 7914](https://www.rfc-editor.org/rfc/rfc7914)).
    Scrypt {
        /// CPU and memory cost, a power of two.
        n: u64,
        /// Block size.
        r: u32,
        /// Lanes.
        p: u32,
    },
    /// Argon2 version 1.3 ([RFC 9106](https://www.rfc-editor.org/rfc/rfc9106)).
    Argon2 {
        /// `Argon2id`, else `Argon2d`.
        id: bool,
        /// Memory in KiB.
        memory_kib: u32,
        /// Passes.
        passes: u32,
        /// Lanes.
        lanes: u32,
    },
}

/// What makes no sense as a cost.
pub(crate) const NO_SENSE: Error = Error::Damaged { what: "kdf" };

/// See [`Reading::derive`].
pub(crate) fn derive(
    kdf: &Kdf,
    password: &[u8],
    salt: &[u8],
    key: &mut [u8],
    reading: &Reading,
) -> Result<(), Error> {
    match *kdf {
        Kdf::Pbkdf2 { hash, rounds } => pbkdf2::derive(hash, rounds, password, salt, key, reading),
        Kdf::Scrypt { n, r, p } => {
            scrypt::derive(scrypt::Cost { n, r, p }, password, salt, key, reading)
        }
        Kdf::Argon2 {
            id,
            memory_kib,
            passes,
            lanes,
        } => {
            let cost = argon2::Cost {
                id,
                memory_kib,
                passes,
                lanes,
            };
            argon2::derive(cost, password, salt, key, reading)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::{Limits, Progress};

    const CHEAP_ARGON2: Kdf = Kdf::Argon2 {
        id: true,
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };

    fn derived(kdf: Kdf, limits: Limits) -> Result<String, Error> {
        let reading = Reading {
            limits,
            ..Reading::new(None)
        };
        let mut key = [0; 32];
        reading.derive(&kdf, b"password", b"saltsaltsaltsalt", &mut key)?;
        Ok(data_encoding::HEXLOWER.encode(&key))
    }

    fn check(kdf: Kdf, expected: &str) {
        assert_eq!(derived(kdf, Limits::default()).as_deref(), Ok(expected));
    }

    /// Made with Python's hashlib and argon2-cffi's reference code.
    #[test]
    fn derives_as_everybody_else_does() {
        for (hash, expected) in [
            (Hash::Sha1, SHA1),
            (Hash::Sha256, SHA256),
            (Hash::Sha512, SHA512),
        ] {
            check(Kdf::Pbkdf2 { hash, rounds: 1000 }, expected);
        }
        check(
            Kdf::Scrypt {
                n: 1024,
                r: 8,
                p: 1,
            },
            SCRYPT,
        );
    }

    const SHA1: &str = "d855b0fe80bb4d092c922cc2fbcd655a598500c3f37ee514f6349d3c02d2f792";
    const SHA256: &str = "f275fb870144cc807c68f6a325360af3078741ce4d833d2915500abd2bb88d00";
    const SHA512: &str = "ef5e6ba88af97573953e9061aaab2e825d37ef34f96d6253598999b4870af210";
    const SCRYPT: &str = "0553112aa7625588a428068f475c2e72c2942afc384ee3cb91d118b684876ace";

    #[test]
    fn refuses_numbers_that_make_no_sense() {
        let argon2 = |memory_kib, passes, lanes| Kdf::Argon2 {
            id: true,
            memory_kib,
            passes,
            lanes,
        };
        let scrypt = |n, r, p| Kdf::Scrypt { n, r, p };
        let rounds = |rounds| Kdf::Pbkdf2 {
            hash: Hash::Sha1,
            rounds,
        };
        for kdf in [
            rounds(0),
            scrypt(0, 8, 1),
            scrypt(1, 8, 1),
            scrypt(1000, 8, 1),
            scrypt(1024, 0, 1),
            scrypt(1024, 8, 0),
            argon2(0, 1, 1),
            argon2(64, 0, 1),
            argon2(64, 1, 0),
            argon2(64, 1, u32::MAX),
        ] {
            assert_eq!(derived(kdf, Limits::default()), Err(NO_SENSE), "{kdf:?}");
        }
    }

    #[test]
    fn refuses_more_memory_than_allowed_before_it_is_taken() {
        let limits = Limits {
            max_kdf_memory_kib: 1024 * 1024,
            ..Limits::default()
        };
        let argon2 = Kdf::Argon2 {
            id: false,
            memory_kib: 4 * 1024 * 1024,
            passes: 1,
            lanes: 1,
        };
        let scrypt = Kdf::Scrypt {
            n: 1 << 22,
            r: 8,
            p: 1,
        };
        for (kdf, needs_mib) in [(argon2, 4096), (scrypt, 4097)] {
            let refused = Error::TooCostly {
                needs_mib,
                limit_mib: 1024,
            };
            assert_eq!(derived(kdf, limits), Err(refused));
        }
        let huge = Kdf::Scrypt {
            n: 1 << 63,
            r: u32::MAX,
            p: 1,
        };
        assert!(matches!(
            derived(huge, limits),
            Err(Error::TooCostly { .. })
        ));
    }

    #[test]
    fn refuses_more_time_than_allowed() {
        let limits = Limits {
            max_kdf_ms: 1,
            ..Limits::default()
        };
        for kdf in [
            Kdf::Pbkdf2 {
                hash: Hash::Sha512,
                rounds: u32::MAX,
            },
            Kdf::Argon2 {
                id: true,
                memory_kib: 1024 * 1024,
                passes: u32::MAX,
                lanes: 4,
            },
            Kdf::Scrypt {
                n: 1 << 18,
                r: 8,
                p: 1 << 12,
            },
        ] {
            let refused = derived(kdf, limits);
            assert!(
                matches!(
                    refused,
                    Err(Error::TooSlow {
                        limit_seconds: 0,
                        ..
                    })
                ),
                "{refused:?}"
            );
        }
    }

    #[test]
    fn says_what_it_will_take_then_stops_when_asked() {
        let told = Mutex::new(Vec::new());
        for kdf in [
            Kdf::Pbkdf2 {
                hash: Hash::Sha512,
                rounds: 3_000_000,
            },
            Kdf::Argon2 {
                id: true,
                memory_kib: 256 * 1024,
                passes: 4,
                lanes: 1,
            },
        ] {
            let reading = Reading {
                progress: &|progress| told.lock().unwrap().push(progress),
                cancelled: &|| !told.lock().unwrap().is_empty(),
                ..Reading::new(None)
            };
            let stopped = reading.derive(&kdf, b"password", b"saltsalt", &mut [0; 32]);
            assert_eq!(stopped, Err(Error::Cancelled));
            let told = std::mem::take(&mut *told.lock().unwrap());
            assert!(
                matches!(told[..], [Progress::Deriving { estimate_ms, .. }] if estimate_ms > 0),
                "{told:?}"
            );
        }
    }

    #[test]
    fn argon2_d_and_id_differ() {
        let Kdf::Argon2 {
            memory_kib,
            passes,
            lanes,
            ..
        } = CHEAP_ARGON2
        else {
            return;
        };
        let d = Kdf::Argon2 {
            id: false,
            memory_kib,
            passes,
            lanes,
        };
        let limits = Limits::default();
        assert_ne!(derived(CHEAP_ARGON2, limits), derived(d, limits));
    }
}
