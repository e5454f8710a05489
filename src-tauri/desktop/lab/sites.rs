//! The practice sites that can be started.

/// The profiles that come with `keytick`, by the names it knows them by.
pub const PROFILES: &[&str] = &[
    "batch",
    "bytebase",
    "rocketchat",
    "deployhq",
    "infura",
    "strict",
];

/// The site whose profile is a person's own file.
pub const OWN: &str = "own";
