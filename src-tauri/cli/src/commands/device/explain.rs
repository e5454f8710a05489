//! `keytick device explain`: why a site may have refused a code.

use clap::{ArgMatches, Command, value_parser};
use keytick_simulator::device::json::WhyJson;
use keytick_simulator::device::{Refusal, http_date};
use serde_json::json;

use super::code::{account, clock_offset, own_device};
use super::keys;
use super::served::{self, Served};
use crate::arguments::{moment, value};
use crate::commands::Entry;
use crate::commands::sim::Error as SimError;
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::timestamps::now;

pub(super) const ENTRY: Entry = Entry {
    name: "explain",
    define,
    run,
    json: r#"{"why":"length|parameters|clock|reused|stale|early|counter_behind|counter_ahead|site_disagrees|no_date|not_this_key","message","hint","ahead","delta"}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let command = command
        .arg(
            clap::Arg::new("account")
                .value_name("ACCOUNT")
                .num_args(0..),
        )
        .arg(value("code", "CODE").required(true))
        .arg(value("date", "DATE"))
        .arg(value("sent", "TIMES").value_parser(value_parser!(u32).range(1..)))
        .arg(moment("at"))
        .arg(clock_offset());
    served::define(keys::define(command))
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    match keys::given(matches) {
        true => of_own_key(matches, context),
        false => of_served(matches, context),
    }
}

fn text<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a String> {
    matches.get_one::<String>(name)
}

fn of_own_key(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let device = own_device(matches)?;
    let date = text(matches, "date").map(|date| http_date(date));
    let refusal = Refusal {
        code: text(matches, "code").cloned().unwrap_or_default().into(),
        site_time: date.transpose().map_err(SimError::Device)?,
        sent: matches.get_one("sent").copied().unwrap_or(1),
    };
    let at = matches.get_one::<u64>("at").copied().unwrap_or_else(now);
    let why = device
        .find(&account(matches))
        .and_then(|id| device.explain(id, &refusal, at))
        .map_err(SimError::Device)?;
    let answer = WhyJson::from(&why);
    let lines = lines(&answer.message, answer.hint.as_deref());
    context.answer(&answer, &lines)
}

fn of_served(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let served = Served::find(matches)?;
    let account = account(matches);
    let request = json!({
        "account": Some(&account).filter(|account| !account.is_empty()),
        "code": text(matches, "code"),
        "date": text(matches, "date"),
        "sent": matches.get_one::<u32>("sent").unwrap_or(&1),
        "at": matches.get_one::<u64>("at"),
    });
    let response = served.post("explain", &request, 0)?;
    let answer = served.read(&response)?;
    if context.json {
        return output::json(&answer);
    }
    let part = |name: &str| answer[name].as_str().map(output::plain);
    output::line(&lines(
        &part("message").unwrap_or_default(),
        part("hint").as_deref(),
    ))
}

fn lines(message: &str, hint: Option<&str>) -> String {
    [Some(message), hint]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n")
}
