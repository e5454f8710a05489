//! `keytick vault password`: another password. With the recovery key, also a forgotten one.

use clap::{ArgMatches, Command};
use keytick_vault::{Credential, LockedVault, RecoveryKey};
use serde::Serialize;

use super::{kdf, strength};
use crate::arguments::flag;
use crate::commands::Entry;
use crate::context::{Context, chosen};
use crate::error::Error;
use crate::secrets;
use crate::session::stamp;

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
        .arg(flag("forgotten"));
    kdf::define(command)
}

#[derive(Serialize)]
struct Answer {
    changed: bool,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let locked = LockedVault::open(&context.vault_path()?)?;
    let (mut vault, _) = match matches.get_flag("forgotten") {
        true => {
            let key = RecoveryKey::parse(&context.recovery_key()?)?;
            locked.unlock(Credential::Recovery(&key))?
        }
        false => {
            let password = context.password()?;
            locked.unlock(Credential::Password(&password))?
        }
    };
    let typed = match matches.get_flag("new-password-stdin") {
        true => secrets::line_from_stdin("password")?,
        false => chosen()?,
    };
    let password = strength::checked(typed, context)?;
    let cost = kdf::cost(matches, context)?;
    let stamp = stamp()?;
    vault.set_password(&password, cost, &stamp)?;
    context.done(&Answer { changed: true }, "cli-password-changed", &[])
}
