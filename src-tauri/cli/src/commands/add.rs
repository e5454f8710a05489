//! `keytick add`: accounts from pictures, links, the clipboard or a typed key. Shows what
//! it found and asks before anything is saved; then saves all of it as one step.

pub(super) mod outcome;
pub(super) mod review;

use std::path::PathBuf;

use clap::{ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use keytick_vault::{Credential, LockedVault};
use serde::Serialize;

use super::Entry;
use crate::arguments::{flag, value, yes};
use crate::context::Context;
use crate::error::Error;
use crate::session::Session;
use crate::sources::{self, Skipped};
use crate::{fields, output, secrets};
use outcome::{Duplicate, Fate, Outcome};
use review::Counts;

pub(super) const ENTRY: Entry = Entry {
    name: "add",
    define,
    run,
    json: r#"{"added":[id...],"duplicates":[{"issuer","account","existing"}],"skipped":[{"name","reason"}],"restored":[id...],"raised":[id...]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let files = |name| value(name, "FILE").action(ArgAction::Append).num_args(1..);
    let command = command
        .arg(files("image").value_parser(value_parser!(PathBuf)))
        .arg(value("uri", "URI").action(ArgAction::Append))
        .arg(flag("clipboard"))
        .arg(value("issuer", "TEXT"))
        .arg(value("account", "TEXT"))
        .arg(flag("secret-stdin"))
        .arg(value("note", "TEXT").requires("typed"))
        .arg(
            value("tag", "TEXT")
                .action(ArgAction::Append)
                .requires("typed"),
        )
        .arg(yes());
    fields::define(command)
        .mut_args(|arg| match fields::NAMES.contains(&arg.get_id().as_str()) {
            true => arg.requires("typed"),
            false => arg,
        })
        .group(
            ArgGroup::new("typed")
                .args(["issuer", "account", "secret-stdin"])
                .multiple(true),
        )
        .group(
            ArgGroup::new("source")
                .args([
                    "image",
                    "uri",
                    "clipboard",
                    "issuer",
                    "account",
                    "secret-stdin",
                ])
                .multiple(true)
                .required(true),
        )
}

#[derive(Serialize)]
struct Answer<'a> {
    added: Vec<String>,
    duplicates: &'a [Duplicate],
    skipped: Vec<SkippedJson<'a>>,
    restored: Vec<String>,
    raised: Vec<String>,
}

#[derive(Serialize)]
struct SkippedJson<'a> {
    name: &'a str,
    reason: &'a str,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    // The order in which secrets stand on standard input: first the password.
    let locked = LockedVault::open(&context.vault_path()?)?;
    let password = context.password()?;
    let found = sources::gather(matches)?;
    let mut session = Session::unlock(&locked, Credential::Password(&password), context)?;

    let reviewed = session.accounts.review(found.candidates.clone());
    let fates: Vec<Fate> = reviewed
        .iter()
        .map(|one| Fate::of(one, &session.accounts))
        .collect();
    let counts = Counts::of(&fates);
    context.show(&review::table(&reviewed, &fates, &found.skipped));
    if counts.nothing() {
        let outcome = outcome::of_duplicates(&reviewed, &fates);
        return finish(&outcome, &found.skipped, context);
    }
    if !matches.get_flag("yes") {
        secrets::agreed(&counts.question())?;
    }
    let outcome = session.change(|accounts, edit| {
        // Reviewed again: another program may have added some of them meanwhile.
        outcome::save(&accounts.review(found.candidates.clone()), accounts, edit)
    })?;
    finish(&outcome, &found.skipped, context)
}

fn finish(outcome: &Outcome, skipped: &[Skipped], context: &Context) -> Result<(), Error> {
    if context.json {
        let text = |id: &keytick_accounts::Id| id.to_string();
        output::json(&Answer {
            added: outcome.added.iter().map(text).collect(),
            duplicates: &outcome.duplicates,
            skipped: skipped
                .iter()
                .map(|skipped| SkippedJson {
                    name: &skipped.name,
                    reason: &skipped.reason,
                })
                .collect(),
            restored: outcome.restored.iter().map(text).collect(),
            raised: outcome.raised.iter().map(text).collect(),
        })?;
    } else {
        for (id, count) in [
            ("cli-added", outcome.added.len()),
            ("cli-restored", outcome.restored.len()),
            ("cli-raised", outcome.raised.len()),
            ("cli-duplicates", outcome.duplicates.len()),
        ] {
            if count > 0 {
                context.say(id, &[("count", &count.to_string())]);
            }
        }
    }
    match outcome.nothing() {
        true => Err(Error::NothingToAdd),
        false => Ok(()),
    }
}
