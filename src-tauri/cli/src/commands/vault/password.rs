//! `keytick vault password`: another password. With the recovery key, also a forgotten one.

use clap::{ArgMatches, Command};
use keytick_vault::{Credential, LockedVault, RecoveryKey};
use serde::Serialize;

use super::recovery::sheet;
use super::{kdf, strength};
use crate::arguments::flag;
use crate::commands::Entry;
use crate::context::{Context, chosen};
use crate::error::Error;
use crate::output;
use crate::secrets;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "password",
    define,
    run,
    json: r#"{"changed":true}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let command = command
        .arg(flag("new-password-stdin"))
        .arg(flag("forgotten"))
        .arg(flag("rekey"));
    kdf::define(command)
}

#[derive(Serialize)]
struct Answer<'a> {
    changed: bool,
    /// The new one, if the vault got another key.
    #[serde(skip_serializing_if = "Option::is_none")]
    recovery_key: Option<&'a str>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let locked = LockedVault::open(&context.vault_path()?)?;
    let mut session = match matches.get_flag("forgotten") {
        true => {
            let key = RecoveryKey::parse(&context.recovery_key()?)?;
            Session::unlock(&locked, Credential::Recovery(&key), context)?
        }
        false => {
            let password = context.password()?;
            Session::unlock(&locked, Credential::Password(&password), context)?
        }
    };
    let typed = match matches.get_flag("new-password-stdin") {
        true => secrets::line_from_stdin("password")?,
        false => chosen()?,
    };
    let password = strength::checked(typed, context)?;
    let cost = kdf::cost(matches, context)?;
    let recovery = match matches.get_flag("rekey") {
        true => Some(sheet(&session.rekey(&password, cost, context)?)),
        false => {
            session.change_keys(|vault, stamp| vault.set_password(&password, cost, stamp))?;
            None
        }
    };
    let answer = Answer {
        changed: true,
        recovery_key: recovery.as_deref().map(String::as_str),
    };
    match &recovery {
        None => context.done(&answer, "cli-password-changed", &[]),
        Some(_) if context.json => output::json(&answer),
        Some(key) => {
            context.say("cli-rekeyed", &[]);
            output::line(key)
        }
    }
}
