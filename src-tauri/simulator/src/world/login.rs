//! Logging in with a password, and out again.

use std::sync::Arc;

use super::chance::Purpose;
use super::step::{Result, Step, refusal};
use super::user::PasswordHash;
use super::{
    Agent, Challenge, Data, Device, Done, Go, Method, Origin, Password, RefusalKind, Session,
    SessionChange, SessionId, Stage, StageName,
};
use crate::profile::{Identifier, WhenOff};

/// Longer names are cut: no address is longer, and the log keeps what was typed.
const LONGEST_NAME: usize = 254;
/// More remembered devices than this are not kept.
const MOST_DEVICES: usize = 5_000;
/// More sessions than this are not kept; the oldest half goes.
const MOST_SESSIONS: usize = 5_000;

/// Why no second step is asked for.
enum Due {
    Method(Method),
    Skipped(&'static str),
    Nothing,
}

/// What a login brings along.
pub(super) struct Entrance {
    pub(super) origin: Origin,
    pub(super) agent: Agent,
    pub(super) to_product: bool,
    pub(super) notice: Option<String>,
}

impl Entrance {
    pub(super) fn of(session: &Session) -> Self {
        Self {
            origin: session.origin,
            agent: session.agent.clone(),
            to_product: session.to_product,
            notice: None,
        }
    }
}

impl Step<'_> {
    pub(super) fn password(&mut self, login: Password) -> Result {
        if self.profile.sso.is_some() && login.origin == Origin::Product {
            let message = self.profile.errors.not_logged_in.clone();
            let rule = "sso: the identity service owns passwords";
            return Err(refusal(RefusalKind::Forbidden, &message, rule).going(Go::IdentityLogin));
        }
        let typed: String = login.name.trim().chars().take(LONGEST_NAME).collect();
        let typed = typed.as_str();
        if let Err(refused) = self.password_unlocked(typed) {
            let event = self.log("login.password_bad").with("name", typed);
            event.rule(refused.rule.clone()).write();
            return Err(refused);
        }
        let name = match self.password_right(typed, login.password.as_str()) {
            Ok(name) => name,
            Err(rule) => {
                self.log("login.password_bad")
                    .with("name", typed)
                    .rule(&rule)
                    .write();
                self.password_failed(typed);
                let message = &self.profile.errors.password;
                return Err(refusal(RefusalKind::Password, message, rule));
            }
        };
        self.actor.clone_from(&name);
        self.log("login.password_ok").with("name", typed).write();
        self.password_passed(typed);
        if let Some(old) = &login.session {
            self.world.sessions.remove(old);
        }
        let entrance = Entrance {
            origin: login.origin,
            agent: login.agent,
            to_product: login.to_product,
            notice: None,
        };
        match self.due(&name, &entrance.agent) {
            Due::Method(method) => self.challenge(&name, entrance, method),
            Due::Skipped(rule) => {
                self.log("challenge.skipped").rule(rule).write();
                self.admit(&name, entrance)
            }
            Due::Nothing => self.admit(&name, entrance),
        }
    }

    /// Whose name and password this is, or why it is nobody's. It takes as long for a name that
    /// nobody has.
    fn password_right(&self, typed: &str, password: &str) -> std::result::Result<String, String> {
        let found = self.by_identifier(typed);
        let user = found.as_ref().and_then(|name| self.world.users.get(name));
        let nobody = PasswordHash::of_nobody();
        let right = user
            .map_or(&nobody, |user| &user.password)
            .matches(password);
        match found {
            Some(name) if right => Ok(name),
            Some(_) => Err("login.password, the password differs".to_owned()),
            None => Err(format!(
                "login.identifier={}, nobody has this name",
                self.identifier_name()
            )),
        }
    }

    fn identifier_name(&self) -> &'static str {
        match self.profile.login.identifier {
            Identifier::Email => "email",
            Identifier::Username => "username",
            Identifier::Any => "any",
        }
    }

    /// Who logs in with this text.
    pub(super) fn by_identifier(&self, typed: &str) -> Option<String> {
        let by_name = || self.world.users.get(typed).map(|user| user.name.clone());
        let by_email = || self.by_email(typed);
        match self.profile.login.identifier {
            Identifier::Email => by_email(),
            Identifier::Username => by_name(),
            Identifier::Any => by_name().or_else(by_email),
        }
    }

    pub(super) fn by_email(&self, typed: &str) -> Option<String> {
        self.world
            .users
            .values()
            .find(|user| user.email.eq_ignore_ascii_case(typed))
            .map(|user| user.name.clone())
    }

    /// What a right password is followed by.
    fn due(&self, name: &str, agent: &Agent) -> Due {
        let Some(user) = self.world.users.get(name) else {
            return Due::Nothing;
        };
        let off = !self.world.policy.available;
        let feature = self.profile.feature.as_ref();
        if off && feature.is_some_and(|feature| feature.when_off == WhenOff::Skip) {
            return match user.factor.is_on() {
                true => Due::Skipped("feature.when_off=skip"),
                false => Due::Nothing,
            };
        }
        let method = if user.factor.is_on() {
            Method::Totp
        } else if self.mails_codes_to(user) {
            Method::Email
        } else {
            return Due::Nothing;
        };
        match self.remembers(agent, name) {
            true => Due::Skipped("login.remember_factor_s"),
            false => Due::Method(method),
        }
    }

    fn remembers(&self, agent: &Agent, name: &str) -> bool {
        let token = agent.device.as_ref();
        let device = token.and_then(|token| self.world.devices.get(token));
        device.is_some_and(|device| device.user == name && self.now < device.until)
    }

    fn challenge(&mut self, name: &str, entrance: Entrance, method: Method) -> Result {
        let email = match method {
            Method::Email => Some(self.mail_code(name)?),
            Method::Totp | Method::Password => None,
        };
        let challenge = Challenge { method, email };
        self.open_session(name, entrance, Stage::Challenge(challenge));
        let event = self.log("challenge.issued").with("method", method.name());
        event
            .moved(StageName::Anonymous, StageName::Challenge)
            .write();
        Ok(Done::go(Go::Challenge))
    }

    /// Lets somebody in who has passed everything that was due.
    pub(super) fn admit(&mut self, name: &str, entrance: Entrance) -> Result {
        let prompted = self.prompted_at_login(name, entrance.origin)?;
        let go = match (&prompted, entrance.to_product) {
            (Some(_), _) => Go::Prompt,
            (None, true) => Go::Product,
            (None, false) => Go::Home,
        };
        let stage = match prompted {
            Some(_) => Stage::Forced,
            None => Stage::Full,
        };
        let after = stage.name();
        self.open_session(name, entrance, stage);
        self.log("login.done")
            .moved(StageName::Anonymous, after)
            .write();
        if let Some(rule) = prompted {
            self.log("enforce.prompted").rule(rule).write();
        }
        Ok(Done::go(go))
    }

    /// A new session, with an id that nobody has seen. The browser's old one must be removed by
    /// the caller.
    pub(super) fn open_session(&mut self, name: &str, entrance: Entrance, stage: Stage) {
        self.forget_old_sessions();
        let id = SessionId::from(self.world.chance.hex(Purpose::Sessions, 16));
        let session = Session {
            origin: entrance.origin,
            user: name.to_owned(),
            stage,
            since: self.now,
            agent: entrance.agent,
            to_product: entrance.to_product,
            notice: entrance.notice,
            stepped_up_until: None,
            step_up_code: None,
        };
        self.world.sessions.insert(id.clone(), Arc::new(session));
        self.session = SessionChange::Set(id);
    }

    fn forget_old_sessions(&mut self) {
        if self.world.sessions.len() < MOST_SESSIONS {
            return;
        }
        let mut ages: Vec<_> = self
            .world
            .sessions
            .values()
            .map(|kept| kept.since)
            .collect();
        ages.sort_unstable();
        let middle = ages.get(ages.len() / 2).copied().unwrap_or_default();
        let mut spare = MOST_SESSIONS / 2;
        self.world.sessions.retain(|_, kept| {
            // With a frozen clock all are of one age: then any half goes.
            let keep = kept.since > middle || spare > 0 && kept.since == middle;
            spare = spare.saturating_sub(usize::from(keep));
            keep
        });
    }

    pub(super) fn remember_device(&mut self, name: &str) -> Data {
        let seconds = self.profile.login.remember_factor_s;
        let token = self.world.chance.hex(Purpose::Sessions, 16);
        let device = Device {
            user: name.to_owned(),
            until: self.now.plus_seconds(seconds),
        };
        let now = self.now;
        self.world.devices.retain(|_, device| now < device.until);
        if self.world.devices.len() >= MOST_DEVICES {
            self.world.devices.pop_first();
        }
        self.world.devices.insert(token.clone(), device);
        Data::Device { token, seconds }
    }

    pub(super) fn logout(&mut self, id: &SessionId) -> Result {
        if let Some(session) = self.world.sessions.remove(id) {
            let before = session.stage.name();
            self.log("login.logout")
                .moved(before, StageName::Anonymous)
                .write();
        }
        self.session = SessionChange::Clear;
        Ok(Done::go(Go::Login))
    }

    /// Ends a session for another reason than logging out.
    pub(super) fn drop_session(&mut self, id: &SessionId, rule: &str) {
        if let Some(session) = self.world.sessions.remove(id) {
            let event = self
                .log("session.revoked")
                .with("user", session.user.clone());
            event.with("session", id.short()).rule(rule).write();
        }
    }

    /// Ends all sessions of somebody, but for one.
    pub(super) fn drop_sessions(&mut self, name: &str, but: Option<&SessionId>, rule: &str) {
        let theirs: Vec<SessionId> = self
            .world
            .sessions
            .iter()
            .filter(|(id, session)| session.user == name && Some(*id) != but)
            .map(|(id, _)| id.clone())
            .collect();
        for id in theirs {
            self.drop_session(&id, rule);
        }
    }

    /// A logged-in session.
    ///
    /// # Errors
    /// The second step is still due.
    pub(super) fn logged_in(&mut self, id: &SessionId) -> Result<Session> {
        let session = self.known_session(id)?;
        if session.stage.is_logged_in() {
            return Ok(session);
        }
        let message = self.profile.errors.not_logged_in.clone();
        let rule = "session=CHAL, a second step is due";
        self.refuse_logged("access.refused", RefusalKind::NotLoggedIn, &message, rule)
            .map_err(|refusal| refusal.going(Go::Challenge))
    }

    /// A logged-in session to which nothing is wanting.
    pub(super) fn fully_in(&mut self, id: &SessionId) -> Result<Session> {
        let session = self.logged_in(id)?;
        if session.stage == Stage::Full {
            return Ok(session);
        }
        let message = self.profile.errors.required.clone();
        let rule = "enforce: codes must be set up first";
        self.refuse_logged("access.refused", RefusalKind::Required, &message, rule)
            .map_err(|refusal| refusal.going(Go::Prompt))
    }
}
