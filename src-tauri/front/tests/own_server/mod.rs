//! An X server for one test, in whose process no other test runs: programs find their server in
//! the environment, which is the whole process's.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Set for a process that has an X server of its own.
const OWN_SERVER: &str = "KEYTICK_TEST_OWN_X_SERVER";

/// An X server without a screen that anybody sees.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Runs the test of this name once more, in a process that has a server of its own. False in
/// that process.
pub fn runs_in_own_server(test: &str) -> bool {
    if std::env::var_os(OWN_SERVER).is_some() {
        return false;
    }
    let started = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut server) = started else {
        println!("not run: there is no Xvfb");
        return true;
    };
    let mut number = String::new();
    let pipe = server.stdout.take().unwrap();
    BufReader::new(pipe).read_line(&mut number).unwrap();
    let _server = Server(server);
    let again = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .env("DISPLAY", format!(":{}", number.trim()))
        .env_remove("WAYLAND_DISPLAY")
        .env(OWN_SERVER, "1")
        .status();
    assert!(again.unwrap().success());
    true
}
