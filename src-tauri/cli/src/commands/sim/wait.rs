//! `keytick sim wait`: comes back when a simulator answers.

use std::thread;
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command, value_parser};
use serde::Serialize;

use super::error::Error as SimError;
use crate::arguments::{positional, value};
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::http::{Request, Server};

pub(super) const ENTRY: Entry = Entry {
    name: "wait",
    define,
    run,
    json: r#"{"ready":true,"url"}"#,
    children: &[],
};

/// How long to wait, in seconds, unless told otherwise.
const PATIENCE: u64 = 30;
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(50);
/// For one try.
const ONE_TRY: Duration = Duration::from_secs(2);

fn define(command: Command) -> Command {
    command
        .arg(positional("url", "URL"))
        .arg(value("timeout", "SECONDS").value_parser(value_parser!(u64).range(0..=3600)))
}

#[derive(Serialize)]
struct Answer {
    ready: bool,
    url: String,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let url = matches.get_one::<String>("url").map_or("", String::as_str);
    let server = Server::parse(url).ok_or_else(|| SimError::Address(url.to_owned()))?;
    let seconds = matches.get_one("timeout").copied().unwrap_or(PATIENCE);
    until_ready(&server, Duration::from_secs(seconds))?;
    let url = server.address();
    let answer = Answer { ready: true, url };
    context.done(&answer, "cli-sim-ready", &[("url", &answer.url)])
}

/// A server that never answered is told apart from one that is not ready.
fn until_ready(server: &Server, patience: Duration) -> Result<(), SimError> {
    let readiness = Request {
        method: "GET",
        path: "/__sim/v1/readyz",
        token: None,
        content_type: "text/plain",
        body: b"",
    };
    let begun = Instant::now();
    loop {
        let answer = server.send(&readiness, ONE_TRY);
        if matches!(&answer, Ok(answer) if answer.status == 200) {
            return Ok(());
        }
        if begun.elapsed() >= patience {
            let address = server.address();
            return Err(match answer {
                Ok(_) => SimError::NotReady {
                    address,
                    after: patience,
                },
                Err(reason) => SimError::Unreachable { address, reason },
            });
        }
        thread::sleep(PAUSE);
    }
}
