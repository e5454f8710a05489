//! How a world begins.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::chance::Chance;
use super::step::Step;
use super::{Clock, Log, Moment, Next, Numbers, Policy, World};
use crate::profile::{Profile, Switch};

/// What a world begins with, beside its profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Config {
    /// Where keys, codes, session ids and the chance of faults come from.
    pub seed: u64,
    /// The clock.
    pub clock: Clock,
    /// Whether the log shows codes and keys.
    pub show_secrets: bool,
}

pub(super) fn world(id: &str, profile: Arc<Profile>, config: Config, real: Moment) -> World {
    let mut world = empty(Arc::from(id), profile, config, Log::default());
    let mut step = Step::new(&mut world, real, "create");
    step.begin("world.created");
    world
}

fn empty(id: Arc<str>, profile: Arc<Profile>, config: Config, log: Log) -> World {
    let available = profile
        .feature
        .as_ref()
        .is_none_or(|feature| feature.default == Switch::On);
    World {
        id,
        profile,
        start: config,
        clock: config.clock,
        chance: Chance::new(config.seed),
        users: BTreeMap::new(),
        sessions: BTreeMap::new(),
        devices: BTreeMap::new(),
        tickets: BTreeMap::new(),
        tries: BTreeMap::new(),
        policy: Policy {
            required: false,
            since: Moment::default(),
            roles: BTreeSet::new(),
            available,
        },
        faults: Vec::new(),
        mailbox: VecDeque::new(),
        cases: Vec::new(),
        next: Next::default(),
        numbers: Numbers::default(),
        route: String::new(),
        log,
    }
}

impl Step<'_> {
    /// Puts the world back to how it began. The log goes on.
    pub(super) fn reset(&mut self) {
        let log = std::mem::take(&mut self.world.log);
        let id = Arc::clone(&self.world.id);
        *self.world = empty(id, Arc::clone(&self.profile), self.world.start, log);
        self.retime();
        self.begin("world.reset");
    }

    fn begin(&mut self, event: &'static str) {
        "control".clone_into(&mut self.actor);
        let (profile, seed) = (self.profile.site.id.clone(), self.world.chance.seed());
        self.log(event)
            .with("profile", profile)
            .with("seed", seed)
            .write();
        for cast in &Arc::clone(&self.profile).users {
            self.add_user(cast);
        }
    }
}
