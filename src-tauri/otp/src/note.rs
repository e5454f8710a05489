//! What a person should know about a key that was read all the same.

/// A remark on a key that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Note {
    /// The secret has a length that whole bytes cannot give; its spare bits were dropped.
    /// A character may be missing from it.
    UnusualKeyLength,
    /// The secret has less than 80 bits. Sites give out longer ones, so it may be cut off.
    ShortKey,
    /// A counter account without a counter: it starts at 0.
    CounterDefaulted,
    /// The label names another issuer than the `issuer` parameter; it stays in the account.
    IssuerPrefixKept,
    /// Read as a Steam key only because its issuer is called Steam.
    SteamByIssuer,
}

impl Note {
    /// Every note.
    pub const ALL: &[Self] = &[
        Self::UnusualKeyLength,
        Self::ShortKey,
        Self::CounterDefaulted,
        Self::IssuerPrefixKept,
        Self::SteamByIssuer,
    ];

    /// The note's stable name, which is also the id of its message.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::UnusualKeyLength => "note-unusual-key-length",
            Self::ShortKey => "note-short-key",
            Self::CounterDefaulted => "note-counter-defaulted",
            Self::IssuerPrefixKept => "note-issuer-prefix-kept",
            Self::SteamByIssuer => "note-steam-by-issuer",
        }
    }
}
