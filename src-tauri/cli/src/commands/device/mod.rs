//! `keytick device`: the phone that a test holds in its hand. In memory, no vault.

mod add;
mod code;
mod explain;
mod keys;
mod serve;
mod served;

pub(crate) use keys::decode;

use super::{Entry, nothing, plain};

pub(super) const ENTRY: Entry = Entry {
    name: "device",
    define: plain,
    run: nothing,
    json: "",
    children: &[serve::ENTRY, add::ENTRY, code::ENTRY, explain::ENTRY],
};
