//! A message bus of a test's own, on which it plays the programs of a desktop. A test crate
//! takes it in by its path.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A message bus, for as long as this lives.
pub struct Bus {
    daemon: Child,
    /// Where programs find it.
    pub address: String,
}

impl Bus {
    /// None where there is no bus to start.
    pub fn start() -> Option<Self> {
        let started = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut daemon) = started else {
            println!("not run: there is no dbus-daemon");
            return None;
        };
        let mut address = String::new();
        let pipe = daemon.stdout.take().unwrap();
        BufReader::new(pipe).read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        Some(Self { daemon, address })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().unwrap();
        self.daemon.wait().unwrap();
    }
}
