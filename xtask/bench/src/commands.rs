//! `keytick otp URI` beside `oathtool`, from start to exit.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::table::{median, milliseconds, row, time};

const RUNS: usize = 300;
const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// Alternates both programs and prints their medians.
pub fn measure() {
    let keytick = built("keytick");
    let uri = format!("otpauth://totp/Example:alice?secret={KEY}&issuer=Example");
    let ours = || run(Command::new(&keytick).args(["otp", &uri]));
    let theirs = || run(Command::new("oathtool").args(["--totp", "--base32", KEY]));
    let (Some(_), Some(_)) = (ours(), theirs()) else {
        row("keytick otp", "not run", "keytick or oathtool did not work");
        return;
    };
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        runs.0.extend(ours());
        runs.1.extend(theirs());
    }
    let (ours, theirs) = (median(runs.0), median(runs.1));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    row(
        "keytick otp",
        &milliseconds(ours),
        &format!("{ratio:.2} x oathtool"),
    );
    row("oathtool", &milliseconds(theirs), "");
}

/// A program built with this one.
pub fn built(name: &str) -> PathBuf {
    let ours = std::env::current_exe().unwrap_or_default();
    ours.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// How long the program took; nothing if it is not there or failed.
fn run(command: &mut Command) -> Option<Duration> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut worked = false;
    let took = time(|| worked = command.status().is_ok_and(|status| status.success()));
    worked.then_some(took)
}
