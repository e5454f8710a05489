//! Mutation testing by cargo-mutants: the source is changed in one place after another, and a
//! test has to fail each time.

use std::fs;

use crate::Result;
use crate::process::{built, cargo, command, run as run_command, succeeds};
use crate::tools;
use crate::torture::Findings;

/// What is changed: what makes codes, and what keeps them.
const PACKAGES: [&str; 2] = ["--package=keytick-otp", "--package=keytick-vault"];

/// Tests that take seconds or minutes each. What they find, others find too; that there is no way
/// of losing a vault at all is theirs to show.
const LEFT_OUT: [&str; 9] = [
    "rig::refused",
    "rig::power_cut",
    "damage::",
    "flips::",
    "killed::",
    "together::",
    "a_thousand_random",
    "a_payload_over_the_limit",
    "saves_for_long_is_busy",
];

/// How many files each fuzz target makes of its kept ones.
const FUZZ_ROUNDS: &str = "20";

/// Files that are not part of the program here: no change of theirs could be noticed.
const NOT_HERE: [&str; 2] = ["--exclude=**/windows.rs", "--exclude=**/fuzzing.rs"];

/// Of all mutants that compile, so many in a hundred are to be noticed.
const AT_LEAST: usize = 95;

/// Tests all mutants, which takes most of a day; gives whether enough of them were noticed, and
/// those that were not.
pub fn run() -> Result<Findings> {
    let out = built("mutants");
    let output = format!("--output={}", out.display());
    let mut arguments = vec!["mutants", "--no-shuffle", "--test-tool=cargo"];
    arguments.extend(["--jobs=1", "--minimum-test-timeout=60", &output]);
    arguments.extend(PACKAGES);
    arguments.extend(NOT_HERE);
    arguments.extend(["--", "--lib", "--tests", "--"]);
    arguments.extend(LEFT_OUT.iter().flat_map(|name| ["--skip", name]));
    let mut tested = match succeeds(&mut cargo(&["mutants", "--version"])) {
        true => cargo(&arguments),
        false => {
            let program = tools::program("cargo-mutants")?;
            command(&program.to_string_lossy(), &arguments)
        }
    };
    tested.env("KEYTICK_FUZZ_ROUNDS", FUZZ_ROUNDS);
    // It fails if one mutant was not noticed; that is counted below.
    if let Err(error) = run_command(&mut tested) {
        println!("{error}");
    }
    let lines = |name: &str| -> Result<Vec<String>> {
        let text = fs::read_to_string(out.join("mutants.out").join(name))?;
        Ok(text.lines().map(str::to_owned).collect())
    };
    let noticed = lines("caught.txt")?.len() + lines("timeout.txt")?.len();
    Ok(found(noticed, &lines("missed.txt")?))
}

fn found(noticed: usize, missed: &[String]) -> (bool, Vec<String>) {
    let all = noticed + missed.len();
    let passed = all > 0 && noticed * 100 >= all * AT_LEAST;
    let mut found = vec![format!("mutants: {all}, noticed by a test: {noticed}")];
    found.extend(missed.iter().map(|it| format!("not noticed: `{it}`")));
    (passed, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ninety_five_of_a_hundred_are_enough() {
        let missed: Vec<String> = (1..=5).map(|line| format!("a.rs:{line}: + to -")).collect();
        let (passed, found) = found(95, &missed);
        assert!(passed);
        assert_eq!(found[0], "mutants: 100, noticed by a test: 95");
        assert_eq!(found[1], "not noticed: `a.rs:1: + to -`");
        assert!(!super::found(94, &missed).0);
        assert!(!super::found(0, &[]).0);
    }
}
