//! `cargo xtask bench`: builds everything as it is released, then measures. The measuring
//! is a package of its own, `xtask/bench`.

use crate::needs::For;
use crate::process::{built_program, cargo, command, run as run_command};
use crate::{Result, page, setup};

/// The parts, which the measuring program has in the same table.
#[path = "../bench/src/parts.rs"]
mod parts;

use parts::{Needs, PARTS};

/// Builds and measures all parts, or those that are named; needs what the tests need. Says
/// what the parts are where another name is given, as in `--help`.
pub fn run(arguments: &[String]) -> Result {
    let part = |name: &String| PARTS.iter().find(|(known, ..)| known == name);
    if let Some(unknown) = arguments.iter().find(|name| part(name).is_none()) {
        print_parts();
        let is_asked = ["--help", "-h"].contains(&unknown.as_str());
        return match is_asked {
            true => Ok(()),
            false => Err(format!("there is no part {unknown:?}").into()),
        };
    }
    let is_library =
        |name: &String| part(name).is_some_and(|(_, needs, _)| *needs == Needs::Library);
    if arguments.is_empty() || !arguments.iter().all(is_library) {
        build_programs()?;
    } else {
        run_command(&mut cargo(&["build", "--release", "--package=xtask-bench"]))?;
    }
    let bench = built_program("release", "xtask-bench");
    run_command(command(&bench.to_string_lossy(), &[]).args(arguments))
}

fn print_parts() {
    println!("cargo xtask bench [PART]...   without names: all of them\n");
    for (name, _, title) in PARTS {
        println!("  {name:<12} {title}");
    }
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
