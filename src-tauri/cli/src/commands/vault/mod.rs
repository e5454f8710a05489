//! `keytick vault`: the file itself.

mod backups;
mod check;
mod create;
mod info;
mod kdf;
mod password;
mod recovery;
mod restore;
pub(super) mod strength;

use super::{Entry, nothing, plain};

pub(super) const ENTRY: Entry = Entry {
    name: "vault",
    define: plain,
    run: nothing,
    json: "",
    children: &[
        create::ENTRY,
        info::ENTRY,
        check::ENTRY,
        password::ENTRY,
        recovery::ENTRY,
        backups::ENTRY,
        restore::ENTRY,
    ],
};
