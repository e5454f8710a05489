//! The codes of the OATH Toolkit: an implementation that shares no line with ours.

use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The six-digit, 30-second, SHA-1 code of a base32 key at a Unix time.
pub fn totp(key: &str, unix_seconds: u64) -> String {
    let output = Command::new("oathtool")
        .args([
            "--totp",
            "--base32",
            "--now",
            &format!("@{unix_seconds}"),
            "--",
        ])
        .arg(key)
        .output()
        .expect("oathtool");
    assert!(output.status.success(), "oathtool refused the key");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Now, in Unix seconds.
pub fn now() -> u64 {
    now_precise().as_secs()
}

/// Now, since the start of 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "the app under test shows the codes of now"
)]
pub fn now_precise() -> Duration {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("a clock after 1970")
}
