//! `keytick sim profile`: the sites that can be practised on, as files.

mod diff;
mod lint;
mod list;
mod new;
mod show;

use std::fs;
use std::path::Path;

use keytick_simulator::profile::{Profile, builtin};

use super::error::Error as SimError;
use crate::commands::{Entry, nothing, plain};
use crate::error::Error;

pub(super) const ENTRY: Entry = Entry {
    name: "profile",
    define: plain,
    run: nothing,
    json: "",
    children: &[
        list::ENTRY,
        show::ENTRY,
        lint::ENTRY,
        diff::ENTRY,
        new::ENTRY,
    ],
};

/// The text of a built-in profile, or of a file.
pub(super) fn text(name: &str) -> Result<String, Error> {
    if let Some(text) = builtin(name) {
        return Ok(text.to_owned());
    }
    let path = Path::new(name);
    let is_name = !name.contains(['/', '\\', '.']);
    if is_name && !path.exists() {
        return Err(SimError::UnknownProfile(name.to_owned()).into());
    }
    fs::read_to_string(path).map_err(|reason| Error::File {
        path: path.to_owned(),
        reason,
    })
}

/// A built-in profile, or one from a file.
pub(super) fn load(name: &str) -> Result<Profile, Error> {
    let parsed = Profile::parse(&text(name)?);
    let faulty = |error| SimError::Profile {
        name: name.to_owned(),
        error,
    };
    Ok(parsed.map_err(faulty)?)
}
