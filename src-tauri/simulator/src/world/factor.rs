//! What a person has set up: the key, what was used of it, and the recovery codes.

use std::collections::BTreeSet;
use std::fmt;

use keytick_otp::{Digits, Kind, OtpKey, Period, Secret};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use subtle::ConstantTimeEq;

use super::user::digest;
use super::{Moment, Provision, SessionId};
use crate::profile::{Algorithm, Case, Codes, Replay, Store};

/// The state of a person's two-step sign-in, as the log names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorState {
    /// Nothing is set up.
    Off,
    /// A key is on view, no code was right yet.
    Scan,
    /// The first code was right; recovery codes are on view and not acknowledged.
    Codes,
    /// Codes are asked for.
    On,
}

impl fmt::Display for FactorState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Off => "OFF",
            Self::Scan => "SCAN",
            Self::Codes => "CODES",
            Self::On => "ON",
        })
    }
}

/// A person's two-step sign-in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Factor {
    /// What is asked for at login.
    pub enrolled: Option<Enrolled>,
    /// A set-up that is not finished.
    pub pending: Option<Enrolment>,
}

impl Factor {
    /// Whether codes are asked for at login.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.enrolled.is_some()
    }

    /// The state, as the log names it.
    #[must_use]
    pub fn state(&self) -> FactorState {
        match (&self.pending, &self.enrolled) {
            (Some(pending), _) if pending.verified_step.is_some() => FactorState::Codes,
            (Some(_), _) => FactorState::Scan,
            (None, Some(_)) => FactorState::On,
            (None, None) => FactorState::Off,
        }
    }
}

/// A finished set-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Enrolled {
    /// With what the site checks codes.
    pub key: SiteKey,
    /// Since when.
    pub since: Moment,
    /// Which codes were used.
    pub used: Used,
    /// The recovery codes.
    pub codes: Vec<StoredCode>,
}

impl Enrolled {
    /// How many recovery codes are left.
    #[must_use]
    pub fn codes_left(&self) -> usize {
        self.codes.iter().filter(|code| code.used.is_none()).count()
    }
}

/// A set-up that is not finished.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Enrolment {
    /// With what the site will check codes.
    pub key: SiteKey,
    /// What the page shows.
    pub provision: Provision,
    /// When the key was made.
    pub started: Moment,
    /// The step of the first right code.
    pub verified_step: Option<u64>,
}

/// With what a site checks codes.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteKey {
    secret: Secret,
    algorithm: Algorithm,
    digits: Digits,
    period: Period,
}

impl SiteKey {
    pub(super) fn new(
        secret: Secret,
        algorithm: Algorithm,
        digits: u8,
        period: u32,
    ) -> Result<Self, keytick_otp::Error> {
        Ok(Self {
            secret,
            algorithm,
            digits: Digits::new(digits)?,
            period: Period::new(period)?,
        })
    }

    /// The key as base32.
    #[must_use]
    pub fn base32(&self) -> String {
        self.secret.to_base32().to_string()
    }

    /// How many digits a code has.
    #[must_use]
    pub fn digits(&self) -> usize {
        usize::from(self.digits.get())
    }

    /// How many seconds a code lasts.
    #[must_use]
    pub fn period(&self) -> u32 {
        self.period.get()
    }

    /// The code of a step.
    #[must_use]
    pub fn code(&self, step: u64) -> String {
        let seconds = step.saturating_mul(u64::from(self.period.get()));
        self.otp().code_at(seconds).text.to_string()
    }

    /// The same key with one bit changed, as a bad disk would.
    pub(super) fn flipped(&self) -> Self {
        let mut bytes = self.secret.expose().to_vec();
        if let Some(first) = bytes.first_mut() {
            *first ^= 1;
        }
        Self {
            secret: Secret::from_bytes(bytes).unwrap_or_else(|_| self.secret.clone()),
            ..self.clone()
        }
    }

    fn otp(&self) -> OtpKey {
        OtpKey {
            secret: self.secret.clone(),
            kind: Kind::Totp {
                algorithm: self.algorithm.otp(),
                digits: self.digits,
                period: self.period,
            },
        }
    }
}

/// A key as a snapshot writes it.
#[derive(Serialize, Deserialize)]
struct SiteKeyText {
    secret: String,
    algorithm: Algorithm,
    digits: u8,
    period: u32,
}

impl Serialize for SiteKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SiteKeyText {
            secret: self.base32(),
            algorithm: self.algorithm,
            digits: self.digits.get(),
            period: self.period.get(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SiteKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = SiteKeyText::deserialize(deserializer)?;
        let (secret, _) = Secret::from_base32(&text.secret).map_err(D::Error::custom)?;
        Self::new(secret, text.algorithm, text.digits, text.period).map_err(D::Error::custom)
    }
}

/// Which codes were used, as far as a site remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Used {
    /// The step of the last one.
    pub last: Option<u64>,
    /// The steps of recent ones.
    pub recent: BTreeSet<u64>,
}

impl Used {
    /// Older steps than this many before the newest can no longer be accepted by any window.
    const KEPT: u64 = 256;

    /// Why the code of `step` counts as used, if it does.
    pub(super) fn refuses(&self, step: u64, replay: Replay) -> Option<String> {
        let used = match replay {
            Replay::None => false,
            Replay::LastCode => self.last == Some(step),
            Replay::LastStep => self.last.is_some_and(|last| step <= last),
            Replay::UsedSet => self.recent.contains(&step),
        };
        let last = self.last.unwrap_or_default();
        used.then(|| format!("totp.replay={}, step={step}, last={last}", replay.name()))
    }

    pub(super) fn note(&mut self, step: u64) {
        self.last = Some(step);
        self.recent.insert(step);
        self.recent = self.recent.split_off(&step.saturating_sub(Self::KEPT));
    }
}

/// A recovery code as a site keeps it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredCode {
    kept: Kept,
    /// When it was used.
    pub used: Option<Moment>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kept {
    Plain(String),
    Hashed([u8; 32]),
}

impl StoredCode {
    pub(super) fn new(code: &str, rules: &Codes) -> Self {
        let code = folded(code, rules);
        Self {
            kept: match rules.store {
                Store::Plain => Kept::Plain(code),
                Store::Hashed => Kept::Hashed(digest(b"recovery", &code)),
            },
            used: None,
        }
    }

    /// Whether this is the code, compared in constant time.
    pub(super) fn is(&self, folded: &str) -> bool {
        match &self.kept {
            Kept::Plain(code) => code.as_bytes().ct_eq(folded.as_bytes()).into(),
            Kept::Hashed(hash) => digest(b"recovery", folded).ct_eq(hash).into(),
        }
    }
}

impl fmt::Debug for StoredCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StoredCode")
            .field("kept", &"[REDACTED]")
            .field("used", &self.used)
            .finish()
    }
}

/// A recovery code as it is compared: without what the profile ignores. The dash between groups
/// is not part of it.
pub(super) fn folded(code: &str, rules: &Codes) -> String {
    let ignored = |character: char| {
        rules.ignore.contains(character) || (rules.groups > 0 && character == '-')
    };
    let kept: String = code.trim().chars().filter(|c| !ignored(*c)).collect();
    match rules.case {
        Case::Sensitive => kept,
        Case::Insensitive => kept.to_lowercase(),
    }
}

/// Recovery codes on view.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FreshCodes {
    pub(super) codes: Vec<String>,
    /// The session that may see them.
    pub(super) session: SessionId,
    /// Whether they were downloaded.
    pub(super) downloaded: bool,
    /// Whether they replace the old ones only when they are said to be kept.
    pub(super) waiting: bool,
}

impl fmt::Debug for FreshCodes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("FreshCodes")
            .field("codes", &"[REDACTED]")
            .field("downloaded", &self.downloaded)
            .field("waiting", &self.waiting)
            .finish_non_exhaustive()
    }
}
