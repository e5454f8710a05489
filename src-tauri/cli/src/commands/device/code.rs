//! `keytick device code`: a code with enough seconds left, of a served device or of a key in
//! the arguments.

use std::thread;
use std::time::Duration;

use clap::{ArgMatches, Command, value_parser};
use keytick_simulator::device::json::CodeJson;
use keytick_simulator::device::{Answer, Clock, Device};
use serde_json::json;

use super::keys;
use super::served::{self, Served};
use crate::arguments::{moment, value};
use crate::commands::Entry;
use crate::commands::sim::Error as SimError;
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::timestamps::{now, now_ms};

pub(super) const ENTRY: Entry = Entry {
    name: "code",
    define,
    run,
    json: r#"{"account","code","step","counter","valid_from","valid_to","seconds_left"}"#,
    children: &[],
};

/// Seconds that a code should have left, unless told otherwise.
const MIN_LEFT: u64 = 5;
/// Seconds to wait for a code, unless told otherwise.
const PATIENCE: u64 = 60;

fn define(command: Command) -> Command {
    let seconds = || value_parser!(u64).range(0..=86_400);
    let command = command
        .arg(
            clap::Arg::new("account")
                .value_name("ACCOUNT")
                .num_args(0..),
        )
        .arg(value("min-left", "SECONDS").value_parser(seconds()))
        .arg(value("wait", "SECONDS").value_parser(seconds()))
        .arg(moment("at"))
        .arg(clock_offset());
    served::define(keys::define(command))
}

/// `--clock-offset SECONDS`, for a key in the arguments; a served device has a clock.
pub(super) fn clock_offset() -> clap::Arg {
    value("clock-offset", "SECONDS")
        .value_parser(value_parser!(i64))
        .allow_negative_numbers(true)
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    match keys::given(matches) {
        true => of_own_key(matches, context),
        false => of_served(matches, context),
    }
}

/// What the arguments ask of a device.
struct Asked {
    account: String,
    min_left: u64,
    wait: u64,
    at: Option<u64>,
}

impl Asked {
    fn new(matches: &ArgMatches) -> Self {
        let seconds = |name: &str| matches.get_one::<u64>(name).copied();
        let at = seconds("at");
        let wait = seconds("wait").unwrap_or(PATIENCE);
        Self {
            account: account(matches),
            min_left: seconds("min-left").unwrap_or(MIN_LEFT),
            // A moment that was named does not pass.
            wait: if at.is_some() { 0 } else { wait },
            at,
        }
    }
}

/// The words that name an account.
pub(super) fn account(matches: &ArgMatches) -> String {
    let words = matches.get_many::<String>("account").into_iter().flatten();
    words.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A device with the keys of the arguments, and its clock.
pub(super) fn own_device(matches: &ArgMatches) -> Result<Device, Error> {
    let mut device = Device::new();
    let ahead = matches.get_one::<i64>("clock-offset").copied();
    device.set_clock(Clock::Offset(ahead.unwrap_or(0)));
    for added in device.add_texts(&keys::texts(matches)?) {
        added.map_err(SimError::Device)?;
    }
    Ok(device)
}

fn of_own_key(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let mut device = own_device(matches)?;
    let mut asked = Asked::new(matches);
    let id = device.find(&asked.account).map_err(SimError::Device)?;
    loop {
        let answer = device
            .code(id, asked.min_left, asked.at.unwrap_or_else(now))
            .map_err(SimError::Device)?;
        match answer {
            Answer::Ready(ready) => {
                return context.answer(&CodeJson::new(id, &ready), &ready.code);
            }
            Answer::Wait { seconds, .. } if seconds <= asked.wait => {
                asked.wait -= seconds;
                // To the beginning of the second in which the step begins.
                thread::sleep(Duration::from_millis(seconds * 1_000 - now_ms() % 1_000));
            }
            Answer::Wait { seconds, .. } => return Err(SimError::NoCodeInTime(seconds).into()),
        }
    }
}

fn of_served(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let served = Served::find(matches)?;
    let asked = Asked::new(matches);
    let request = json!({
        "account": Some(&asked.account).filter(|account| !account.is_empty()),
        "min_left": asked.min_left,
        "wait": asked.wait,
        "at": asked.at,
    });
    let response = served.post("code", &request, asked.wait)?;
    let answer = served.read(&response)?;
    match context.json {
        true => output::json(&answer),
        false => output::line(answer["code"].as_str().unwrap_or_default()),
    }
}
