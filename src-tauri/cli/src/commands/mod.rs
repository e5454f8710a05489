//! The commands, one file each: what it takes, what it does, the shape of its JSON.

mod account_json;
mod add;
mod code;
mod completions;
mod device;
mod edit;
mod export;
mod formats;
mod import;
mod list;
mod man;
mod otp;
mod remove;
mod scan;
pub(crate) mod sim;
mod trash;
mod vault;

use clap::{ArgMatches, Command};

use crate::context::Context;
use crate::error::Error;

/// One command.
struct Entry {
    name: &'static str,
    /// Its arguments, without words.
    define: fn(Command) -> Command,
    run: fn(&ArgMatches, &Context) -> Result<(), Error>,
    /// What `--json` answers, for help and docs; empty for a command without.
    json: &'static str,
    /// Its own commands, which then do the work.
    children: &'static [Entry],
}

/// All commands, in the order of the help.
const ALL: &[Entry] = &[
    scan::ENTRY,
    otp::ENTRY,
    code::ENTRY,
    list::ENTRY,
    add::ENTRY,
    edit::ENTRY,
    import::ENTRY,
    export::ENTRY,
    formats::ENTRY,
    remove::ENTRY,
    trash::ENTRY,
    vault::ENTRY,
    sim::ENTRY,
    device::ENTRY,
    completions::ENTRY,
    man::ENTRY,
];

/// Adds all commands to the tree.
pub(crate) fn define(root: Command) -> Command {
    with_children(root, ALL)
}

fn with_children(command: Command, children: &[Entry]) -> Command {
    command.subcommands(children.iter().map(|entry| {
        let command = (entry.define)(Command::new(entry.name));
        let parent = !entry.children.is_empty();
        with_children(command, entry.children)
            .subcommand_required(parent)
            .arg_required_else_help(parent)
    }))
}

/// Runs the command that was named.
pub(crate) fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    dispatch(ALL, matches, context)
}

fn dispatch(entries: &[Entry], matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let (name, matches) = matches.subcommand().expect("the tree demands a command");
    let entry = entries
        .iter()
        .find(|entry| entry.name == name)
        .expect("the tree holds only these commands");
    match entry.children {
        [] => (entry.run)(matches, context),
        children => dispatch(children, matches, context),
    }
}

/// What the command with this text id answers to `--json`.
pub(crate) fn json_shape(id: &str) -> Option<&'static str> {
    let mut entries = ALL;
    let mut shape = "";
    for name in id.split('-').skip(1) {
        let entry = entries.iter().find(|entry| entry.name == name)?;
        (entries, shape) = (entry.children, entry.json);
    }
    Some(shape).filter(|shape| !shape.is_empty())
}

/// For a command that only has commands of its own.
fn nothing(_: &ArgMatches, _: &Context) -> Result<(), Error> {
    Ok(())
}

/// For a command without arguments of its own.
fn plain(command: Command) -> Command {
    command
}
