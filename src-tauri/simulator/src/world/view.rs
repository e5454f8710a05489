//! What pages and lists show of a world. Nothing here changes it.

use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::provision::{account, issuer};
use super::{
    Case, Clock, ClockView, FactorState, Fault, Log, Mail, Method, Moment, Origin, QrLook, Session,
    SessionId, Stage, User, World,
};
use crate::profile::{CodesAck, CodesEntry, CodesKind, Mark, Profile, Reenroll, Requirement};

/// The second step, as its page needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChallengeView {
    /// What is asked for.
    pub method: Method,
    /// Whose login it is.
    pub user: String,
    /// Where a code was mailed to.
    pub email: String,
    /// Whether that mail could be delivered.
    pub delivered: bool,
    /// For how many more seconds the step is open; `None` for ever.
    pub seconds_left: Option<u64>,
    /// Where a recovery code goes; `None` if there are none for this person.
    pub backup: Option<CodesEntry>,
    /// Whether the device can be remembered.
    pub can_remember: bool,
    /// What is left when device and recovery codes are lost.
    pub last_resort: LastResort,
}

/// What is left when device and recovery codes are lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LastResort {
    /// A link with these words opens a case with support.
    Support(String),
    /// Somebody with this role can reset it.
    Administrator(String),
    /// Nothing.
    Nothing,
}

/// The security page of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecurityView {
    /// Whether codes are available on this site.
    pub available: bool,
    /// The state.
    pub state: FactorState,
    /// Whether codes are asked for at login.
    pub on: bool,
    /// Whether a set-up may begin now.
    pub can_enroll: bool,
    /// What must hold before it may.
    pub wanting: Vec<Requirement>,
    /// Whether codes are required of this person.
    pub required: bool,
    /// Whether they may not be turned off for that reason.
    pub disable_blocked: bool,
    /// How many recovery codes are left, if the page says so.
    pub codes_left: Option<usize>,
    /// Whether codes by e-mail are on, if the site has them.
    pub email_otp: Option<bool>,
    /// Whether the address is verified.
    pub email_verified: bool,
}

/// A set-up in progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EnrolmentView {
    /// The `otpauth` address: the text of the QR code, and of the link.
    pub uri: String,
    /// The key to type by hand.
    pub key: String,
    /// How the QR code is drawn.
    pub qr: QrLook,
    /// The issuer, as the site calls it.
    pub issuer: String,
    /// The account, as the site calls it.
    pub account: String,
    /// For how many more seconds the key is good; `None` for ever.
    pub seconds_left: Option<u64>,
    /// Whether it is not any more.
    pub expired: bool,
    /// Whether the first code was right.
    pub verified: bool,
}

/// Recovery codes on view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodesView {
    /// The codes.
    pub codes: Vec<String>,
    /// Whether they were downloaded.
    pub downloaded: bool,
    /// Whether they may be acknowledged now.
    pub can_ack: bool,
    /// Whether they finish a set-up.
    pub enrolling: bool,
    /// The name of the file in which they are downloaded.
    pub file: String,
}

/// A person in the list that shows who has set up codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The role.
    pub role: String,
    /// Whether codes are on.
    pub on: bool,
    /// What stands beside the name.
    pub mark: Mark,
}

/// What is required and available.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PolicyView {
    /// Whether codes are required.
    pub required: bool,
    /// Of which roles, where the profile goes by role.
    pub roles: Vec<String>,
    /// Whether they are available.
    pub available: bool,
}

/// What somebody with a session may do beyond their own account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Powers {
    /// Require codes.
    pub require: bool,
    /// Make them available.
    pub feature: bool,
    /// See who has set them up.
    pub monitor: bool,
    /// Reset somebody's.
    pub reset: bool,
    /// Decide cases of support.
    pub cases: bool,
}

/// A person, for the control API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UserView {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The role.
    pub role: String,
    /// Whether the address is verified.
    pub email_verified: bool,
    /// Whether codes by e-mail are on.
    pub email_otp: bool,
    /// The state of two-step sign-in.
    pub factor: FactorState,
    /// Since when codes are on.
    pub since: Option<Moment>,
    /// How many recovery codes are left.
    pub codes_left: usize,
    /// Whether wrong tries have locked the account.
    pub locked: bool,
    /// Until when; `None` if it is not, or until somebody unlocks it.
    pub locked_until: Option<Moment>,
    /// How many sessions are open.
    pub sessions: usize,
}

impl World {
    /// The world's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The profile.
    #[must_use]
    pub fn profile(&self) -> &Arc<Profile> {
        &self.profile
    }

    /// The seed that it began with.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.start.seed
    }

    /// The log.
    #[must_use]
    pub fn events(&self) -> &Log {
        &self.log
    }

    /// The world's time, by the real one.
    #[must_use]
    pub fn now(&self, real: Moment) -> Moment {
        self.clock.now(real)
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self, real: Moment) -> ClockView {
        ClockView::of(self.clock, real, self.profile.totp.period)
    }

    /// Whether time stands still.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        matches!(self.clock, Clock::Frozen { .. })
    }

    /// The session of a cookie.
    #[must_use]
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.get(id).map(AsRef::as_ref)
    }

    /// The sessions of a person, by id.
    pub fn sessions_of(&self, name: &str) -> impl Iterator<Item = (&SessionId, &Session)> {
        let all = self
            .sessions
            .iter()
            .map(|(id, session)| (id, session.as_ref()));
        all.filter(move |(_, session)| session.user == name)
    }

    /// The token that forms of this session hold, so that no other site can send them.
    #[must_use]
    pub fn csrf(&self, id: &SessionId) -> String {
        let hash = Sha256::new()
            .chain_update(b"form token")
            .chain_update(self.start.seed.to_be_bytes())
            .chain_update(id.as_str().as_bytes())
            .finalize();
        hash[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The person with this name or address.
    #[must_use]
    pub fn user(&self, text: &str) -> Option<&User> {
        let by_email = || {
            let mut users = self.users.values();
            users.find(|user| user.email.eq_ignore_ascii_case(text))
        };
        self.users.get(text).or_else(by_email)
    }

    /// The person whose session this is.
    #[must_use]
    pub fn user_of(&self, id: &SessionId) -> Option<&User> {
        self.users.get(&self.sessions.get(id)?.user)
    }

    /// The second step of a session that is there.
    #[must_use]
    pub fn challenge(&self, id: &SessionId, real: Moment) -> Option<ChallengeView> {
        let session = self.sessions.get(id)?;
        let user = self.users.get(&session.user)?;
        let Stage::Challenge(challenge) = &session.stage else {
            return None;
        };
        let ttl = self.profile.login.challenge_ttl_s;
        let end = session.since.plus_seconds(ttl);
        let codes = &self.profile.codes;
        let has_codes = codes.kind != CodesKind::None && user.factor.is_on();
        Some(ChallengeView {
            method: challenge.method,
            user: user.name.clone(),
            email: user.email.clone(),
            delivered: challenge.email.as_ref().is_none_or(|code| code.delivered),
            seconds_left: (ttl > 0).then(|| end.seconds_since(self.now(real))),
            backup: has_codes.then_some(codes.entry),
            can_remember: self.profile.login.remember_factor_s > 0,
            last_resort: self.last_resort(),
        })
    }

    fn last_resort(&self) -> LastResort {
        let recovery = &self.profile.recovery;
        match (&recovery.support_link, &recovery.admin_reset) {
            (Some(link), _) => LastResort::Support(link.clone()),
            (None, Some(_)) => {
                let role = self.profile.reset_role().cloned();
                LastResort::Administrator(role.unwrap_or_default())
            }
            (None, None) => LastResort::Nothing,
        }
    }

    /// The security page of a session that is logged in.
    #[must_use]
    pub fn security(&self, id: &SessionId) -> Option<SecurityView> {
        let session = self.sessions.get(id)?;
        let user = self.users.get(&session.user)?;
        if !session.stage.is_logged_in() {
            return None;
        }
        let (enroll, codes) = (&self.profile.enroll, &self.profile.codes);
        let on = user.factor.is_on();
        let wanting: Vec<Requirement> = enroll
            .requires
            .iter()
            .copied()
            .filter(|requirement| match requirement {
                Requirement::VerifiedEmail => !user.email_verified,
                Requirement::Password => true,
            })
            .collect();
        let required = self.requires_of(user);
        let disable = &self.profile.disable;
        let exempt = disable.exempt_roles.contains(&user.role);
        let left = user.factor.enrolled.as_ref().map(|it| it.codes_left());
        Some(SecurityView {
            available: self.policy.available,
            state: user.factor.state(),
            on,
            can_enroll: self.policy.available
                && !wanting.contains(&Requirement::VerifiedEmail)
                && !(on && enroll.reenroll == Reenroll::Forbidden),
            wanting,
            required,
            disable_blocked: on && required && disable.blocked_when_enforced && !exempt,
            codes_left: left.filter(|_| codes.show_remaining && codes.kind != CodesKind::None),
            email_otp: self.profile.email_otp.as_ref().map(|_| user.email_otp),
            email_verified: user.email_verified,
        })
    }

    /// The set-up in progress of a session that is logged in.
    #[must_use]
    pub fn enrolment(&self, id: &SessionId, real: Moment) -> Option<EnrolmentView> {
        let session = self.sessions.get(id)?;
        let user = self.users.get(&session.user)?;
        let pending = user.factor.pending.as_ref()?;
        if !session.stage.is_logged_in() {
            return None;
        }
        let ttl = self.profile.enroll.ttl_s;
        let (now, end) = (self.now(real), pending.started.plus_seconds(ttl));
        Some(EnrolmentView {
            uri: pending.provision.uri.clone(),
            key: pending.provision.key.clone(),
            qr: pending.provision.qr,
            issuer: issuer(&self.profile).to_owned(),
            account: account(&self.profile, user).to_owned(),
            seconds_left: (ttl > 0).then(|| end.seconds_since(now)),
            expired: ttl > 0 && now > end,
            verified: pending.verified_step.is_some(),
        })
    }

    /// The recovery codes on view in a session. Only the session that was given them sees them.
    #[must_use]
    pub fn codes(&self, id: &SessionId) -> Option<CodesView> {
        let session = self.sessions.get(id)?;
        let user = self.users.get(&session.user)?;
        let fresh = user.fresh.as_ref().filter(|fresh| fresh.session == *id)?;
        let rules = &self.profile.codes;
        Some(CodesView {
            codes: fresh.codes.clone(),
            downloaded: fresh.downloaded,
            can_ack: fresh.downloaded || rules.ack != CodesAck::Download,
            enrolling: user.factor.pending.is_some(),
            file: rules.file.clone(),
        })
    }

    /// The list that shows who has set up codes, if the profile has one.
    #[must_use]
    pub fn team(&self) -> Option<Vec<Member>> {
        let monitor = self.profile.monitor.as_ref()?;
        let member = |user: &User| {
            let on = user.factor.is_on();
            Member {
                name: user.name.clone(),
                email: user.email.clone(),
                role: user.role.clone(),
                on,
                mark: if on {
                    monitor.on.clone()
                } else {
                    monitor.off.clone()
                },
            }
        };
        Some(self.users.values().map(member).collect())
    }

    /// What is required and available.
    #[must_use]
    pub fn policy_view(&self) -> PolicyView {
        PolicyView {
            required: self.policy.required,
            roles: self.policy.roles.iter().cloned().collect(),
            available: self.policy.available,
        }
    }

    /// What somebody with a session may do beyond their own account.
    #[must_use]
    pub fn powers(&self, id: &SessionId) -> Powers {
        let session = self.sessions.get(id);
        let full = session.filter(|session| session.stage == Stage::Full);
        let Some((session, user)) =
            full.and_then(|session| Some((session, self.users.get(&session.user)?)))
        else {
            return Powers::default();
        };
        // Of two linked sites the product owns what is required, the identity service the cases.
        let at = |origin| self.profile.sso.is_none() || session.origin == origin;
        let (product, identity) = (at(Origin::Product), at(Origin::Identity));
        let mine = |role: Option<&String>| role.is_some_and(|role| *role == user.role);
        let profile = &self.profile;
        Powers {
            require: product && mine(profile.enforce.as_ref().map(|enforce| &enforce.role)),
            feature: product && mine(profile.feature.as_ref().map(|feature| &feature.role)),
            monitor: product && mine(profile.monitor.as_ref().map(|monitor| &monitor.role)),
            reset: product && profile.recovery.admin_reset.is_some() && mine(profile.reset_role()),
            cases: identity && mine(profile.recovery.approve_role.as_ref()),
        }
    }

    /// The cases of support, oldest first.
    #[must_use]
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// The mails that have arrived, oldest first.
    pub fn mailbox(&self, real: Moment) -> impl Iterator<Item = &Arc<Mail>> {
        let now = self.now(real);
        self.mailbox.iter().filter(move |mail| mail.arrives <= now)
    }

    /// The faults, oldest first.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Everybody, in alphabetical order.
    pub fn users(&self) -> impl Iterator<Item = UserView> {
        self.users.values().map(|user| self.user_view(user))
    }

    /// A person, for the control API.
    #[must_use]
    pub fn user_view(&self, user: &User) -> UserView {
        let ours = |name: &str| name == user.name || name.eq_ignore_ascii_case(&user.email);
        let lock = self.tries.values().find_map(|tries| {
            let lock = tries.locked.as_ref()?;
            ours(&tries.user).then_some(lock)
        });
        let enrolled = user.factor.enrolled.as_ref();
        UserView {
            name: user.name.clone(),
            email: user.email.clone(),
            role: user.role.clone(),
            email_verified: user.email_verified,
            email_otp: user.email_otp,
            factor: user.factor.state(),
            since: enrolled.map(|enrolled| enrolled.since),
            codes_left: enrolled.map_or(0, |enrolled| enrolled.codes_left()),
            locked: lock.is_some(),
            locked_until: lock.and_then(|lock| lock.until),
            sessions: self.sessions_of(&user.name).count(),
        }
    }
}
