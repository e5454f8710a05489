//! Programs of Cargo's that Debian has no package of, built once into the project's own build
//! folder.

use std::path::PathBuf;

use crate::Result;
use crate::process::{built, cargo, run};

/// A program, after building it if it is missing.
pub fn program(name: &str) -> Result<PathBuf> {
    let folder = built("tools");
    let program = folder.join(format!("bin/{name}{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        println!("Building {name} into {}", folder.display());
        let root = folder.to_string_lossy();
        let arguments = ["install", name, "--locked", "--debug", "--root", &root];
        // Without optimisation or debug information: it runs little itself, and is built soon so.
        run(cargo(&arguments).env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    }
    Ok(program)
}
