//! `keytick sim serve`: a practice site, until it is stopped.

use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use clap::{ArgMatches, Command, value_parser};
use keytick_simulator::device::service::Devices;
use keytick_simulator::server::{Config, Running, Simulator};
use serde::Serialize;

use super::error::Error as SimError;
use super::profile;
use super::told::Told;
use crate::arguments::{flag, moment, value};
use crate::commands::Entry;
use crate::commands::device::decode;
use crate::context::Context;
use crate::error::Error;
use crate::timestamps::{now, now_ms};
use crate::{output, serving};

pub(super) const ENTRY: Entry = Entry {
    name: "serve",
    define,
    run,
    json: r#"{"event":"ready","url","api","device","identity","lab","token","pid"}
{"seq","world","t_virtual","t_real","actor","type","data","before","after","rule"}"#,
    children: &[],
};

/// The site that is served where none is named.
const USUAL: &str = "strict";
/// The control API's token, where it is chosen beforehand.
const TOKEN: &str = "KEYTICK_SIM_TOKEN";

fn define(command: Command) -> Command {
    let command = command
        .arg(value("profile", "PROFILE"))
        .arg(moment("frozen"))
        .arg(value("seed", "N").value_parser(value_parser!(u64)))
        .arg(value("data", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(value("identity-port", "PORT").value_parser(value_parser!(u16)))
        .arg(flag("oracle"))
        .arg(flag("show-secrets"));
    serving::define(command)
}

/// The line that says where everything is.
#[derive(Serialize)]
struct Ready<'a> {
    event: &'static str,
    url: &'a str,
    api: &'a str,
    device: String,
    identity: Option<&'a str>,
    lab: &'a str,
    token: &'a str,
    pid: u32,
}

impl<'a> Ready<'a> {
    fn of(running: &'a Running) -> Self {
        Self {
            event: "ready",
            url: &running.url,
            api: &running.api,
            device: format!("http://127.0.0.1:{}/__device/v1", running.port()),
            identity: running.identity.as_deref(),
            lab: &running.lab,
            token: &running.token,
            pid: std::process::id(),
        }
    }
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let (told, events) = mpsc::channel();
    let config = Config {
        events: Some(told),
        ..config(matches)?
    };
    let running = Simulator::start(config).map_err(SimError::Start)?;
    let ready = Ready::of(&running);
    match context.json {
        true => output::json(&ready)?,
        false => tell(&ready, context),
    }
    if matches.get_flag("expose") {
        context.say("cli-sim-exposed", &[]);
    }
    serving::stop_later(matches, move || running.stop());
    for event in events {
        match context.json {
            true => output::json(&event)?,
            false => output::line(&Told(&event).to_string())?,
        }
    }
    Ok(())
}

fn config(matches: &ArgMatches) -> Result<Config, Error> {
    let name = matches.get_one::<String>("profile");
    let profile = profile::load(name.map_or(USUAL, String::as_str))?;
    Ok(Config {
        port: serving::port(matches),
        identity_port: matches.get_one("identity-port").copied().unwrap_or(0),
        seed: matches.get_one("seed").copied().unwrap_or(0),
        frozen: matches.get_one("frozen").copied(),
        data: matches.get_one("data").cloned(),
        oracle: matches.get_flag("oracle"),
        show_secrets: matches.get_flag("show-secrets"),
        expose: matches.get_flag("expose"),
        allow_hosts: serving::allowed_hosts(matches),
        token: serving::token(TOKEN),
        devices: Some(Arc::new(Devices::new(now, Some(decode)))),
        ..Config::new(profile, now_ms, serving::entropy()?)
    })
}

fn tell(ready: &Ready<'_>, context: &Context) {
    let args = [
        ("url", ready.url),
        ("lab", ready.lab),
        ("api", ready.api),
        ("token", ready.token),
    ];
    context.say("cli-sim-serving", &args);
}
