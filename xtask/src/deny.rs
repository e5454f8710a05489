//! Licences, banned crates and sources of everything that is compiled in, by cargo-deny.
//! Debian has no package of it, so it is built once into the project's own build folder;
//! one that is already there for Cargo is used as it is.

use std::path::PathBuf;

use crate::Result;
use crate::process::{built, cargo, command, run, succeeds};

/// Checks what `deny.toml` asks for, after building cargo-deny if it is missing.
pub fn check() -> Result {
    let checks = ["check", "bans", "licenses", "sources"];
    if succeeds(&mut cargo(&["deny", "--version"])) {
        let arguments = ["deny"].iter().chain(&checks).copied();
        return run(&mut cargo(&arguments.collect::<Vec<_>>()));
    }
    let program = folder().join(format!("bin/cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        install()?;
    }
    run(&mut command(&program.to_string_lossy(), &checks))
}

fn folder() -> PathBuf {
    built("tools")
}

/// Without optimisation or debug information: it runs for a second, and is built in two
/// minutes so.
fn install() -> Result {
    println!("Building cargo-deny into {}", folder().display());
    let root = folder();
    let root = root.to_string_lossy();
    let arguments = [
        "install",
        "cargo-deny",
        "--locked",
        "--debug",
        "--root",
        &root,
    ];
    run(cargo(&arguments).env("CARGO_PROFILE_DEV_DEBUG", "0"))
}
