//! What administrators do to people, and who may.

use super::step::{Result, Step};
use super::{Done, Go, RefusalKind, Session, SessionId};

impl Step<'_> {
    /// # Errors
    /// The person has another role, or nobody may, or it is not done at this site.
    pub(super) fn has_role(
        &mut self,
        session: &Session,
        role: Option<&String>,
        key: &str,
    ) -> Result<()> {
        if self.owns_policy(session.origin) {
            return self.is_role(session, role, key);
        }
        self.not_for_this_role(session, key)
    }

    /// # Errors
    /// The person has another role, or nobody may.
    pub(super) fn is_role(
        &mut self,
        session: &Session,
        role: Option<&String>,
        key: &str,
    ) -> Result<()> {
        if role.is_some_and(|role| self.role_of(session) == Some(role)) {
            return Ok(());
        }
        let wanted = role.map_or("nobody", String::as_str);
        self.not_for_this_role(session, &format!("{key}={wanted}"))
    }

    /// Refuses, and leads to the start page: the page of the form is not for them either.
    pub(super) fn not_for_this_role<T>(&mut self, session: &Session, rule: &str) -> Result<T> {
        let role = self.role_of(session).map_or("none", String::as_str);
        let rule = format!("{rule}, role={role}");
        let message = self.profile.errors.forbidden.clone();
        self.refuse_logged("access.refused", RefusalKind::Forbidden, &message, rule)
            .map_err(|refusal| refusal.going(Go::Home))
    }

    fn role_of(&self, session: &Session) -> Option<&String> {
        self.world.users.get(&session.user).map(|user| &user.role)
    }

    pub(super) fn reset_factor(&mut self, id: &SessionId, user: &str) -> Result {
        let session = self.fully_in(id)?;
        let recovery = self.profile.recovery.clone();
        if recovery.admin_reset.is_none() {
            return self.no_such_thing("recovery.admin_reset=none");
        }
        let role = self.profile.reset_role().cloned();
        self.has_role(&session, role.as_ref(), "recovery.admin_role")?;
        if user == session.user && !recovery.admin_self {
            return self.no_such_thing("recovery.admin_self=false");
        }
        let name = self.user(user)?.name.clone();
        self.log("recovery.admin_reset")
            .with("user", name.clone())
            .write();
        self.turn_off(&name, "recovery.admin_reset");
        if recovery.closes_sessions {
            self.drop_sessions(&name, Some(id), "recovery.closes_sessions=true");
        }
        if recovery.notice {
            self.mail_notice(&name)?;
        }
        Ok(Done::go(Go::Team))
    }
}
