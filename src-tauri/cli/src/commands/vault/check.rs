//! `keytick vault check`: the whole file, from its first byte to its last account.

use clap::ArgMatches;
use serde::Serialize;

use crate::commands::{Entry, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "check",
    define: plain,
    run,
    json: r#"{"ok","class"}"#,
    children: &[],
};

/// `class` names the check that failed; none where all passed.
#[derive(Serialize)]
struct Answer {
    ok: bool,
    class: Option<&'static str>,
}

fn run(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    match Session::open(context) {
        Ok(session) => {
            session.say_unreadable(context);
            let count = session.accounts.live().count().to_string();
            let answer = Answer {
                ok: true,
                class: None,
            };
            context.done(&answer, "cli-checked", &[("count", &count)])
        }
        Err(error) => {
            if let (true, Some(class)) = (context.json, class(&error)) {
                let class = Some(class);
                output::json(&Answer { ok: false, class })?;
            }
            Err(error)
        }
    }
}

fn class(error: &Error) -> Option<&'static str> {
    match error {
        Error::Vault(error) => error.class(),
        Error::Accounts(_) => Some("schema"),
        _ => None,
    }
}
