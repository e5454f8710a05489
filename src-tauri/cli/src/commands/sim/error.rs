//! What can go wrong with the simulator and the device. Their exit codes are their own,
//! since tests decide by them.

use std::io;
use std::time::Duration;

use keytick_simulator::device;
use keytick_simulator::profile::ProfileError;
use keytick_simulator::server::StartError;

use crate::error::{FAILED, USAGE};

/// The server does not answer.
const UNREACHABLE: u8 = 10;
/// It took longer than it may.
const TIMED_OUT: u8 = 12;
/// A fault of this program, or of the system under it.
const INTERNAL: u8 = 70;

/// Why a command of `sim` or `device` did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error(transparent)]
    Device(#[from] device::Error),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("{name}: {error}")]
    Profile { name: String, error: ProfileError },
    #[error("no profile is called {0}")]
    UnknownProfile(String),
    #[error("{0} findings are errors")]
    Findings(usize),
    #[error("there is a file already")]
    FileExists,
    #[error("{0} is no http address")]
    Address(String),
    #[error("no device was named")]
    NoDevice,
    #[error("the device's token is missing")]
    NoToken,
    #[error("the token is not that of {0}")]
    WrongToken(String),
    #[error("cannot reach {address}: {reason}")]
    Unreachable { address: String, reason: io::Error },
    #[error("{address} is not ready after {} s", after.as_secs())]
    NotReady { address: String, after: Duration },
    #[error("no code within the time given; the next comes in {0} s")]
    NoCodeInTime(u64),
    /// The served device said no, in a sentence of its own.
    #[error("{message}")]
    Told {
        message: String,
        hint: Option<String>,
    },
    #[error("the answer of {0} is not a device's")]
    Answer(String),
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
}

/// Every id that an error of these commands has, besides those of the libraries.
pub const IDS: &[&str] = &[
    "cli-sim-refused-profile",
    "cli-sim-unknown-profile",
    "cli-sim-findings",
    "cli-sim-file-exists",
    "cli-sim-address",
    "cli-device-missing",
    "cli-device-no-token",
    "cli-device-wrong-token",
    "cli-sim-unreachable",
    "cli-sim-not-ready",
    "cli-device-no-code-in-time",
    "cli-device-told",
    "cli-device-answer",
    "cli-sim-random",
];

impl Error {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Profile { .. }
            | Self::UnknownProfile(_)
            | Self::Address(_)
            | Self::NoDevice
            | Self::NoToken
            | Self::Device(device::Error::MinLeft { .. } | device::Error::Date) => USAGE,
            Self::Unreachable { .. } => UNREACHABLE,
            Self::NotReady { .. } | Self::NoCodeInTime(_) => TIMED_OUT,
            Self::Random(_) => INTERNAL,
            _ => FAILED,
        }
    }

    /// The message that tells a person.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Device(error) => error.id(),
            Self::Start(error) => error.id(),
            Self::Profile { .. } => "cli-sim-refused-profile",
            Self::UnknownProfile(_) => "cli-sim-unknown-profile",
            Self::Findings(_) => "cli-sim-findings",
            Self::FileExists => "cli-sim-file-exists",
            Self::Address(_) => "cli-sim-address",
            Self::NoDevice => "cli-device-missing",
            Self::NoToken => "cli-device-no-token",
            Self::WrongToken(_) => "cli-device-wrong-token",
            Self::Unreachable { .. } => "cli-sim-unreachable",
            Self::NotReady { .. } => "cli-sim-not-ready",
            Self::NoCodeInTime(_) => "cli-device-no-code-in-time",
            Self::Told { .. } => "cli-device-told",
            Self::Answer(_) => "cli-device-answer",
            Self::Random(_) => "cli-sim-random",
        }
    }

    /// The named parts of that message.
    pub(crate) fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Device(error) => error.params(),
            Self::Start(error) => error.params(),
            Self::Profile { name, error } => vec![
                ("name", name.clone()),
                ("line", error.line.to_string()),
                ("reason", keyed(&error.path, &error.message)),
            ],
            Self::UnknownProfile(name) => vec![("name", name.clone())],
            Self::Findings(count) => vec![("count", count.to_string())],
            Self::Address(address) | Self::Answer(address) | Self::WrongToken(address) => {
                vec![("address", address.clone())]
            }
            Self::Unreachable { address, reason } => {
                vec![("address", address.clone()), ("reason", reason.to_string())]
            }
            Self::NotReady { address, after } => vec![
                ("address", address.clone()),
                ("seconds", after.as_secs().to_string()),
            ],
            Self::NoCodeInTime(seconds) => vec![("seconds", seconds.to_string())],
            Self::Told { message, .. } => vec![("message", message.clone())],
            Self::Random(reason) => vec![("reason", reason.to_string())],
            Self::FileExists | Self::NoDevice | Self::NoToken => Vec::new(),
        }
    }

    /// What to do, where another program said so.
    pub(crate) fn told_hint(&self) -> Option<String> {
        match self {
            Self::Told { hint, .. } => hint.clone(),
            _ => None,
        }
    }
}

/// `totp.window: is too wide`, or only the message where there is no key.
pub(super) fn keyed(path: &str, message: &str) -> String {
    match path {
        "" => message.to_owned(),
        path => format!("{path}: {message}"),
    }
}
