//! What the two servers have in common: where they listen, and what ends them.

use std::fmt::Write as _;
use std::io::{self, Read as _};
use std::thread;

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::arguments::{flag, value};
use crate::commands::sim::Error as SimError;

/// `--port`, `--expose`, `--allow-host` and `--until-stdin-closes`.
pub(crate) fn define(command: Command) -> Command {
    command
        .arg(value("port", "PORT").value_parser(value_parser!(u16)))
        .arg(flag("expose").requires("allow-host"))
        .arg(value("allow-host", "NAME").action(ArgAction::Append))
        .arg(flag("until-stdin-closes"))
}

/// `--port`; 0 takes a free one.
pub(crate) fn port(matches: &ArgMatches) -> u16 {
    matches.get_one("port").copied().unwrap_or(0)
}

/// The names of `--allow-host`.
pub(crate) fn allowed_hosts(matches: &ArgMatches) -> Vec<String> {
    let hosts = matches.get_many("allow-host").into_iter().flatten();
    hosts.cloned().collect()
}

/// A token that is chosen beforehand: a test that did not start the server cannot read it
/// from the ready line.
pub(crate) fn token(variable: &str) -> Option<String> {
    let token = std::env::var(variable).ok();
    token.filter(|token| !token.is_empty())
}

/// A token that nobody guesses.
pub(crate) fn new_token() -> Result<String, SimError> {
    let mut token = String::with_capacity(64);
    for byte in entropy()? {
        // Writing to a string does not fail.
        let _ = write!(token, "{byte:02x}");
    }
    Ok(token)
}

/// Random bytes, for tokens and for what protects forms.
pub(crate) fn entropy() -> Result<[u8; 32], SimError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(SimError::Random)?;
    Ok(bytes)
}

/// Calls `stop` at the end of standard input, where that was asked for: a program that starts
/// a server so takes it along when it dies. Else never, since a shell starts programs in the
/// background with nothing there.
pub(crate) fn stop_later(matches: &ArgMatches, stop: impl FnOnce() + Send + 'static) {
    let until_stdin_closes = matches.get_flag("until-stdin-closes");
    thread::spawn(move || {
        match until_stdin_closes {
            true => read_to_end(),
            false => wait_for_ever(),
        }
        stop();
    });
}

/// What is said is not listened to; an error is an end too.
fn read_to_end() {
    let mut input = io::stdin().lock();
    let mut heap = [0; 4096];
    while matches!(input.read(&mut heap), Ok(1..)) {}
}

/// A thread may be woken for no reason.
fn wait_for_ever() {
    loop {
        thread::park();
    }
}
