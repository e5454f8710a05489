//! `keytick vault password`: another password. With the recovery key, also a forgotten one.

use clap::{ArgMatches, Command};
use keytick_vault::{Credential, LockedVault, Password, RecoveryKey};
use serde::Serialize;

use super::{kdf, recovery, strength};
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
        .arg(flag("forgotten").conflicts_with_all(["password-file"]));
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
            let key = RecoveryKey::parse(&recovery::typed(matches.get_flag("password-stdin"))?)?;
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
    strength::warn(&typed, context);
    let password = Password::new(typed)?;
    let cost = kdf::cost(matches, context)?;
    let stamp = stamp(&vault);
    vault.set_password(&password, cost, &stamp)?;
    context.done(&Answer { changed: true }, "cli-password-changed", &[])
}
