//! The same pictures through zxing-cpp's own Python package, where that is installed.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use super::pictures::Set;

/// What zxing-cpp reads of a picture.
pub struct Theirs {
    pub texts: Vec<String>,
    pub all: Duration,
}

/// Every picture of a set, in one process; none if it cannot be run.
pub fn read(set: &Set) -> Option<Vec<Theirs>> {
    let mut python = Command::new("python3")
        .args(["-c", include_str!("zxing.py")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let files: Vec<String> = set
        .samples
        .iter()
        .map(|sample| sample.file.display().to_string())
        .collect();
    let mut stdin = python.stdin.take()?;
    let sent = stdin.write_all(files.join("\n").as_bytes());
    drop(stdin);
    let output = python.wait_with_output().ok()?;
    if sent.is_err() || !output.status.success() {
        return None;
    }
    let answers: Vec<Value> = serde_json::from_slice(&output.stdout).ok()?;
    answers.iter().map(theirs).collect()
}

fn theirs(answer: &Value) -> Option<Theirs> {
    let texts = answer["texts"].as_array()?.iter();
    Some(Theirs {
        texts: texts.filter_map(Value::as_str).map(str::to_owned).collect(),
        all: Duration::from_secs_f64(answer["seconds"].as_f64()?),
    })
}
