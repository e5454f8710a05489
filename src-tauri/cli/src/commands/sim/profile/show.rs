//! `keytick sim profile show`: a profile as it is written, or all its values as JSON.

use clap::{ArgMatches, Command};

use crate::arguments::positional;
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::output;

pub(super) const ENTRY: Entry = Entry {
    name: "show",
    define,
    run,
    json: r#"{"schema","site":{…},"look":{…},…}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("profile", "PROFILE"))
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let name = matches
        .get_one::<String>("profile")
        .map_or("", String::as_str);
    match context.json {
        true => output::json(&super::load(name)?),
        false => output::bytes(super::text(name)?.as_bytes()),
    }
}
