//! How a site makes and checks codes, changed while it runs.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::step::{Result, Step};
use super::{Data, RefusalKind};
use crate::profile::{Param, Profile, Totp, Window, error_of};

/// Other rules for codes. What is left out stays.
///
/// Digits and period hold for keys that are made from now on: one that is set up keeps its own,
/// since the app that has it does. The window holds at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RulesChange {
    /// How many digits a code has.
    pub digits: Option<u8>,
    /// How many seconds a code lasts.
    pub period: Option<u32>,
    /// Which steps are accepted, counted from the current one.
    pub window: Option<Window>,
}

/// The rules of a profile, as an event says them.
struct Rules<'a>(&'a Totp);

impl fmt::Display for Rules<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Totp {
            digits,
            period,
            window,
            ..
        } = self.0;
        write!(
            formatter,
            "digits={digits}, period={period}, window={window}"
        )
    }
}

impl RulesChange {
    fn apply(&self, totp: &mut Totp) {
        totp.digits = self.digits.unwrap_or(totp.digits);
        totp.period = self.period.unwrap_or(totp.period);
        totp.window = self.window.unwrap_or(totp.window);
        // What an app would not guess, the QR code has to say.
        for (param, differs) in [
            (Param::Digits, totp.digits != 6),
            (Param::Period, totp.period != 30),
        ] {
            if differs && !totp.params.contains(&param) {
                totp.params.push(param);
            }
        }
    }
}

impl Step<'_> {
    pub(super) fn change_rules(&mut self, change: RulesChange) -> Result {
        let mut profile = Profile::clone(&self.profile);
        change.apply(&mut profile.totp);
        if let Some(reason) = error_of(&profile) {
            return self.no(RefusalKind::Invalid, &reason);
        }
        let before = Rules(&self.profile.totp).to_string();
        let after = Rules(&profile.totp).to_string();
        self.world.profile = Arc::new(profile);
        self.log("rules.changed").moved(before, after).write();
        Self::did(Data::None)
    }
}
