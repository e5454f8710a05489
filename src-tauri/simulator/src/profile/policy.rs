//! What administrators decide and see, turning codes off, and the last way back in.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What it takes to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// One click; `free` says the same.
    #[default]
    #[serde(alias = "free")]
    None,
    /// A click and a confirmation.
    Confirm,
    /// The password.
    Password,
    /// A code of the app.
    Code,
    /// A code of the app, or a recovery code.
    CodeOrBackup,
    /// It cannot be done.
    Never,
}

impl Guard {
    /// The name in profiles.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Confirm => "confirm",
            Self::Password => "password",
            Self::Code => "code",
            Self::CodeOrBackup => "code_or_backup",
            Self::Never => "never",
        }
    }
}

/// Turning codes off again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Disable {
    /// The button.
    pub label: String,
    /// What it takes.
    pub requires: Guard,
    /// Whether it is refused while two-step sign-in is required.
    pub blocked_when_enforced: bool,
    /// The roles for which it is not refused.
    pub exempt_roles: Vec<String>,
    /// Whether it ends the person's other sessions.
    pub revoke_other_sessions: bool,
}

impl Default for Disable {
    fn default() -> Self {
        Self {
            label: "Disable".to_owned(),
            requires: Guard::default(),
            blocked_when_enforced: false,
            exempt_roles: Vec::new(),
            revoke_other_sessions: false,
        }
    }
}

/// What is left when the device and all recovery codes are lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Recovery {
    /// The button with which an administrator resets somebody's two-step sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin_reset: Option<String>,
    /// Who may press it. Left out: whoever sees the list of people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin_role: Option<String>,
    /// Whether an administrator may reset their own.
    pub admin_self: bool,
    /// Whether a reset ends the person's sessions.
    pub closes_sessions: bool,
    /// Whether the person gets a mail about it.
    pub notice: bool,
    /// The mail's subject.
    pub notice_subject: String,
    /// The mail's text.
    pub notice_text: String,
    /// The link at the second step that opens a case with support.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_link: Option<String>,
    /// Who decides cases. Needed where there is a `support_link`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approve_role: Option<String>,
    /// What approving a case does.
    pub outcome: RecoveryOutcome,
}

impl Default for Recovery {
    fn default() -> Self {
        Self {
            admin_reset: None,
            admin_role: None,
            admin_self: false,
            closes_sessions: false,
            notice: false,
            notice_subject: "Two-factor authentication was reset".to_owned(),
            notice_text: "An administrator has reset your two-factor authentication.".to_owned(),
            support_link: None,
            approve_role: None,
            outcome: RecoveryOutcome::default(),
        }
    }
}

/// What approving a case does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecoveryOutcome {
    /// Two-step sign-in is turned off; the password is enough from then on.
    #[default]
    Disable,
    /// It is turned off, and has to be set up again before anything else.
    ForceReenroll,
}

/// Whether two-step sign-in is available at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Who turns it on.
    pub role: String,
    /// Whether it is on in a new world.
    #[serde(default)]
    pub default: Switch,
    /// The words beside the switch.
    pub label: String,
    /// What happens at login to those who have codes while it is off.
    #[serde(default)]
    pub when_off: WhenOff,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Switch {
    /// Off.
    #[default]
    Off,
    /// On.
    On,
}

/// What happens at login to those who have codes while the feature is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenOff {
    /// They are asked for a code all the same.
    #[default]
    Ask,
    /// The password is enough.
    Skip,
}

/// Requiring two-step sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enforce {
    /// Who may require it.
    pub role: String,
    /// Of whom.
    #[serde(default)]
    pub scope: EnforceScope,
    /// The words beside the switch.
    pub label: String,
    /// The button that saves it.
    #[serde(default = "save")]
    pub save: String,
    /// What somebody without codes can still reach.
    #[serde(default)]
    pub mode: EnforceMode,
    /// From when it concerns people.
    #[serde(default)]
    pub applies: Applies,
    /// What leaving the prompt does.
    #[serde(default)]
    pub cancel: CancelForced,
    /// For how many seconds people may put it off, from the moment at which it is required;
    /// 0 not at all.
    #[serde(default)]
    pub grace_s: u64,
    /// The heading of the prompt to set it up.
    #[serde(default = "prompt")]
    pub prompt: String,
    /// Whether having codes by e-mail is enough.
    #[serde(default)]
    pub email_satisfies: bool,
}

fn save() -> String {
    "Save".to_owned()
}

fn prompt() -> String {
    "Set up two-factor authentication to continue".to_owned()
}

/// Of whom two-step sign-in is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnforceScope {
    /// Everybody in the workspace.
    #[default]
    Workspace,
    /// Everybody in the account.
    Account,
    /// Those who have one of the chosen roles.
    Role,
}

/// What somebody without codes can still reach while they are required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnforceMode {
    /// Neither pages nor the API.
    #[default]
    Block,
    /// Pages lead to the prompt, the API answers as if nothing were required.
    Redirect,
}

/// From when a requirement concerns people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Applies {
    /// From their next request.
    #[default]
    NextRequest,
    /// From their next login; open sessions go on.
    NextLogin,
}

/// What leaving the prompt does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CancelForced {
    /// It logs out.
    #[default]
    Logout,
    /// It cannot be left.
    Never,
}

/// Seeing who has set up codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Monitor {
    /// Who sees it.
    pub role: String,
    /// The page's heading.
    pub page: String,
    /// What stands beside somebody who has: `icon:NAME`, `badge:TEXT`, `text:TEXT` or `none`.
    pub on: Mark,
    /// What stands beside somebody who has not.
    pub off: Mark,
}

/// What a list shows beside a person: `icon:shield`, `icon:shield-slash`, `badge:TEXT`,
/// `text:TEXT` or `none`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum Mark {
    /// An icon of this name.
    Icon(String),
    /// A badge with these words.
    Badge(String),
    /// These words.
    Text(String),
    /// Nothing.
    None,
}

impl Mark {
    /// The icons that pages can draw.
    pub const ICONS: [&str; 2] = ["shield", "shield-slash"];
}

impl FromStr for Mark {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("icon", name)) if Self::ICONS.contains(&name) => Ok(Self::Icon(name.to_owned())),
            Some(("badge", words)) => Ok(Self::Badge(words.to_owned())),
            Some(("text", words)) => Ok(Self::Text(words.to_owned())),
            None if text == "none" => Ok(Self::None),
            _ => Err(format!(
                "{text:?} is not icon:shield, icon:shield-slash, badge:TEXT, text:TEXT or none"
            )),
        }
    }
}

impl TryFrom<String> for Mark {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Mark> for String {
    fn from(mark: Mark) -> Self {
        mark.to_string()
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Icon(name) => write!(formatter, "icon:{name}"),
            Self::Badge(words) => write!(formatter, "badge:{words}"),
            Self::Text(words) => write!(formatter, "text:{words}"),
            Self::None => formatter.write_str("none"),
        }
    }
}
