//! Counting wrong tries, and the locks that follow.

use serde::{Deserialize, Serialize};

use super::fault_kind::Point;
use super::step::{Result, Step, refusal};
use super::{FaultKind, Moment, RefusalKind, Session, SessionId};
use crate::profile::{FactorLockout, Pool, Scope};

/// The wrong tries on one account, session or address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Tries {
    /// Whose, for people who look.
    pub(super) user: String,
    failures: Vec<Moment>,
    in_a_row: usize,
    /// How many locks there were since the last success.
    locks: u32,
    pub(super) locked: Option<Lock>,
}

/// A lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lock {
    /// Until when; `None` until somebody unlocks it.
    pub(super) until: Option<Moment>,
    rule: String,
}

/// A profile's rule for wrong tries.
struct Rule {
    table: &'static str,
    max: usize,
    window_s: u64,
    hold_s: u64,
    doubling: bool,
    hard_max: usize,
}

/// More accounts than this are not watched; the ones that were quiet longest are forgotten.
const MOST: usize = 5_000;

/// Within so many seconds wrong codes are counted, where a fault locks.
const FAULT_WINDOW_S: u64 = 300;

/// Codes that it counts.
const FAULT_POOL: [Pool; 2] = [Pool::Totp, Pool::Backup];

impl Step<'_> {
    /// Ends locks whose time has come.
    pub(super) fn end_locks(&mut self) {
        let now = self.now;
        let over = |tries: &Tries| {
            let until = tries.locked.as_ref().and_then(|lock| lock.until);
            until.is_some_and(|until| until <= now)
        };
        let keys: Vec<String> = self
            .world
            .tries
            .iter()
            .filter(|(_, tries)| over(tries))
            .map(|(key, _)| key.clone())
            .collect();
        for key in keys {
            if let Some(tries) = self.world.tries.get_mut(&key) {
                let lock = tries.locked.take();
                let user = tries.user.clone();
                let rule = lock.map(|lock| lock.rule).unwrap_or_default();
                self.log("lockout.end")
                    .with("user", user)
                    .rule(rule)
                    .write();
            }
        }
    }

    // Passwords.

    /// # Errors
    /// The lock, if wrong passwords have locked this name.
    pub(super) fn password_unlocked(&mut self, name: &str) -> Result<()> {
        let message = self.profile.errors.password_locked.clone();
        self.unlocked(&password_key(name), &message)
    }

    pub(super) fn password_failed(&mut self, name: &str) {
        if let Some(lock) = &self.profile.lockout.password {
            let rule = Rule {
                table: "lockout.password",
                max: lock.max,
                window_s: lock.window_s,
                hold_s: lock.hold_s,
                doubling: false,
                hard_max: 0,
            };
            self.failed(password_key(name), name, &rule);
        }
    }

    pub(super) fn password_passed(&mut self, name: &str) {
        self.world.tries.remove(&password_key(name));
    }

    // Second steps.

    /// # Errors
    /// The lock, if wrong codes have locked this account, session or address.
    pub(super) fn factor_unlocked(
        &mut self,
        pool: Pool,
        id: &SessionId,
        session: &Session,
    ) -> Result<()> {
        let message = self.profile.errors.locked.clone();
        if FAULT_POOL.contains(&pool) {
            self.unlocked(&fault_key(&session.user), &message)?;
        }
        match self.factor_key(pool, id, session) {
            Some(key) => self.unlocked(&key, &message),
            None => Ok(()),
        }
    }

    pub(super) fn factor_failed(&mut self, pool: Pool, id: &SessionId, session: &Session) {
        if self.fault_counts(pool, &session.user) {
            return;
        }
        let lock = self.profile.lockout.factor.clone();
        if let (Some(key), Some(lock)) = (self.factor_key(pool, id, session), lock) {
            let rule = Rule {
                table: "lockout.factor",
                max: lock.max,
                window_s: lock.window_s,
                hold_s: lock.hold_s,
                doubling: lock.doubling,
                hard_max: lock.hard_max,
            };
            self.failed(key, &session.user, &rule);
        }
    }

    /// Counts a wrong code by the rule that a fault puts in the place of the profile's; `false`
    /// where there is none.
    fn fault_counts(&mut self, pool: Pool, user: &str) -> bool {
        let armed = self.armed(Point::Lock, user).find_map(|kind| match kind {
            FaultKind::LockAfter { n, hold_s } => Some((*n, *hold_s)),
            _ => None,
        });
        let Some((n, hold_s)) = armed.filter(|_| FAULT_POOL.contains(&pool)) else {
            return false;
        };
        let (key, n) = (fault_key(user), usize::try_from(n).unwrap_or(usize::MAX));
        let before = self
            .world
            .tries
            .get(&key)
            .map_or(0, |tries| tries.within(self.now, FAULT_WINDOW_S));
        let locks = |kind: &FaultKind| matches!(kind, FaultKind::LockAfter { .. });
        let enough = before + 1 >= n;
        let fires = enough && self.fire_one(Point::Lock, Some(user), locks).is_some();
        let rule = Rule {
            table: "fault lock_after",
            max: if fires { n } else { usize::MAX },
            window_s: FAULT_WINDOW_S,
            hold_s,
            doubling: false,
            hard_max: 0,
        };
        self.failed(key, user, &rule);
        true
    }

    pub(super) fn factor_passed(&mut self, pool: Pool, id: &SessionId, session: &Session) {
        self.world.tries.remove(&fault_key(&session.user));
        let lock = self.profile.lockout.factor.as_ref();
        if lock.is_some_and(|lock| lock.cleared_by_success)
            && let Some(key) = self.factor_key(pool, id, session)
        {
            self.world.tries.remove(&key);
        }
    }

    /// Where tries of this pool are counted; `None` where they are not.
    fn factor_key(&self, pool: Pool, id: &SessionId, session: &Session) -> Option<String> {
        let counted = |lock: &&FactorLockout| lock.pool.contains(&pool);
        let lock = self.profile.lockout.factor.as_ref().filter(counted)?;
        Some(match lock.scope {
            Scope::Account => format!("factor account {}", session.user),
            Scope::Session => format!("factor session {}", id.as_str()),
            Scope::Address => format!("factor address {}", session.agent.address),
        })
    }

    // Both.

    fn unlocked(&self, key: &str, message: &str) -> Result<()> {
        let lock = self
            .world
            .tries
            .get(key)
            .and_then(|tries| tries.locked.as_ref());
        let Some(lock) = lock else {
            return Ok(());
        };
        let left = lock.until.map(|until| until.seconds_since(self.now));
        let rule = match left {
            Some(left) => format!("{}, locked for {left} s more", lock.rule),
            None => format!("{}, locked until somebody unlocks it", lock.rule),
        };
        let mut refused = refusal(RefusalKind::Locked, message, rule);
        refused.retry_after_s = left;
        Err(refused)
    }

    fn failed(&mut self, key: String, user: &str, rule: &Rule) {
        let now = self.now;
        self.forget_quiet_tries();
        let tries = self.world.tries.entry(key).or_default();
        user.clone_into(&mut tries.user);
        if let Some(lock) = tries.count(now, rule) {
            let until = lock.until.map(|until| until.to_string());
            let rule = lock.rule;
            let event = self.log("lockout.start").with("user", user);
            event.with("until", until).rule(rule).write();
        }
    }

    fn forget_quiet_tries(&mut self) {
        if self.world.tries.len() < MOST {
            return;
        }
        let mut ages: Vec<Moment> = self.world.tries.values().filter_map(Tries::last).collect();
        ages.sort_unstable();
        let middle = ages.get(ages.len() / 2).copied().unwrap_or_default();
        self.world
            .tries
            .retain(|_, tries| tries.last().is_some_and(|last| last > middle));
    }
}

/// Where wrong codes are counted for a fault: apart from the profile's, whose lock it is not.
fn fault_key(user: &str) -> String {
    format!("fault {user}")
}

fn password_key(name: &str) -> String {
    format!("password {}", name.trim().to_lowercase())
}

impl Tries {
    fn last(&self) -> Option<Moment> {
        self.failures.last().copied()
    }

    /// How many wrong tries are not older than this.
    fn within(&self, now: Moment, window_s: u64) -> usize {
        let fresh = |at: &&Moment| now.millis_since(**at) < window_s * 1000;
        self.failures.iter().filter(fresh).count()
    }

    /// Counts a wrong try; the lock, if it begins one.
    fn count(&mut self, now: Moment, rule: &Rule) -> Option<Lock> {
        self.in_a_row += 1;
        let in_window = |at: &Moment| now.millis_since(*at) < rule.window_s * 1000;
        self.failures.retain(in_window);
        self.failures.push(now);
        let lock = if rule.hard_max > 0 && self.in_a_row >= rule.hard_max {
            Lock {
                until: None,
                rule: format!("{}.hard_max={}", rule.table, rule.hard_max),
            }
        } else if self.failures.len() >= rule.max {
            Lock {
                until: Some(self.until(now, rule)),
                rule: format!(
                    "{}.max={} in window_s={}",
                    rule.table, rule.max, rule.window_s
                ),
            }
        } else {
            return None;
        };
        self.locks += 1;
        self.locked = Some(lock.clone());
        Some(lock)
    }

    /// The end of the lock that begins now.
    fn until(&mut self, now: Moment, rule: &Rule) -> Moment {
        if rule.hold_s == 0 {
            // As soon as the oldest that counts is too old to count.
            let counted = self.failures.len() - rule.max;
            return self.failures[counted].plus_seconds(rule.window_s);
        }
        self.failures.clear();
        let doubled = if rule.doubling { self.locks.min(20) } else { 0 };
        now.plus_seconds(rule.hold_s << doubled)
    }
}
