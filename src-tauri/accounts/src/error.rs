//! What can be refused.

use crate::Id;

/// Why a change to the accounts, or a payload, was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No account, live or in the trash, has this id.
    #[error("no account with id {0}")]
    UnknownAccount(Id),
    /// A text is longer than a vault keeps.
    #[error("{field} is longer than {limit} bytes")]
    TooLong {
        /// The field's name.
        field: &'static str,
        /// Bytes at most.
        limit: usize,
    },
    /// More accounts than a vault keeps.
    #[error("a vault keeps at most {limit} accounts")]
    TooMany {
        /// Accounts at most.
        limit: usize,
    },
    /// A new code was asked of an account whose codes follow the time.
    #[error("account {0} has no counter")]
    NoCounter(Id),
    /// The counter cannot go higher.
    #[error("the counter of account {0} is at its end")]
    CounterAtEnd(Id),
    /// No move, or no site of it, has this id.
    #[error("no move or site with id {0}")]
    UnknownMove(Id),
    /// More sites to move than a vault keeps.
    #[error("a vault keeps at most {limit} sites to move")]
    TooManySites {
        /// Sites at most.
        limit: usize,
    },
    /// The account has no such recovery code any more.
    #[error("the account has no such recovery code")]
    UnknownRecoveryCode,
    /// The account has recovery codes in a form that only a newer version can read.
    #[error("the account's recovery codes were written by a newer program")]
    NewerRecoveryCodes,
    /// More recovery codes than an account keeps.
    #[error("an account keeps at most {limit} recovery codes")]
    TooManyRecoveryCodes {
        /// Codes at most.
        limit: usize,
    },
    /// The payload is not what this program writes.
    #[error("the accounts in the vault cannot be read: {0}")]
    Payload(String),
    /// The payload was written by a newer program.
    #[error("the accounts in the vault have schema {schema}, newer than {known}")]
    TooNew {
        /// What the payload says.
        schema: u32,
        /// The newest that this program reads.
        known: u32,
    },
}

/// Every id that [`Error::id`] can give.
pub const ERROR_IDS: &[&str] = &[
    "accounts-unknown",
    "accounts-too-long",
    "accounts-too-many",
    "accounts-no-counter",
    "accounts-counter-at-end",
    "accounts-unknown-move",
    "accounts-too-many-sites",
    "accounts-unknown-recovery-code",
    "accounts-newer-recovery-codes",
    "accounts-too-many-recovery-codes",
    "accounts-payload",
    "accounts-too-new",
];

impl Error {
    /// The message that tells a person.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::UnknownAccount(_) => "accounts-unknown",
            Self::TooLong { .. } => "accounts-too-long",
            Self::TooMany { .. } => "accounts-too-many",
            Self::NoCounter(_) => "accounts-no-counter",
            Self::CounterAtEnd(_) => "accounts-counter-at-end",
            Self::UnknownMove(_) => "accounts-unknown-move",
            Self::TooManySites { .. } => "accounts-too-many-sites",
            Self::UnknownRecoveryCode => "accounts-unknown-recovery-code",
            Self::NewerRecoveryCodes => "accounts-newer-recovery-codes",
            Self::TooManyRecoveryCodes { .. } => "accounts-too-many-recovery-codes",
            Self::Payload(_) => "accounts-payload",
            Self::TooNew { .. } => "accounts-too-new",
        }
    }

    /// The named parts of that message.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownAccount(id)
            | Self::NoCounter(id)
            | Self::CounterAtEnd(id)
            | Self::UnknownMove(id) => {
                vec![("id", id.to_string())]
            }
            Self::TooLong { field, limit } => {
                vec![("field", (*field).to_owned()), ("limit", limit.to_string())]
            }
            Self::TooMany { limit }
            | Self::TooManySites { limit }
            | Self::TooManyRecoveryCodes { limit } => {
                vec![("limit", limit.to_string())]
            }
            Self::UnknownRecoveryCode | Self::NewerRecoveryCodes => Vec::new(),
            Self::Payload(reason) => vec![("reason", reason.clone())],
            Self::TooNew { schema, known } => {
                vec![("schema", schema.to_string()), ("known", known.to_string())]
            }
        }
    }
}
