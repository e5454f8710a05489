//! The log: what happened, and which key of the profile decided.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Moment;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its number, from 1.
    pub seq: u64,
    /// The world.
    pub world: Arc<str>,
    /// When, by the world's clock.
    pub t_virtual: Moment,
    /// When, by the real one.
    pub t_real: Moment,
    /// Who: a user's name, `control` for the tester, `visitor` for somebody unknown.
    pub actor: String,
    /// What: `challenge.failed` and so on, see [`EVENT_TYPES`].
    #[serde(rename = "type")]
    pub kind: Cow<'static, str>,
    /// More about it. Codes and keys are masked unless the world shows secrets.
    pub data: BTreeMap<String, Value>,
    /// How things stood.
    pub before: Option<String>,
    /// How they stand now.
    pub after: Option<String>,
    /// The key of the profile that decided, and the figures: `totp.window=[-1,1], delta=+2`.
    pub rule: Option<String>,
}

/// Every type of event, and what it says.
pub const EVENT_TYPES: &[(&str, &str)] = &[
    ("world.created", "A world began."),
    ("world.reset", "A world was put back to how it began."),
    ("world.restored", "A world was put back to a snapshot."),
    ("clock.changed", "Somebody changed the world's clock."),
    (
        "rules.changed",
        "Somebody changed how codes are made and checked.",
    ),
    ("user.created", "There is a new person."),
    (
        "user.changed",
        "A person was changed from outside or changed their own data.",
    ),
    ("user.deleted", "A person was removed."),
    ("user.reset", "A person was put back to how they began."),
    ("user.unlocked", "A person's locks were ended from outside."),
    ("login.password_ok", "A password was right."),
    ("login.password_bad", "A login with a password was refused."),
    ("login.done", "Somebody is logged in."),
    ("login.logout", "Somebody logged out."),
    ("challenge.issued", "A second step is due."),
    (
        "challenge.skipped",
        "A second step was not asked for, although codes are on.",
    ),
    ("challenge.passed", "A second step was passed."),
    ("challenge.failed", "A second step was refused."),
    ("factor.pending", "Somebody began to set up codes."),
    ("factor.key_shown", "The key to type by hand was opened."),
    (
        "factor.refused",
        "A first code, or a step of the set-up, was refused.",
    ),
    ("factor.cancelled", "A set-up was left."),
    ("factor.enabled", "Codes are asked for from now on."),
    ("factor.disabled", "Codes are no longer asked for."),
    ("factor.disable_refused", "Turning codes off was refused."),
    ("codes.issued", "Recovery codes were given."),
    ("codes.downloaded", "Recovery codes were downloaded."),
    ("codes.ack", "Recovery codes were said to be kept."),
    (
        "codes.cancelled",
        "New recovery codes were left without keeping them.",
    ),
    ("codes.used", "A recovery code was used."),
    ("codes.exhausted", "The last recovery code was used."),
    ("codes.refused", "New recovery codes were refused."),
    ("lockout.start", "Too many wrong tries: a lock began."),
    ("lockout.end", "A lock ended."),
    ("recovery.case_opened", "Somebody asked support for help."),
    ("recovery.approved", "Support confirmed who somebody is."),
    (
        "recovery.refused",
        "Support did not, or a case was refused.",
    ),
    (
        "recovery.admin_reset",
        "An administrator reset somebody's codes.",
    ),
    ("enforce.on", "Codes are required from now on."),
    ("enforce.off", "Codes are no longer required."),
    ("enforce.prompted", "Somebody has to set up codes first."),
    (
        "enforce.satisfied",
        "Somebody has set up the codes that are required.",
    ),
    (
        "enforce.blocked",
        "A page or the API was refused to somebody without codes.",
    ),
    ("feature.on", "Codes were made available."),
    ("feature.off", "Codes were made unavailable."),
    ("email.sent", "A mail was sent."),
    ("email.dropped", "A mail was lost."),
    ("email.verified", "An address was verified."),
    ("email_otp.on", "Somebody gets codes by e-mail."),
    ("email_otp.off", "Somebody gets no more codes by e-mail."),
    ("step_up.asked", "An action asked for a second step again."),
    ("step_up.passed", "It was passed."),
    ("step_up.failed", "It was refused."),
    (
        "sso.ticket",
        "Somebody goes from the identity service to the product.",
    ),
    ("sso.redeemed", "Somebody came from the identity service."),
    (
        "sso.refused",
        "Somebody came with a way that is too old or was used.",
    ),
    (
        "session.revoked",
        "A session was ended by something else than logging out.",
    ),
    ("access.refused", "A page, an action or a role was refused."),
    ("fault.added", "A fault was added."),
    ("fault.removed", "A fault was removed."),
    ("fault.fired", "A fault took effect."),
    (
        "next.queued",
        "The next key or the next recovery codes were chosen from outside.",
    ),
    (
        "oracle.asked",
        "A person's code was asked for without an app.",
    ),
    ("control.refused", "A change from outside was refused."),
    ("mail.cleared", "The mailbox was emptied."),
];

/// The events of a world, the oldest of which are dropped when there are too many.
///
/// They lie in segments that copies of a world share, so that a snapshot of a world with a long
/// history costs no more than one with a short one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Flat", into = "Flat")]
pub struct Log {
    full: VecDeque<Arc<Vec<Arc<Event>>>>,
    open: Vec<Arc<Event>>,
    next: u64,
}

/// A log as a snapshot writes it.
#[derive(Serialize, Deserialize)]
struct Flat {
    events: Vec<Arc<Event>>,
    next: u64,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            full: VecDeque::new(),
            open: Vec::new(),
            next: 1,
        }
    }
}

impl From<Flat> for Log {
    fn from(flat: Flat) -> Self {
        let mut log = Self::default();
        for event in flat.events {
            log.keep(event);
        }
        log.next = flat.next;
        log
    }
}

impl From<Log> for Flat {
    fn from(log: Log) -> Self {
        Self {
            events: log.since(0).cloned().collect(),
            next: log.next,
        }
    }
}

impl Log {
    /// How many events a world keeps at least.
    pub const LIMIT: usize = 10_000;
    const SEGMENT: usize = 250;

    /// The number that the next event gets.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        self.next
    }

    /// The events after number `seq`, oldest first.
    pub fn since(&self, seq: u64) -> impl DoubleEndedIterator<Item = &Arc<Event>> {
        let later = move |event: &&Arc<Event>| event.seq > seq;
        let first = self.full.partition_point(|segment| {
            let last = segment.last();
            last.is_none_or(|event| event.seq <= seq)
        });
        let full = self.full.range(first..).flat_map(|segment| segment.iter());
        full.chain(&self.open).filter(later)
    }

    pub(super) fn push(&mut self, event: Event) -> Arc<Event> {
        let event = Arc::new(Event {
            seq: self.next,
            ..event
        });
        self.next += 1;
        self.keep(Arc::clone(&event));
        event
    }

    /// The same without its events: the next one gets the number that it would have got.
    pub(super) fn emptied(&self) -> Self {
        Self {
            next: self.next,
            ..Self::default()
        }
    }

    /// The same with these events, which are in order and were taken out before.
    pub(super) fn refilled(mut self, events: Vec<Event>) -> Self {
        for event in events {
            self.next = self.next.max(event.seq + 1);
            self.keep(Arc::new(event));
        }
        self
    }

    fn keep(&mut self, event: Arc<Event>) {
        self.open.push(event);
        if self.open.len() == Self::SEGMENT {
            self.full
                .push_back(Arc::new(std::mem::take(&mut self.open)));
        }
        if self.full.len() > Self::LIMIT / Self::SEGMENT {
            self.full.pop_front();
        }
    }
}
