//! Guarded actions of somebody who is logged in: turning codes off, new recovery codes, codes
//! by e-mail, another password or address.

use super::people::{address_is_fine, password_is_fine};
use super::step::{Result, Step};
use super::user::PasswordHash;
use super::{Done, Go, Method, Moment, Origin, Proof, RefusalKind, Session, SessionId, Typed};
use crate::profile::{CodesKind, CommitAt, Fallback, Guard, Sensitive};

impl Step<'_> {
    pub(super) fn disable(&mut self, id: &SessionId, proof: &Proof) -> Result {
        let session = self.logged_in(id)?;
        let user = self.user(&session.user)?;
        let (on, role) = (user.factor.is_on(), user.role.clone());
        let errors = self.profile.errors.clone();
        let event = "factor.disable_refused";
        if !on {
            return self.refuse_logged(event, RefusalKind::Unready, &errors.invalid, "factor=OFF");
        }
        let rules = self.profile.disable.clone();
        let required = self.is_required_of(&session.user) && rules.blocked_when_enforced;
        if required && !rules.exempt_roles.contains(&role) {
            let rule = format!("disable.blocked_when_enforced=true, role={role}");
            let kind = RefusalKind::Forbidden;
            return self.refuse_logged(event, kind, &errors.disable_enforced, rule);
        }
        self.guarded(
            id,
            &session,
            rules.requires,
            proof,
            "disable.requires",
            event,
        )?;
        let rule = format!("disable.requires={}", rules.requires.name());
        self.turn_off(&session.user, &rule);
        if rules.revoke_other_sessions {
            let rule = "disable.revoke_other_sessions=true";
            self.drop_sessions(&session.user, Some(id), rule);
        }
        Ok(Done::go(Go::Security))
    }

    pub(super) fn regenerate_codes(&mut self, id: &SessionId, proof: &Proof) -> Result {
        let session = self.fully_in(id)?;
        let rules = self.profile.codes.clone();
        let on = self.user(&session.user)?.factor.is_on();
        let event = "codes.refused";
        if !on || rules.kind == CodesKind::None {
            let message = self.profile.errors.invalid.clone();
            let rule = "factor=OFF or codes.kind=none";
            return self.refuse_logged(event, RefusalKind::Unready, &message, rule);
        }
        self.guarded(
            id,
            &session,
            rules.regenerate,
            proof,
            "codes.regenerate",
            event,
        )?;
        self.issue_codes(&session.user, id, rules.commit_at == CommitAt::Ack);
        Ok(Done::go(Go::Codes))
    }

    pub(super) fn cancel_codes(&mut self, id: &SessionId) -> Result {
        let session = self.logged_in(id)?;
        let user = self.user_mut(&session.user)?;
        if user.factor.pending.is_none() && user.fresh.take().is_some() {
            self.log("codes.cancelled").write();
        }
        Ok(Done::go(Go::Security))
    }

    /// # Errors
    /// The proof that the profile asks for is missing or wrong.
    fn guarded(
        &mut self,
        id: &SessionId,
        session: &Session,
        guard: Guard,
        proof: &Proof,
        key: &str,
        event: &'static str,
    ) -> Result<()> {
        let rule = format!("{key}={}", guard.name());
        let errors = self.profile.errors.clone();
        let typed = proof.text.clone().unwrap_or_default();
        match guard {
            Guard::None => Ok(()),
            Guard::Confirm if proof.confirmed => Ok(()),
            Guard::Confirm => {
                self.refuse_logged(event, RefusalKind::Confirm, &errors.confirm, rule)
            }
            Guard::Password => {
                if self.user(&session.user)?.password.matches(typed.as_str()) {
                    return Ok(());
                }
                self.refuse_logged(event, RefusalKind::Password, &errors.proof, rule)
            }
            Guard::Code => self.try_code(id, session, &typed, event).map(drop),
            Guard::CodeOrBackup if self.is_code_shaped(session, &typed) => {
                self.try_code(id, session, &typed, event).map(drop)
            }
            Guard::CodeOrBackup => self.try_backup(id, session, &typed, event).map(drop),
            Guard::Never => {
                self.refuse_logged(event, RefusalKind::Forbidden, &errors.forbidden, rule)
            }
        }
    }

    fn is_code_shaped(&self, session: &Session, typed: &Typed) -> bool {
        let user = self.world.users.get(&session.user);
        let enrolled = user.and_then(|user| user.factor.enrolled.as_ref());
        let code = typed.without(&self.profile.totp.ignore);
        enrolled.is_none_or(|enrolled| code.len() == enrolled.key.digits())
    }

    // A second step again.

    /// # Errors
    /// The action asks for a second step again, and it is missing or wrong.
    pub(super) fn stepped_up(
        &mut self,
        id: &SessionId,
        session: &Session,
        action: Sensitive,
        proof: &Proof,
    ) -> Result<()> {
        let Some(rules) = self.profile.step_up.clone() else {
            return Ok(());
        };
        let asked = rules.actions.contains(&action) && !self.is_spared(session)?;
        let method = self.step_up_method(session)?;
        let unguarded = method == Method::Password && rules.fallback == Fallback::None;
        if !asked || unguarded {
            return Ok(());
        }
        let Some(typed) = &proof.text else {
            return self.ask_step_up(id, session, action, method);
        };
        let failed = "step_up.failed";
        match method {
            Method::Totp if self.is_code_shaped(session, typed) => {
                self.try_code(id, session, typed, failed)?;
            }
            Method::Totp => {
                self.try_backup(id, session, typed, failed)?;
            }
            Method::Email => self.try_step_up_mail(id, session, typed)?,
            Method::Password => {
                if !self.user(&session.user)?.password.matches(typed.as_str()) {
                    let message = self.profile.errors.proof.clone();
                    let rule = "step_up.fallback=password";
                    return self.refuse_logged(failed, RefusalKind::Password, &message, rule);
                }
            }
        }
        let until = self.now.plus_seconds(rules.remember_s);
        if let Some(session) = self.world.session_mut(id) {
            session.stepped_up_until = Some(until);
        }
        let event = self.log("step_up.passed").with("action", action.name());
        event.with("method", method.name()).write();
        Ok(())
    }

    fn ask_step_up(
        &mut self,
        id: &SessionId,
        session: &Session,
        action: Sensitive,
        method: Method,
    ) -> Result<()> {
        if method == Method::Email {
            let code = self.mail_code(&session.user)?;
            if let Some(session) = self.world.session_mut(id) {
                session.step_up_code = Some(code);
            }
        }
        let rule = format!(
            "step_up.actions={}, method={}",
            action.name(),
            method.name()
        );
        let message = self.profile.errors.step_up.clone();
        self.refuse_logged("step_up.asked", RefusalKind::StepUp, &message, rule)
    }

    /// Whether the session passed one not long ago, or the person has only just signed up.
    fn is_spared(&self, session: &Session) -> Result<bool> {
        let user = self.user(&session.user)?;
        let after_signup = self
            .profile
            .step_up
            .as_ref()
            .map_or(0, |it| it.remember_after_signup_s);
        let new: Moment = user.created.plus_seconds(after_signup);
        let remembered = session
            .stepped_up_until
            .is_some_and(|until| self.now < until);
        Ok(remembered || user.signed_up && self.now < new)
    }

    pub(super) fn step_up_method(&self, session: &Session) -> Result<Method> {
        let user = self.user(&session.user)?;
        Ok(if user.factor.is_on() {
            Method::Totp
        } else if self.mails_codes_to(user) {
            Method::Email
        } else {
            Method::Password
        })
    }

    // A person's own data.

    pub(super) fn set_email_otp(&mut self, id: &SessionId, on: bool, proof: &Proof) -> Result {
        let session = self.fully_in(id)?;
        if self.profile.email_otp.is_none() {
            return self.no_such_thing("email_otp=none");
        }
        self.stepped_up(id, &session, Sensitive::EmailOtp, proof)?;
        self.user_mut(&session.user)?.email_otp = on;
        self.log(if on { "email_otp.on" } else { "email_otp.off" })
            .write();
        Ok(Done::go(Go::Security))
    }

    pub(super) fn change_password(&mut self, id: &SessionId, new: &Typed, proof: &Proof) -> Result {
        let session = self.fully_in(id)?;
        if !password_is_fine(new.as_str(), &self.profile) {
            return self.not_valid("signup.min_password");
        }
        self.stepped_up(id, &session, Sensitive::ChangePassword, proof)?;
        let hash = PasswordHash::new(new.as_str(), &mut self.world.chance);
        self.user_mut(&session.user)?.password = hash;
        self.log("user.changed").with("field", "password").write();
        Ok(Done::go(Go::Security))
    }

    pub(super) fn change_email(&mut self, id: &SessionId, email: &str, proof: &Proof) -> Result {
        let session = self.fully_in(id)?;
        let email = email.trim();
        if !address_is_fine(email) {
            return self.not_valid("email");
        }
        if self
            .by_email(email)
            .is_some_and(|owner| owner != session.user)
        {
            let message = self.profile.errors.taken.clone();
            return self.refuse(RefusalKind::Taken, &message, "email=taken");
        }
        self.stepped_up(id, &session, Sensitive::ChangeEmail, proof)?;
        let user = self.user_mut(&session.user)?;
        email.clone_into(&mut user.email);
        user.email_verified = false;
        self.log("user.changed").with("field", "email").write();
        self.mail_verification(&session.user)?;
        Ok(Done::go(Go::Security))
    }

    pub(super) fn not_valid(&self, rule: &str) -> Result {
        self.refuse(RefusalKind::Invalid, &self.profile.errors.invalid, rule)
    }

    pub(super) fn no_such_thing(&mut self, rule: &str) -> Result {
        let message = self.profile.errors.forbidden.clone();
        self.refuse_logged("access.refused", RefusalKind::Forbidden, &message, rule)
    }

    /// Whether a session is on the site that owns what is required of whom.
    pub(super) fn owns_policy(&self, origin: Origin) -> bool {
        self.profile.sso.is_none() || origin == Origin::Product
    }
}
