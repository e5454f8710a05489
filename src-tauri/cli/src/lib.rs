//! The command line of Keytick.
//!
//! Wiring only: a command parses its arguments, calls the library that knows, and shows
//! the answer. Data goes to standard output, everything else to standard error. What is
//! deliberately absent: a password or key given as an argument of its own flag, and any
//! sentence that is not in the message files.

#![forbid(unsafe_code)]

mod arguments;
mod backup;
mod clipboard;
mod commands;
mod context;
mod error;
mod fields;
mod formats_reference;
mod help;
mod http;
mod interrupt;
mod language;
mod output;
mod reference;
mod secrets;
mod serving;
mod session;
mod silence;
mod sources;
mod status_line;
mod timestamps;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

pub use commands::sim::ERROR_IDS as SIM_ERROR_IDS;
pub use error::ERROR_IDS;
pub use formats_reference::formats_reference;
pub use help::text_ids;
pub use reference::reference;

/// Runs `keytick` with this process's arguments and tells how it ended.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments
        .get(1)
        .is_some_and(|name| name == clipboard::KEEPER)
    {
        return clipboard::keep(arguments.get(2));
    }
    language::begin();
    let matches = match arguments::command().try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(_) => return usage::explain(&arguments),
    };
    // A single code is there before a handler would be.
    if matches.subcommand_name() != Some("otp") {
        interrupt::install();
    }
    let context = context::Context::new(&matches);
    match commands::run(&matches, &context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error::report(&error),
    }
}
