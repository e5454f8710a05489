//! A key and the codes it makes.

use std::fmt;

use zeroize::Zeroizing;

use crate::{Algorithm, Digits, Error, Kind, Note, Secret, generate, hex, yandex};

/// All that is needed to make an account's codes. [`OtpKey::new`] checks that the secret is
/// one that the kind can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtpKey {
    /// What the account shares with its site.
    pub secret: Secret,
    /// How codes are made from it.
    pub kind: Kind,
}

impl OtpKey {
    /// A key of a secret in bytes. Of the 26 bytes that Yandex shows for typing, the 16 that
    /// make codes are kept.
    ///
    /// # Errors
    /// [`Error::YandexLength`] and [`Error::YandexCheck`].
    pub fn new(secret: Secret, kind: Kind) -> Result<Self, Error> {
        let secret = match kind {
            Kind::Yandex { .. } => yandex::key(secret)?,
            _ => secret,
        };
        Ok(Self { secret, kind })
    }

    /// Reads a key as its site prints it: hexadecimal for mOTP, base32 for every other kind.
    /// The note says what looked odd about it.
    ///
    /// # Errors
    /// Those of [`Secret::from_base32`], [`Secret::from_hex`] and [`OtpKey::new`].
    pub fn from_text(text: &str, kind: Kind) -> Result<(Self, Option<Note>), Error> {
        let (secret, note) = match kind {
            Kind::Motp { .. } => (Secret::from_hex(text)?, None),
            _ => Secret::from_base32(text)?,
        };
        Ok((Self::new(secret, kind)?, note))
    }

    /// The key as its site prints it, which [`OtpKey::from_text`] reads.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        match self.kind {
            Kind::Motp { .. } => hex::encode(&self.secret.expose()),
            _ => self.secret.to_base32(),
        }
    }

    /// The code at `unix_seconds`. A counter account gives the code of its counter, whatever
    /// the time.
    ///
    /// ```
    /// use keytick_otp::{Kind, OtpKey, Secret};
    ///
    /// let secret = Secret::from_bytes(b"12345678901234567890".to_vec())?;
    /// let key = OtpKey { secret, kind: Kind::default() };
    /// assert_eq!(key.code_at(59).text.as_str(), "287082");
    /// # Ok::<(), keytick_otp::Error>(())
    /// ```
    #[must_use]
    pub fn code_at(&self, unix_seconds: u64) -> Code {
        let secret = &self.secret;
        match &self.kind {
            Kind::Totp {
                algorithm,
                digits,
                period,
            } => Code::timed(
                generate::totp(secret, *algorithm, *digits, *period, unix_seconds),
                Validity::at(unix_seconds, period.get()),
            ),
            Kind::Hotp {
                algorithm,
                digits,
                counter,
            } => self.counted(*algorithm, *digits, *counter),
            Kind::Steam => Code::timed(
                generate::steam(secret, unix_seconds),
                Validity::at(unix_seconds, Kind::STEAM_PERIOD),
            ),
            Kind::Motp { pin } => Code::timed(
                generate::motp(secret, pin, unix_seconds),
                Validity::at(unix_seconds, Kind::MOTP_PERIOD),
            ),
            Kind::Yandex { pin } => Code::timed(
                generate::yandex(secret, pin, unix_seconds),
                Validity::at(unix_seconds, Kind::YANDEX_PERIOD),
            ),
        }
    }

    /// The code after the one at `unix_seconds`: that of the next period, or of the next
    /// counter. The counter after the last of 64 bits is 0, as in tokens of hardware.
    #[must_use]
    pub fn next_code(&self, unix_seconds: u64) -> Code {
        let after = |period: u32| self.code_at(unix_seconds.saturating_add(period.into()));
        match self.kind {
            Kind::Totp { period, .. } => after(period.get()),
            Kind::Hotp {
                algorithm,
                digits,
                counter,
            } => self.counted(algorithm, digits, counter.wrapping_add(1)),
            Kind::Steam => after(Kind::STEAM_PERIOD),
            Kind::Motp { .. } => after(Kind::MOTP_PERIOD),
            Kind::Yandex { .. } => after(Kind::YANDEX_PERIOD),
        }
    }

    fn counted(&self, algorithm: Algorithm, digits: Digits, counter: u64) -> Code {
        Code {
            text: generate::hotp(&self.secret, algorithm, digits, counter),
            valid: None,
            counter: Some(counter),
        }
    }
}

/// A code and how long it is good for.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    /// What the person types.
    pub text: Zeroizing<String>,
    /// When it is good, if time decides.
    pub valid: Option<Validity>,
    /// The counter it was made of, if use decides.
    pub counter: Option<u64>,
}

impl Code {
    fn timed(text: Zeroizing<String>, valid: Validity) -> Self {
        Self {
            text,
            valid: Some(valid),
            counter: None,
        }
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Code")
            .field("text", &"[REDACTED]")
            .field("valid", &self.valid)
            .field("counter", &self.counter)
            .finish()
    }
}

/// A span of time in Unix seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The first second.
    pub from: u64,
    /// The second after the last.
    pub to: u64,
}

impl Validity {
    fn at(unix_seconds: u64, period: u32) -> Self {
        let period = u64::from(period);
        let from = unix_seconds - unix_seconds % period;
        Self {
            from,
            to: from.saturating_add(period),
        }
    }

    /// Seconds from `unix_seconds` to the end of the span, 0 when it is over.
    #[must_use]
    pub fn seconds_left(&self, unix_seconds: u64) -> u64 {
        self.to.saturating_sub(unix_seconds)
    }
}
