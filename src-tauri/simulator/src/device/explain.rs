//! Why a site refused a code, as far as the device that made it can know: from its own
//! clock, from what it handed out, and from the `Date` header of the site's answer.

use std::fmt;
use std::time::UNIX_EPOCH;

use keytick_otp::{Algorithm, Digits, Kind, OtpKey, Period};
use zeroize::Zeroizing;

use super::{Account, Error};

/// Seconds that two right clocks may seem to differ: a `Date` header has whole seconds and
/// was on its way for a while.
const NOISE: i64 = 2;
/// Steps that a site commonly accepts before and after its own (RFC 6238 section 5.2).
const USUAL_WINDOW: i64 = 1;
/// How many steps around the clocks are searched for the code: a quarter of an hour at 30 s.
const SEARCHED_STEPS: u64 = 30;
/// How many counters before and after the current one are searched.
const SEARCHED_COUNTERS: u64 = 100;

/// A code that a site did not take.
#[derive(Clone, Default)]
pub struct Refusal {
    /// What was typed, with any spaces and dashes.
    pub code: Zeroizing<String>,
    /// The site's time in Unix seconds, from the `Date` header of its answer: see
    /// [`http_date`].
    pub site_time: Option<u64>,
    /// How often this code was sent to the site, this time included.
    pub sent: u32,
}

/// The most likely reason for a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// Not as long as this key's codes are.
    Length {
        /// How many characters were typed.
        typed: usize,
        /// How many a code has.
        digits: u8,
    },
    /// Made by the same key with other parameters than its link names. Some apps ignore
    /// them.
    Parameters {
        /// The parameters that make this code.
        made_with: Parameters,
        /// The parameters of the key.
        key_has: Parameters,
    },
    /// The clocks of device and site differ.
    Clock {
        /// Seconds by which the device is ahead of the site; behind it if negative.
        ahead: i64,
        /// The code's step, seen from the site's own.
        delta: i64,
    },
    /// Right, and sent more than once: most sites take a code once (RFC 6238 section 5.2).
    Reused,
    /// Its time is over.
    Stale {
        /// Seconds by the device's clock since it ended.
        ended: u64,
    },
    /// Its time has not come.
    Early {
        /// Seconds by the device's clock until it begins.
        begins: u64,
    },
    /// Of a counter behind the current one: a later code was handed out.
    CounterBehind {
        /// How many codes have been handed out since.
        by: u64,
    },
    /// Of a counter that was not reached yet.
    CounterAhead {
        /// How many codes come before it.
        by: u64,
    },
    /// Right by both clocks. The site has seen it before, checks with other parameters than
    /// its link names, or is locked.
    SiteDisagrees,
    /// Right by the device's clock; without a `Date` header the site's is not known.
    NoDate,
    /// This key does not make it, now or for a while.
    NotThisKey,
}

/// Every id that [`Why::id`] can give.
pub const WHY_IDS: &[&str] = &[
    "device-why-length",
    "device-why-parameters",
    "device-why-clock-ahead",
    "device-why-clock-behind",
    "device-why-reused",
    "device-why-stale",
    "device-why-early",
    "device-why-counter-behind",
    "device-why-counter-ahead",
    "device-why-site-disagrees",
    "device-why-no-date",
    "device-why-not-this-key",
];

impl Why {
    /// The word in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Length { .. } => "length",
            Self::Parameters { .. } => "parameters",
            Self::Clock { .. } => "clock",
            Self::Reused => "reused",
            Self::Stale { .. } => "stale",
            Self::Early { .. } => "early",
            Self::CounterBehind { .. } => "counter_behind",
            Self::CounterAhead { .. } => "counter_ahead",
            Self::SiteDisagrees => "site_disagrees",
            Self::NoDate => "no_date",
            Self::NotThisKey => "not_this_key",
        }
    }

    /// The id of its message.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Length { .. } => "device-why-length",
            Self::Parameters { .. } => "device-why-parameters",
            Self::Clock { ahead, .. } if *ahead < 0 => "device-why-clock-behind",
            Self::Clock { .. } => "device-why-clock-ahead",
            Self::Reused => "device-why-reused",
            Self::Stale { .. } => "device-why-stale",
            Self::Early { .. } => "device-why-early",
            Self::CounterBehind { .. } => "device-why-counter-behind",
            Self::CounterAhead { .. } => "device-why-counter-ahead",
            Self::SiteDisagrees => "device-why-site-disagrees",
            Self::NoDate => "device-why-no-date",
            Self::NotThisKey => "device-why-not-this-key",
        }
    }

    /// What the message has to be filled in with.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Length { typed, digits } => {
                vec![("typed", typed.to_string()), ("digits", digits.to_string())]
            }
            Self::Parameters { made_with, key_has } => vec![
                ("made", made_with.to_string()),
                ("key", key_has.to_string()),
            ],
            Self::Clock { ahead, .. } => vec![("seconds", ahead.unsigned_abs().to_string())],
            Self::Stale { ended } => vec![("seconds", ended.to_string())],
            Self::Early { begins } => vec![("seconds", begins.to_string())],
            Self::CounterBehind { by } | Self::CounterAhead { by } => {
                vec![("count", by.to_string())]
            }
            _ => Vec::new(),
        }
    }
}

/// What of a key's kind is said of a wrong code: no secret, no PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameters {
    /// The hash.
    pub algorithm: &'static str,
    /// How long a code is.
    pub digits: u8,
    /// How many seconds it lasts, if time decides.
    pub period: Option<u32>,
}

impl Parameters {
    /// Those of a kind of key.
    #[must_use]
    pub const fn of(kind: &Kind) -> Self {
        Self {
            algorithm: kind.algorithm_name(),
            digits: kind.digits(),
            period: kind.period(),
        }
    }
}

/// `SHA1/6/30`, as the parameters of a key are usually written.
impl fmt::Display for Parameters {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.algorithm, self.digits)?;
        self.period
            .map_or(Ok(()), |period| write!(formatter, "/{period}"))
    }
}

/// The Unix seconds of a `Date` header, in any of the three forms of [RFC 9110].
///
/// # Errors
/// [`Error::Date`] for any other text, and for a time before 1970.
///
/// [RFC 9110]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
pub fn http_date(header: &str) -> Result<u64, Error> {
    let time = httpdate::parse_http_date(header.trim()).map_err(|_| Error::Date)?;
    let since = time.duration_since(UNIX_EPOCH).map_err(|_| Error::Date)?;
    Ok(since.as_secs())
}

/// `clock` is what the device's own clock shows.
pub(super) fn explain(account: &Account, refusal: &Refusal, clock: u64) -> Why {
    let kind = &account.key.kind;
    let code = Zeroizing::new(compact(&refusal.code));
    let typed = code.chars().count();
    if typed != usize::from(kind.digits()) {
        let made_with = with_other_parameters(&account.key, &code, refusal, clock);
        return made_with.unwrap_or(Why::Length {
            typed,
            digits: kind.digits(),
        });
    }
    match kind.period() {
        None => of_counter(account, &code, refusal.sent),
        Some(period) => {
            let period = u64::from(period);
            match step_of(&account.key, &code, refusal, clock, period) {
                Some(step) => of_step(step, refusal, clock, period),
                None => with_other_parameters(&account.key, &code, refusal, clock)
                    .unwrap_or(Why::NotThisKey),
            }
        }
    }
}

/// As sites and people group codes: `081 804`, `081-804`.
fn compact(code: &str) -> String {
    let is_separator = |character: char| character.is_whitespace() || character == '-';
    code.chars().filter(|one| !is_separator(*one)).collect()
}

/// The step of which `code` was made, the one nearest to the device's clock or the site's.
fn step_of(key: &OtpKey, code: &str, refusal: &Refusal, clock: u64, period: u64) -> Option<u64> {
    [Some(clock), refusal.site_time]
        .into_iter()
        .flatten()
        .find_map(|time| {
            near(time / period, SEARCHED_STEPS).find(|step| makes(key, *step, period, code))
        })
}

/// `middle` and its neighbours, the nearest first.
fn near(middle: u64, reach: u64) -> impl Iterator<Item = u64> {
    (0..=reach).flat_map(move |distance| {
        let before = middle.checked_sub(distance);
        let after = (distance > 0).then(|| middle.saturating_add(distance));
        before.into_iter().chain(after)
    })
}

fn makes(key: &OtpKey, step: u64, period: u64, code: &str) -> bool {
    *key.code_at(step.saturating_mul(period)).text == code
}

fn of_step(step: u64, refusal: &Refusal, clock: u64, period: u64) -> Why {
    let own = difference(step, clock / period);
    let site = refusal.site_time;
    let differing = site.and_then(|site| clocks(step, site, clock, period));
    match differing {
        // Beyond what sites accept, and as far off as the clocks are.
        Some(Clocks { delta, .. }) if delta.abs() > USUAL_WINDOW && own.abs() <= USUAL_WINDOW => {}
        _ if refusal.sent > 1 => return Why::Reused,
        _ if own < 0 => {
            return Why::Stale {
                ended: clock.saturating_sub(step.saturating_add(1).saturating_mul(period)),
            };
        }
        _ if own > 0 => {
            return Why::Early {
                begins: step.saturating_mul(period).saturating_sub(clock),
            };
        }
        _ => {}
    }
    match (differing, site) {
        (Some(Clocks { ahead, delta }), _) => Why::Clock { ahead, delta },
        (None, Some(_)) => Why::SiteDisagrees,
        (None, None) => Why::NoDate,
    }
}

/// How the device's clock stands to the site's.
#[derive(Clone, Copy)]
struct Clocks {
    /// The device's time less the site's, in seconds.
    ahead: i64,
    /// The code's step less the site's.
    delta: i64,
}

/// None if they agree, or the site is in the code's step all the same.
fn clocks(step: u64, site: u64, clock: u64, period: u64) -> Option<Clocks> {
    let clocks = Clocks {
        ahead: difference(clock, site),
        delta: difference(step, site / period),
    };
    (clocks.ahead.abs() > NOISE && clocks.delta != 0).then_some(clocks)
}

fn difference(one: u64, other: u64) -> i64 {
    let distance = i64::try_from(one.abs_diff(other)).unwrap_or(i64::MAX);
    match one < other {
        true => -distance,
        false => distance,
    }
}

fn of_counter(account: &Account, code: &str, sent: u32) -> Why {
    let next = account.key.kind.counter().unwrap_or_default();
    let found = near(next, SEARCHED_COUNTERS).find(|at| {
        let mut key = account.key.clone();
        if let Kind::Hotp { counter, .. } = &mut key.kind {
            *counter = *at;
        }
        *key.code_at(0).text == code
    });
    match found {
        None => Why::NotThisKey,
        Some(_) if sent > 1 => Why::Reused,
        Some(at) if at >= next => Why::CounterAhead { by: at - next },
        // The code that was handed out last is the one a site should take.
        Some(at) if at + 1 == next => Why::SiteDisagrees,
        Some(at) => Why::CounterBehind { by: next - at - 1 },
    }
}

/// Whether other parameters, such as an app might assume, make this code now.
fn with_other_parameters(key: &OtpKey, code: &str, refusal: &Refusal, clock: u64) -> Option<Why> {
    let Kind::Totp { period, .. } = key.kind else {
        return None;
    };
    // What apps assume has 6 digits or more; fewer are rather a zero that was lost.
    let typed = u8::try_from(code.chars().count()).ok()?;
    let digits = Digits::new(typed).ok().filter(|digits| digits.get() >= 6)?;
    let made_with = guesses(period, digits).find_map(|kind| {
        let parameters = Parameters::of(&kind);
        let other = OtpKey {
            kind,
            ..key.clone()
        };
        makes_now(&other, code, refusal, clock).then_some(parameters)
    })?;
    Some(Why::Parameters {
        made_with,
        key_has: Parameters::of(&key.kind),
    })
}

/// Every algorithm with the key's own period and the usual ones.
fn guesses(period: Period, digits: Digits) -> impl Iterator<Item = Kind> {
    let usual = [Period::new(30), Period::new(60)].into_iter().flatten();
    [period].into_iter().chain(usual).flat_map(move |period| {
        [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512].map(|algorithm| Kind::Totp {
            algorithm,
            digits,
            period,
        })
    })
}

fn makes_now(key: &OtpKey, code: &str, refusal: &Refusal, clock: u64) -> bool {
    let period = u64::from(key.kind.period().unwrap_or(1));
    let times = [Some(clock), refusal.site_time];
    times
        .into_iter()
        .flatten()
        .flat_map(|time| near(time / period, USUAL_WINDOW.unsigned_abs()))
        .any(|step| makes(key, step, period, code))
}
