//! `keytick import`: accounts from the files of other programs. Says what is in them and
//! asks before anything is saved; then saves all of it as one step.

mod choice;
mod files;
mod opening;
mod report;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, ArgMatches, Command, value_parser};
use keytick_accounts::{Accounts, Candidate, Id, Reviewed};
use keytick_formats::{FORMATS, FileRead, Format};
use keytick_vault::{Credential, LockedVault};
use serde::Serialize;

use super::Entry;
use super::add::outcome::{self, Fate, Outcome};
use super::add::review::Counts;
use crate::arguments::{flag, positional, value, yes};
use crate::context::Context;
use crate::error::Error;
use crate::session::Session;
use crate::{output, secrets};
use choice::Choice;
use report::FileJson;

pub(super) const ENTRY: Entry = Entry {
    name: "import",
    define,
    run,
    json: r#"{"files":[{"file","format","encrypted","accounts":[{"type","issuer","account","algorithm","digits","period","counter","tags","note","status":"new|duplicate|changed","notes":[sentence...]}],"skipped":[{"name","reason"}],"error":null}],"added":[id...],"restored":[id...],"raised":[id...]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let ids = FORMATS.iter().filter(|format| format.read.is_some());
    let ids = PossibleValuesParser::new(ids.map(|format| format.id));
    command
        .arg(
            positional("file", "FILE")
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(value("format", "ID").value_parser(ids).ignore_case(true))
        .arg(flag("import-password-stdin"))
        .arg(value("key-file", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(value("only", "TEXT").action(ArgAction::Append))
        .arg(value("skip", "TEXT").action(ArgAction::Append))
        .arg(flag("dry-run"))
        .arg(flag("show-secrets"))
        .arg(yes())
}

#[derive(Serialize)]
struct Answer<'a> {
    files: Vec<FileJson<'a>>,
    added: Vec<String>,
    restored: Vec<String>,
    raised: Vec<String>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    match matches.get_flag("dry-run") {
        true => preview(matches, context),
        false => import(matches, context),
    }
}

/// Needs no vault; with a vault's password at hand, compares with what is in it.
fn preview(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let accounts = match context.brings_password() {
        true => Session::open(context)?.accounts,
        false => Accounts::new(),
    };
    let files = read(matches, context)?;
    let reviewed = accounts.review(candidates(&files));
    let fates = fates(&reviewed, &accounts);
    let answer = Done::default();
    show(&files, &reviewed, &fates, &answer, matches, context)?;
    report::failure(&files)
}

fn import(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    // The order in which secrets stand on standard input: first the vault's password.
    let locked = LockedVault::open(&context.vault_path()?)?;
    let password = context.password()?;
    let mut session = Session::unlock(&locked, Credential::Password(&password), context)?;
    let files = read(matches, context)?;
    let candidates = candidates(&files);
    let reviewed = session.accounts.review(candidates.clone());
    let fates = fates(&reviewed, &session.accounts);
    let counts = Counts::of(&fates);
    let mut done = Done::default();
    if !counts.nothing() {
        if !context.json {
            report::tell(&files, &reviewed, &fates, context);
        }
        if !matches.get_flag("yes") {
            secrets::agreed(&counts.question())?;
        }
        done = save(&mut session, candidates)?;
    } else if !context.json {
        report::tell(&files, &reviewed, &fates, context);
    }
    if context.json {
        json(&files, &reviewed, &fates, &done, matches)?;
    } else {
        done.tell(context)?;
    }
    report::failure(&files)
}

/// What was saved.
#[derive(Default)]
struct Done(Outcome);

/// So many ids are still a line that a person can read and run.
const IDS: usize = 10;

impl Done {
    fn tell(&self, context: &Context) -> Result<(), Error> {
        for (id, count) in [
            ("cli-added", self.0.added.len()),
            ("cli-restored", self.0.restored.len()),
            ("cli-raised", self.0.raised.len()),
            ("cli-duplicates", self.0.duplicates.len()),
        ] {
            if count > 0 {
                context.say(id, &[("count", &count.to_string())]);
            }
        }
        self.tell_undo(context)
    }

    /// Says how to take back what was added: a few accounts by their ids, many by the backup
    /// that saving has made of the vault as it was before.
    fn tell_undo(&self, context: &Context) -> Result<(), Error> {
        let ids: Vec<String> = self.0.added.iter().map(Id::to_string).collect();
        if (1..=IDS).contains(&ids.len()) {
            context.say("cli-import-undo", &[("ids", &ids.join(" "))]);
        } else if !ids.is_empty()
            && let Some(before) = keytick_vault::backups(&context.vault_path()?)?.first()
        {
            let path = before.path.display().to_string();
            context.say("cli-import-undo-many", &[("backup", &path)]);
        }
        Ok(())
    }
}

fn save(session: &mut Session, candidates: Vec<Candidate>) -> Result<Done, Error> {
    let mut used = Vec::new();
    let outcome = session.change(|accounts, edit| {
        // Reviewed again: another program may have added some of them meanwhile.
        let reviewed = accounts.review(candidates.clone());
        let fates = fates(&reviewed, accounts);
        let outcome = outcome::save(&reviewed, accounts, edit)?;
        // The new accounts are in the order of their candidates.
        let new = reviewed.iter().zip(&fates);
        let new = new.filter(|(_, fate)| matches!(fate, Fate::Added));
        let ids = outcome.added.iter().copied();
        used = ids
            .zip(new)
            .filter_map(|(id, (one, _))| Some((id, one.candidate.usage?)))
            .collect();
        Ok(outcome)
    })?;
    session.take_over_usage(used);
    Ok(Done(outcome))
}

fn read(matches: &ArgMatches, context: &Context) -> Result<Vec<FileRead>, Error> {
    let paths = matches.get_many::<PathBuf>("file").into_iter().flatten();
    let loaded = files::load(paths)?;
    let format = matches
        .get_one::<String>("format")
        .map(String::as_str)
        .and_then(by_id);
    let password = match matches.get_flag("import-password-stdin") {
        true => Some(secrets::line_from_stdin("import-password")?),
        false => None,
    };
    let key_file = matches.get_one::<PathBuf>("key-file");
    let key_file = key_file.map(|path| files::bytes(path)).transpose()?;
    let key_file = key_file.as_ref().map(|bytes| bytes.as_slice());
    let read = opening::open(&loaded.files, format, password, key_file, context)?;
    loaded.check_folders(&read)?;
    let read = loaded.keep_known(read);
    Choice::of(matches).among(read)
}

fn by_id(id: &str) -> Option<&'static Format> {
    let mut formats = FORMATS.iter().copied();
    formats.find(|format| format.id.eq_ignore_ascii_case(id))
}

fn candidates(files: &[FileRead]) -> Vec<Candidate> {
    let imports = files.iter().filter_map(|file| file.result.as_ref().ok());
    imports
        .flat_map(|import| import.accounts.iter().cloned())
        .collect()
}

fn fates(reviewed: &[Reviewed], accounts: &Accounts) -> Vec<Fate> {
    reviewed.iter().map(|one| Fate::of(one, accounts)).collect()
}

fn show(
    files: &[FileRead],
    reviewed: &[Reviewed],
    fates: &[Fate],
    done: &Done,
    matches: &ArgMatches,
    context: &Context,
) -> Result<(), Error> {
    if context.json {
        return json(files, reviewed, fates, done, matches);
    }
    report::tell(files, reviewed, fates, context);
    if matches.get_flag("show-secrets") {
        report::secrets(reviewed)?;
    }
    Ok(())
}

fn json(
    files: &[FileRead],
    reviewed: &[Reviewed],
    fates: &[Fate],
    done: &Done,
    matches: &ArgMatches,
) -> Result<(), Error> {
    let text = |id: &Id| id.to_string();
    output::json(&Answer {
        files: report::json(files, reviewed, fates, matches.get_flag("show-secrets")),
        added: done.0.added.iter().map(text).collect(),
        restored: done.0.restored.iter().map(text).collect(),
        raised: done.0.raised.iter().map(text).collect(),
    })
}
