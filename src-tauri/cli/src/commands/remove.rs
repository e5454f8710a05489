//! `keytick remove`: accounts into the trash.

use clap::{ArgMatches, Command};
use serde::Serialize;

use super::Entry;
use crate::arguments::positional;
use crate::context::Context;
use crate::error::Error;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "remove",
    define,
    run,
    json: r#"{"removed":[id...]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("id", "ID").num_args(1..))
}

#[derive(Serialize)]
struct Answer {
    removed: Vec<String>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let mut session = Session::open(context)?;
    let ids = session.ids(matches.get_many("id").into_iter().flatten())?;
    session.change(|accounts, edit| {
        // The command line cannot undo in a later run; the trash is its undo.
        let _undo = accounts.trash(&ids, edit)?;
        Ok(())
    })?;
    let removed: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let count = removed.len().to_string();
    context.done(&Answer { removed }, "cli-removed", &[("count", &count)])
}
