//! `cargo xtask pictures`: takes the pictures in `docs/pictures/` from the real window.

use crate::needs::For;
use crate::process::{cargo, root, run as run_command};
use crate::{Result, page, setup};

/// Builds the app, then has the journeys' hands fill it and take the pictures: all of them, or
/// those of the scenes that are named.
pub fn run(arguments: &[String]) -> Result {
    setup::ensure(For::Test)?;
    page::install()?;
    page::build()?;
    run_command(&mut cargo(&[
        "build",
        "--package=keytick-desktop",
        "--features=automation",
    ]))?;
    std::fs::create_dir_all(root().join("docs/pictures"))?;
    run_command(cargo(&["run", "--package=keytick-e2e", "--bin=pictures", "--"]).args(arguments))
}
