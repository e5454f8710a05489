//! `cargo xtask test`: every check that a change must pass, as a table of steps.
//!
//! A failing step does not hide the later ones, unless they need what it makes.

use std::time::{Duration, Instant};

use crate::needs::For;
use crate::process::{cargo, npm, run as run_command};
use crate::{Result, deny, examples, page, setup};

struct Step {
    name: &'static str,
    /// The step whose result it builds on.
    after: Option<&'static str>,
    run: fn() -> Result<Done>,
}

/// How a step that did not fail ended.
enum Done {
    Passed,
    /// Could not be run here, and why.
    NotRun(&'static str),
}

const STEPS: &[Step] = &[
    step("packages", None, || passes(setup::ensure(For::Test))),
    step("page: install", None, || passes(page::install())),
    step("page: build", Some("page: install"), || {
        passes(page::build())
    }),
    step("formatting", None, || {
        passes(run_command(&mut cargo(&["fmt", "--all", "--check"])))
    }),
    step("lints", Some("packages"), || {
        passes(run_command(&mut cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features=keytick-e2e/window",
            "--",
            "--deny=warnings",
        ])))
    }),
    step("rust tests", Some("packages"), || {
        passes(run_command(
            cargo(&["test", "--workspace", "--no-fail-fast"])
                // Nothing of the tests stays in the folders of whoever runs them.
                .env("XDG_DATA_HOME", data_folder()?),
        ))
    }),
    step("outside vectors", None, outside_vectors),
    step("licences", None, || passes(deny::check())),
    step("page: formatting", Some("page: install"), || {
        npm_script("format:check")
    }),
    step("page: types", Some("page: install"), || npm_script("check")),
    step("page: units", Some("page: install"), || {
        npm_script("test:unit")
    }),
    step("page: in Chromium", Some("page: build"), || {
        passes(run_command(
            npm(&["run", "test:page"]).env("KEYTICK_PAGE_PORT", free_port()?),
        ))
    }),
    // Both programs at once: one after the other would compile what they share twice, with
    // different features.
    step("programs", Some("page: build"), || {
        passes(run_command(&mut cargo(&[
            "build",
            "--package=keytick-cli",
            "--package=keytick-desktop",
            "--features=keytick-desktop/automation",
        ])))
    }),
    step("examples", Some("programs"), || passes(examples::check())),
    step("window: journeys", Some("programs"), || {
        passes(run_command(&mut cargo(&[
            "test",
            "--package=keytick-e2e",
            "--features=window",
        ])))
    }),
];

const fn step(name: &'static str, after: Option<&'static str>, run: fn() -> Result<Done>) -> Step {
    Step { name, after, run }
}

fn passes(result: Result) -> Result<Done> {
    result.map(|()| Done::Passed)
}

fn npm_script(name: &str) -> Result<Done> {
    passes(run_command(&mut npm(&["run", name])))
}

fn data_folder() -> Result<std::path::PathBuf> {
    let folder = crate::process::root().join("target/test-data");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A port of this machine that nothing uses now.
fn free_port() -> Result<String> {
    let listener = std::net::TcpListener::bind(("localhost", 0))?;
    Ok(listener.local_addr()?.port().to_string())
}

/// The vectors of other authenticators are not part of this repository. The Rust tests
/// read them where the variable says; here it is only said whether they could.
fn outside_vectors() -> Result<Done> {
    match std::env::var_os("KEYTICK_PEER_FIXTURES") {
        None => Ok(Done::NotRun("KEYTICK_PEER_FIXTURES is not set")),
        Some(folder) if std::path::Path::new(&folder).is_dir() => Ok(Done::Passed),
        Some(_) => Err("KEYTICK_PEER_FIXTURES is no folder".into()),
    }
}

struct Outcome {
    name: &'static str,
    result: Result<Done>,
    took: Duration,
}

/// Runs every step, prints how each ended, and fails if any failed.
pub fn run(_arguments: &[String]) -> Result {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for step in STEPS {
        println!("\n=== {}", step.name);
        let began = Instant::now();
        let unmet = step.after.filter(|&name| failed(&outcomes, name));
        let result = match unmet {
            Some(name) => Err(format!("needs the step before: {name}").into()),
            None => (step.run)(),
        };
        if let Err(error) = &result {
            eprintln!("{error}");
        }
        outcomes.push(Outcome {
            name: step.name,
            result,
            took: began.elapsed(),
        });
    }
    print!("\n{}", summary(&outcomes));
    match outcomes.iter().any(|outcome| outcome.result.is_err()) {
        true => Err("Not every check passed.".into()),
        false => Ok(()),
    }
}

fn failed(outcomes: &[Outcome], name: &str) -> bool {
    outcomes
        .iter()
        .any(|outcome| outcome.name == name && outcome.result.is_err())
}

/// The table, and the closing line that counts.
fn summary(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    let mut counts = [0; 3];
    for outcome in outcomes {
        let (place, word) = match &outcome.result {
            Ok(Done::Passed) => (0, "passed".to_owned()),
            Err(_) => (1, "FAILED".to_owned()),
            Ok(Done::NotRun(why)) => (2, format!("not run: {why}")),
        };
        counts[place] += 1;
        let seconds = outcome.took.as_secs_f64();
        text += &format!("{:<20} {seconds:>7.1} s  {word}\n", outcome.name);
    }
    let total: Duration = outcomes.iter().map(|outcome| outcome.took).sum();
    text += &format!("{:<20} {:>7.1} s\n\n", "all", total.as_secs_f64());
    let [passed, failed, skipped] = counts;
    text += &format!("{passed} passed, {failed} failed, {skipped} skipped\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(name: &'static str, result: Result<Done>) -> Outcome {
        Outcome {
            name,
            result,
            took: Duration::from_millis(1500),
        }
    }

    #[test]
    fn says_how_each_step_ended_and_counts() {
        let outcomes = [
            outcome("lints", Ok(Done::Passed)),
            outcome("rust tests", Err("exit 101".into())),
            outcome("outside vectors", Ok(Done::NotRun("no folder is named"))),
        ];
        assert_eq!(
            summary(&outcomes),
            "lints                    1.5 s  passed\n\
             rust tests               1.5 s  FAILED\n\
             outside vectors          1.5 s  not run: no folder is named\n\
             all                      4.5 s\n\n\
             1 passed, 1 failed, 1 skipped\n"
        );
    }

    #[test]
    fn every_step_comes_after_the_one_it_needs() {
        for (place, step) in STEPS.iter().enumerate() {
            let Some(needed) = step.after else { continue };
            let earlier = STEPS[..place].iter().any(|other| other.name == needed);
            assert!(earlier, "{} needs {needed}", step.name);
        }
    }
}
