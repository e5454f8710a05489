//! What a device refuses. No error carries a secret or a code.

/// Why a device did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text or key that cannot be read.
    #[error(transparent)]
    Otp(#[from] keytick_otp::Error),
    /// Texts among which no key stands.
    #[error("no sign-in key among the texts")]
    NoKey,
    /// No account has this number or these names.
    #[error("no account on the device matches {query:?}")]
    UnknownAccount {
        /// What was asked for.
        query: String,
    },
    /// More than one account has these names.
    #[error("{count} accounts on the device match {query:?}")]
    SeveralMatch {
        /// What was asked for.
        query: String,
        /// How many match.
        count: usize,
    },
    /// Nobody said which account, and the device has none or several.
    #[error("the device has {count} accounts and none was named")]
    NotNamed {
        /// How many there are.
        count: usize,
    },
    /// A code never has that many seconds left.
    #[error("a code that lasts {period} seconds never has {min_left} left")]
    MinLeft {
        /// The seconds asked for.
        min_left: u64,
        /// How long a code lasts.
        period: u32,
    },
    /// A `Date` header that is no date (RFC 9110 section 5.6.7).
    #[error("not an HTTP date")]
    Date,
    /// The device holds as many accounts as it may.
    #[error("a device holds at most {most} accounts")]
    Full {
        /// How many it may hold.
        most: usize,
    },
}

/// Every id that [`Error::id`] can give, besides those of keys.
pub const ERROR_IDS: &[&str] = &[
    "device-no-key",
    "device-unknown-account",
    "device-several-match",
    "device-not-named",
    "device-min-left",
    "device-date",
    "device-full",
];

impl Error {
    /// The error's stable name, which is also the id of its message.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Otp(error) => error.id(),
            Self::NoKey => "device-no-key",
            Self::UnknownAccount { .. } => "device-unknown-account",
            Self::SeveralMatch { .. } => "device-several-match",
            Self::NotNamed { .. } => "device-not-named",
            Self::MinLeft { .. } => "device-min-left",
            Self::Date => "device-date",
            Self::Full { .. } => "device-full",
        }
    }

    /// What the error's message has to be filled in with.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Otp(error) => error.params(),
            Self::UnknownAccount { query } => vec![("query", query.clone())],
            Self::SeveralMatch { query, count } => {
                vec![("query", query.clone()), ("count", count.to_string())]
            }
            Self::NotNamed { count } => vec![("count", count.to_string())],
            Self::MinLeft { min_left, period } => vec![
                ("seconds", min_left.to_string()),
                ("period", period.to_string()),
            ],
            Self::Full { most } => vec![("most", most.to_string())],
            Self::NoKey | Self::Date => Vec::new(),
        }
    }
}
