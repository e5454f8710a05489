//! The most memory that reading a picture takes, beside the picture's own pixels: in a
//! process of its own, as one that has read others keeps what it once had.

use std::path::Path;
use std::process::Command;

use super::pictures::Sample;
use super::reading;
use crate::table::row;

/// The argument by which this program measures itself; a file's name follows.
pub const ARGUMENT: &str = "qr-memory";

/// Of this picture, which has so many pixels.
pub fn print(largest: &Sample, pixels: u64) {
    let decoded = pixels * 4;
    match of_a_process(&largest.file) {
        Some(bytes) => {
            let times = format!("{:.1} times", bytes as f64 / decoded as f64);
            let megabytes = format!("of {} MB decoded: {}", decoded / 1_000_000, largest.name);
            row("memory, largest picture", &times, &megabytes);
        }
        None => row("memory, largest picture", "not run", "only on Linux"),
    }
}

fn of_a_process(file: &Path) -> Option<u64> {
    let itself = std::env::current_exe().ok()?;
    let output = Command::new(itself).arg(ARGUMENT).arg(file).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// What the process that was started for it does: reads the picture and prints the bytes
/// that this took at most.
pub fn measure_itself(file: &str) {
    let before = resident("VmRSS:");
    let read = reading::read(Path::new(file));
    if let (Ok(_), Some(before), Some(most)) = (read, before, resident("VmHWM:")) {
        println!("{}", most.saturating_sub(before));
    }
}

/// Bytes, from a line of this process's status in Linux.
fn resident(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
