//! `cargo xtask run`: from a fresh clone to the open window, or to the same job with
//! the command line where there is no display.

use crate::needs::For;
use crate::process::{built_program, cargo, command, run as run_command};
use crate::{Result, page, setup, tour};

/// Builds Keytick as it is released and opens it.
pub fn run(arguments: &[String]) -> Result {
    setup::ensure(For::Run)?;
    page::install()?;
    page::build()?;
    run_command(&mut cargo(&[
        "build",
        "--release",
        "--package=keytick-cli",
        "--package=keytick-desktop",
    ]))?;
    if !has_display() {
        println!("\nThere is no display here, so the window cannot open.");
        return tour::show();
    }
    let app = built_program("release", "keytick-desktop");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run_command(&mut command(&app.to_string_lossy(), &arguments))
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
