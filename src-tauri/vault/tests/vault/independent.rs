//! The second reader, `docs/read_vault.py`, written from `FORMAT.md` alone: asked in one run
//! for many files, by `independent.py`.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use crate::vectors::Vector;

/// Said past the test harness, which swallows what a passing test prints.
fn not_run(what: &str) {
    let line = format!("\nnot run: {what}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// Debian's own Python has Debian's packages; another one may be first in the path.
pub fn python() -> Option<&'static str> {
    const MODULES: &str = "import cryptography, argon2";
    let found = ["/usr/bin/python3", "python3"].into_iter().find(|python| {
        let run = Command::new(python)
            .args(["-c", MODULES])
            .stderr(Stdio::null())
            .status();
        run.is_ok_and(|status| status.success())
    });
    if found.is_none() {
        not_run("no Python with the modules cryptography and argon2");
    }
    found
}

/// What the reader says of each file: see `independent.py` for question and answer.
pub fn ask(questions: &[Value]) -> Option<Vec<Value>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vault/independent.py");
    let mut child = Command::new(python()?)
        .arg("-B")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let question = serde_json::to_vec(questions).unwrap();
    child.stdin.take().unwrap().write_all(&question).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// One file and what is brought to open it.
pub fn question(bytes: &[u8], slot: &str, secret: &str) -> Value {
    json!({"bytes": HEXLOWER.encode(bytes), "slot": slot, "secret": secret})
}

/// The classes that the reader names, in the vectors' order.
pub fn classes(vectors: &[Vector]) -> Option<Vec<String>> {
    let questions: Vec<Value> = vectors
        .iter()
        .map(|vector| question(&vector.bytes, vector.slot, &vector.secret))
        .collect();
    let answers = ask(&questions)?;
    let class = |answer: &Value| answer["class"].as_str().unwrap().to_owned();
    Some(answers.iter().map(class).collect())
}
