//! `keytick code`: the code of one account, printed or copied.

use clap::{ArgMatches, Command, value_parser};
use keytick_accounts::Account;
use keytick_otp::Code;
use serde::Serialize;

use super::Entry;
use crate::arguments::{at, flag, positional, value};
use crate::clipboard::Keeper;
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::session::{Session, name};
use crate::timestamps::{now, rfc3339};

pub(super) const ENTRY: Entry = Entry {
    name: "code",
    define,
    run,
    json: r#"{"id","issuer","account","type","code","next","period","valid_from","valid_to","seconds_left"}"#,
    children: &[],
};

/// How long a copied code stays on the clipboard, unless told otherwise.
const CLEAR_AFTER: u64 = 30;

fn define(command: Command) -> Command {
    command
        .arg(positional("query", "QUERY").num_args(1..))
        .arg(at())
        .arg(flag("next"))
        .arg(flag("peek"))
        .arg(flag("copy"))
        .arg(
            value("clear-after", "SECONDS")
                .value_parser(value_parser!(u64).range(1..=3600))
                .requires("copy"),
        )
}

#[derive(Serialize)]
struct Answer<'a> {
    id: String,
    issuer: &'a str,
    account: &'a str,
    r#type: &'static str,
    code: &'a str,
    next: Option<String>,
    period: Option<u32>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    seconds_left: Option<u64>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let words = matches.get_many::<String>("query").into_iter().flatten();
    let query: Vec<&str> = words.map(String::as_str).collect();
    let at = matches.get_one::<u64>("at").copied();
    let mut session = Session::open(context)?;
    let account = session.find(&query.join(" "))?.clone();
    let counts = account.key.kind.counter().is_some();
    if counts {
        refuse_times(matches)?;
    }
    let seconds = matches
        .get_one("clear-after")
        .copied()
        .unwrap_or(CLEAR_AFTER);
    let keeper = match matches.get_flag("copy") {
        // Before the code is made: a counter should not move for a clipboard that is not there.
        true => Some(Keeper::start(seconds)?),
        false => None,
    };
    let at = at.unwrap_or_else(now);
    let moves = counts && !matches.get_flag("peek");
    let code = match (moves, matches.get_flag("next")) {
        (true, _) => session.change(|accounts, edit| Ok(accounts.advance(account.id, edit)?))?,
        (false, true) => account.key.next_code(at),
        (false, false) => account.key.code_at(at),
    };
    session.used(account.id);
    let Some(keeper) = keeper else {
        return context.answer(&answer(&account, &code, at), &code.text);
    };
    match keeper.copy(&code.text) {
        Ok(()) => copied(&account, &code, at, seconds, context),
        // The code would be lost: the counter does not come back to it.
        Err(_) if moves => {
            context.answer(&answer(&account, &code, at), &code.text)?;
            Err(Error::NotCopied)
        }
        Err(error) => Err(error),
    }
}

/// A counter knows no time, and its next code would be a code that is not asked for yet.
fn refuse_times(matches: &ArgMatches) -> Result<(), Error> {
    if matches.contains_id("at") {
        return Err(Error::TimeForCounter("at"));
    }
    if matches.get_flag("next") {
        return Err(Error::TimeForCounter("next"));
    }
    Ok(())
}

fn copied(
    account: &Account,
    code: &Code,
    at: u64,
    seconds: u64,
    context: &Context,
) -> Result<(), Error> {
    let name = name(&account.issuer, &account.account);
    context.say(
        "cli-code-copied",
        &[("name", &name), ("seconds", &seconds.to_string())],
    );
    match context.json {
        true => output::json(&answer(account, code, at)),
        false => Ok(()),
    }
}

fn answer<'a>(account: &'a Account, code: &'a Code, at: u64) -> Answer<'a> {
    let kind = &account.key.kind;
    let next = code.valid.map(|valid| account.key.code_at(valid.to));
    Answer {
        id: account.id.to_string(),
        issuer: &account.issuer,
        account: &account.account,
        r#type: kind.type_name(),
        code: &code.text,
        next: next.map(|next| next.text.to_string()),
        period: kind.period(),
        valid_from: code.valid.and_then(|valid| rfc3339(valid.from)),
        valid_to: code.valid.and_then(|valid| rfc3339(valid.to)),
        seconds_left: code.valid.map(|valid| valid.seconds_left(at)),
    }
}
