//! Licences, banned crates and sources of everything that is compiled in, by cargo-deny. One that
//! is already there for Cargo is used as it is.

use crate::process::{cargo, command, run, succeeds};
use crate::{Result, tools};

/// Checks what `deny.toml` asks for, after building cargo-deny if it is missing.
pub fn check() -> Result {
    let checks = ["check", "bans", "licenses", "sources"];
    if succeeds(&mut cargo(&["deny", "--version"])) {
        let arguments = ["deny"].iter().chain(&checks).copied();
        return run(&mut cargo(&arguments.collect::<Vec<_>>()));
    }
    let program = tools::program("cargo-deny")?;
    run(&mut command(&program.to_string_lossy(), &checks))
}
