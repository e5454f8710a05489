//! What a page shows: the world as one session sees it, and what just happened.

use crate::server::form::Form;
use crate::world::{
    ChallengeView, CodesView, EnrolmentView, Moment, Origin, Powers, Refusal, RefusalKind,
    SecurityView, SessionId, StageName, World,
};

/// What a page shows.
pub(super) struct Sight<'a> {
    pub world: &'a World,
    pub real: Moment,
    pub session: Option<&'a SessionId>,
    pub origin: Origin,
    /// Why what was sent is not done.
    pub refusal: Option<&'a Refusal>,
    /// The same, where the form was not taken at all.
    pub stale: Option<&'a str>,
    /// What the last step wants said.
    pub notice: Option<&'a str>,
    /// For how many more seconds setting up codes may be put off.
    pub grace_s: Option<u64>,
    /// What was sent, or asked for in the address.
    pub form: &'a Form,
    /// Where the identity service of this world begins.
    pub identity: &'a str,
}

impl Sight<'_> {
    /// The sentence at the top that says what went wrong.
    pub(super) fn alert(&self) -> Option<&str> {
        self.stale
            .or(self.refusal.map(|refusal| refusal.message.as_str()))
    }

    pub(super) fn is_refused_as(&self, kind: RefusalKind) -> bool {
        self.refusal.is_some_and(|refusal| refusal.kind == kind)
    }

    /// Whether an action was refused because a second step is due again.
    pub(super) fn asks_step_up(&self) -> bool {
        self.is_refused_as(RefusalKind::StepUp)
    }

    /// What was typed into a field, to be shown again. Never a password.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.form.text(name)
    }

    /// Whether the address or the form has a mark.
    pub(super) fn asked(&self, name: &str) -> bool {
        self.form.ticked(name)
    }

    pub(super) fn challenge(&self) -> Option<ChallengeView> {
        self.world.challenge(self.session?, self.real)
    }

    pub(super) fn security(&self) -> Option<SecurityView> {
        self.world.security(self.session?)
    }

    pub(super) fn enrolment(&self) -> Option<EnrolmentView> {
        self.world.enrolment(self.session?, self.real)
    }

    pub(super) fn codes(&self) -> Option<CodesView> {
        self.world.codes(self.session?)
    }

    pub(super) fn powers(&self) -> Powers {
        self.session
            .map(|session| self.world.powers(session))
            .unwrap_or_default()
    }

    /// Whether codes must be set up before anything else.
    pub(super) fn is_forced(&self) -> bool {
        self.stage() == StageName::Forced
    }

    pub(super) fn stage(&self) -> StageName {
        self.session
            .and_then(|session| self.world.session(session))
            .map_or(StageName::Anonymous, |session| session.stage.name())
    }

    /// The name that an app shows for accounts of this site.
    pub(super) fn issuer(&self) -> &str {
        let profile = self.world.profile();
        match profile.totp.issuer.as_str() {
            "" => &profile.site.name,
            issuer => issuer,
        }
    }

    /// The address of a path at the identity service.
    pub(super) fn identity(&self, path: &str) -> String {
        format!("{}{path}", self.identity)
    }
}
