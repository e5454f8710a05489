//! `keytick sim code`: the code of a link at any time, to compare a site's with.

use clap::{ArgMatches, Command};

use crate::arguments::{moment, value};
use crate::commands::{Entry, otp};
use crate::context::Context;
use crate::error::Error;

pub(super) const ENTRY: Entry = Entry {
    name: "code",
    define,
    run,
    json: otp::ENTRY.json,
    children: &[],
};

fn define(command: Command) -> Command {
    command
        .arg(value("uri", "URI").required(true))
        .arg(moment("at"))
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    otp::run(matches, context)
}
