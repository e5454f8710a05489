//! `keytick trash restore`: accounts out of the trash again.

use clap::{ArgMatches, Command};
use serde::Serialize;

use crate::arguments::positional;
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "restore",
    define,
    run,
    json: r#"{"restored":[id...]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("id", "ID").num_args(1..))
}

#[derive(Serialize)]
struct Answer {
    restored: Vec<String>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let mut session = Session::open(context)?;
    let ids = session.trashed_ids(matches.get_many("id").into_iter().flatten())?;
    session.change(|accounts, edit| {
        // Removing again is the undo.
        let _undo = accounts.restore(&ids, edit)?;
        Ok(())
    })?;
    let restored: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let count = restored.len().to_string();
    context.done(&Answer { restored }, "cli-restored", &[("count", &count)])
}
