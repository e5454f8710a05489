//! `cargo xtask pictures`.

use crate::Result;

/// Not there yet.
pub fn run(_arguments: &[String]) -> Result {
    Err("not there yet".into())
}
