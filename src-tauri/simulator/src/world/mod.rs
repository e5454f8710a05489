//! One sandbox of a site, and the only function that changes it.
//!
//! [`World::step`] takes what happens and the real time, and gives what to answer and what was
//! logged. Everything else here is read-only. A server takes, for every request, first an
//! [`Action::Visit`] and then the request's own action, both under one lock, and draws the page
//! from [`World::security`], [`World::challenge`] and their like.

mod access;
mod action;
mod admin;
mod backup;
mod case;
mod challenge;
mod chance;
mod clock;
mod control;
mod email;
mod enroll;
mod event;
mod factor;
mod fault;
mod fault_kind;
mod faults;
mod letters;
mod lockout;
mod login;
mod mail;
mod outcome;
mod people;
mod provision;
mod require;
mod rules;
mod session;
mod settings;
mod sso;
mod start;
mod step;
mod typed;
mod user;
mod verify;
mod view;

pub use action::{
    Access, Action, Agent, Control, Deed, Origin, Password, PolicyChange, Proof, SignUp, Visit,
};
pub use clock::{Clock, ClockChange, ClockError, ClockView, Moment};
pub use event::{EVENT_TYPES, Event, Log};
pub use factor::{Enrolled, Enrolment, Factor, FactorState, SiteKey, StoredCode, Used};
pub use fault::{AddFault, Fault, FaultBody, FaultMatch, Times};
pub use fault_kind::{FAULT_KINDS, FaultKind, Mismatch, Tampered, When};
pub(crate) use letters::alphabet;
pub use mail::{Case, CaseState, Mail};
pub use outcome::{
    Break, Data, Done, Go, Outcome, Refusal, RefusalKind, SessionChange, Transport, Visited,
};
pub use provision::{Provision, QrLook};
pub use rules::RulesChange;
pub use session::{Challenge, EmailCode, Method, Session, SessionId, Stage, StageName};
pub use start::Config;
pub use typed::Typed;
pub use user::{User, UserPatch};
pub use view::{
    ChallengeView, CodesView, EnrolmentView, LastResort, Member, PolicyView, Powers, SecurityView,
    UserView,
};

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::profile::Profile;
use chance::Chance;
use factor::FreshCodes;
use lockout::Tries;
use sso::Ticket;
use step::Step;

/// One sandbox of a site. Cloning it is a snapshot: the profile and the log's events are shared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct World {
    id: Arc<str>,
    profile: Arc<Profile>,
    start: Config,
    clock: Clock,
    chance: Chance,
    users: BTreeMap<String, User>,
    sessions: BTreeMap<SessionId, Arc<Session>>,
    devices: BTreeMap<String, Device>,
    tickets: BTreeMap<String, Ticket>,
    tries: BTreeMap<String, Tries>,
    policy: Policy,
    faults: Vec<Fault>,
    mailbox: VecDeque<Arc<Mail>>,
    cases: Vec<Case>,
    next: Next,
    numbers: Numbers,
    /// The path of the request that was last seen, for faults that go by it.
    route: String,
    log: Log,
}

/// What is required and available.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Policy {
    required: bool,
    /// Since when.
    since: Moment,
    /// Of whom, where the profile goes by role.
    roles: BTreeSet<String>,
    available: bool,
}

/// What a tester chose for the next set-ups.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Next {
    secrets: VecDeque<Typed>,
    codes: VecDeque<Vec<Typed>>,
}

/// The last numbers that were given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Numbers {
    fault: u64,
    mail: u64,
    case: u64,
}

/// A device that is spared the second step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Device {
    user: String,
    until: Moment,
}

impl World {
    fn session_mut(&mut self, id: &SessionId) -> Option<&mut Session> {
        self.sessions.get_mut(id).map(Arc::make_mut)
    }

    /// A new world of a profile, with its cast.
    #[must_use]
    pub fn new(id: &str, profile: Arc<Profile>, config: Config, real: Moment) -> Self {
        start::world(id, profile, config, real)
    }

    /// Lets something happen: the only way in which a world changes.
    pub fn step(&mut self, action: Action, real: Moment) -> Outcome {
        Step::new(self, real, action.step()).take(action)
    }

    /// The world without the events of its log, which a store keeps row by row. The next event
    /// gets the number that it would have got.
    #[must_use]
    pub fn bare(&self) -> Self {
        let log = self.log.emptied();
        let mut bare = self.clone();
        bare.log = log;
        bare
    }

    /// A [`World::bare`] one with the events of its log again, oldest first.
    #[must_use]
    pub fn with_events(mut self, events: Vec<Event>) -> Self {
        self.log = self.log.emptied().refilled(events);
        self
    }

    /// Puts the world back to a snapshot of itself. The log goes on, so that whoever follows it
    /// misses nothing.
    pub fn restore(&mut self, snapshot: &Self, real: Moment) -> Outcome {
        let log = std::mem::take(&mut self.log);
        let id = Arc::clone(&self.id);
        *self = Self {
            id,
            log,
            ..snapshot.clone()
        };
        Step::new(self, real, "restore").restored()
    }
}
