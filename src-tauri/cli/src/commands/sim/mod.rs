//! `keytick sim`: practice sites for signing in with codes, for tests and for people.

mod code;
mod error;
mod profile;
mod serve;
mod told;
mod wait;

pub(crate) use error::Error;
pub use error::IDS as ERROR_IDS;

use super::{Entry, nothing, plain};

pub(super) const ENTRY: Entry = Entry {
    name: "sim",
    define: plain,
    run: nothing,
    json: "",
    children: &[serve::ENTRY, wait::ENTRY, profile::ENTRY, code::ENTRY],
};
