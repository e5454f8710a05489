//! `cargo xtask bench`: builds everything as it is released, then measures. The measuring
//! is a package of its own, `xtask/bench`.

use crate::needs::For;
use crate::process::{built_program, cargo, command, run as run_command};
use crate::{Result, page, setup};

/// Builds and measures; needs what the tests need.
pub fn run(_arguments: &[String]) -> Result {
    setup::ensure(For::Test)?;
    page::install()?;
    page::build()?;
    run_command(&mut cargo(&[
        "build",
        "--release",
        "--package=keytick-cli",
        "--package=bare-window",
        "--package=xtask-bench",
    ]))?;
    // Drivable, so that the time of the first code can be asked for; otherwise as released.
    run_command(&mut cargo(&[
        "build",
        "--release",
        "--package=keytick-desktop",
        "--features=automation",
    ]))?;
    let bench = built_program("release", "xtask-bench");
    run_command(&mut command(&bench.to_string_lossy(), &[]))
}
