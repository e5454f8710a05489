//! `keytick vault restore`: a backup in the vault's place.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use keytick_texts::text;
use keytick_vault::{Backup, Failure, Restored};
use serde::Serialize;

use crate::arguments::{flag, yes};
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::secrets;
use crate::timestamps::{self, rfc3339};

pub(super) const ENTRY: Entry = Entry {
    name: "restore",
    define,
    run,
    json: r#"{"restored","generation","written_at","kept","failed":{"class","from","to"}}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let file = Arg::new("file").value_name("FILE");
    command
        .arg(file.value_parser(value_parser!(PathBuf)))
        .arg(flag("this").conflicts_with("file"))
        .arg(yes())
}

/// `kept` is where the damaged file lies now, and `failed` what is wrong with it.
#[derive(Serialize)]
struct Answer {
    restored: String,
    generation: u64,
    written_at: Option<String>,
    kept: Option<String>,
    failed: Option<Failed>,
}

#[derive(Serialize)]
struct Failed {
    class: &'static str,
    from: u64,
    to: u64,
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self {
            class: failure.class,
            from: failure.bytes.start,
            to: failure.bytes.end,
        }
    }
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let vault = context.vault_path()?;
    if matches.get_flag("this") {
        return go_on_with(&vault, context);
    }
    let backup = chosen(&vault, matches.get_one::<PathBuf>("file"))?;
    let written_at = rfc3339(backup.written_at);
    let time = written_at.clone().unwrap_or_default();
    if !matches.get_flag("yes") {
        let path = vault.display().to_string();
        let question = text("cli-ask-vault-restore", &[("time", &time), ("path", &path)]);
        secrets::agreed(&question)?;
    }
    let failed = keytick_vault::examine(&vault);
    let kept = match keytick_vault::restore(&vault, &backup, timestamps::now())? {
        Restored::SetAside(path) => Some(path.display().to_string()),
        _ => None,
    };
    accept(&vault)?;
    if let (Some(kept), false) = (&kept, context.json) {
        context.say("cli-restored-kept", &[("kept", kept)]);
        tell(failed.as_ref(), context);
    }
    let answer = Answer {
        restored: backup.path.display().to_string(),
        generation: backup.generation,
        written_at,
        kept,
        failed: failed.map(Failed::from),
    };
    context.done(&answer, "cli-vault-restored", &[("time", &time)])
}

/// The backup that is meant: by its path or its name, or the newest that is whole.
fn chosen(vault: &Path, file: Option<&PathBuf>) -> Result<Backup, Error> {
    let Some(file) = file else {
        return keytick_vault::newest_good(vault)?.ok_or(Error::NoGoodBackup);
    };
    let listed = keytick_vault::backups(vault)?;
    let named = listed
        .into_iter()
        .find(|backup| backup.path.file_name() == Some(file.as_os_str()));
    match named {
        Some(backup) => Ok(backup),
        None => Ok(Backup::of_file(file)?),
    }
}

fn tell(failed: Option<&Failure>, context: &Context) {
    if let Some(failure) = failed {
        let (from, to) = (
            failure.bytes.start.to_string(),
            failure.bytes.end.to_string(),
        );
        let args = [("class", failure.class), ("from", &from), ("to", &to)];
        context.say("cli-restored-failed", &args);
    }
}

fn go_on_with(vault: &Path, context: &Context) -> Result<(), Error> {
    let info = Backup::of_file(vault)?;
    accept(vault)?;
    let answer = Answer {
        restored: vault.display().to_string(),
        generation: info.generation,
        written_at: rfc3339(info.written_at),
        kept: None,
        failed: None,
    };
    context.done(&answer, "cli-restored-this", &[])
}

/// From now on this is the newest that was seen here.
fn accept(vault: &Path) -> Result<(), Error> {
    match keytick_vault::state_folder() {
        Some(folder) => Ok(keytick_vault::accept(vault, &folder)?),
        None => Ok(()),
    }
}
