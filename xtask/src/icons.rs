//! `cargo xtask icons`: a package of its own draws them, so that the other commands
//! need not wait for its dependencies.

use crate::Result;
use crate::process::{cargo, run as run_command};

/// Draws every file in `icons/` again.
pub fn run(_arguments: &[String]) -> Result {
    run_command(&mut cargo(&["run", "--quiet", "--package=xtask-icons"]))
}
