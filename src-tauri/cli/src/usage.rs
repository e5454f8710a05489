//! Help on request, and what is wrong with a command line, in our own words: clap knows
//! what is wrong, the message files know how to say it.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use keytick_texts::text;

use crate::error::USAGE;
use crate::help;

/// Reads arguments that were refused (or that ask for help) once more, with words.
pub(crate) fn explain(arguments: &[OsString]) -> ExitCode {
    let Err(problem) = help::command().try_get_matches_from(arguments) else {
        return ExitCode::SUCCESS;
    };
    match problem.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that has gone away (`keytick --help | head`) is no failure.
            let _ = write!(std::io::stdout(), "{}", problem.render());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(std::io::stderr(), "{}", problem.render());
            ExitCode::from(USAGE)
        }
        _ => {
            let _ = writeln!(std::io::stderr(), "{}", sentence(&problem));
            ExitCode::from(USAGE)
        }
    }
}

fn sentence(problem: &clap::Error) -> String {
    let get = |kind| problem.get(kind).map(words).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let (id, args) = match problem.kind() {
        ErrorKind::InvalidSubcommand => (
            "cli-usage-no-such-command",
            vec![("name", get(ContextKind::InvalidSubcommand))],
        ),
        ErrorKind::MissingSubcommand => ("cli-usage-command-missing", vec![]),
        ErrorKind::UnknownArgument => ("cli-usage-unknown-argument", vec![("argument", argument)]),
        ErrorKind::MissingRequiredArgument => {
            ("cli-usage-argument-missing", vec![("argument", argument)])
        }
        ErrorKind::ArgumentConflict => (
            "cli-usage-conflict",
            vec![
                ("argument", argument),
                ("other", get(ContextKind::PriorArg)),
            ],
        ),
        ErrorKind::InvalidValue if value.is_empty() => {
            ("cli-usage-value-missing", vec![("argument", argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (
            "cli-usage-value-refused",
            vec![("argument", argument), ("value", value)],
        ),
        _ => ("cli-usage-other", vec![]),
    };
    let args: Vec<_> = args
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let mut lines = vec![text(id, &args)];
    for kind in [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ] {
        if let Some(suggestion) = problem.get(kind) {
            lines.push(text(
                "cli-usage-suggestion",
                &[("name", &words(suggestion))],
            ));
        }
    }
    let valid = get(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(text("cli-usage-valid-values", &[("values", &valid)]));
    }
    if let Some(usage) = problem.get(ContextKind::Usage) {
        let usage = words(usage);
        let usage = usage.trim_start_matches("Usage:").trim();
        lines.push(format!("{} {usage}", text("cli-heading-usage", &[])));
    }
    lines.join("\n")
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(strings) => strings.join(", "),
        ContextValue::StyledStrs(strings) => {
            let strings: Vec<_> = strings.iter().map(ToString::to_string).collect();
            strings.join(", ")
        }
        other => other.to_string(),
    }
}
