//! `keytick device serve`: devices over HTTP, until it is stopped.

use std::sync::{Arc, mpsc};

use clap::ArgMatches;
use keytick_simulator::device::service::{BASE, Devices, guarded};
use keytick_simulator::server::{self, Limits};
use serde::Serialize;

use super::keys;
use crate::commands::Entry;
use crate::commands::sim::Error as SimError;
use crate::context::Context;
use crate::error::Error;
use crate::timestamps::now;
use crate::{output, serving};

pub(super) const ENTRY: Entry = Entry {
    name: "serve",
    define: serving::define,
    run,
    json: r#"{"event":"ready","url","token","pid"}"#,
    children: &[],
};

/// The token, where it is chosen beforehand; the other commands read it here too.
const TOKEN: &str = "KEYTICK_DEVICE_TOKEN";

/// The line that says where it is.
#[derive(Serialize)]
struct Ready<'a> {
    event: &'static str,
    url: &'a str,
    token: &'a str,
    pid: u32,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let token = serving::token(TOKEN).map_or_else(serving::new_token, Ok)?;
    let devices = Arc::new(Devices::new(now, Some(keys::decode)));
    let served = server::serve(
        guarded(devices, &token),
        serving::port(matches),
        matches.get_flag("expose"),
        &serving::allowed_hosts(matches),
        Limits::default(),
    )
    .map_err(SimError::Start)?;
    let url = format!("http://127.0.0.1:{}{BASE}", served.port());
    let ready = Ready {
        event: "ready",
        url: &url,
        token: &token,
        pid: std::process::id(),
    };
    match context.json {
        true => output::json(&ready)?,
        false => context.say("cli-device-serving", &[("url", &url), ("token", &token)]),
    }
    let (stopped, stop) = mpsc::channel();
    serving::stop_later(matches, move || {
        served.stop();
        // Nobody listens any more where the program ends already.
        let _ = stopped.send(());
    });
    let _ = stop.recv();
    Ok(())
}
