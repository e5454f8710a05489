//! `keytick export`: accounts as another program's file. What that cannot hold is said
//! before; what was written is read back before it counts as written.

mod place;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use keytick_accounts::{Account, Origin};
use keytick_formats::{
    Checked, FORMATS, File, Format, Losses, Reading, Writer, Writing, check, write,
};
use keytick_texts::text;
use keytick_vault::KdfCost;
use serde::Serialize;
use zeroize::Zeroizing;

use super::Entry;
use super::vault::strength;
use crate::arguments::{flag, value, yes};
use crate::context::{self, Context};
use crate::error::{Error, borrowed};
use crate::session::Session;
use crate::{backup, output, secrets, timestamps};
use place::Place;

pub(super) const ENTRY: Entry = Entry {
    name: "export",
    define,
    run,
    json: r#"{"format","encrypted","accounts","files":[path...],"left_out":[{"name","reason"}],"lost":[sentence...],"renamed","retagged"}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let ids = written().map(|(format, _)| format.id);
    command
        .arg(Arg::new("query").value_name("QUERY").num_args(0..))
        .arg(
            value("format", "ID")
                .value_parser(PossibleValuesParser::new(ids))
                .ignore_case(true)
                .required(true),
        )
        .arg(value("output", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(flag("export-password-stdin"))
        .arg(flag("plain").conflicts_with("export-password-stdin"))
        .arg(flag("with-lab"))
        .arg(yes())
}

/// The formats that are written.
fn written() -> impl Iterator<Item = (&'static Format, &'static Writer)> {
    let formats = FORMATS.iter().copied();
    formats.filter_map(|format| Some((format, format.write.as_ref()?)))
}

#[derive(Serialize)]
struct Answer {
    format: &'static str,
    encrypted: bool,
    accounts: usize,
    files: Vec<String>,
    left_out: Vec<LeftOut>,
    lost: Vec<String>,
    renamed: usize,
    retagged: usize,
}

#[derive(Serialize)]
struct LeftOut {
    name: String,
    reason: String,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let id = matches.get_one::<String>("format").map(String::as_str);
    let (format, writer) = written()
        .find(|(format, _)| id.is_some_and(|id| format.id.eq_ignore_ascii_case(id)))
        .ok_or(keytick_formats::Error::NotWritten)?;
    let place = Place::new(matches.get_one("output"))?;
    place.spare(&context.vault_path()?)?;
    // The order in which secrets stand on standard input: first the vault's password.
    let session = Session::open(context)?;
    let password = password(writer, matches, context)?;
    let accounts = chosen(&session, matches);
    let losses = Losses::of(writer.holds, &accounts);
    if accounts.len() == losses.accounts.len() {
        tell(&losses, format, context);
        return Err(Error::NothingToExport);
    }
    tell(&losses, format, context);
    if password.is_none() {
        context.say("cli-export-is-plain", &[]);
    }
    if !matches.get_flag("yes") {
        secrets::agreed(&question(&accounts, &losses, format, &place))?;
    }
    let password = password.as_ref().map(|password| password.as_str());
    let files = made(format, &accounts, password, &session, context)?;
    let compare = |files: &[File]| compared(format, files, &accounts, password);
    let (files, checked) = place.save(files, compare)?;
    finish(format, password.is_some(), files, &losses, checked, context)
}

/// The accounts that match the words, without those of practice sites unless asked for.
fn chosen<'a>(session: &'a Session, matches: &ArgMatches) -> Vec<&'a Account> {
    let words = matches.get_many::<String>("query").into_iter().flatten();
    let query: Vec<&str> = words.map(String::as_str).collect();
    let hits = session.accounts.search(&query.join(" "), &session.usage);
    let with_lab = matches.get_flag("with-lab");
    hits.iter()
        .filter_map(|hit| session.accounts.get(hit.id))
        .filter(|account| with_lab || account.origin != Origin::Lab)
        .collect()
}

/// The new file's password: given, or chosen by the person who is there.
fn password(
    writer: &Writer,
    matches: &ArgMatches,
    context: &Context,
) -> Result<Option<Zeroizing<String>>, Error> {
    if matches.get_flag("export-password-stdin") {
        let typed = secrets::line_from_stdin("export-password")?;
        strength::checked(typed.clone(), context)?;
        return Ok(Some(typed));
    }
    if !writer.encrypted || matches.get_flag("plain") {
        return Ok(None);
    }
    // A yes says nothing of leaving the file unlocked.
    if writer.plain && !secrets::a_person_is_there() {
        return Err(Error::LockedOrPlain);
    }
    context.say("cli-export-choose-password", &[]);
    let typed = context::chosen()?;
    strength::checked(typed.clone(), context)?;
    Ok(Some(typed))
}

/// Says what the format cannot hold.
fn tell(losses: &Losses, format: &Format, context: &Context) {
    for left_out in left_out(losses) {
        let args = [
            ("name", left_out.name.as_str()),
            ("format", format.name),
            ("reason", &left_out.reason),
        ];
        context.say("cli-export-left-out", &args);
    }
    lost(losses).iter().for_each(|line| context.show(line));
}

fn left_out(losses: &Losses) -> Vec<LeftOut> {
    let lost = losses.accounts.iter();
    lost.map(|lost| LeftOut {
        name: lost.name.clone(),
        reason: output::sentence(lost.id, &borrowed(&lost.params)),
    })
    .collect()
}

fn lost(losses: &Losses) -> Vec<String> {
    let fields = losses.fields.iter();
    fields
        .map(|(field, count)| text(field.loss_id(), &[("count", &count.to_string())]))
        .collect()
}

fn question(accounts: &[&Account], losses: &Losses, format: &Format, place: &Place) -> String {
    let count = accounts.len() - losses.accounts.len();
    let (count, file) = (count.to_string(), place.to_string());
    let args = [
        ("count", count.as_str()),
        ("format", format.name),
        ("file", &file),
    ];
    let id = match place.is_taken() {
        true => "cli-ask-export-over",
        false => "cli-ask-export",
    };
    output::sentence(id, &args)
}

fn made(
    format: &Format,
    accounts: &[&Account],
    password: Option<&str>,
    session: &Session,
    context: &Context,
) -> Result<Vec<File>, Error> {
    let mut random = |bytes: &mut [u8]| {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    };
    let seal = |payload: &[u8], password: &str| {
        context.say("cli-calibrating", &[]);
        backup::seal(payload, password, KdfCost::calibrate())
    };
    let mut writing = Writing {
        seal_vault: Some(&seal),
        usage: Some(&session.usage),
        ..Writing::new(password, &mut random, timestamps::now())
    };
    Ok(write(format, accounts, &mut writing)?)
}

fn compared(
    format: &'static Format,
    files: &[File],
    accounts: &[&Account],
    password: Option<&str>,
) -> Result<Checked, Error> {
    let mut reading = Reading {
        open_vault: Some(&backup::open),
        ..Reading::new(password)
    };
    Ok(check(format, files, accounts, &mut reading)?)
}

fn finish(
    format: &Format,
    encrypted: bool,
    files: Vec<PathBuf>,
    losses: &Losses,
    checked: Checked,
    context: &Context,
) -> Result<(), Error> {
    let files: Vec<String> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    for (id, count) in [
        ("cli-export-renamed", checked.renamed),
        ("cli-export-retagged", checked.retagged),
    ] {
        if count > 0 {
            context.say(id, &[("count", &count.to_string())]);
        }
    }
    let count = checked.accounts.to_string();
    for file in &files {
        context.say("cli-exported", &[("count", &count), ("file", file)]);
    }
    // Where the accounts themselves went to standard output, nothing else does.
    if !context.json || files.is_empty() {
        return Ok(());
    }
    output::json(&Answer {
        format: format.id,
        encrypted,
        accounts: checked.accounts,
        files,
        left_out: left_out(losses),
        lost: lost(losses),
        renamed: checked.renamed,
        retagged: checked.retagged,
    })
}
