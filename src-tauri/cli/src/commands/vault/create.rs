//! `keytick vault create`: a new, empty vault.

use clap::{ArgMatches, Command};
use serde::Serialize;

use super::{kdf, recovery, strength};
use crate::arguments::flag;
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "create",
    define,
    run,
    json: r#"{"path","vault_id","recovery_key"}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    kdf::define(command.arg(flag("recovery")))
}

#[derive(Serialize)]
struct Answer<'a> {
    path: String,
    vault_id: String,
    recovery_key: Option<&'a str>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let path = context.vault_path()?;
    if path.exists() {
        // Told before a password is thought up; creating would refuse it all the same.
        return Err(keytick_vault::Error::Exists { path }.into());
    }
    let password = strength::checked(context.new_password()?, context)?;
    let cost = kdf::cost(matches, context)?;
    let mut session = Session::create(&path, &password, cost)?;
    let key = match matches.get_flag("recovery") {
        true => Some(session.change_keys(|vault, stamp| vault.new_recovery_key(stamp))?),
        false => None,
    };
    let key = key.as_ref().map(recovery::sheet);
    let path = path.display().to_string();
    context.say("cli-created", &[("path", &path)]);
    if context.json {
        return output::json(&Answer {
            path,
            vault_id: session.info().vault_id.to_string(),
            recovery_key: key.as_ref().map(|key| key.as_str()),
        });
    }
    match key {
        Some(key) => output::line(&key),
        None => Ok(()),
    }
}
