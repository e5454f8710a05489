//! What a tester does to a world from outside.

use super::people::{address_is_fine, name_is_fine};
use super::step::{Result, Step, refusal};
use super::user::PasswordHash;
use super::{
    AddFault, ClockChange, ClockView, Control, Data, Done, Fault, FaultKind, Go, PolicyChange,
    RefusalKind, Times, Typed, UserPatch,
};
use crate::profile::{Cast, CastFactor};

/// A world has no more faults than this.
const MOST_FAULTS: usize = 200;
/// No more keys and lists of codes are queued than this.
const MOST_QUEUED: usize = 1_000;

impl Step<'_> {
    pub(super) fn control(&mut self, control: Control) -> Result {
        match control {
            Control::CreateUser(cast) => self.create_user(&cast),
            Control::PatchUser { user, patch } => self.patch_user(&user, patch),
            Control::DeleteUser { user } => self.delete_user(&user),
            Control::ResetUser { user } => self.reset_user(&user),
            Control::UnlockUser { user } => self.unlock_user(&user),
            Control::CloseSessions { user } => {
                let name = self.person(&user)?;
                self.drop_sessions(&name, None, "control");
                Self::did(Data::User(name))
            }
            Control::Clock(change) => self.change_clock(&change),
            Control::AddFault(fault) => self.add_fault(fault),
            Control::RemoveFault { fault } => self.remove_fault(fault),
            Control::ClearFaults => {
                let all: Vec<u64> = self.world.faults.iter().map(|fault| fault.id).collect();
                for fault in all {
                    self.remove_fault(fault)?;
                }
                Self::did(Data::None)
            }
            Control::Policy(change) => self.change_policy(change),
            Control::Rules(change) => self.change_rules(change),
            Control::DecideCase { case, approve } => self.settle_case(case, approve),
            Control::NextSecret { secret } => self.next_secret(secret),
            Control::NextCodes { codes } => self.next_codes(codes),
            Control::Oracle { user, offset } => self.oracle(&user, offset),
            Control::ClearMail => {
                self.world.mailbox.clear();
                self.log("mail.cleared").write();
                Self::did(Data::None)
            }
            Control::Reset => {
                self.reset();
                Self::did(Data::None)
            }
        }
    }

    pub(super) fn did(data: Data) -> Result {
        Ok(Done::with(Go::Stay, data))
    }

    /// The name of the person with this name or address.
    fn person(&mut self, text: &str) -> Result<String> {
        let by_name = self.world.users.get(text).map(|user| user.name.clone());
        match by_name.or_else(|| self.by_email(text)) {
            Some(name) => Ok(name),
            None => self.no(RefusalKind::Unknown, "user=unknown"),
        }
    }

    pub(super) fn no<T>(&mut self, kind: RefusalKind, rule: &str) -> Result<T> {
        let errors = &self.profile.errors;
        let message = match kind {
            RefusalKind::Unknown => errors.unknown_user.clone(),
            RefusalKind::Taken => errors.taken.clone(),
            _ => errors.invalid.clone(),
        };
        self.refuse_logged("control.refused", kind, &message, rule)
    }

    // People.

    fn create_user(&mut self, cast: &Cast) -> Result {
        let email = cast.address();
        if !name_is_fine(&cast.name) || !address_is_fine(&email) || cast.password.is_empty() {
            return self.no(RefusalKind::Invalid, "name, email or password");
        }
        self.key_is_fine(cast.secret.as_deref())?;
        if self.is_full() {
            return self.no(RefusalKind::Invalid, "5000 people are the most");
        }
        if self.world.users.contains_key(&cast.name) || self.by_email(&email).is_some() {
            return self.no(RefusalKind::Taken, "name or email=taken");
        }
        self.add_user(cast);
        Self::did(Data::User(cast.name.clone()))
    }

    fn key_is_fine(&mut self, secret: Option<&str>) -> Result<()> {
        let read = secret.map(keytick_otp::Secret::from_base32);
        match read {
            Some(Err(error)) => self.no(RefusalKind::Invalid, &error.to_string()),
            _ => Ok(()),
        }
    }

    fn patch_user(&mut self, user: &str, patch: UserPatch) -> Result {
        let name = self.person(user)?;
        self.key_is_fine(patch.secret.as_ref().map(Typed::as_str))?;
        if let Some(email) = &patch.email {
            let owner = self.by_email(email);
            if !address_is_fine(email) || owner.is_some_and(|owner| owner != name) {
                return self.no(RefusalKind::Invalid, "email is none, or taken");
            }
        }
        let password = patch.password.as_ref();
        let hash = password.map(|it| PasswordHash::new(it.as_str(), &mut self.world.chance));
        let kept = self.user_mut(&name)?;
        kept.email = patch.email.unwrap_or_else(|| kept.email.clone());
        kept.role = patch.role.unwrap_or_else(|| kept.role.clone());
        kept.password = hash.unwrap_or_else(|| kept.password.clone());
        kept.email_verified = patch.email_verified.unwrap_or(kept.email_verified);
        kept.email_otp = patch.email_otp.unwrap_or(kept.email_otp);
        let on = kept.factor.is_on();
        self.log("user.changed").with("user", name.clone()).write();
        let codes = patch.codes;
        match patch.factor {
            Some(CastFactor::Off) if on => self.turn_off(&name, "control"),
            Some(CastFactor::On) if !on => self.turned_on(&name, patch.secret.as_ref(), codes),
            _ if on && patch.secret.is_some() => {
                self.turned_on(&name, patch.secret.as_ref(), codes);
            }
            _ => {
                if let Some(codes) = codes {
                    self.store_codes(&name, &codes);
                }
            }
        }
        Self::did(Data::User(name))
    }

    fn turned_on(&mut self, name: &str, secret: Option<&Typed>, codes: Option<Vec<String>>) {
        let before = self.state(name);
        self.set_up(name, secret, codes);
        let after = self.state(name);
        let event = self.log("factor.enabled").with("user", name);
        event.moved(before, after).rule("control").write();
    }

    fn delete_user(&mut self, user: &str) -> Result {
        let name = self.person(user)?;
        self.drop_sessions(&name, None, "control");
        self.world.users.remove(&name);
        self.log("user.deleted").with("user", name.clone()).write();
        Self::did(Data::User(name))
    }

    fn reset_user(&mut self, user: &str) -> Result {
        let name = self.person(user)?;
        self.drop_sessions(&name, None, "control");
        self.forget_tries(&name);
        self.world.devices.retain(|_, device| device.user != name);
        let cast = self.user(&name)?.cast.clone();
        self.log("user.reset").with("user", name.clone()).write();
        match cast {
            Some(cast) => self.add_user(&cast),
            None => {
                let user = self.user_mut(&name)?;
                user.factor = super::Factor::default();
                user.fresh = None;
                user.must_enroll = false;
            }
        }
        Self::did(Data::User(name))
    }

    fn unlock_user(&mut self, user: &str) -> Result {
        let name = self.person(user)?;
        self.forget_tries(&name);
        self.log("user.unlocked").with("user", name.clone()).write();
        Self::did(Data::User(name))
    }

    fn forget_tries(&mut self, name: &str) {
        let user = self.world.users.get(name);
        let email = user.map(|user| user.email.clone()).unwrap_or_default();
        let theirs = |text: &str| text == name || text.eq_ignore_ascii_case(&email);
        self.world.tries.retain(|_, tries| !theirs(&tries.user));
    }

    // Time and faults.

    fn change_clock(&mut self, change: &ClockChange) -> Result {
        let before = self.now;
        let (clock, period) = (self.world.clock, self.profile.totp.period);
        match clock.changed(change, self.real(), period) {
            Ok(clock) => self.world.clock = clock,
            Err(error) => return self.no(RefusalKind::Invalid, &error.to_string()),
        }
        self.retime();
        let view = ClockView::of(self.world.clock, self.real(), period);
        let event = self.log("clock.changed").with("mode", view.mode);
        event.moved(before, view.now).write();
        self.end_locks();
        Self::did(Data::Clock(view))
    }

    fn add_fault(&mut self, fault: AddFault) -> Result {
        if let Some(rule) = fault.impossible() {
            return self.no(RefusalKind::Invalid, rule);
        }
        if self.world.faults.len() >= MOST_FAULTS {
            return self.no(RefusalKind::Invalid, "200 faults are the most");
        }
        let times = match (&fault.kind, fault.times) {
            (FaultKind::RejectValid { n }, Times::Always) => Times::Count(*n),
            // What happens once and for all.
            (
                FaultKind::Tamper { .. } | FaultKind::EnforceNow | FaultKind::LostDevice,
                Times::Always,
            ) => Times::Count(1),
            (_, times) => times,
        };
        self.world.numbers.fault += 1;
        let id = self.world.numbers.fault;
        let kind = fault.kind.name();
        self.world.faults.push(Fault {
            id,
            kind: fault.kind,
            matching: fault.matching,
            times,
            probability: fault.probability,
            fired: 0,
        });
        self.log("fault.added")
            .with("fault", id)
            .with("kind", kind)
            .write();
        Self::did(Data::Fault(id))
    }

    fn remove_fault(&mut self, id: u64) -> Result {
        let place = self.world.faults.iter().position(|fault| fault.id == id);
        let Some(place) = place else {
            return self.no(RefusalKind::Unknown, "fault=unknown");
        };
        let fault = self.world.faults.remove(place);
        let event = self.log("fault.removed").with("fault", id);
        event.with("kind", fault.kind.name()).write();
        Self::did(Data::Fault(id))
    }

    // Policy, and what comes next.

    fn change_policy(&mut self, change: PolicyChange) -> Result {
        let missing = change.enforce.is_some() && self.profile.enforce.is_none()
            || change.feature.is_some() && self.profile.feature.is_none();
        if missing {
            return self.no(RefusalKind::Invalid, "the profile has no such table");
        }
        if let Some(switch) = change.feature {
            self.make_available(switch);
        }
        let required = change.enforce.unwrap_or(self.world.policy.required);
        if change.enforce.is_some() || change.roles.is_some() {
            self.require(required, change.roles, "control");
        }
        Self::did(Data::None)
    }

    fn next_secret(&mut self, secret: Typed) -> Result {
        self.key_is_fine(Some(secret.as_str()))?;
        if self.world.next.secrets.len() >= MOST_QUEUED {
            return self.no(RefusalKind::Invalid, "1000 keys are the most");
        }
        self.log("next.queued")
            .secret("secret", secret.as_str())
            .write();
        self.world.next.secrets.push_back(secret);
        Self::did(Data::None)
    }

    fn next_codes(&mut self, codes: Vec<String>) -> Result {
        let fine = !codes.is_empty()
            && codes.len() <= 100
            && codes
                .iter()
                .all(|code| !code.is_empty() && code.len() <= Typed::MAX_CHARACTERS);
        if !fine || self.world.next.codes.len() >= MOST_QUEUED {
            return self.no(RefusalKind::Invalid, "1 to 100 codes, none empty");
        }
        self.log("next.queued").with("codes", codes.len()).write();
        let codes = codes.into_iter().map(Typed::from).collect();
        self.world.next.codes.push_back(codes);
        Self::did(Data::None)
    }

    fn oracle(&mut self, user: &str, offset: i64) -> Result {
        let name = self.person(user)?;
        let person = self.user(&name)?;
        let pending = person.factor.pending.as_ref().map(|it| &it.key);
        let key = pending
            .or(person.factor.enrolled.as_ref().map(|it| &it.key))
            .cloned();
        let Some(key) = key else {
            return Err(refusal(
                RefusalKind::Unready,
                &self.profile.errors.invalid,
                "factor=OFF",
            ));
        };
        let period = u64::from(key.period());
        let now = self.now.seconds();
        let step = (now / period).saturating_add_signed(offset);
        let event = self.log("oracle.asked").with("user", name);
        event.with("offset", offset).write();
        let end = step.saturating_add(1).saturating_mul(period);
        Self::did(Data::Oracle {
            code: key.code(step),
            step,
            seconds_left: end.saturating_sub(now),
        })
    }
}
