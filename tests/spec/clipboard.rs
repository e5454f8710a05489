//! Copying a code, on a real X server of the test's own.
#![cfg(target_os = "linux")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use crate::keytick::{Keytick, Vault};
use crate::not_run;

/// An X server without a screen; ends with the test.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Option<Self> {
        let server = Command::new("Xvfb")
            .args(["-noreset", "-displayfd", "1", "-screen", "0", "64x64x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut server) = server else {
            not_run("copying a code (Xvfb is not installed)");
            return None;
        };
        let mut number = String::new();
        let mut lines = BufReader::new(server.stdout.take().unwrap());
        lines.read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        Some(Self { server, name })
    }

    /// What somebody who pastes here gets.
    fn paste(&self) -> Option<String> {
        let output = Command::new("xclip")
            .args(["-selection", "clipboard", "-out"])
            .env("DISPLAY", &self.name)
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8(output.stdout).unwrap())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn display() -> Option<Display> {
    if Command::new("xclip").arg("-version").output().is_err() {
        not_run("copying a code (xclip is not installed)");
        return None;
    }
    Display::start()
}

#[test]
fn a_copied_code_can_be_pasted_after_the_command_has_ended() {
    let Some(display) = display() else { return };
    let vault = Vault::with(&["otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"]);
    vault
        .keytick(["code", "acme", "--at=59", "--copy", "--clear-after=2"])
        .env("DISPLAY", &display.name)
        .run()
        .says(
            "cli-code-copied",
            &[("name", "Acme (me)"), ("seconds", "2")],
        )
        .code(0);
    assert_eq!(display.paste().as_deref(), Some("287082"));
}

/// The process that keeps the code, which the test can wait for.
struct Keeper {
    process: Child,
}

impl Keeper {
    fn start(display: &Display, code: &str) -> Self {
        let mut process = Keytick::new()
            .args(["--keep-clipboard", "1"])
            .env("DISPLAY", &display.name)
            .start_waiting();
        process
            .stdin
            .take()
            .unwrap()
            .write_all(code.as_bytes())
            .unwrap();
        let mut answers = BufReader::new(process.stdout.take().unwrap()).lines();
        assert_eq!(answers.next().unwrap().unwrap(), "ready");
        assert_eq!(answers.next().unwrap().unwrap(), "copied");
        Self { process }
    }

    fn ends(mut self) {
        assert!(self.process.wait().unwrap().success());
    }
}

#[test]
fn the_clipboard_is_cleared_after_the_delay() {
    let Some(display) = display() else { return };
    let keeper = Keeper::start(&display, "123456");
    assert_eq!(display.paste().as_deref(), Some("123456"));
    keeper.ends();
    assert_eq!(display.paste(), None);
}

#[test]
fn what_was_copied_since_stays() {
    let Some(display) = display() else { return };
    let keeper = Keeper::start(&display, "123456");
    let mut other = Command::new("xclip")
        .args(["-selection", "clipboard", "-in"])
        .env("DISPLAY", &display.name)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    other
        .stdin
        .take()
        .unwrap()
        .write_all(b"a shopping list")
        .unwrap();
    other.wait().unwrap();
    keeper.ends();
    assert_eq!(display.paste().as_deref(), Some("a shopping list"));
}
