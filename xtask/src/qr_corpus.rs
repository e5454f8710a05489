//! `cargo xtask qr-corpus`: a package of its own draws the pictures, so that the other
//! commands need not wait for its dependencies.

use crate::Result;
use crate::process::{cargo, run as run_command};

/// Draws screenshots with QR codes into a folder; without arguments, says how to ask.
pub fn run(arguments: &[String]) -> Result {
    let mut command = cargo(&["run", "--quiet", "--package=xtask-qr-corpus", "--"]);
    run_command(command.args(arguments))
}
