//! What a site is called, how it looks, and who is there in a new world.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the site is called and where its description comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The profile's name on the command line: lower case letters, digits and dashes.
    pub id: String,
    /// The name on every page. Of a real product: "… style", since the site is not it.
    pub name: String,
    /// The product whose flow this is, if any; pages say that they are not affiliated with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What is special about it, in one sentence.
    #[serde(default)]
    pub about: String,
    /// Where the description comes from, for people: titles of documents, addresses.
    #[serde(default)]
    pub source: Vec<String>,
}

/// The colours by which a site's pages are told from others, as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Look {
    /// Buttons and links on a light page.
    pub accent: String,
    /// Buttons and links on a dark page.
    pub accent_dark: String,
    /// How pages are laid out: `centered`, `sidebar` or `topbar`.
    pub layout: Layout,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            accent: "#3b5bdb".to_owned(),
            accent_dark: "#91a7ff".to_owned(),
            layout: Layout::default(),
        }
    }
}

/// How pages are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// One column in the middle.
    #[default]
    Centered,
    /// The menu at the side.
    Sidebar,
    /// The menu at the top right.
    Topbar,
}

/// Where in the site's menus its pages stand: the words from the top menu down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Nav {
    /// The page on which a person sets up codes.
    pub security: Vec<String>,
    /// The page on which an administrator requires them.
    pub admin: Vec<String>,
    /// The page that shows who has set them up.
    pub team: Vec<String>,
    /// The page on which support decides cases.
    pub cases: Vec<String>,
}

impl Default for Nav {
    fn default() -> Self {
        let path = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            security: path(&["Security"]),
            admin: path(&["Settings", "Security"]),
            team: path(&["Team"]),
            cases: path(&["Support cases"]),
        }
    }
}

/// An authenticator app that the site's instructions name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct App {
    /// Its name.
    pub name: String,
    /// Why the site recommends it, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A person in a new world.
#[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// The user name.
    pub name: String,
    /// The e-mail address. Left out: the name if it is an address, else the name at
    /// `demo.test`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The role.
    pub role: String,
    /// The password, in clear: these are made-up people.
    pub password: String,
    /// Whether two-step sign-in is on.
    #[serde(default)]
    pub factor: CastFactor,
    /// The key, as base32. Left out: one from the world's seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// The recovery codes. Left out: as many as the profile gives, from the world's seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<String>>,
    /// Whether the address is verified.
    #[serde(default = "yes")]
    pub email_verified: bool,
    /// Whether codes by e-mail are on for this person. Left out: as the profile has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_otp: Option<bool>,
}

impl Cast {
    /// Somebody with this name, role and password, and nothing set up.
    #[must_use]
    pub fn new(name: &str, role: &str, password: &str) -> Self {
        Self {
            name: name.to_owned(),
            email: None,
            role: role.to_owned(),
            password: password.to_owned(),
            factor: CastFactor::Off,
            secret: None,
            codes: None,
            email_verified: true,
            email_otp: None,
        }
    }

    /// The e-mail address, given or made of the name.
    #[must_use]
    pub fn address(&self) -> String {
        match &self.email {
            Some(email) => email.clone(),
            None if self.name.contains('@') => self.name.clone(),
            None => format!("{}@demo.test", self.name),
        }
    }
}

impl fmt::Debug for Cast {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Cast")
            .field("name", &self.name)
            .field("role", &self.role)
            .field("factor", &self.factor)
            .finish_non_exhaustive()
    }
}

fn yes() -> bool {
    true
}

/// Whether a person has set up codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CastFactor {
    /// No.
    #[default]
    Off,
    /// Yes.
    On,
}
