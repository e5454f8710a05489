//! `keytick device add`: hands a key to a served device.

use clap::{ArgGroup, ArgMatches, Command};
use serde_json::{Value, json};

use super::keys;
use super::served::{self, Served};
use crate::arguments::{flag, value};
use crate::commands::Entry;
use crate::context::Context;
use crate::error::Error;
use crate::{fields, output};

pub(super) const ENTRY: Entry = Entry {
    name: "add",
    define,
    run,
    json: r#"{"added":[{"account":{"id","issuer","account","type","algorithm","digits","period","counter","notes","last_given"},"was_there"}],"skipped":[{"error","message"}]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    let command = fields::define(keys::define(command))
        .arg(flag("secret-stdin"))
        .arg(value("issuer", "NAME").requires("secret-stdin"))
        .arg(value("account", "NAME").requires("secret-stdin"))
        .group(
            ArgGroup::new("keys")
                .args(["uri", "image", "secret-stdin"])
                .multiple(true)
                .required(true),
        );
    served::define(command)
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let served = Served::find(matches)?;
    let mut texts = keys::texts(matches)?;
    if matches.get_flag("secret-stdin") {
        texts.push(keys::typed(matches)?);
    }
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    let response = served.post("accounts", &json!({ "texts": texts }), 0)?;
    let answer = served.read(&response)?;
    if context.json {
        return output::json(&answer);
    }
    tell(&answer, context)
}

fn tell(answer: &Value, context: &Context) -> Result<(), Error> {
    let list = |name: &str| answer[name].as_array().cloned().unwrap_or_default();
    for skipped in list("skipped") {
        context.show(&output::plain(
            skipped["message"].as_str().unwrap_or_default(),
        ));
    }
    for added in list("added") {
        let account = &added["account"];
        for note in account["notes"].as_array().into_iter().flatten() {
            context.show(&output::plain(note.as_str().unwrap_or_default()));
        }
        output::line(&account["id"].to_string())?;
    }
    Ok(())
}
