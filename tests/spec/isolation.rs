//! Other programs of the same person cannot look into this one, and nothing of it is written
//! down when it crashes.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::keytick::Keytick;
use crate::not_run;

/// Somebody who administers nothing: root may look into every process.
const NOBODY: [&str; 4] = [
    "setpriv",
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
];

/// What makes a command run by [`NOBODY`]; nothing where the tests already are.
fn as_nobody() -> &'static [&'static str] {
    match fs::metadata("/proc/self").unwrap().uid() {
        0 => &NOBODY,
        _ => &[],
    }
}

/// What another program of the same person reads of a process.
fn reads(process: u32, file: &str) -> bool {
    let path = format!("/proc/{process}/{file}");
    let words = [as_nobody(), &["head", "--bytes=1", &path]].concat();
    let mut command = Command::new(words[0]);
    let output = command.args(&words[1..]).output().unwrap();
    !output.stdout.is_empty()
}

fn end(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn another_program_of_the_same_person_reads_nothing() {
    let start = |words: &[&str]| {
        let words = [as_nobody(), words].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).stdin(Stdio::piped()).spawn()
    };
    let Ok(open) = start(&["cat"]) else {
        return not_run("there is no setpriv to become somebody else with");
    };
    // A process that does nothing about it, so that refusals below mean something.
    while !reads(open.id(), "maps") {
        thread::yield_now();
    }
    end(open);

    let keytick = Keytick::new()
        .args(["otp", "-"])
        .through(as_nobody())
        .start_waiting();
    let process = keytick.id();
    // What nobody may look into belongs to root (proc_pid(5)).
    let owner = || fs::metadata(format!("/proc/{process}/mem")).unwrap().uid();
    let name = || fs::read_to_string(format!("/proc/{process}/comm")).unwrap();
    while name().trim() != "keytick" || owner() != 0 {
        thread::yield_now();
    }
    for file in ["mem", "maps", "environ", "auxv"] {
        assert!(!reads(process, file), "{file}");
    }
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core"));
    let words: Vec<&str> = core.unwrap().split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"]);
    end(keytick);
}
