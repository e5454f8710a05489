//! The command tree: names, values and what excludes what. Its words are added by
//! `help`, only when somebody wants to read them, so that a code takes milliseconds.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::commands;
use crate::timestamps;

/// The whole tree, without words.
pub(crate) fn command() -> Command {
    let command = Command::new("keytick")
        // Also where its file is called keytick.exe.
        .bin_name("keytick")
        .version(env!("CARGO_PKG_VERSION"))
        .arg_required_else_help(true)
        .subcommand_required(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version),
        )
        .arg(
            value("vault", "FILE")
                .value_parser(value_parser!(PathBuf))
                .global(true),
        )
        .arg(
            flag("password-stdin")
                .global(true)
                .conflicts_with("password-file"),
        )
        .arg(
            value("password-file", "FILE")
                .value_parser(value_parser!(PathBuf))
                .global(true),
        )
        .arg(flag("json").global(true))
        .arg(flag("quiet").short('q').global(true));
    with_help_flag(commands::define(command))
}

/// `--name`.
pub(crate) fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// `--name VALUE`.
pub(crate) fn value(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

/// `VALUE`, without a flag, which must be there.
pub(crate) fn positional(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).required(true)
}

/// `--yes`: nothing is asked.
pub(crate) fn yes() -> Arg {
    flag("yes").short('y')
}

/// Leaves room for one period within the years that a date can name.
const LAST_SECOND: u64 = 253_402_214_399;

/// `--at UNIX`.
pub(crate) fn at() -> Arg {
    value("at", "UNIX").value_parser(value_parser!(u64).range(..=LAST_SECOND))
}

/// `--name TIME`: Unix seconds, or a moment in RFC 3339, as Unix seconds.
pub(crate) fn moment(name: &'static str) -> Arg {
    value(name, "TIME").value_parser(|text: &str| {
        timestamps::parse(text)
            .filter(|at| *at <= LAST_SECOND)
            .ok_or("")
    })
}

/// `--name one|of|these`, in any case.
pub(crate) fn choice(name: &'static str, values: &[&'static str]) -> Arg {
    value(name, "NAME")
        .value_parser(PossibleValuesParser::new(values.iter().copied()))
        .ignore_case(true)
}

/// Each command gets its own help flag, so that its words come from the message files.
fn with_help_flag(command: Command) -> Command {
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help),
        )
        .mut_subcommands(with_help_flag)
}
