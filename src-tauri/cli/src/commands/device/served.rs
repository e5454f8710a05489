//! A device that another process serves: where it is, and asking it.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgMatches, Command, value_parser};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::arguments::value;
use crate::commands::sim::Error as SimError;
use crate::error::Error;
use crate::http::{Request, Response, Server};
use crate::secrets;

/// The address of the server, where no argument names it.
const ADDRESS: &str = "KEYTICK_DEVICE";
/// Its token, where no file holds it.
const TOKEN: &str = "KEYTICK_DEVICE_TOKEN";
/// The device that is meant where none is named.
const FIRST: &str = "phone";
/// A server that is silent for longer, beyond what it was asked to wait, is not there.
const SILENCE: Duration = Duration::from_secs(10);

/// `--device`, `--name` and `--token-file`.
pub(super) fn define(command: Command) -> Command {
    command
        .arg(value("device", "URL"))
        .arg(value("name", "NAME"))
        .arg(value("token-file", "FILE").value_parser(value_parser!(PathBuf)))
}

/// A served device.
pub(super) struct Served {
    server: Server,
    token: Zeroizing<String>,
    name: String,
}

impl Served {
    /// The device that the arguments and the environment name.
    pub(super) fn find(matches: &ArgMatches) -> Result<Self, Error> {
        let address = matches.get_one::<String>("device").cloned();
        let address = address.or_else(|| std::env::var(ADDRESS).ok());
        let address = address.ok_or(SimError::NoDevice)?;
        let server = Server::parse(&address).ok_or(SimError::Address(address))?;
        let token = match matches.get_one::<PathBuf>("token-file") {
            Some(file) => secrets::line_from_file(file)?,
            None => std::env::var(TOKEN)
                .map(Zeroizing::new)
                .map_err(|_| SimError::NoToken)?,
        };
        let name = matches.get_one::<String>("name").cloned();
        Ok(Self {
            server,
            token,
            name: name.unwrap_or_else(|| FIRST.to_owned()),
        })
    }

    /// Sends `body` to `/devices/NAME/<what>`. `longer` is how long the server may take on
    /// purpose.
    pub(super) fn post(&self, what: &str, body: &Value, longer: u64) -> Result<Response, SimError> {
        let path = format!("/__device/v1/devices/{}/{what}", self.name);
        let body = Zeroizing::new(body.to_string().into_bytes());
        let request = Request {
            method: "POST",
            path: &path,
            token: Some(&self.token),
            content_type: "application/json",
            body: &body,
        };
        let limit = SILENCE + Duration::from_secs(longer);
        let sent = self.server.send(&request, limit);
        sent.map_err(|reason| SimError::Unreachable {
            address: self.server.address(),
            reason,
        })
    }

    /// The answer as JSON; a refusal becomes an error in the server's words.
    pub(super) fn read(&self, response: &Response) -> Result<Value, SimError> {
        if response.status == 401 {
            return Err(SimError::WrongToken(self.server.address()));
        }
        let strange = || SimError::Answer(self.server.address());
        let answer: Value = serde_json::from_slice(&response.body).map_err(|_| strange())?;
        if (200..300).contains(&response.status) {
            return Ok(answer);
        }
        let text = |field: &str| answer[field].as_str().map(str::to_owned);
        if answer["error"] == "device-wait" {
            return Err(SimError::NoCodeInTime(answer["wait"].as_u64().unwrap_or(0)));
        }
        Err(SimError::Told {
            message: text("message").ok_or_else(strange)?,
            hint: text("hint"),
        })
    }
}
