//! `keytick edit`: fields of one account.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use keytick_accounts::{Account, Changes};
use keytick_otp::{OtpKey, Pin};

use super::Entry;
use super::account_json::{AccountJson, SHAPE};
use crate::arguments::{flag, positional, value};
use crate::context::Context;
use crate::error::Error;
use crate::fields;
use crate::session::{Session, name};

pub(super) const ENTRY: Entry = Entry {
    name: "edit",
    define,
    run,
    json: SHAPE,
    children: &[],
};

fn define(command: Command) -> Command {
    let command = command
        .arg(positional("id", "ID"))
        .arg(value("issuer", "TEXT"))
        .arg(value("account", "TEXT"))
        .arg(value("note", "TEXT"))
        .arg(value("tag", "TEXT").action(ArgAction::Append))
        .arg(flag("no-tags").conflicts_with("tag"))
        .arg(value("colour", "N").value_parser(value_parser!(u8).range(0..=11)))
        .arg(flag("no-colour").conflicts_with("colour"))
        .arg(flag("favourite"))
        .arg(flag("no-favourite").conflicts_with("favourite"));
    fields::define(command)
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    if !fields::given(matches) && changes(matches) == Changes::default() {
        return Err(Error::NothingToChange);
    }
    let mut session = Session::open(context)?;
    let id = session.ids(matches.get_many("id").into_iter().flatten())?[0];
    let known = session.accounts.get(id);
    let known = known.ok_or(keytick_accounts::Error::UnknownAccount(id))?;
    fields::check(matches, &known.key.kind)?;
    let pin = fields::pin(matches, &known.key.kind)?;
    session.change(|accounts, edit| {
        let account = accounts
            .get(id)
            .ok_or(keytick_accounts::Error::UnknownAccount(id))?;
        let changes = Changes {
            key: key(matches, account, pin.clone())?,
            ..changes(matches)
        };
        // The command line cannot undo in a later run.
        let _undo = accounts.edit(id, changes, edit)?;
        Ok(())
    })?;
    let account = session
        .accounts
        .get(id)
        .ok_or(keytick_accounts::Error::UnknownAccount(id))?;
    let name = name(&account.issuer, &account.account);
    let json = AccountJson::new(account, &session.usage);
    context.done(&json, "cli-edited", &[("name", &name)])
}

fn changes(matches: &ArgMatches) -> Changes {
    let text = |name| matches.get_one::<String>(name).cloned();
    let on_off = |on, off| match (matches.get_flag(on), matches.get_flag(off)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    Changes {
        issuer: text("issuer"),
        account: text("account"),
        note: text("note"),
        tags: match matches.get_flag("no-tags") {
            true => Some(Vec::new()),
            false => matches
                .get_many::<String>("tag")
                .map(|tags| tags.cloned().collect()),
        },
        colour: match matches.get_flag("no-colour") {
            true => Some(None),
            false => matches.get_one("colour").map(|colour| Some(*colour)),
        },
        favourite: on_off("favourite", "no-favourite"),
        ..Changes::default()
    }
}

/// The account's key with other parameters, where some are given.
fn key(matches: &ArgMatches, account: &Account, pin: Option<Pin>) -> Result<Option<OtpKey>, Error> {
    if !fields::given(matches) {
        return Ok(None);
    }
    let kind = fields::kind(matches, account.key.kind.clone(), pin)?;
    Ok(Some(OtpKey::new(account.key.secret.clone(), kind)?))
}
