//! What a device says when it is asked for a code: the code, or how long to wait.

use std::fmt;

use keytick_otp::Validity;
use zeroize::Zeroizing;

/// The answer to being asked for a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A code that was not handed out before.
    Ready(Ready),
    /// None yet.
    Wait {
        /// Seconds by the device's clock until there is one.
        seconds: u64,
        /// Why there is none.
        because: WaitFor,
    },
}

/// Why a device hands out no code yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitFor {
    /// The current step's code was handed out; sites take a code once (RFC 6238 section 5.2).
    NextStep,
    /// The current step ends sooner than the caller wants to need for typing.
    FullStep,
}

impl WaitFor {
    /// The word in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NextStep => "next_step",
            Self::FullStep => "full_step",
        }
    }
}

/// A code to type.
#[derive(Clone, PartialEq, Eq)]
pub struct Ready {
    /// What to type.
    pub code: Zeroizing<String>,
    /// The time step it was made of (RFC 6238 section 4.2), if time decides.
    pub step: Option<u64>,
    /// The counter it was made of, if use decides.
    pub counter: Option<u64>,
    /// When it is good by the device's clock, if time decides.
    pub valid: Option<Validity>,
    /// Seconds by the device's clock until it ends, if time decides.
    pub seconds_left: Option<u64>,
}

impl fmt::Debug for Ready {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Ready")
            .field("code", &"[REDACTED]")
            .field("step", &self.step)
            .field("counter", &self.counter)
            .field("valid", &self.valid)
            .field("seconds_left", &self.seconds_left)
            .finish()
    }
}
