//! `keytick otp`: the code of one link. Needs no vault.

use clap::{ArgMatches, Command};
use keytick_otp::{Code, KeyUri};
use serde::Serialize;

use super::Entry;
use crate::arguments::{at, positional};
use crate::context::Context;
use crate::error::Error;
use crate::secrets;
use crate::timestamps::{now, rfc3339};

pub(super) const ENTRY: Entry = Entry {
    name: "otp",
    define,
    run,
    json: r#"{"code","type","issuer","account","algorithm","digits","period","counter","valid_from","valid_to"}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("uri", "URI")).arg(at())
}

#[derive(Serialize)]
struct Answer<'a> {
    code: &'a str,
    r#type: &'static str,
    issuer: &'a str,
    account: &'a str,
    algorithm: &'static str,
    digits: u8,
    period: Option<u32>,
    counter: Option<u64>,
    valid_from: Option<String>,
    valid_to: Option<String>,
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let uri = match matches.get_one::<String>("uri").map(String::as_str) {
        Some("-") | None => one_key(&secrets::line_from_stdin("uri")?)?,
        Some(uri) => one_key(uri)?,
    };
    let at = matches.get_one::<u64>("at").copied();
    if at.is_some() && uri.key.kind.counter().is_some() {
        return Err(Error::TimeForCounter("at"));
    }
    for note in &uri.notes {
        context.say(note.id(), &[]);
    }
    let code = uri.key.code_at(at.unwrap_or_else(now));
    context.answer(&answer(&uri, &code), &code.text)
}

/// A transfer holds keys too, though not one alone; who has one should hear where it goes.
fn one_key(uri: &str) -> Result<KeyUri, Error> {
    KeyUri::parse(uri).map_err(|error| match error {
        keytick_otp::Error::Scheme { scheme } if scheme == "otpauth-migration" => Error::Transfer,
        error => error.into(),
    })
}

fn answer<'a>(uri: &'a KeyUri, code: &'a Code) -> Answer<'a> {
    let kind = &uri.key.kind;
    Answer {
        code: &code.text,
        r#type: kind.type_name(),
        issuer: &uri.issuer,
        account: &uri.account,
        algorithm: kind.algorithm_name(),
        digits: kind.digits(),
        period: kind.period(),
        counter: kind.counter(),
        valid_from: code.valid.and_then(|valid| rfc3339(valid.from)),
        valid_to: code.valid.and_then(|valid| rfc3339(valid.to)),
    }
}
