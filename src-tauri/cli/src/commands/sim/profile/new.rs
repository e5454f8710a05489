//! `keytick sim profile new`: a file to write one's own site in.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use keytick_simulator::profile::TEMPLATE;
use serde::Serialize;

use crate::arguments::{positional, value};
use crate::commands::Entry;
use crate::commands::sim::Error as SimError;
use crate::context::Context;
use crate::error::Error;
use crate::output;

pub(super) const ENTRY: Entry = Entry {
    name: "new",
    define,
    run,
    json: r#"{"profile","file"}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command
        .arg(positional("id", "ID"))
        .arg(value("from", "PROFILE"))
        .arg(
            value("output", "FILE")
                .short('o')
                .value_parser(value_parser!(PathBuf)),
        )
}

#[derive(Serialize)]
struct Answer<'a> {
    profile: &'a str,
    file: String,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let base = match matches.get_one::<String>("from") {
        Some(from) => super::text(from)?,
        None => TEMPLATE.to_owned(),
    };
    let text = renamed(&base, id);
    let Some(path) = matches.get_one::<PathBuf>("output") else {
        return output::bytes(text.as_bytes());
    };
    write(path, &text)?;
    let file = path.display().to_string();
    let answer = Answer { profile: id, file };
    context.done(&answer, "cli-sim-profile-made", &[("file", &answer.file)])
}

/// The text with another id; its comments stay.
fn renamed(text: &str, id: &str) -> String {
    let id = id.replace(['\\', '"'], "");
    let mut is_done = false;
    text.split_inclusive('\n')
        .map(|line| {
            let name = line.split('=').next().unwrap_or_default();
            if is_done || name.trim() != "id" {
                return line.to_owned();
            }
            is_done = true;
            format!("id = \"{id}\"\n")
        })
        .collect()
}

/// Never over a file that is there: somebody's work may be in it.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|reason| match reason.kind() {
            ErrorKind::AlreadyExists => SimError::FileExists.into(),
            _ => cannot(path, reason),
        })?;
    file.write_all(text.as_bytes())
        .map_err(|reason| cannot(path, reason))
}

fn cannot(path: &Path, reason: std::io::Error) -> Error {
    Error::Write {
        path: path.to_owned(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn only_the_id_of_the_site_changes() {
        let text =
            "# id = x\n[site]\nid = \"batch\" # one\nname = \"Batch\"\n[[app]]\nid = \"other\"\n";
        assert_eq!(
            renamed(text, "mine"),
            "# id = x\n[site]\nid = \"mine\"\nname = \"Batch\"\n[[app]]\nid = \"other\"\n"
        );
    }
}
