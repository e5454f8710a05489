//! Whether a fault fires now.

use super::chance::Purpose;
use super::fault_kind::Point;
use super::step::Step;
use super::{Fault, FaultKind, Times};

impl Step<'_> {
    /// The faults that take effect at this point for this person, as far as `wanted` wants them.
    /// Each is logged and counted.
    pub(super) fn fire(
        &mut self,
        point: Point,
        user: Option<&str>,
        wanted: impl Fn(&FaultKind) -> bool,
    ) -> Vec<FaultKind> {
        let matching: Vec<usize> = self
            .world
            .faults
            .iter()
            .enumerate()
            .filter(|(_, fault)| fault.kind.point() == point && wanted(&fault.kind))
            .filter(|(_, fault)| self.befalls(fault, user))
            .map(|(index, _)| index)
            .collect();
        let mut fired = Vec::new();
        for index in matching {
            let probability = self.world.faults[index].probability;
            if !self.world.chance.happens(Purpose::Faults, probability) {
                continue;
            }
            let fault = &mut self.world.faults[index];
            fault.fired += 1;
            if let Times::Count(left) = &mut fault.times {
                *left -= 1;
            }
            let (id, kind) = (fault.id, fault.kind.clone());
            let params = serde_json::to_value(&kind)
                .ok()
                .and_then(|mut value| value.get_mut("params").map(serde_json::Value::take));
            let event = self.log("fault.fired").with("fault", id);
            let event = event.with("kind", kind.name()).with("params", params);
            event
                .with("user", user)
                .rule(format!("fault {}", kind.name()))
                .write();
            fired.push(kind);
        }
        fired
    }

    /// The first fault that [`Step::fire`] gives.
    pub(super) fn fire_one(
        &mut self,
        point: Point,
        user: Option<&str>,
        wanted: impl Fn(&FaultKind) -> bool,
    ) -> Option<FaultKind> {
        self.fire(point, user, wanted).into_iter().next()
    }

    /// The faults that may take effect at this point for this person, without letting them.
    pub(super) fn armed(&self, point: Point, user: &str) -> impl Iterator<Item = &FaultKind> {
        let here =
            move |fault: &&Fault| fault.kind.point() == point && self.befalls(fault, Some(user));
        self.world
            .faults
            .iter()
            .filter(here)
            .map(|fault| &fault.kind)
    }

    fn befalls(&self, fault: &Fault, user: Option<&str>) -> bool {
        let matching = &fault.matching;
        let left = fault.times != Times::Count(0);
        let route = matching
            .route
            .as_deref()
            .is_none_or(|pattern| route_matches(pattern, &self.world.route));
        let step = matching
            .step
            .as_deref()
            .is_none_or(|step| step == self.name);
        let person = matching.user.as_deref().is_none_or(|wanted| {
            let user = user.and_then(|name| self.world.users.get(name));
            user.is_some_and(|user| user.name == wanted || user.email == wanted)
        });
        left && route && step && person
    }
}

fn route_matches(pattern: &str, route: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => route.starts_with(start),
        None => route == pattern,
    }
}
