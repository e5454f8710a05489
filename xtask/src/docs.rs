//! `cargo xtask docs`: writes the generated files again. The tests that find them out of
//! date can also write them, so there is one description of what is in them.

use crate::Result;
use crate::process::{cargo, run as run_command};

/// A package's tests, and the variable that turns their comparison into writing.
const WRITERS: &[(&str, &str, &str)] = &[
    ("keytick-cli", "spec", "KEYTICK_UPDATE"),
    ("keytick-simulator", "core", "KEYTICK_UPDATE"),
    ("keytick-simulator", "http", "KEYTICK_UPDATE"),
    ("keytick-desktop", "desktop", "KEYTICK_WRITE_BINDINGS"),
    ("keytick-texts", "launcher", "KEYTICK_UPDATE"),
];

/// Writes the generated pages in `docs/`, the page's bindings, and what Linux desktops read.
pub fn run(_arguments: &[String]) -> Result {
    for (package, tests, variable) in WRITERS {
        let mut tests = cargo(&["test", "--quiet", "--package", package, "--test", tests]);
        run_command(tests.env(variable, "1"))?;
    }
    Ok(())
}
