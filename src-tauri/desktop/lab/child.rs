//! A practice site as a program of its own, so that nothing that listens shares memory with
//! the vault. It ends when its input closes: with us, however we end.

use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::thread;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::http::{Api, Loopback};
use crate::error::UiError;

/// The longest reason that is shown, in characters.
const REASON: usize = 300;

/// The first line that the program prints.
#[derive(Deserialize)]
struct Ready {
    url: String,
    api: String,
    token: Zeroizing<String>,
}

/// A running site. Dropping it ends it.
pub struct Process {
    child: Child,
    /// Where its pages begin.
    pub site: Loopback,
    /// Its control API.
    pub api: Api,
}

/// What a site prints after its first line.
pub type Printed = BufReader<ChildStdout>;

impl Process {
    /// Starts a site and waits until it answers.
    ///
    /// # Errors
    /// `desktop-lab-no-command`, and `desktop-lab-not-started` with the program's `reason`.
    pub fn start(program: &Path, profile: &OsStr) -> Result<(Self, Printed), UiError> {
        let mut command = Command::new(program);
        command
            .args(["sim", "serve", "--json", "--port", "0"])
            .args(["--until-stdin-closes", "--show-secrets", "--profile"])
            .arg(profile)
            // Each site has a token that nobody else knows.
            .env_remove("KEYTICK_SIM_TOKEN")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        without_a_console(&mut command);
        let mut child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => UiError::new("desktop-lab-no-command"),
            _ => not_started(&error.to_string()),
        })?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let mut printed = BufReader::new(stdout.ok_or_else(|| UiError::new("desktop-internal"))?);
        let mut line = Zeroizing::new(String::new());
        // A line that cannot be read is as none: the reason is on the other stream.
        let _none = printed.read_line(&mut line);
        let Some((site, api)) = ready(&line) else {
            let _over = child.kill();
            let reason = reason(stderr);
            let _gone = child.wait();
            return Err(not_started(&reason));
        };
        pass_over(stderr);
        Ok((Self { child, site, api }, printed))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that has ended already is as well.
        let _ended = self.child.kill();
        let _gone = self.child.wait();
    }
}

fn ready(line: &str) -> Option<(Loopback, Api)> {
    let ready: Ready = serde_json::from_str(line).ok()?;
    let (site, api) = (Loopback::parse(&ready.url)?, Loopback::parse(&ready.api)?);
    Some((site, Api::new(api, ready.token)))
}

fn not_started(reason: &str) -> UiError {
    UiError::new("desktop-lab-not-started").with("reason", reason)
}

/// What the program says of why it ended.
fn reason(stderr: Option<ChildStderr>) -> String {
    let mut text = Vec::new();
    if let Some(stderr) = stderr {
        let _what_came = stderr.take(64 << 10).read_to_end(&mut text);
    }
    let text = String::from_utf8_lossy(&text);
    let said: Option<serde_json::Value> = serde_json::from_str(text.trim()).ok();
    let said = said.as_ref().and_then(|said| said["message"].as_str());
    said.unwrap_or(text.trim()).chars().take(REASON).collect()
}

/// A program whose messages nobody reads would stop at some point.
fn pass_over(stderr: Option<ChildStderr>) {
    thread::spawn(move || {
        if let Some(mut stderr) = stderr {
            let _over = io::copy(&mut stderr, &mut io::sink());
        }
    });
}

#[cfg(windows)]
fn without_a_console(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    /// `CREATE_NO_WINDOW` of the Windows API.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_a_console(_: &mut Command) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_elsewhere_is_not_believed() {
        let line = |url: &str| {
            format!(
                r#"{{"event":"ready","url":"{url}","api":"http://127.0.0.1:81/__sim/v1",
                "token":"t","pid":1}}"#
            )
        };
        assert!(ready(&line("http://127.0.0.1:81/w/demo")).is_some());
        assert!(ready(&line("http://203.0.113.7:81/w/demo")).is_none());
        assert!(ready("").is_none());
    }

    #[test]
    fn a_program_that_is_not_there_is_named_as_such() {
        let missing = Path::new("no-such-folder/keytick");
        let error = Process::start(missing, OsStr::new("strict")).err();
        assert_eq!(
            error.map(|error| error.id).as_deref(),
            Some("desktop-lab-no-command")
        );
    }
}
