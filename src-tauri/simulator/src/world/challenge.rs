//! The second step of a login.

use super::login::Entrance;
use super::step::{Result, Step, refusal};
use super::{
    Challenge, Data, Done, Go, Method, Refusal, RefusalKind, Session, SessionChange, SessionId,
    Stage, StageName, Typed,
};
use crate::profile::{CodesEntry, CodesKind};

impl Step<'_> {
    pub(super) fn challenge_code(
        &mut self,
        id: &SessionId,
        typed: &Typed,
        remember: bool,
    ) -> Result {
        let (session, challenge) = self.challenged(id)?;
        let passed = match challenge.method {
            Method::Email => self.try_email_code(id, &session, typed)?,
            _ if self.looks_like_backup(typed) => return self.challenge_backup(id, typed),
            _ => self.try_code(id, &session, typed, "challenge.failed")?.rule,
        };
        self.pass(id, &session, challenge.method.name(), &passed);
        let data = match remember && self.profile.login.remember_factor_s > 0 {
            true => self.remember_device(&session.user),
            false => Data::None,
        };
        let done = self.admit(&session.user, Entrance::of(&session))?;
        Ok(Done::with(done.go, data))
    }

    pub(super) fn challenge_backup(&mut self, id: &SessionId, typed: &Typed) -> Result {
        let (session, _) = self.challenged(id)?;
        let used = self.try_backup(id, &session, typed, "challenge.failed")?;
        self.pass(id, &session, "backup", &used.rule);
        self.after_backup(&session)
    }

    /// The old session ends here; the one that follows has another id.
    fn pass(&mut self, id: &SessionId, session: &Session, method: &str, rule: &str) {
        self.world.sessions.remove(id);
        let before = session.stage.name();
        let event = self.log("challenge.passed").with("method", method);
        event.moved(before, StageName::Full).rule(rule).write();
    }

    /// Whether this goes into the same field as codes of the app but is a recovery code.
    fn looks_like_backup(&self, typed: &Typed) -> bool {
        let codes = &self.profile.codes;
        let length = super::factor::folded(typed.as_str(), codes).chars().count();
        codes.kind != CodesKind::None
            && codes.entry == CodesEntry::SameField
            && length == codes.length
    }

    /// A session at the second step.
    ///
    /// # Errors
    /// It is somewhere else, or took too long.
    pub(super) fn challenged(&mut self, id: &SessionId) -> Result<(Session, Challenge)> {
        let session = self.known_session(id)?;
        let Stage::Challenge(challenge) = session.stage.clone() else {
            let message = self.profile.errors.invalid.clone();
            let rule = "session=FULL, no second step is due";
            return self
                .refuse_logged("access.refused", RefusalKind::Invalid, &message, rule)
                .map_err(|refusal| refusal.going(Go::Home));
        };
        if let Some(late) = self.too_late(id, &session) {
            return Err(late);
        }
        Ok((session, challenge))
    }

    /// Why the second step is over, if it took too long. Then the session is gone.
    pub(super) fn too_late(&mut self, id: &SessionId, session: &Session) -> Option<Box<Refusal>> {
        let ttl = self.profile.login.challenge_ttl_s;
        let age = self.now.millis_since(session.since);
        let challenged = matches!(session.stage, Stage::Challenge(_));
        if !challenged || ttl == 0 || age <= ttl * 1000 {
            return None;
        }
        self.world.sessions.remove(id);
        self.session = SessionChange::Clear;
        let rule = format!("login.challenge_ttl_s={ttl}, age={}", age.div_ceil(1000));
        let event = self.log("challenge.failed").rule(&rule);
        event
            .moved(StageName::Challenge, StageName::Anonymous)
            .write();
        let message = &self.profile.errors.challenge_expired;
        Some(refusal(RefusalKind::Expired, message, rule).going(Go::Login))
    }
}
