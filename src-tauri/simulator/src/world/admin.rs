//! What administrators do to people, and who may.

use super::step::{Result, Step};
use super::{Done, Go, RefusalKind, Session, SessionId};

impl Step<'_> {
    /// # Errors
    /// The person has another role, or nobody may.
    pub(super) fn has_role(
        &mut self,
        session: &Session,
        role: Option<&String>,
        key: &str,
    ) -> Result<()> {
        let owns = self.owns_policy(session.origin);
        let mine = self.user(&session.user)?.role.clone();
        if owns && role.is_some_and(|role| *role == mine) {
            return Ok(());
        }
        let wanted = role.map_or("nobody", String::as_str);
        let rule = format!("{key}={wanted}, role={mine}");
        let message = self.profile.errors.forbidden.clone();
        self.refuse_logged("access.refused", RefusalKind::Forbidden, &message, rule)
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
