//! `keytick vault recovery`: the key on paper for a forgotten password.

use clap::{ArgMatches, Command};
use keytick_vault::{Credential, LockedVault, RecoveryKey};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::arguments::flag;
use crate::commands::{Entry, nothing, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::secrets;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "recovery",
    define: plain,
    run: nothing,
    json: "",
    children: &[NEW, CHECK],
};

const NEW: Entry = Entry {
    name: "new",
    define: plain,
    run: new,
    json: r#"{"recovery_key"}"#,
    children: &[],
};

const CHECK: Entry = Entry {
    name: "check",
    define: define_check,
    run: check,
    json: r#"{"ok"}"#,
    children: &[],
};

#[derive(Serialize)]
struct NewKey<'a> {
    recovery_key: &'a str,
}

fn new(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    let mut session = Session::open(context)?;
    let key = sheet(&session.change_keys(|vault, stamp| vault.new_recovery_key(stamp))?);
    context.say("cli-recovery-new", &[]);
    match context.json {
        true => output::json(&NewKey { recovery_key: &key }),
        false => output::line(&key),
    }
}

fn define_check(command: Command) -> Command {
    command.arg(flag("secret-stdin"))
}

#[derive(Serialize)]
struct Fits {
    ok: bool,
}

fn check(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let fits = fits(matches, context);
    match &fits {
        Ok(()) => context.done(&Fits { ok: true }, "cli-recovery-fits", &[])?,
        Err(Error::Vault(_)) if context.json => output::json(&Fits { ok: false })?,
        Err(_) => {}
    }
    fits
}

/// The password is not needed; but where it stands first on standard input, it is read
/// first, and then has to be right as everywhere.
fn fits(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let locked = LockedVault::open(&context.vault_path()?)?;
    if context.brings_password() {
        let password = context.password()?;
        Session::unlock(&locked, Credential::Password(&password), context)?;
    }
    let typed = match matches.get_flag("secret-stdin") {
        true => secrets::line_from_stdin("recovery-key")?,
        false => secrets::hidden("cli-ask-recovery-key", "recovery-key")?,
    };
    let key = RecoveryKey::parse(&typed)?;
    locked.unlock(Credential::Recovery(&key))?;
    Ok(())
}

/// The key as it is written on paper: eight groups with dashes.
pub(super) fn sheet(key: &RecoveryKey) -> Zeroizing<String> {
    let groups = key.groups();
    let groups: Vec<&str> = groups.iter().map(|group| group.as_str()).collect();
    Zeroizing::new(groups.join("-"))
}
