//! `cargo xtask bench`: builds everything as it is released, then measures. The measuring
//! is a package of its own, `xtask/bench`.

use crate::needs::For;
use crate::process::{built_program, cargo, command, run as run_command};
use crate::{Result, page, setup};

/// Parts that measure libraries, and need no other program.
const LIBRARIES: [&str; 4] = ["codes", "formats", "qr", "vault"];

/// Builds and measures all parts, or those that are named; needs what the tests need.
pub fn run(arguments: &[String]) -> Result {
    let is_library = |part: &String| LIBRARIES.contains(&part.as_str());
    if arguments.is_empty() || !arguments.iter().all(is_library) {
        build_programs()?;
    } else {
        run_command(&mut cargo(&["build", "--release", "--package=xtask-bench"]))?;
    }
    let bench = built_program("release", "xtask-bench");
    run_command(command(&bench.to_string_lossy(), &[]).args(arguments))
}

fn build_programs() -> Result {
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
    ]))
}
