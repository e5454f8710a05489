//! Setting up codes, from the first click to the last.

use keytick_otp::Secret;

use super::chance::Purpose;
use super::fault_kind::Point;
use super::provision::provision;
use super::step::{Result, Step, refusal};
use super::{
    Done, Enrolled, Enrolment, FactorState, Go, Origin, RefusalKind, Session, SessionId, SiteKey,
    Stage, StoredCode, Typed, Used,
};
use crate::profile::{ActivatesAt, Binding, CodesAck, Pool, Reenroll, Requirement};

impl Step<'_> {
    pub(super) fn start_enroll(&mut self, id: &SessionId, password: Option<&Typed>) -> Result {
        let session = self.logged_in(id)?;
        self.may_enroll(&session, password)?;
        let name = session.user.clone();
        let before = self.state(&name);
        if self.profile.enroll.reenroll == Reenroll::DropCurrent && self.user(&name)?.factor.is_on()
        {
            self.turn_off(&name, "enroll.reenroll=drop_current");
        }
        let faults = self.fire(Point::Provision, Some(&name), |_| true);
        let secret = self.new_secret(self.profile.totp.secret_bytes)?;
        let other = self.other_secret(secret.expose().len())?;
        let user = self.user(&name)?;
        let made = provision(&self.profile, user, secret, other, &faults);
        let (key, shown) = made.map_err(|error| self.no_key(&error.to_string()))?;
        let (secret, uri) = (key.base32(), shown.uri.clone());
        let enrolment = Enrolment {
            key,
            provision: shown,
            started: self.now,
            verified_step: None,
        };
        let user = self.user_mut(&name)?;
        user.fresh = None;
        user.factor.pending = Some(enrolment);
        let event = self.log("factor.pending").secret("secret", &secret);
        let event = event.secret("uri", &uri);
        event.moved(before, FactorState::Scan).write();
        Ok(Done::go(Go::Enroll))
    }

    /// # Errors
    /// What the profile asks for before a set-up.
    fn may_enroll(&mut self, session: &Session, password: Option<&Typed>) -> Result<()> {
        let errors = self.profile.errors.clone();
        let refused = "factor.refused";
        if self.profile.sso.is_some() && session.origin == Origin::Product {
            let rule = "sso: the identity service owns codes";
            return self.refuse_logged(refused, RefusalKind::Forbidden, &errors.forbidden, rule);
        }
        if !self.world.policy.available {
            let (kind, rule) = (RefusalKind::Unready, "feature=off");
            return self.refuse_logged(refused, kind, &errors.feature_off, rule);
        }
        let user = self.user(&session.user)?;
        let (verified, on) = (user.email_verified, user.factor.is_on());
        let right = password.is_some_and(|typed| user.password.matches(typed.as_str()));
        for requirement in self.profile.enroll.requires.clone() {
            let (met, kind, message, rule) = match requirement {
                Requirement::VerifiedEmail => (
                    verified,
                    RefusalKind::Unready,
                    &errors.unverified_email,
                    "enroll.requires=verified_email",
                ),
                Requirement::Password => (
                    right,
                    RefusalKind::Password,
                    &errors.proof,
                    "enroll.requires=password",
                ),
            };
            if !met {
                return self.refuse_logged(refused, kind, message, rule);
            }
        }
        if on && self.profile.enroll.reenroll == Reenroll::Forbidden {
            let (kind, rule) = (RefusalKind::Unready, "enroll.reenroll=forbidden");
            return self.refuse_logged(refused, kind, &errors.enroll_on, rule);
        }
        Ok(())
    }

    /// A new key: the one that was chosen from outside, or one from the seed.
    pub(super) fn new_secret(&mut self, length: usize) -> Result<Secret> {
        if let Some(chosen) = self.world.next.secrets.pop_front() {
            let read = Secret::from_base32(chosen.as_str());
            return read
                .map(|(secret, _)| secret)
                .map_err(|error| self.no_key(&error.to_string()));
        }
        self.random_secret(Purpose::Secrets, length)
    }

    /// A key that is not the person's, for a QR code that holds the wrong one.
    fn other_secret(&mut self, length: usize) -> Result<Secret> {
        self.random_secret(Purpose::Faults, length)
    }

    fn random_secret(&mut self, purpose: Purpose, length: usize) -> Result<Secret> {
        let mut bytes = vec![0; length];
        self.world.chance.fill(purpose, &mut bytes);
        Secret::from_bytes(bytes).map_err(|error| self.no_key(&error.to_string()))
    }

    fn no_key(&self, reason: &str) -> Box<super::Refusal> {
        let rule = format!("totp: {reason}");
        refusal(RefusalKind::Invalid, &self.profile.errors.invalid, rule)
    }

    pub(super) fn reveal_key(&mut self, id: &SessionId) -> Result {
        let (_, enrolment) = self.enrolling(id)?;
        let secret = enrolment.key.base32();
        self.log("factor.key_shown")
            .secret("secret", &secret)
            .write();
        Ok(Done::go(Go::Enroll))
    }

    pub(super) fn verify_enroll(&mut self, id: &SessionId, typed: &Typed) -> Result {
        let (session, enrolment) = self.enrolling(id)?;
        let unlocked = self.factor_unlocked(Pool::Enroll, id, &session);
        self.noted("factor.refused", "totp", unlocked)?;
        self.in_time(&enrolment)?;
        let checked = self.check(&enrolment.key, &Used::default(), typed, &session.user);
        let right = match checked {
            Ok(right) => right,
            Err(refused) => {
                let entry = self.log("factor.refused").secret("code", typed.as_str());
                entry.rule(refused.rule.clone()).write();
                self.factor_failed(Pool::Enroll, id, &session);
                return Err(refused);
            }
        };
        self.factor_passed(Pool::Enroll, id, &session);
        let name = session.user.clone();
        if self.profile.enroll.activates_at == ActivatesAt::Verify {
            self.turn_on(&name, id, enrolment, Some(right.step), &right.rule)?;
            self.issue_codes(&name, id, false);
            let shown = self.user(&name)?.fresh.is_some();
            return Ok(Done::go(if shown {
                Go::Codes
            } else {
                self.after_setup(&session)
            }));
        }
        let user = self.user_mut(&name)?;
        if let Some(pending) = &mut user.factor.pending {
            pending.verified_step = Some(right.step);
        }
        let codes = self.new_codes();
        self.show_codes(&name, codes, id, true);
        self.codes_issued(&name, FactorState::Scan, FactorState::Codes);
        Ok(Done::go(Go::Codes))
    }

    /// # Errors
    /// The key on the page is too old.
    fn in_time(&mut self, enrolment: &Enrolment) -> Result<()> {
        let ttl = self.profile.enroll.ttl_s;
        let age = self.now.millis_since(enrolment.started);
        if ttl == 0 || age <= ttl * 1000 {
            return Ok(());
        }
        let rule = format!("enroll.ttl_s={ttl}, age={}", age.div_ceil(1000));
        let message = self.profile.errors.enroll_expired.clone();
        self.refuse_logged("factor.refused", RefusalKind::Expired, &message, rule)
    }

    /// A session whose person is setting up codes.
    fn enrolling(&mut self, id: &SessionId) -> Result<(Session, Enrolment)> {
        let session = self.logged_in(id)?;
        if let Some(enrolment) = self.user(&session.user)?.factor.pending.clone() {
            return Ok((session, enrolment));
        }
        let message = self.profile.errors.enroll_missing.clone();
        self.refuse_logged(
            "factor.refused",
            RefusalKind::Unready,
            &message,
            "factor.pending=none",
        )
        .map_err(|refusal| refusal.going(Go::Security))
    }

    pub(super) fn back_to_scan(&mut self, id: &SessionId) -> Result {
        let (session, _) = self.enrolling(id)?;
        let user = self.user_mut(&session.user)?;
        user.fresh = None;
        if let Some(pending) = &mut user.factor.pending {
            pending.verified_step = None;
        }
        Ok(Done::go(Go::Enroll))
    }

    pub(super) fn cancel_enroll(&mut self, id: &SessionId) -> Result {
        let session = self.logged_in(id)?;
        let before = self.state(&session.user);
        let user = self.user_mut(&session.user)?;
        if user.factor.pending.take().is_some() {
            user.fresh = None;
            let after = self.state(&session.user);
            self.log("factor.cancelled").moved(before, after).write();
        }
        match session.stage {
            Stage::Forced => self.leave_prompt(id),
            _ => Ok(Done::go(Go::Security)),
        }
    }

    pub(super) fn download_codes(&mut self, id: &SessionId) -> Result {
        let session = self.logged_in(id)?;
        if let Some(fresh) = &mut self.user_mut(&session.user)?.fresh {
            fresh.downloaded = true;
            self.log("codes.downloaded").write();
            return Ok(Done::go(Go::Codes));
        }
        self.no_fresh_codes()
    }

    pub(super) fn ack_codes(&mut self, id: &SessionId) -> Result {
        let session = self.logged_in(id)?;
        let name = session.user.clone();
        let user = self.user(&name)?;
        let (fresh, pending) = (user.fresh.clone(), user.factor.pending.clone());
        let downloaded = fresh.as_ref().is_some_and(|fresh| fresh.downloaded);
        let loose = self.profile.enroll.verify_binding == Binding::Loose;
        let errors = self.profile.errors.clone();
        if let Some(pending) = pending {
            if pending.verified_step.is_none() && !loose {
                let rule = "enroll.verify_binding=strict, no code was right yet";
                let (event, kind) = ("factor.refused", RefusalKind::Unready);
                return self.refuse_logged(event, kind, &errors.enroll_unverified, rule);
            }
            if loose {
                self.in_time(&pending)?;
            }
            self.downloaded(downloaded || loose)?;
            let codes = match fresh {
                Some(fresh) => fresh.codes,
                None => self.new_codes(),
            };
            self.log("codes.ack").write();
            let (step, rule) = match pending.verified_step {
                Some(step) => (Some(step), "enroll.activates_at=ack"),
                None => (None, "enroll.verify_binding=loose"),
            };
            self.turn_on(&name, id, pending, step, rule)?;
            self.store_codes(&name, &codes);
        } else {
            let Some(fresh) = fresh else {
                return self.no_fresh_codes();
            };
            self.downloaded(downloaded)?;
            if fresh.waiting {
                self.store_codes(&name, &fresh.codes);
            }
            self.log("codes.ack").write();
        }
        self.user_mut(&name)?.fresh = None;
        Ok(Done::go(self.after_setup(&session)))
    }

    fn downloaded(&mut self, downloaded: bool) -> Result<()> {
        if downloaded || self.profile.codes.ack != CodesAck::Download {
            return Ok(());
        }
        let message = self.profile.errors.ack_download.clone();
        self.refuse_logged(
            "codes.refused",
            RefusalKind::Unready,
            &message,
            "codes.ack=download",
        )
    }

    fn no_fresh_codes(&mut self) -> Result {
        let message = self.profile.errors.enroll_missing.clone();
        self.refuse_logged(
            "codes.refused",
            RefusalKind::Unready,
            &message,
            "no codes are on view",
        )
        .map_err(|refusal| refusal.going(Go::Security))
    }

    /// Where somebody goes who has finished.
    fn after_setup(&self, session: &Session) -> Go {
        match session.stage {
            Stage::Forced => Go::Home,
            _ => Go::Security,
        }
    }

    /// Asks for codes from now on.
    pub(super) fn turn_on(
        &mut self,
        name: &str,
        id: &SessionId,
        enrolment: Enrolment,
        step: Option<u64>,
        rule: &str,
    ) -> Result<()> {
        let before = self.state(name);
        let mut used = Used::default();
        if let Some(step) = step.filter(|_| self.profile.totp.enroll_code_counts) {
            used.note(step);
        }
        let revokes = self.profile.enroll.revoke_other_sessions;
        self.set_enrolled(name, enrolment.key, used, Vec::new())?;
        self.forget_devices(name);
        self.log("factor.enabled")
            .moved(before, FactorState::On)
            .rule(rule)
            .write();
        if revokes {
            self.drop_sessions(name, Some(id), "enroll.revoke_other_sessions=true");
        }
        Ok(())
    }

    pub(super) fn set_enrolled(
        &mut self,
        name: &str,
        key: SiteKey,
        used: Used,
        codes: Vec<StoredCode>,
    ) -> Result<()> {
        let since = self.now;
        let user = self.user_mut(name)?;
        user.must_enroll = false;
        user.factor.pending = None;
        user.factor.enrolled = Some(Enrolled {
            key,
            since,
            used,
            codes,
        });
        Ok(())
    }

    /// Asks for codes no longer, and forgets the key and the recovery codes.
    pub(super) fn turn_off(&mut self, name: &str, rule: &str) {
        let before = self.state(name);
        if let Some(user) = self.world.users.get_mut(name) {
            user.factor = super::Factor::default();
            user.fresh = None;
        }
        self.forget_devices(name);
        let event = self.log("factor.disabled").with("user", name);
        event.moved(before, FactorState::Off).rule(rule).write();
    }

    fn forget_devices(&mut self, name: &str) {
        self.world.devices.retain(|_, device| device.user != name);
    }

    pub(super) fn state(&self, name: &str) -> FactorState {
        let user = self.world.users.get(name);
        user.map_or(FactorState::Off, |user| user.factor.state())
    }

    /// One bit of the stored key is changed.
    pub(super) fn flip_secret(&mut self, name: &str) {
        let user = self.world.users.get_mut(name);
        if let Some(enrolled) = user.and_then(|user| user.factor.enrolled.as_mut()) {
            enrolled.key = enrolled.key.flipped();
        }
    }
}
