//! Faults: what goes wrong on purpose. The core decides whether one fires, so that the same
//! seed makes the same mistakes; the server carries out those of the connection.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fault_kind::{FaultKind, LONGEST_DELAY_MS};

/// A fault as it is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddFault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// When.
    pub matching: FaultMatch,
    /// How often.
    pub times: Times,
    /// How likely each time: 0 to 1.
    pub probability: f64,
}

impl AddFault {
    /// A fault that always fires, everywhere.
    #[must_use]
    pub fn always(kind: FaultKind) -> Self {
        Self {
            kind,
            matching: FaultMatch::default(),
            times: Times::Always,
            probability: 1.0,
        }
    }

    /// The same, but only so often.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self {
            times: Times::Count(times),
            ..self
        }
    }

    /// What about it cannot be, in words.
    pub(super) fn impossible(&self) -> Option<&'static str> {
        match self.kind {
            _ if !(0.0..=1.0).contains(&self.probability) => Some("probability is 0 to 1"),
            _ if self.times == Times::Count(0) => Some("times is 1 or more, or always"),
            FaultKind::HttpStatus { status, .. } if !(400..=599).contains(&status) => {
                Some("status is 400 to 599")
            }
            FaultKind::Delay { ms } if ms > LONGEST_DELAY_MS => Some("ms is 60000 at most"),
            FaultKind::LockAfter { n: 0, .. } => Some("n is 1 or more"),
            _ => None,
        }
    }

    /// Reads `{kind, match: {route, user, step}, times, probability, params}`.
    ///
    /// # Errors
    /// A sentence that names what is wrong.
    pub fn from_json(value: serde_json::Value) -> Result<Self, String> {
        let FaultBody {
            kind,
            matching,
            times,
            probability,
            params,
        } = serde_json::from_value(value).map_err(|error| error.to_string())?;
        if !(0.0..=1.0).contains(&probability) {
            return Err("probability is a number from 0 to 1".to_owned());
        }
        Ok(Self {
            kind: FaultKind::read(&kind, params).map_err(|error| error.to_string())?,
            matching,
            times,
            probability,
        })
    }
}

/// A fault as the control API takes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FaultBody {
    /// The kind, such as `delay`.
    pub kind: String,
    /// When it fires; left out: always.
    #[serde(default, rename = "match")]
    pub matching: FaultMatch,
    /// How often it fires: a number, or `always`.
    #[serde(default)]
    pub times: Times,
    /// How likely it is each time, from 0 to 1.
    #[serde(default = "certain")]
    pub probability: f64,
    /// What the kind takes, such as `{"ms": 500}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub params: Option<serde_json::Value>,
}

fn certain() -> f64 {
    1.0
}

/// Which requests and steps a fault is for. What is left out matches all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FaultMatch {
    /// The path within the world, such as `/login`; a `*` at the end matches what follows.
    pub route: Option<String>,
    /// The person, by name or address.
    pub user: Option<String>,
    /// The step, such as `code` or `verify_enroll`.
    pub step: Option<String>,
}

/// How often a fault fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(from = "TimesText", into = "TimesText")]
#[schemars(with = "TimesText")]
pub enum Times {
    /// Until it is removed.
    #[default]
    Always,
    /// So often.
    Count(u32),
}

/// A number, or `always`.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum TimesText {
    Count(u32),
    Always(Always),
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Always {
    Always,
}

impl From<TimesText> for Times {
    fn from(text: TimesText) -> Self {
        match text {
            TimesText::Count(count) => Self::Count(count),
            TimesText::Always(Always::Always) => Self::Always,
        }
    }
}

impl From<Times> for TimesText {
    fn from(times: Times) -> Self {
        match times {
            Times::Count(count) => Self::Count(count),
            Times::Always => Self::Always(Always::Always),
        }
    }
}

/// A fault in a world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// Its number.
    pub id: u64,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// When.
    #[serde(rename = "match")]
    pub matching: FaultMatch,
    /// How often it still fires.
    pub times: Times,
    /// How likely each time.
    pub probability: f64,
    /// How often it has fired.
    pub fired: u64,
}
