//! What one try of the password shall cost, chosen or measured.

use clap::{ArgMatches, Command, value_parser};
use keytick_vault::KdfCost;

use crate::arguments::value;
use crate::context::Context;
use crate::error::Error;

/// `--kdf-memory MIB` and `--kdf-passes N`.
pub(super) fn define(command: Command) -> Command {
    command
        .arg(value("kdf-memory", "MIB").value_parser(value_parser!(u32)))
        .arg(value("kdf-passes", "N").value_parser(value_parser!(u32)))
}

/// The chosen cost; what is not chosen beside the other is the least allowed; without any
/// choice, what takes this machine half a second to a second.
pub(super) fn cost(matches: &ArgMatches, context: &Context) -> Result<KdfCost, Error> {
    let memory: Option<u32> = matches.get_one("kdf-memory").copied();
    let passes: Option<u32> = matches.get_one("kdf-passes").copied();
    if memory.is_none() && passes.is_none() {
        context.say("cli-calibrating", &[]);
        return Ok(KdfCost::calibrate());
    }
    let least = KdfCost::FLOOR;
    let memory = memory.unwrap_or(least.memory_kib / 1024);
    Ok(KdfCost::new(memory, passes.unwrap_or(least.passes))?)
}
