//! Other settings for a key that stays: how its codes are made of it. For a site that changed its
//! codes, and for what was mistaken when the account was added.

use keytick_otp::{Algorithm, Digits, Kind, OtpKey, Period};

/// How codes shall be made from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeSettings {
    /// A new code every period.
    Time {
        /// The hash.
        algorithm: Algorithm,
        /// How long the code is.
        digits: Digits,
        /// How long it lasts.
        period: Period,
    },
    /// A new code at each use.
    Counter {
        /// The hash.
        algorithm: Algorithm,
        /// How long the code is.
        digits: Digits,
    },
}

impl CodeSettings {
    /// `key` with these settings; none where it is of another type. That is another key, which
    /// is added: two devices could not tell what became of which, and a counter that is put down
    /// would begin anew and bring used codes up again. Steam's codes, and those with a PIN, are
    /// all made in one way.
    #[must_use]
    pub fn apply(self, key: &OtpKey) -> Option<OtpKey> {
        let kind = match (self, &key.kind) {
            (
                Self::Time {
                    algorithm,
                    digits,
                    period,
                },
                Kind::Totp { .. },
            ) => Kind::Totp {
                algorithm,
                digits,
                period,
            },
            (Self::Counter { algorithm, digits }, Kind::Hotp { counter, .. }) => Kind::Hotp {
                algorithm,
                digits,
                counter: *counter,
            },
            _ => return None,
        };
        Some(OtpKey {
            secret: key.secret.clone(),
            kind,
        })
    }
}

#[cfg(test)]
mod tests {
    use keytick_otp::Secret;

    use super::*;

    /// The key of RFC 4226 and RFC 6238.
    fn key(kind: Kind) -> OtpKey {
        let secret = Secret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
        OtpKey { secret, kind }
    }

    fn time(digits: u8, period: u32) -> CodeSettings {
        CodeSettings::Time {
            algorithm: Algorithm::Sha1,
            digits: Digits::new(digits).unwrap(),
            period: Period::new(period).unwrap(),
        }
    }

    fn counter(digits: u8) -> CodeSettings {
        CodeSettings::Counter {
            algorithm: Algorithm::Sha1,
            digits: Digits::new(digits).unwrap(),
        }
    }

    fn counted(counter: u64) -> OtpKey {
        key(Kind::Hotp {
            algorithm: Algorithm::Sha1,
            digits: Digits::default(),
            counter,
        })
    }

    #[test]
    fn the_same_key_makes_codes_of_another_length() {
        let longer = time(8, 30).apply(&key(Kind::default())).unwrap();
        // RFC 6238 appendix B, and the last six digits of it as ever.
        assert_eq!(longer.code_at(59).text.as_str(), "94287082");
        let back = time(6, 30).apply(&longer).unwrap();
        assert_eq!(back.code_at(59).text.as_str(), "287082");
    }

    #[test]
    fn a_counter_stays_where_it_is() {
        let longer = counter(8).apply(&counted(1)).unwrap();
        // RFC 4226 appendix D, count 1.
        assert_eq!(longer.code_at(0).text.as_str(), "94287082");
        assert_eq!(longer.kind.counter(), Some(1));
    }

    #[test]
    fn no_key_becomes_one_of_another_type() {
        assert_eq!(counter(6).apply(&key(Kind::default())), None);
        assert_eq!(time(6, 30).apply(&counted(1)), None);
    }

    #[test]
    fn steam_keeps_its_own() {
        assert_eq!(time(8, 60).apply(&key(Kind::Steam)), None);
        assert_eq!(counter(6).apply(&key(Kind::Steam)), None);
    }
}
