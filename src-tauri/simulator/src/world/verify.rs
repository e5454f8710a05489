//! Comparing a code of the app, and saying why it is refused.

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use super::fault_kind::Point;
use super::step::{Result, Step, refusal};
use super::{FaultKind, Refusal, RefusalKind, Session, SessionId, SiteKey, Typed, Used};
use crate::profile::{Pool, Window};

/// How many steps to either side are looked at to say why a code is refused.
const LOOKED_AT: i64 = 20;

/// A right code.
pub(super) struct Right {
    pub(super) step: u64,
    pub(super) rule: String,
}

impl Step<'_> {
    /// A try with a code of the app of somebody who has codes on: it is counted, and a right one
    /// is spent in the same breath, so that of two tries with one code only one passes.
    pub(super) fn try_code(
        &mut self,
        id: &SessionId,
        session: &Session,
        typed: &Typed,
        event: &'static str,
    ) -> Result<Right> {
        let unlocked = self.factor_unlocked(Pool::Totp, id, session);
        self.noted(event, "totp", unlocked)?;
        let user = self.user(&session.user)?;
        let Some(enrolled) = user.factor.enrolled.clone() else {
            let message = self.profile.errors.totp.clone();
            return self.refuse_logged(event, RefusalKind::Code, &message, "factor=OFF");
        };
        let checked = self.check(&enrolled.key, &enrolled.used, typed, &session.user);
        match checked {
            Ok(right) => {
                self.factor_passed(Pool::Totp, id, session);
                self.spend(&session.user, right.step);
                Ok(right)
            }
            Err(refused) => {
                let entry = self.log(event).with("method", "totp");
                let entry = entry.secret("code", typed.as_str());
                entry.rule(refused.rule.clone()).write();
                self.factor_failed(Pool::Totp, id, session);
                Err(refused)
            }
        }
    }

    /// Logs a refusal on its way.
    pub(super) fn noted<T>(
        &mut self,
        event: &'static str,
        method: &str,
        result: Result<T>,
    ) -> Result<T> {
        if let Err(refused) = &result {
            let rule = refused.rule.clone();
            self.log(event).with("method", method).rule(rule).write();
        }
        result
    }

    fn spend(&mut self, name: &str, step: u64) {
        let user = self.world.users.get_mut(name);
        if let Some(enrolled) = user.and_then(|user| user.factor.enrolled.as_mut()) {
            enrolled.used.note(step);
        }
    }

    /// Whether a code is right, and not used before.
    pub(super) fn check(
        &mut self,
        key: &SiteKey,
        used: &Used,
        typed: &Typed,
        name: &str,
    ) -> std::result::Result<Right, Box<Refusal>> {
        let wrong = self.profile.errors.totp.clone();
        let code = typed.without(&self.profile.totp.ignore);
        if code.len() != key.digits() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            let rule = format!("totp.digits={}, not that many digits", key.digits());
            return Err(refusal(RefusalKind::Code, &wrong, rule));
        }
        let (now, window) = self.time_and_window(key, name);
        let Some(delta) = delta_of(key, &code, now, window) else {
            let rule = format!("totp.window={window}, delta=none within {LOOKED_AT}");
            return Err(refusal(RefusalKind::Code, &wrong, rule));
        };
        let rule = format!("totp.window={window}, delta={delta:+}");
        if !window.contains(delta) {
            return Err(refusal(RefusalKind::Code, &wrong, rule));
        }
        let step = now.saturating_add_signed(delta);
        if let Some(rule) = used.refuses(step, self.profile.totp.replay) {
            let accepts = |kind: &FaultKind| *kind == FaultKind::AcceptReplay;
            if self.fire_one(Point::Verify, Some(name), accepts).is_none() {
                return Err(self.replayed(key, &rule));
            }
        }
        let rejects = |kind: &FaultKind| matches!(kind, FaultKind::RejectValid { .. });
        if self.fire_one(Point::Verify, Some(name), rejects).is_some() {
            let rule = format!("fault reject_valid, {rule}");
            return Err(refusal(RefusalKind::Code, &wrong, rule));
        }
        Ok(Right { step, rule })
    }

    fn replayed(&self, key: &SiteKey, rule: &str) -> Box<Refusal> {
        let message = &self.profile.errors.replayed;
        let mut refused = refusal(RefusalKind::Replayed, message, rule);
        let period = u64::from(key.period());
        refused.retry_after_s = Some(period - self.now.seconds() % period);
        refused
    }

    /// The current step and the accepted ones, as faults have them.
    fn time_and_window(&mut self, key: &SiteKey, name: &str) -> (u64, Window) {
        let mut seconds = self.now.seconds();
        let mut window = self.profile.totp.window;
        let bends = |kind: &FaultKind| {
            matches!(kind, FaultKind::ClockSkew { .. } | FaultKind::Window { .. })
        };
        for fault in self.fire(Point::Verify, Some(name), bends) {
            match fault {
                FaultKind::ClockSkew { s } => seconds = seconds.saturating_add_signed(s),
                FaultKind::Window { lo, hi } => {
                    window = Window(lo.max(-Window::FARTHEST), hi.min(Window::FARTHEST));
                }
                _ => {}
            }
        }
        (seconds / u64::from(key.period()), window)
    }
}

/// How many steps off `code` is, the nearest if several are. Every step is compared, whether one
/// was found or not, so that the time it takes says nothing.
fn delta_of(key: &SiteKey, code: &str, now: u64, window: Window) -> Option<i64> {
    let farthest = window.0.abs().max(window.1.abs()).max(LOOKED_AT);
    let mut found = Choice::from(0);
    let mut delta = 0_i64;
    for distance in (0..=farthest).rev() {
        for candidate in [distance, -distance] {
            if let Some(step) = now.checked_add_signed(candidate) {
                let same = key.code(step).as_bytes().ct_eq(code.as_bytes());
                delta.conditional_assign(&candidate, same);
                found |= same;
            }
        }
    }
    bool::from(found).then_some(delta)
}
