//! `cargo xtask docs`: writes the generated files again. The tests that find them out of
//! date can also write them, so there is one description of what is in them.

use crate::Result;
use crate::process::{cargo, run as run_command};

/// The variable that turns those tests' comparison into writing.
const UPDATE: &str = "KEYTICK_UPDATE";

/// Writes `docs/cli.md` and the page's bindings.
pub fn run(_arguments: &[String]) -> Result {
    for package in ["keytick-cli", "keytick-desktop"] {
        let mut tests = cargo(&["test", "--quiet", "--package", package, "--tests"]);
        run_command(tests.env(UPDATE, "1"))?;
    }
    Ok(())
}
