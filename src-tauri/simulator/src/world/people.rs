//! Making accounts and verifying addresses.

use super::login::Entrance;
use super::step::{Result, Step};
use super::user::PasswordHash;
use super::{
    Done, Factor, Go, Origin, RefusalKind, SessionId, SignUp, SiteKey, StoredCode, Typed, Used,
    User,
};
use crate::profile::{Cast, CastFactor, Profile};

/// A world has no more people than this.
const MOST_USERS: usize = 5_000;

impl Step<'_> {
    pub(super) fn sign_up(&mut self, sign_up: SignUp) -> Result {
        let signup = self.profile.signup.clone();
        let errors = self.profile.errors.clone();
        let elsewhere = self.profile.sso.is_some() && sign_up.origin == Origin::Product;
        if !signup.open || elsewhere || self.is_full() {
            let (kind, rule) = (RefusalKind::Forbidden, "signup.open=false");
            return self.refuse_logged("access.refused", kind, &errors.signup_closed, rule);
        }
        let (name, email) = (sign_up.name.trim(), sign_up.email.trim());
        let name = if name.is_empty() { email } else { name };
        if !name_is_fine(name) || !address_is_fine(email) {
            return self.not_valid("name or email");
        }
        if !password_is_fine(sign_up.password.as_str(), &self.profile) {
            return self.not_valid("signup.min_password");
        }
        if self.world.users.contains_key(name) || self.by_email(email).is_some() {
            let rule = "name or email=taken";
            return self.refuse(RefusalKind::Taken, &errors.taken, rule);
        }
        let mut cast = Cast::new(name, &signup.role, sign_up.password.as_str());
        cast.email = Some(email.to_owned());
        cast.email_verified = !signup.verify_email;
        self.add_user(&cast);
        let user = self.user_mut(name)?;
        user.signed_up = true;
        user.cast = None;
        name.clone_into(&mut self.actor);
        if signup.verify_email {
            self.mail_verification(name)?;
        }
        let entrance = Entrance {
            origin: sign_up.origin,
            agent: sign_up.agent,
            to_product: false,
            notice: None,
        };
        self.admit(name, entrance)
    }

    /// Whether the world has no room for anybody else.
    pub(super) fn is_full(&self) -> bool {
        self.world.users.len() >= MOST_USERS
    }

    pub(super) fn verify_email(&mut self, token: &str) -> Result {
        let has_token = |user: &&User| user.verification.as_deref() == Some(token);
        let found = self
            .world
            .users
            .values()
            .find(has_token)
            .map(|user| user.name.clone());
        let Some(name) = found else {
            let message = self.profile.errors.stale_link.clone();
            let rule = "email: the link was used or replaced";
            return self.refuse_logged("access.refused", RefusalKind::Expired, &message, rule);
        };
        self.actor.clone_from(&name);
        let user = self.user_mut(&name)?;
        user.verification = None;
        user.email_verified = true;
        self.log("email.verified").write();
        Ok(Done::go(Go::Security))
    }

    pub(super) fn send_verification(&mut self, id: &SessionId) -> Result {
        let session = self.logged_in(id)?;
        if !self.user(&session.user)?.email_verified {
            self.mail_verification(&session.user)?;
        }
        Ok(Done::go(Go::Security))
    }

    /// Adds a person of a profile's cast, or of the control API. What cannot be made (a key that
    /// is no base32) has been refused before.
    pub(super) fn add_user(&mut self, cast: &Cast) {
        let password = PasswordHash::new(&cast.password, &mut self.world.chance);
        let by_default = self
            .profile
            .email_otp
            .as_ref()
            .is_some_and(|rules| rules.default_on);
        let user = User {
            name: cast.name.clone(),
            email: cast.address(),
            role: cast.role.clone(),
            email_verified: cast.email_verified,
            verification: None,
            password,
            email_otp: cast.email_otp.unwrap_or(by_default),
            factor: Factor::default(),
            fresh: None,
            must_enroll: false,
            created: self.now,
            signed_up: false,
            cast: Some(cast.clone()),
        };
        self.world.users.insert(cast.name.clone(), user);
        if cast.factor == CastFactor::On {
            let secret = cast.secret.as_deref().map(Typed::from);
            self.set_up(&cast.name, secret.as_ref(), cast.codes.clone());
        }
        let state = self.state(&cast.name);
        let event = self.log("user.created").with("user", cast.name.clone());
        event
            .with("role", cast.role.clone())
            .with("factor", state.to_string())
            .write();
    }

    /// Sets up codes without the pages: with this key and these recovery codes, or with some from
    /// the seed.
    pub(super) fn set_up(
        &mut self,
        name: &str,
        secret: Option<&Typed>,
        codes: Option<Vec<String>>,
    ) {
        let totp = self.profile.totp.clone();
        let given = secret
            .and_then(|secret| keytick_otp::Secret::from_base32(secret.as_str()).ok())
            .map(|(secret, _)| secret);
        let secret = match given {
            Some(secret) => Ok(secret),
            None => self.new_secret(totp.secret_bytes),
        };
        let key = secret
            .ok()
            .and_then(|secret| SiteKey::new(secret, totp.algorithm, totp.digits, totp.period).ok());
        let Some(key) = key else { return };
        let codes = codes.unwrap_or_else(|| self.new_codes());
        let rules = &self.profile.codes;
        let stored: Vec<StoredCode> = codes
            .iter()
            .map(|code| StoredCode::new(code, rules))
            .collect();
        // The person exists: both callers have just looked.
        let _ = self.set_enrolled(name, key, Used::default(), stored);
    }
}

pub(super) fn name_is_fine(name: &str) -> bool {
    !name.is_empty() && name.len() <= 100 && !name.chars().any(char::is_control)
}

pub(super) fn address_is_fine(email: &str) -> bool {
    let sides = email.split_once('@');
    let odd = |character: char| character.is_control() || character.is_whitespace();
    email.len() <= 254
        && !email.chars().any(odd)
        && sides.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
}

pub(super) fn password_is_fine(password: &str, profile: &Profile) -> bool {
    let length = password.chars().count();
    (profile.signup.min_password.max(1)..=Typed::MAX_CHARACTERS).contains(&length)
}
