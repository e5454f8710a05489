//! `keytick sim profile lint`: what is wrong or odd in profiles.

use clap::{ArgMatches, Command};
use keytick_simulator::profile::{Finding, Severity, lint};
use serde::Serialize;

use crate::arguments::positional;
use crate::commands::Entry;
use crate::commands::sim::Error as SimError;
use crate::commands::sim::error::keyed;
use crate::context::Context;
use crate::error::Error;
use crate::output;

pub(super) const ENTRY: Entry = Entry {
    name: "lint",
    define,
    run,
    json: r#"{"profiles":[{"profile","findings":[{"severity":"error|warning","line","path","message"}]}]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(positional("profile", "PROFILE").num_args(1..))
}

#[derive(Serialize)]
struct Answer {
    profiles: Vec<Linted>,
}

#[derive(Serialize)]
struct Linted {
    profile: String,
    findings: Vec<Finding>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let names = matches.get_many::<String>("profile").into_iter().flatten();
    let profiles: Vec<Linted> = names
        .map(|name| {
            Ok::<_, Error>(Linted {
                profile: name.clone(),
                findings: lint(&super::text(name)?),
            })
        })
        .collect::<Result<_, _>>()?;
    let findings = profiles.iter().flat_map(|one| &one.findings);
    let errors = findings
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    match context.json {
        true => output::json(&Answer { profiles })?,
        false => tell(&profiles, context)?,
    }
    match errors {
        0 => Ok(()),
        errors => Err(SimError::Findings(errors).into()),
    }
}

/// As compilers write it, so that editors can jump to the line.
fn tell(profiles: &[Linted], context: &Context) -> Result<(), Error> {
    for one in profiles {
        for finding in &one.findings {
            let severity = match finding.severity {
                Severity::Error => "cli-sim-finding-error",
                Severity::Warning => "cli-sim-finding-warning",
            };
            let line = finding.line.to_string();
            let reason = keyed(&finding.path, &finding.message);
            output::line(&output::sentence(
                severity,
                &[("file", &one.profile), ("line", &line), ("reason", &reason)],
            ))?;
        }
        if one.findings.is_empty() {
            context.say("cli-sim-no-findings", &[("file", &one.profile)]);
        }
    }
    Ok(())
}
