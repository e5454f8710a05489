//! Whether codes are required of somebody, and what that means for open sessions.

use super::step::{Result, Step};
use super::{
    Done, Go, Origin, Proof, Session, SessionChange, SessionId, Stage, StageName, User, World,
};
use crate::profile::{Applies, CancelForced, Enforce, EnforceScope, Sensitive, Switch};

impl World {
    /// Whether codes are required of this person, whether or not they are set up.
    pub(super) fn requires_of(&self, user: &User) -> bool {
        let policy = &self.policy;
        let by_role = |enforce: &Enforce| match enforce.scope {
            EnforceScope::Role => policy.roles.contains(&user.role),
            EnforceScope::Workspace | EnforceScope::Account => true,
        };
        policy.required && policy.available && self.profile.enforce.as_ref().is_some_and(by_role)
    }
}

impl Step<'_> {
    pub(super) fn is_required_of(&self, name: &str) -> bool {
        let user = self.world.users.get(name);
        user.is_some_and(|user| self.world.requires_of(user))
    }

    /// Why this person must set up codes, if so, and from when on.
    fn wanting(&self, name: &str, origin: Origin) -> Option<(String, super::Moment)> {
        let user = self.world.users.get(name)?;
        if user.factor.is_on() || !self.owns_policy(origin) {
            return None;
        }
        if user.must_enroll {
            return Some(("must be set up again".to_owned(), user.created));
        }
        let enforce = self.profile.enforce.as_ref()?;
        let by_mail = enforce.email_satisfies && self.mails_codes_to(user);
        if by_mail || !self.is_required_of(name) {
            return None;
        }
        let since = self.world.policy.since.max(user.created);
        let rule = format!("enforce.scope={}", scope(enforce));
        Some((rule, since.plus_seconds(enforce.grace_s)))
    }

    /// Why somebody who logs in must set up codes first, if so.
    pub(super) fn prompted_at_login(
        &mut self,
        name: &str,
        origin: Origin,
    ) -> Result<Option<String>> {
        let due = self
            .wanting(name, origin)
            .filter(|(_, from)| *from <= self.now);
        Ok(due.map(|(rule, _)| rule))
    }

    /// For how many seconds setting up codes may still be put off.
    pub(super) fn grace_left(&self, session: &Session) -> Option<u64> {
        let (_, from) = self.wanting(&session.user, session.origin)?;
        (session.stage == Stage::Full && from > self.now).then(|| from.seconds_since(self.now))
    }

    /// What is required comes into force for a session, or is met.
    pub(super) fn apply_requirement(
        &mut self,
        id: &SessionId,
        session: &mut Session,
    ) -> Result<()> {
        let due = self.prompted_at_login(&session.user, session.origin)?;
        let enforce = self.profile.enforce.as_ref();
        let at_once = enforce.is_none_or(|enforce| enforce.applies == Applies::NextRequest);
        let (stage, event, rule) = match (&session.stage, due) {
            (Stage::Full, Some(rule)) if at_once => (Stage::Forced, "enforce.prompted", rule),
            (Stage::Forced, None) => (Stage::Full, "enforce.satisfied", String::new()),
            _ => return Ok(()),
        };
        let (before, after) = (session.stage.name(), stage.name());
        session.stage = stage.clone();
        if let Some(kept) = self.world.session_mut(id) {
            kept.stage = stage;
        }
        let entry = self.log(event).moved(before, after);
        match rule.is_empty() {
            true => entry.write(),
            false => entry.rule(rule).write(),
        }
        Ok(())
    }

    pub(super) fn leave_prompt(&mut self, id: &SessionId) -> Result {
        let session = self.logged_in(id)?;
        let cancel = self.profile.enforce.as_ref().map(|enforce| enforce.cancel);
        match (session.stage, cancel) {
            (Stage::Full, _) => Ok(Done::go(Go::Home)),
            (_, Some(CancelForced::Never)) => self.no_such_thing("enforce.cancel=never"),
            _ => {
                self.world.sessions.remove(id);
                self.session = SessionChange::Clear;
                let event = self.log("login.logout").rule("enforce.cancel=logout");
                event.moved(StageName::Forced, StageName::Anonymous).write();
                Ok(Done::go(self.login_of(session.origin)))
            }
        }
    }

    /// An administrator requires codes, or no longer.
    pub(super) fn set_required(
        &mut self,
        id: &SessionId,
        on: bool,
        roles: Vec<String>,
        proof: &Proof,
    ) -> Result {
        let session = self.fully_in(id)?;
        let Some(enforce) = self.profile.enforce.clone() else {
            return self.no_such_thing("enforce=none");
        };
        self.has_role(&session, Some(&enforce.role), "enforce.role")?;
        self.stepped_up(id, &session, Sensitive::Policy, proof)?;
        let roles = (enforce.scope == EnforceScope::Role).then_some(roles);
        self.require(on, roles, "enforce");
        Ok(Done::go(Go::Policy))
    }

    pub(super) fn require(&mut self, on: bool, roles: Option<Vec<String>>, rule: &str) {
        if self.profile.enforce.is_none() {
            return;
        }
        let policy = &mut self.world.policy;
        if on && !policy.required {
            policy.since = self.now;
        }
        policy.required = on;
        if let Some(roles) = roles {
            policy.roles = roles.into_iter().collect();
        } else if on && policy.roles.is_empty() {
            policy.roles = self.profile.roles().into_iter().collect();
        }
        let roles: Vec<String> = self.world.policy.roles.iter().cloned().collect();
        let by_role = |enforce: &Enforce| enforce.scope == EnforceScope::Role;
        let roles = self
            .profile
            .enforce
            .as_ref()
            .is_some_and(by_role)
            .then_some(roles);
        let event = self.log(if on { "enforce.on" } else { "enforce.off" });
        event.with("roles", roles).rule(rule).write();
    }

    pub(super) fn set_feature(&mut self, id: &SessionId, on: bool) -> Result {
        let session = self.fully_in(id)?;
        let Some(feature) = self.profile.feature.clone() else {
            return self.no_such_thing("feature=none");
        };
        self.has_role(&session, Some(&feature.role), "feature.role")?;
        self.make_available(if on { Switch::On } else { Switch::Off });
        Ok(Done::go(Go::Policy))
    }

    pub(super) fn make_available(&mut self, switch: Switch) {
        if self.profile.feature.is_none() {
            return;
        }
        let on = switch == Switch::On;
        self.world.policy.available = on;
        self.log(if on { "feature.on" } else { "feature.off" })
            .write();
    }
}

fn scope(enforce: &Enforce) -> &'static str {
    match enforce.scope {
        EnforceScope::Workspace => "workspace",
        EnforceScope::Account => "account",
        EnforceScope::Role => "role",
    }
}
