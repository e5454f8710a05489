//! `keytick man`: manual pages, one for each command, from the same tree as the help.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use clap_mangen::Man;

use super::Entry;
use crate::arguments::positional;
use crate::context::Context;
use crate::error::Error;
use crate::help;

pub(super) const ENTRY: Entry = Entry {
    name: "man",
    define,
    run,
    json: "",
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("dir", "DIR").value_parser(value_parser!(PathBuf)))
}

fn run(matches: &ArgMatches, _: &Context) -> Result<(), Error> {
    let folder: &PathBuf = matches.get_one("dir").expect("clap demands it");
    fs::create_dir_all(folder).map_err(|reason| Error::Write {
        path: folder.clone(),
        reason,
    })?;
    pages(help::command(), "keytick", folder)
}

fn pages(command: Command, name: &str, folder: &Path) -> Result<(), Error> {
    let children: Vec<Command> = command.get_subcommands().cloned().collect();
    let path = folder.join(format!("{name}.1"));
    let mut page = Vec::new();
    Man::new(command.name(name.to_owned()))
        .render(&mut page)
        .and_then(|()| fs::write(&path, page))
        .map_err(|reason| Error::Write { path, reason })?;
    for child in children {
        let name = format!("{name}-{}", child.get_name());
        pages(child, &name, folder)?;
    }
    Ok(())
}
