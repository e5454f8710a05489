//! `keytick trash empty`: accounts in the trash forgotten for good.

use clap::{Arg, ArgMatches, Command};
use keytick_accounts::{Accounts, Id};
use keytick_texts::text;
use serde::Serialize;

use crate::arguments::yes;
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::secrets;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "empty",
    define,
    run,
    json: r#"{"deleted":[id...]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command
        .arg(Arg::new("id").value_name("ID").num_args(0..))
        .arg(yes())
}

#[derive(Serialize)]
struct Answer {
    deleted: Vec<String>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let mut session = Session::open(context)?;
    let ids = match matches.get_many("id") {
        Some(ids) => session.trashed_ids(ids)?,
        None => in_trash(&session.accounts),
    };
    let count = ids.len().to_string();
    if !ids.is_empty() {
        if !matches.get_flag("yes") {
            secrets::agreed(&text("cli-ask-empty", &[("count", &count)]))?;
        }
        session.change(|accounts, edit| {
            accounts.purge(&ids, edit);
            Ok(())
        })?;
    }
    let deleted = ids.iter().map(ToString::to_string).collect();
    context.done(&Answer { deleted }, "cli-emptied", &[("count", &count)])
}

fn in_trash(accounts: &Accounts) -> Vec<Id> {
    accounts.trashed().map(|account| account.id).collect()
}
