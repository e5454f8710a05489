//! A request arrives: may its page be shown, and what befalls it on the way?

use super::fault_kind::{LONGEST_DELAY_MS, Point, Tampered, When};
use super::step::{Result, Step, refusal};
use super::{
    Access, Break, Data, Done, FaultKind, Go, Origin, RefusalKind, Session, SessionChange,
    SessionId, Stage, StageName, Transport, Visit, Visited,
};
use crate::profile::EnforceMode;

impl Step<'_> {
    pub(super) fn visit(&mut self, visit: Visit) -> Result {
        self.world.route.clone_from(&visit.route);
        if let Some(step) = &visit.step {
            self.name.clone_from(step);
        }
        let session = self.visitor(&visit);
        let transport = match visit.again {
            true => Transport::default(),
            false => self.request_faults(session.as_ref()),
        };
        // A fault may have ended the session, or made a rule that it breaks.
        let session = self.visitor(&visit);
        let mut visited = Visited {
            transport,
            ..Visited::default()
        };
        let go = match session {
            None => self.without_session(&visit),
            Some((id, session)) => self.with_session(&visit, &id, session, &mut visited),
        }?;
        Ok(Done::with(go, Data::Visited(visited)))
    }

    /// The session of a request, if it is one of this site and of somebody who exists.
    fn visitor(&mut self, visit: &Visit) -> Option<(SessionId, Session)> {
        let id = visit.session.as_ref()?;
        let session = self.world.sessions.get(id)?;
        let known = session.origin == visit.origin && self.world.users.contains_key(&session.user);
        if !known {
            return None;
        }
        let session = Session::clone(session);
        self.actor.clone_from(&session.user);
        Some((id.clone(), session))
    }

    fn without_session(&mut self, visit: &Visit) -> Result<Go> {
        if visit.session.is_some() {
            self.session = SessionChange::Clear;
        }
        let login = self.login_of(visit.origin);
        match visit.access {
            Access::Anyone => Ok(Go::Stay),
            _ if visit.api => {
                let message = &self.profile.errors.not_logged_in;
                Err(refusal(RefusalKind::NotLoggedIn, message, "session=none").going(login))
            }
            _ => Ok(login),
        }
    }

    fn with_session(
        &mut self,
        visit: &Visit,
        id: &SessionId,
        mut session: Session,
        visited: &mut Visited,
    ) -> Result<Go> {
        if let Some(late) = self.too_late(id, &session) {
            return match visit.access {
                Access::Anyone => Ok(Go::Stay),
                _ => Err(late),
            };
        }
        self.apply_requirement(id, &mut session)?;
        visited.stage = session.stage.name();
        visited.user = Some(session.user.clone());
        visited.grace_s = self.grace_left(&session);
        let go = self.page_of(visit, id, &session)?;
        if go == Go::Stay && !visit.api && visit.step.is_none() {
            visited.notice = self
                .world
                .session_mut(id)
                .and_then(|kept| kept.notice.take());
        }
        Ok(go)
    }

    /// Where somebody with a session belongs who asks for this page.
    fn page_of(&mut self, visit: &Visit, id: &SessionId, session: &Session) -> Result<Go> {
        let stage = session.stage.name();
        match (visit.access, stage) {
            (Access::Anyone, _)
            | (Access::Challenge, StageName::Challenge)
            | (Access::Setup, StageName::Forced | StageName::Full)
            | (Access::Full, StageName::Full) => Ok(Go::Stay),
            (Access::Challenge, StageName::Full | StageName::Forced) => Ok(Go::Home),
            (Access::Full | Access::Policy | Access::People | Access::Cases, StageName::Forced) => {
                self.forced_page(visit)
            }
            (access @ (Access::Policy | Access::People | Access::Cases), StageName::Full) => {
                self.role_page(access, id, session)
            }
            (_, StageName::Challenge | StageName::Anonymous) => {
                let rule = "session=CHAL, a second step is due";
                if !visit.api {
                    return Ok(Go::Challenge);
                }
                let message = self.profile.errors.not_logged_in.clone();
                self.refuse_logged("access.refused", RefusalKind::NotLoggedIn, &message, rule)
            }
        }
    }

    /// Somebody asks for a page that only some roles see.
    fn role_page(&mut self, access: Access, id: &SessionId, session: &Session) -> Result<Go> {
        let powers = self.world.powers(id);
        let (may, keys) = match access {
            Access::Policy => (
                powers.require || powers.feature,
                "enforce.role, feature.role",
            ),
            Access::People => (
                powers.monitor || powers.reset,
                "monitor.role, recovery.admin_role",
            ),
            _ => (powers.cases, "recovery.approve_role"),
        };
        if may {
            return Ok(Go::Stay);
        }
        self.not_for_this_role(session, keys)
    }

    /// Somebody who must set up codes first asks for another page.
    fn forced_page(&mut self, visit: &Visit) -> Result<Go> {
        let mode = self.profile.enforce.as_ref().map(|enforce| enforce.mode);
        if !visit.api {
            let event = self
                .log("enforce.blocked")
                .with("route", visit.route.clone());
            event.rule("enforce: codes must be set up first").write();
            return Ok(Go::Prompt);
        }
        if mode == Some(EnforceMode::Redirect) {
            return Ok(Go::Stay);
        }
        let message = self.profile.errors.required.clone();
        let rule = "enforce.mode=block";
        self.refuse_logged("enforce.blocked", RefusalKind::Required, &message, rule)
    }

    /// The page on which one logs in: of the product, the way to the identity service.
    pub(super) fn login_of(&self, origin: Origin) -> Go {
        match origin {
            Origin::Product => Go::IdentityLogin,
            Origin::Site | Origin::Identity => Go::Login,
        }
    }

    // Faults of a request.

    fn request_faults(&mut self, visitor: Option<&(SessionId, Session)>) -> Transport {
        let user = visitor.map(|(_, session)| session.user.clone());
        let mut transport = Transport::default();
        let has_factor = user
            .as_ref()
            .and_then(|name| self.world.users.get(name))
            .is_some_and(|user| user.factor.is_on());
        let makes_sense = |kind: &FaultKind| match kind {
            FaultKind::SessionDrop => visitor.is_some(),
            FaultKind::Tamper { .. } => has_factor,
            _ => true,
        };
        for fault in self.fire(Point::Request, user.as_deref(), makes_sense) {
            match fault {
                // An older file may hold a longer one.
                FaultKind::Delay { ms } => transport.delay_ms = ms.min(LONGEST_DELAY_MS),
                FaultKind::HttpStatus { status, when } => {
                    transport.breaks(when, Break::Status(status));
                }
                FaultKind::Reset { when } => transport.breaks(when, Break::Reset),
                FaultKind::Drip { bytes_per_s } => {
                    transport.drip_bytes_per_s = Some(bytes_per_s.max(1));
                }
                FaultKind::CsrfStale => transport.stale_csrf = true,
                FaultKind::SessionDrop => {
                    if let Some((id, _)) = visitor {
                        self.drop_session(id, "fault session_drop");
                    }
                }
                FaultKind::Tamper { field } => self.tamper(user.as_deref(), field),
                FaultKind::EnforceNow => self.require(true, None, "fault enforce_now"),
                _ => {}
            }
        }
        transport
    }

    fn tamper(&mut self, user: Option<&str>, field: Tampered) {
        let Some(name) = user else { return };
        match field {
            Tampered::Secret => self.flip_secret(name),
            Tampered::Codes => self.swap_codes(name),
        }
    }
}

impl Transport {
    fn breaks(&mut self, when: When, how: Break) {
        match when {
            When::Before => self.before = Some(how),
            When::After => self.after = Some(how),
        }
    }
}

impl Stage {
    pub(super) fn is_logged_in(&self) -> bool {
        matches!(self, Self::Full | Self::Forced)
    }
}
