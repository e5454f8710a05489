//! A run that is ended from outside: by Ctrl C, or by a reader that has seen enough.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;
use std::thread;

use crate::keytick::{Keytick, Ran, Vault};

#[test]
fn ctrl_c_ends_with_130() {
    let vault = Vault::new();
    let mut waiting = vault.locked(["list", "--password-stdin"]).start_waiting();
    let stdin = waiting.stdin.take();
    let id = waiting.id().to_string();
    // Before the program is ready for it, the signal would end it in the system's own way.
    while !catches_interrupts(&id) {
        thread::yield_now();
    }
    let kill = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(kill.success());
    let output = waiting.wait_with_output().unwrap();
    drop(stdin);
    Ran::new(output, None).code(130);
}

/// Whether signal 2 is among those that the process handles itself.
fn catches_interrupts(process: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let mask = status
        .lines()
        .find_map(|line| line.strip_prefix("SigCgt:"))
        .unwrap();
    u64::from_str_radix(mask.trim(), 16).unwrap() & 0b10 != 0
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut shell = Keytick::new()
        .args(["completions", "bash"])
        .through(&["sh", "-c", "{ \"$@\"; echo $? >&2; } | true", "sh"])
        .start();
    drop(shell.stdin.take());
    Ran::new(shell.wait_with_output().unwrap(), None)
        .stderr("0")
        .code(0);
}
