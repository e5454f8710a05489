//! An account on a device, and which of its codes were handed out.

use std::collections::BTreeSet;

use keytick_otp::{Kind, Note, OtpKey};

/// The number of an account on its device. Numbers begin at 1 and are not given again.
pub type AccountId = u64;

/// A key that a device holds.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// The key. A counter in it is that of the next code.
    pub key: OtpKey,
    /// Who the account is with; empty if nobody said.
    pub issuer: String,
    /// Whose account it is; empty if nobody said.
    pub account: String,
    /// What was odd about the key and accepted.
    pub notes: Vec<Note>,
    /// The steps, or counters, whose codes were handed out.
    pub(super) given: BTreeSet<u64>,
}

impl Account {
    /// The step, or counter, whose code was handed out last.
    #[must_use]
    pub fn last_given(&self) -> Option<u64> {
        self.given.last().copied()
    }

    /// Whether `key` makes the same codes. Where a counter stands makes no difference.
    pub(super) fn is_of(&self, key: &OtpKey) -> bool {
        self.key.secret == key.secret && from_zero(&self.key.kind) == from_zero(&key.kind)
    }

    /// Whether all words of `query` stand in its names, in any case.
    pub(super) fn matches(&self, query: &str) -> bool {
        let names = format!("{} {}", self.issuer, self.account).to_lowercase();
        let query = query.to_lowercase();
        query.split_whitespace().all(|word| names.contains(word))
    }
}

/// `kind` with its counter at the start.
fn from_zero(kind: &Kind) -> Kind {
    let mut kind = kind.clone();
    if let Kind::Hotp { counter, .. } = &mut kind {
        *counter = 0;
    }
    kind
}
