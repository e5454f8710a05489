//! A step in progress: the world, the time, and what is to be answered.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::{
    Action, Deed, Done, Event, Go, Moment, Outcome, Refusal, RefusalKind, Session, SessionChange,
    SessionId, User, World,
};
use crate::profile::Profile;

/// What a part of a step gives.
pub(super) type Result<T = Done> = std::result::Result<T, Box<Refusal>>;

/// A step in progress.
pub(super) struct Step<'w> {
    pub(super) world: &'w mut World,
    pub(super) profile: Arc<Profile>,
    /// The world's time.
    pub(super) now: Moment,
    real: Moment,
    /// The step's name, as faults match it.
    pub(super) name: String,
    pub(super) actor: String,
    pub(super) session: SessionChange,
    events: Vec<Arc<Event>>,
}

impl<'w> Step<'w> {
    pub(super) fn new(world: &'w mut World, real: Moment, name: &str) -> Self {
        let profile = Arc::clone(&world.profile);
        let now = world.clock.now(real);
        Self {
            world,
            profile,
            now,
            real,
            name: name.to_owned(),
            actor: "visitor".to_owned(),
            session: SessionChange::Keep,
            events: Vec::new(),
        }
    }

    pub(super) fn take(mut self, action: Action) -> Outcome {
        self.end_locks();
        let result = match action {
            Action::Visit(visit) => self.visit(visit),
            Action::Password(password) => self.password(password),
            Action::SignUp(sign_up) => self.sign_up(sign_up),
            Action::VerifyEmail { token } => self.verify_email(&token),
            Action::Redeem { ticket, agent } => self.redeem(&ticket, agent),
            Action::Deed { session, deed } => self.deed(&session, deed),
            Action::Control(control) => {
                "control".clone_into(&mut self.actor);
                self.control(control)
            }
        };
        if let Err(refused) = &result {
            self.log_refusal(&refused.rule);
        }
        self.finish(result)
    }

    /// Every refusal is in the log with the rule that decided; this writes those that no part of
    /// the step has written.
    fn log_refusal(&mut self, rule: &str) {
        let logged = |event: &Arc<Event>| event.rule.as_deref() == Some(rule);
        if !self.events.iter().any(logged) {
            let step = self.name.clone();
            let event = self.log("access.refused").with("step", step);
            event.rule(rule).write();
        }
    }

    /// Takes the world's time again, after its clock has changed.
    pub(super) fn retime(&mut self) {
        self.now = self.world.clock.now(self.real);
    }

    pub(super) fn real(&self) -> Moment {
        self.real
    }

    pub(super) fn restored(mut self) -> Outcome {
        "control".clone_into(&mut self.actor);
        self.log("world.restored").write();
        self.finish(Ok(Done::go(Go::Stay)))
    }

    pub(super) fn finish(self, result: Result) -> Outcome {
        Outcome {
            result: result.map_err(|refusal| *refusal),
            session: self.session,
            events: self.events,
        }
    }

    fn deed(&mut self, id: &SessionId, deed: Deed) -> Result {
        let session = self.known_session(id)?;
        self.actor.clone_from(&session.user);
        match deed {
            Deed::Logout => self.logout(id),
            Deed::Code { code, remember } => self.challenge_code(id, &code, remember),
            Deed::Backup { code } => self.challenge_backup(id, &code),
            Deed::ResendEmail => self.resend_email(id),
            Deed::OpenCase { message } => self.open_case(id, &message),
            Deed::StartEnroll { password } => self.start_enroll(id, password.as_ref()),
            Deed::RevealKey => self.reveal_key(id),
            Deed::VerifyEnroll { code } => self.verify_enroll(id, &code),
            Deed::BackToScan => self.back_to_scan(id),
            Deed::CancelEnroll => self.cancel_enroll(id),
            Deed::DownloadCodes => self.download_codes(id),
            Deed::AckCodes => self.ack_codes(id),
            Deed::CancelCodes => self.cancel_codes(id),
            Deed::RegenerateCodes { proof } => self.regenerate_codes(id, &proof),
            Deed::Disable { proof } => self.disable(id, &proof),
            Deed::SetEmailOtp { on, proof } => self.set_email_otp(id, on, &proof),
            Deed::ChangePassword { new, proof } => self.change_password(id, &new, &proof),
            Deed::ChangeEmail { email, proof } => self.change_email(id, &email, &proof),
            Deed::SendVerification => self.send_verification(id),
            Deed::LeavePrompt => self.leave_prompt(id),
            Deed::ToProduct => self.cross_over(id),
            Deed::SetRequired { on, roles, proof } => self.set_required(id, on, roles, &proof),
            Deed::SetFeature { on } => self.set_feature(id, on),
            Deed::ResetFactor { user } => self.reset_factor(id, &user),
            Deed::DecideCase { case, approve } => self.decide_case(id, case, approve),
        }
    }

    // Events.

    /// Begins an entry of the log.
    pub(super) fn log(&mut self, kind: &'static str) -> Entry<'_, 'w> {
        Entry {
            step: self,
            kind,
            data: BTreeMap::new(),
            before: None,
            after: None,
            rule: None,
        }
    }

    /// Text that is a secret, as it may stand in the log.
    pub(super) fn masked(&self, text: &str) -> String {
        if self.world.start.show_secrets {
            text.to_owned()
        } else {
            super::typed::masked(text)
        }
    }

    // Refusals.

    pub(super) fn refuse<T>(
        &self,
        kind: RefusalKind,
        message: &str,
        rule: impl Into<String>,
    ) -> Result<T> {
        Err(refusal(kind, message, rule))
    }

    /// A refusal that is also an event.
    pub(super) fn refuse_logged<T>(
        &mut self,
        event: &'static str,
        kind: RefusalKind,
        message: &str,
        rule: impl Into<String>,
    ) -> Result<T> {
        let rule = rule.into();
        self.log(event).rule(&rule).write();
        self.refuse(kind, message, rule)
    }

    // Sessions and people.

    pub(super) fn known_session(&mut self, id: &SessionId) -> Result<Session> {
        match self.world.sessions.get(id) {
            Some(session) if self.world.users.contains_key(&session.user) => {
                Ok(Session::clone(session))
            }
            _ => {
                self.session = SessionChange::Clear;
                let message = &self.profile.errors.not_logged_in;
                let refused = refusal(RefusalKind::NotLoggedIn, message, "session=unknown");
                Err(refused.going(Go::Login))
            }
        }
    }

    /// The person of this name. Sessions name only people who exist.
    pub(super) fn user(&self, name: &str) -> Result<&User> {
        let users = &self.world.users;
        users.get(name).ok_or_else(|| unknown_user(&self.profile))
    }

    pub(super) fn user_mut(&mut self, name: &str) -> Result<&mut User> {
        let users = &mut self.world.users;
        users
            .get_mut(name)
            .ok_or_else(|| unknown_user(&self.profile))
    }
}

/// A refusal that is shown on the page that was sent.
pub(super) fn refusal(kind: RefusalKind, message: &str, rule: impl Into<String>) -> Box<Refusal> {
    Box::new(Refusal {
        kind,
        message: message.to_owned(),
        rule: rule.into(),
        retry_after_s: None,
        go: Go::Stay,
    })
}

fn unknown_user(profile: &Profile) -> Box<Refusal> {
    let message = &profile.errors.unknown_user;
    refusal(RefusalKind::Unknown, message, "user=unknown")
}

impl Refusal {
    /// The same, shown on another page.
    pub(super) fn going(mut self: Box<Self>, go: Go) -> Box<Self> {
        self.go = go;
        self
    }
}

/// An entry of the log, while it is written.
pub(super) struct Entry<'s, 'w> {
    step: &'s mut Step<'w>,
    kind: &'static str,
    data: BTreeMap<String, Value>,
    before: Option<String>,
    after: Option<String>,
    rule: Option<String>,
}

impl Entry<'_, '_> {
    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }

    /// A code or key, masked unless the world shows secrets.
    pub(super) fn secret(self, key: &str, text: &str) -> Self {
        let text = self.step.masked(text);
        self.with(key, text)
    }

    pub(super) fn moved(mut self, before: impl ToString, after: impl ToString) -> Self {
        self.before = Some(before.to_string());
        self.after = Some(after.to_string());
        self
    }

    pub(super) fn rule(mut self, rule: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self
    }

    pub(super) fn write(self) {
        let step = self.step;
        let event = step.world.log.push(Event {
            seq: 0,
            world: Arc::clone(&step.world.id),
            t_virtual: step.now,
            t_real: step.real,
            actor: step.actor.clone(),
            kind: self.kind.into(),
            data: self.data,
            before: self.before,
            after: self.after,
            rule: self.rule,
        });
        step.events.push(event);
    }
}
