//! `keytick trash`: what was removed, and can come back for 30 days.

mod empty;
mod list;
mod restore;

use super::{Entry, nothing, plain};

pub(super) const ENTRY: Entry = Entry {
    name: "trash",
    define: plain,
    run: nothing,
    json: "",
    children: &[list::ENTRY, restore::ENTRY, empty::ENTRY],
};
