//! A virtual device: the phone that a test holds in its hand, for our sites and for any
//! other.
//!
//! It takes keys as a phone would, from a QR code's text, a link or a typed key, and hands
//! out codes as a patient person would: never the same step twice, and rather the next code
//! than one that is about to end. It makes no network call and reads no clock: who asks says
//! what time it is, and the device adds how wrong its own clock is.

mod account;
mod answer;
mod clock;
mod error;
mod explain;
pub mod json;
pub mod service;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use keytick_otp::{Code, KeyUri, Kind, OtpKey};

pub use account::{Account, AccountId};
pub use answer::{Answer, Ready, WaitFor};
pub use clock::Clock;
pub use error::{ERROR_IDS, Error};
pub use explain::{Parameters, Refusal, WHY_IDS, Why, http_date};

/// A phone with an authenticator app on it.
///
/// ```
/// use keytick_simulator::device::{Answer, Device};
///
/// let mut device = Device::new();
/// let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/// let added = device.add_uri(&format!("otpauth://totp/Acme:me?secret={secret}"))?;
///
/// let now = 1_111_111_080;
/// let Answer::Ready(ready) = device.code(added.id, 5, now)? else { panic!() };
/// assert_eq!(ready.code.as_str(), "081804");
///
/// // The same step is not handed out twice, so two logins need two steps.
/// assert!(matches!(device.code(added.id, 5, now)?, Answer::Wait { seconds: 30, .. }));
/// # Ok::<(), keytick_simulator::device::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Device {
    accounts: Vec<Account>,
    clock: Clock,
    last_id: AccountId,
}

/// What became of a key that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// The account that holds it.
    pub id: AccountId,
    /// Whether the device had it before. It then still knows which codes it handed out.
    pub was_there: bool,
}

impl Device {
    /// How many accounts a device holds at most.
    pub const MOST_ACCOUNTS: usize = 1_000;

    /// A device without accounts, whose clock is right.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How its clock goes.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// Sets its clock right or wrong.
    pub const fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// The accounts in the order in which they were added.
    #[must_use]
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// Adds the key in an `otpauth:` or `steam:` link.
    ///
    /// # Errors
    /// [`Error::Otp`] says what is wrong with the link; [`Error::Full`].
    pub fn add_uri(&mut self, uri: &str) -> Result<Added, Error> {
        self.add(KeyUri::parse(uri)?)
    }

    /// Adds what the QR codes of a picture say. A bad one does not lose the good ones. Web
    /// addresses are passed over: sites put one beside the key, which leads to an app.
    pub fn add_texts<T: AsRef<str>>(&mut self, texts: &[T]) -> Vec<Result<Added, Error>> {
        let keys: Vec<&str> = texts
            .iter()
            .map(AsRef::as_ref)
            .filter(|text| !is_web_address(text))
            .collect();
        match keys.is_empty() {
            true => vec![Err(Error::NoKey)],
            false => keys.into_iter().map(|text| self.add_uri(text)).collect(),
        }
    }

    /// Adds a key with its names. A key that the device has stays the account that it is.
    ///
    /// # Errors
    /// [`Error::Full`].
    pub fn add(&mut self, read: KeyUri) -> Result<Added, Error> {
        if let Some(had) = self.accounts.iter_mut().find(|one| one.is_of(&read.key)) {
            raise_counter(&mut had.key, &read.key);
            return Ok(Added {
                id: had.id,
                was_there: true,
            });
        }
        if self.accounts.len() == Self::MOST_ACCOUNTS {
            return Err(Error::Full {
                most: Self::MOST_ACCOUNTS,
            });
        }
        self.last_id += 1;
        self.accounts.push(Account {
            id: self.last_id,
            key: read.key,
            issuer: read.issuer,
            account: read.account,
            notes: read.notes,
            given: BTreeSet::new(),
        });
        Ok(Added {
            id: self.last_id,
            was_there: false,
        })
    }

    /// Forgets an account, and which codes it handed out.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`].
    pub fn remove(&mut self, id: AccountId) -> Result<(), Error> {
        self.account(id)?;
        self.accounts.retain(|account| account.id != id);
        Ok(())
    }

    /// The account with this number.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`].
    pub fn account(&self, id: AccountId) -> Result<&Account, Error> {
        let found = self.accounts.iter().find(|account| account.id == id);
        found.ok_or_else(|| unknown(&id.to_string()))
    }

    /// The account that `query` means: its number, or words of its issuer and account that no
    /// other has. An empty query means the only account there is.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`], [`Error::SeveralMatch`] and, for an empty query,
    /// [`Error::NotNamed`].
    pub fn find(&self, query: &str) -> Result<AccountId, Error> {
        let number: Option<AccountId> = query.trim().parse().ok();
        if let Some(found) = self.accounts.iter().find(|one| Some(one.id) == number) {
            return Ok(found.id);
        }
        let matching: Vec<&Account> = self
            .accounts
            .iter()
            .filter(|account| account.matches(query))
            .collect();
        match matching.as_slice() {
            [only] => Ok(only.id),
            several if query.trim().is_empty() => Err(Error::NotNamed {
                count: several.len(),
            }),
            [] => Err(unknown(query)),
            several => Err(Error::SeveralMatch {
                query: query.to_owned(),
                count: several.len(),
            }),
        }
    }

    /// A code of the account `id` when the real time is `now`, in Unix seconds, with at least
    /// `min_left` seconds before it ends; or how long to wait for one. A code that was handed
    /// out counts as used. A counter moves on.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`]; [`Error::MinLeft`] if no code ever lasts that long.
    pub fn code(&mut self, id: AccountId, min_left: u64, now: u64) -> Result<Answer, Error> {
        let clock = self.clock.at(now);
        let found = self.accounts.iter_mut().find(|account| account.id == id);
        let account = found.ok_or_else(|| unknown(&id.to_string()))?;
        match account.key.kind.period() {
            None => Ok(Answer::Ready(next_of_counter(account, clock))),
            Some(period) if min_left > u64::from(period) => {
                Err(Error::MinLeft { min_left, period })
            }
            Some(period) => Ok(of_step(account, min_left, clock, u64::from(period))),
        }
    }

    /// Why a site refused a code of the account `id`, as far as a device can know.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`].
    pub fn explain(&self, id: AccountId, refusal: &Refusal, now: u64) -> Result<Why, Error> {
        Ok(explain::explain(
            self.account(id)?,
            refusal,
            self.clock.at(now),
        ))
    }
}

fn unknown(query: &str) -> Error {
    Error::UnknownAccount {
        query: query.to_owned(),
    }
}

fn is_web_address(text: &str) -> bool {
    let scheme = text.trim_start().split(':').next().unwrap_or_default();
    ["http", "https"]
        .iter()
        .any(|name| scheme.eq_ignore_ascii_case(name))
}

/// A counter that went back would make codes that the site has seen.
fn raise_counter(had: &mut OtpKey, read: &OtpKey) {
    if let (Kind::Hotp { counter, .. }, Some(new)) = (&mut had.kind, read.kind.counter()) {
        *counter = new.max(*counter);
    }
}

fn next_of_counter(account: &mut Account, clock: u64) -> Ready {
    let code = account.key.code_at(clock);
    if let Kind::Hotp { counter, .. } = &mut account.key.kind {
        account.given.insert(*counter);
        *counter = counter.wrapping_add(1);
    }
    Ready {
        counter: code.counter,
        code: code.text,
        step: None,
        valid: None,
        seconds_left: None,
    }
}

fn of_step(account: &mut Account, min_left: u64, clock: u64, period: u64) -> Answer {
    let step = clock / period;
    let left = period - clock % period;
    let because = match (account.given.contains(&step), left < min_left) {
        (true, _) => WaitFor::NextStep,
        (false, true) => WaitFor::FullStep,
        (false, false) => {
            account.given.insert(step);
            return Answer::Ready(ready(account.key.code_at(clock), step, left));
        }
    };
    // After the clock was set back, later steps may have been handed out as well.
    let mut free = step.saturating_add(1);
    while account.given.contains(&free) {
        free = free.saturating_add(1);
    }
    Answer::Wait {
        seconds: free.saturating_mul(period).saturating_sub(clock),
        because,
    }
}

fn ready(code: Code, step: u64, left: u64) -> Ready {
    Ready {
        code: code.text,
        step: Some(step),
        counter: None,
        valid: code.valid,
        seconds_left: Some(left),
    }
}
