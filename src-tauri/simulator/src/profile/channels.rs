//! What stands beside the app's codes: mail, actions that ask again, linked sites, sign-up.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Fallback;

/// Codes by e-mail as a second step, for those who have no app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EmailOtp {
    /// Whether it is on for new people.
    pub default_on: bool,
    /// How many digits a code has.
    #[schemars(range(min = 4, max = 10))]
    pub digits: u8,
    /// How the code is written in the mail: a `#` for each digit.
    pub display: String,
    /// For how many seconds it is good.
    pub ttl_s: u64,
    /// After so many wrong ones it is dead.
    pub max_invalid: u32,
    /// What happens then.
    pub on_max: OnMax,
    /// Whether only verified addresses get one.
    pub verified_only: bool,
    /// How many seconds lie between two mails.
    pub resend_cooldown_s: u64,
    /// The mail's subject.
    pub subject: String,
    /// The mail's text; `{code}` is filled in.
    pub text: String,
}

impl Default for EmailOtp {
    fn default() -> Self {
        Self {
            default_on: false,
            digits: 6,
            display: "######".to_owned(),
            ttl_s: 600,
            max_invalid: 5,
            on_max: OnMax::default(),
            verified_only: true,
            resend_cooldown_s: 0,
            subject: "Your login code".to_owned(),
            text: "Your code is {code}.".to_owned(),
        }
    }
}

/// What happens after too many wrong codes by e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnMax {
    /// A new mail with a new code is sent.
    #[default]
    NewCode,
    /// The person starts again with the password.
    Restart,
}

/// Actions that ask for a second step again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepUp {
    /// Which ones.
    pub actions: Vec<Sensitive>,
    /// How somebody passes who has neither codes nor codes by e-mail.
    #[serde(default)]
    pub fallback: Fallback,
    /// For how many seconds a session that passed is not asked again.
    #[serde(default)]
    pub remember_s: u64,
    /// For how many seconds after signing up a person is not asked.
    #[serde(default)]
    pub remember_after_signup_s: u64,
}

/// An action that may ask for a second step again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sensitive {
    /// A new password.
    ChangePassword,
    /// Another e-mail address.
    ChangeEmail,
    /// Turning codes by e-mail on or off.
    EmailOtp,
    /// An administrator's change to what is required.
    Policy,
}

impl Sensitive {
    /// The name in profiles.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ChangePassword => "change_password",
            Self::ChangeEmail => "change_email",
            Self::EmailOtp => "email_otp",
            Self::Policy => "policy",
        }
    }
}

/// Two linked sites: one owns passwords and codes, the other what is required of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sso {
    /// The name on the pages of the identity service.
    pub identity_name: String,
    /// The name on the pages of the product.
    pub product_name: String,
    /// The product's button that leads to the identity service.
    pub login: String,
    /// For how many seconds the way back to the product is good.
    #[serde(default = "minute")]
    pub ticket_ttl_s: u64,
}

fn minute() -> u64 {
    60
}

/// Making an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Signup {
    /// Whether people can.
    pub open: bool,
    /// The role of somebody who does.
    pub role: String,
    /// Whether a mail asks to verify the address.
    pub verify_email: bool,
    /// The shortest password, in characters.
    pub min_password: usize,
    /// The subject of that mail.
    pub subject: String,
    /// The text of that mail; `{link}` is filled in.
    pub text: String,
}

impl Default for Signup {
    fn default() -> Self {
        Self {
            open: true,
            role: "member".to_owned(),
            verify_email: true,
            min_password: 4,
            subject: "Verify your e-mail address".to_owned(),
            text: "Open {link} to verify your e-mail address.".to_owned(),
        }
    }
}
