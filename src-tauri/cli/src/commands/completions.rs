//! `keytick completions`: what a shell completes, from the same tree as the help.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::Entry;
use crate::arguments::positional;
use crate::context::Context;
use crate::error::Error;
use crate::{help, output};

pub(super) const ENTRY: Entry = Entry {
    name: "completions",
    define,
    run,
    json: "",
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("shell", "SHELL").value_parser(value_parser!(Shell)))
}

fn run(matches: &ArgMatches, _: &Context) -> Result<(), Error> {
    let shell = *matches.get_one::<Shell>("shell").expect("clap demands it");
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(), "keytick", &mut script);
    output::bytes(&script)
}
