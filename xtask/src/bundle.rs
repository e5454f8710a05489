//! `cargo xtask bundle`: the installers of this system, by Tauri's own tool.

use crate::needs::For;
use crate::process::{cargo, run as run_command, succeeds};
use crate::{Result, page, setup};

/// Makes what `tauri.conf.json` lists and this system can make.
pub fn run(arguments: &[String]) -> Result {
    setup::ensure(For::Run)?;
    page::install()?;
    if !succeeds(&mut cargo(&["tauri", "--version"])) {
        return Err(
            "Making installers needs Tauri's tool. Type this, then start again:\n  \
                    cargo install tauri-cli --locked"
                .into(),
        );
    }
    let mut bundle = cargo(&["tauri", "build"]);
    run_command(bundle.args(arguments))
}
