//! `keytick sim profile diff`: where two profiles differ, defaults included.

use clap::{ArgMatches, Command};
use keytick_simulator::profile::{Difference, diff};
use serde::Serialize;
use serde_json::Value;

use crate::arguments::positional;
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::output;

pub(super) const ENTRY: Entry = Entry {
    name: "diff",
    define,
    run,
    json: r#"{"differences":[{"path","left","right"}]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command
        .arg(positional("left", "PROFILE"))
        .arg(positional("right", "PROFILE"))
}

#[derive(Serialize)]
struct Answer {
    differences: Vec<Difference>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let name = |id| matches.get_one::<String>(id).map_or("", String::as_str);
    let (left, right) = (name("left"), name("right"));
    let differences = diff(&super::load(left)?, &super::load(right)?);
    if context.json {
        return output::json(&Answer { differences });
    }
    if differences.is_empty() {
        context.say("cli-sim-no-differences", &[]);
        return Ok(());
    }
    let heading = ["", left, right].map(output::plain);
    let mut rows = vec![heading.to_vec()];
    rows.extend(differences.iter().map(|difference| {
        let values = [&difference.left, &difference.right].map(shown);
        [vec![difference.path.clone()], values.to_vec()].concat()
    }));
    output::line(&output::table(&rows))
}

/// A value as JSON, which is also how TOML writes most; `-` where there is none.
fn shown(value: &Option<Value>) -> String {
    match value {
        None | Some(Value::Null) => "-".to_owned(),
        Some(value) => output::plain(&value.to_string()),
    }
}
