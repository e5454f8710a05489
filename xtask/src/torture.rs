//! `cargo xtask torture`: the tests that are too long for every run, as a table of parts. What
//! they find is written to docs/torture.md.
//!
//! Nearly each part is a test that every run has, too, with larger numbers from its environment;
//! numbers that the environment has already stay. A test says what it did in lines with
//! `torture: `.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::process::{cargo, command, output, root, run as run_command};
use crate::{Result, mutants};

/// Whether a part passed, and what it found.
pub type Findings = (bool, Vec<String>);

struct Part {
    /// What `cargo xtask torture NAME` runs alone.
    name: &'static str,
    about: &'static str,
    /// The arguments of a `cargo build` that it needs first, if any.
    before: &'static [&'static str],
    /// The arguments of `cargo test`.
    test: &'static [&'static str],
    /// The tests, by parts of their names.
    tests: &'static [&'static str],
    /// How much of what, unless the environment says.
    counts: &'static [(&'static str, &'static str)],
    /// What runs it, if tests do not.
    program: Option<fn() -> Result<Findings>>,
}

/// What a part has that names nothing else.
const PART: Part = Part {
    name: "",
    about: "",
    before: &[],
    test: &[],
    tests: &[],
    counts: &[],
    program: None,
};

/// A fuzz target, by the test that replays its corpus: for an hour.
const fn fuzz(
    name: &'static str,
    about: &'static str,
    test: &'static [&'static str],
    tests: &'static [&'static str],
) -> Part {
    Part {
        name,
        about,
        test,
        tests,
        counts: &[("KEYTICK_FUZZ_SECONDS", "3600")],
        ..PART
    }
}

const PARTS: &[Part] = &[
    Part {
        name: "power",
        about: "The power is cut in the middle of saving, on a simulated disk",
        test: &["--package=keytick-vault", "--lib"],
        tests: &["rig::power_cut"],
        counts: &[("KEYTICK_POWER_CUTS", "200000")],
        ..PART
    },
    Part {
        name: "calls",
        about: "Killed, and refused, at every file call of saving",
        test: &["--package=keytick-vault", "--lib"],
        tests: &["rig::killed", "rig::refused"],
        ..PART
    },
    Part {
        name: "disk",
        about: "The disk is full but for some pages",
        test: &["--package=keytick-vault", "--test=vault"],
        tests: &["places::unix::with_any_room_left"],
        ..PART
    },
    Part {
        name: "kills",
        about: "Programs that save are killed at random moments",
        test: &["--package=keytick-vault", "--test=vault"],
        tests: &["killed::"],
        counts: &[("KEYTICK_KILLS", "25000")],
        ..PART
    },
    Part {
        name: "together",
        about: "Eight programs add accounts to one vault at once",
        // 8,000 accounts are a long text, read and written 8,000 times.
        test: &[
            "--config=profile.dev.package.serde_json.opt-level=3",
            "--config=profile.dev.package.keytick-accounts.opt-level=3",
            "--config=profile.dev.package.keytick-vault.opt-level=3",
            "--package=keytick-vault",
            "--test=vault",
        ],
        tests: &["together::"],
        counts: &[("KEYTICK_ADDS", "1000")],
        ..PART
    },
    Part {
        name: "flips",
        about: "Every bit of a header is flipped, and two readers name the check that refuses it",
        test: &["--package=keytick-vault", "--test=vault"],
        tests: &["flips::"],
        counts: &[("KEYTICK_FLIP_STEP", "1")],
        ..PART
    },
    Part {
        name: "damage",
        about: "Every bit of six vaults is flipped; they are cut, lengthened and spliced",
        test: &["--package=keytick-vault", "--lib"],
        tests: &["damage::"],
        ..PART
    },
    Part {
        name: "merge-laws",
        about: "Merging is commutative, associative and idempotent, and loses no secret",
        test: &["--package=keytick-accounts", "--lib"],
        tests: &["merge::laws::merging_is"],
        counts: &[("KEYTICK_MERGES", "1000000")],
        ..PART
    },
    fuzz(
        "fuzz-header",
        "Headers of vaults, changed by chance",
        &["--package=keytick-vault", "--test=vault"],
        &["any_header_is"],
    ),
    fuzz(
        "fuzz-open",
        "Vaults that open, changed by chance",
        &["--package=keytick-vault", "--test=vault"],
        &["any_header_and"],
    ),
    fuzz(
        "fuzz-names",
        "Names of conflict copies and backups, changed by chance",
        &["--package=keytick-vault", "--test=vault"],
        &["any_name"],
    ),
    fuzz(
        "fuzz-payload",
        "What a vault holds, changed by chance",
        &["--package=keytick-accounts", "--test=fuzz_corpus"],
        &["any_payload"],
    ),
    fuzz(
        "fuzz-merge",
        "Two payloads to be merged, changed by chance",
        &["--package=keytick-accounts", "--test=fuzz_corpus"],
        &["any_two"],
    ),
    fuzz(
        "fuzz-uri",
        "Addresses of keys, changed by chance",
        &["--package=keytick-otp", "--test=fuzz_corpus"],
        &["any_text"],
    ),
    fuzz(
        "fuzz-files",
        "Backups of other apps, changed by chance",
        &["--package=keytick-formats", "--test=fuzz_corpus"],
        &["any_file"],
    ),
    fuzz(
        "fuzz-migration",
        "Transfer codes of Google Authenticator, changed by chance",
        &["--package=keytick-formats", "--test=fuzz_corpus"],
        &["any_transfer"],
    ),
    fuzz(
        "qr-fuzz",
        "Pictures, changed by chance, for about an hour",
        &["--package=keytick-qr", "--test=fuzz_corpus"],
        &["any_bytes_are_a_picture_or_refused"],
    ),
    fuzz(
        "fuzz-pixels",
        "Pixels of pictures, changed by chance",
        &["--package=keytick-qr", "--test=fuzz_corpus"],
        &["any_brightness"],
    ),
    fuzz(
        "fuzz-request",
        "Forms and JSON sent to practice sites, changed by chance",
        &["--package=keytick-simulator", "--test=http"],
        &["any_form"],
    ),
    fuzz(
        "fuzz-command",
        "What the window may ask of the shell, changed by chance",
        &["--package=keytick-desktop", "--test=desktop"],
        &["any_arguments"],
    ),
    Part {
        name: "mutants",
        about: "The vault's and the codes' source is changed, and a test has to notice",
        program: Some(mutants::run),
        ..PART
    },
    Part {
        name: "memory",
        about: "What is left in memory after locking",
        before: &["--package=keytick-desktop", "--features=automation"],
        test: &[
            "--package=keytick-e2e",
            "--features=window",
            "--test=window",
        ],
        tests: &["memory::"],
        counts: &[
            ("KEYTICK_MEMORY_CYCLES", "100"),
            ("KEYTICK_MEMORY_SECRETS", "200"),
        ],
        ..PART
    },
];

/// What a test says before its result.
const MARK: &str = "torture: ";

struct Outcome {
    part: &'static Part,
    found: Vec<String>,
    passed: bool,
    took: Duration,
}

/// Runs all parts, or those whose names are given, and writes down what all of them found.
pub fn run(arguments: &[String]) -> Result {
    let unknown = |name: &&String| !PARTS.iter().any(|part| part.name == **name);
    if let Some(name) = arguments.iter().find(unknown) {
        return Err(format!("There is no part {name}.\n\n{}", parts()).into());
    }
    let wanted = |part: &&Part| arguments.is_empty() || arguments.iter().any(|it| it == part.name);
    let outcomes: Vec<Outcome> = PARTS
        .iter()
        .filter(wanted)
        .map(run_part)
        .collect::<Result<_>>()?;
    let failed: Vec<&str> = outcomes
        .iter()
        .filter(|outcome| !outcome.passed)
        .map(|outcome| outcome.part.name)
        .collect();
    let path = root().join("docs/torture.md");
    let before = fs::read_to_string(&path).unwrap_or_default();
    let when = format!("{}, {}", today(), machine());
    fs::write(path, page(&before, &when, &outcomes))?;
    match failed.is_empty() {
        true => Ok(()),
        false => Err(format!("Failed: {}.", failed.join(", ")).into()),
    }
}

fn parts() -> String {
    let lines = PARTS
        .iter()
        .map(|part| format!("  {:<14} {}\n", part.name, part.about));
    lines.collect()
}

/// Runs one part, shows what it prints, and keeps what it found.
fn run_part(part: &'static Part) -> Result<Outcome> {
    println!("\n=== {}: {}", part.name, part.about);
    let began = Instant::now();
    if let Some(program) = part.program {
        let (passed, found) = program()?;
        return Ok(Outcome {
            part,
            found,
            passed,
            took: began.elapsed(),
        });
    }
    if !part.before.is_empty() {
        run_command(cargo(&["build"]).args(part.before))?;
    }
    let mut test = cargo(&["test"]);
    test.args(part.test)
        .arg("--")
        .args(part.tests)
        .args(["--nocapture", "--test-threads=1"])
        .envs(part.counts.iter().copied().filter(is_unsaid))
        .stdout(Stdio::piped());
    let mut child = test.spawn()?;
    let (mut found, mut passed) = (Vec::new(), 0);
    if let Some(printed) = child.stdout.take() {
        for line in BufReader::new(printed).lines() {
            let line = line?;
            println!("{line}");
            if let Some((_, said)) = line.split_once(MARK) {
                found.push(said.to_owned());
            }
            passed += passed_tests(&line).unwrap_or(0);
        }
    }
    let ended_well = child.wait()?.success();
    if found.is_empty() {
        found.push(tests_line(passed, part.counts));
    }
    Ok(Outcome {
        part,
        // Tests that were all filtered away are no success.
        passed: ended_well && passed > 0,
        found,
        took: began.elapsed(),
    })
}

fn is_unsaid((name, _): &(&str, &str)) -> bool {
    std::env::var_os(name).is_none()
}

/// What is said of tests that say nothing themselves.
fn tests_line(passed: usize, counts: &[(&str, &str)]) -> String {
    let counts: String = counts
        .iter()
        .map(|(name, usual)| {
            let count = std::env::var(name).unwrap_or_else(|_| (*usual).to_owned());
            format!(", {name} {count}")
        })
        .collect();
    format!("tests that passed: {passed}{counts}")
}

/// How many tests passed, if this is the line with which a test program ends.
fn passed_tests(line: &str) -> Option<usize> {
    let counts = line.strip_prefix("test result: ok. ")?;
    counts.split(' ').next()?.parse().ok()
}

/// docs/torture.md, with what `before` says of the parts that were not run now.
fn page(before: &str, when: &str, outcomes: &[Outcome]) -> String {
    let mut text = "<!-- Written by `cargo xtask torture`; not by hand. -->\n\n\
         # Torture\n\n\
         The long versions of tests that every change must pass. `cargo xtask torture` runs them\n\
         and writes this page; `cargo xtask torture NAME` runs one of them.\n"
        .to_owned();
    for part in PARTS {
        let now = outcomes
            .iter()
            .find(|outcome| outcome.part.name == part.name);
        let old = before
            .split("\n## ")
            .find(|section| section.starts_with(&format!("{}\n", part.about)));
        text += &match (now, old) {
            (Some(outcome), _) => section(when, outcome),
            (None, Some(section)) => format!("\n## {}\n", section.trim_end()),
            (None, None) => format!("\n## {}\n\n`{}`: not run yet\n", part.about, part.name),
        };
    }
    text
}

fn section(when: &str, outcome: &Outcome) -> String {
    let (part, seconds) = (outcome.part, outcome.took.as_secs());
    let word = if outcome.passed { "passed" } else { "FAILED" };
    let mut text = format!("\n## {}\n\n`{}`: {word}\n", part.about, part.name);
    text += &format!("({when}, {seconds} s)\n\n");
    for found in &outcome.found {
        text += &format!("- {found}\n");
    }
    text
}

fn machine() -> String {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let system =
        output(&mut command("uname", &["-sm"])).unwrap_or_else(|| std::env::consts::OS.to_owned());
    format!("{processors} processors, {system}")
}

fn today() -> String {
    #[expect(
        clippy::disallowed_methods,
        reason = "a page that says when it was written"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    date(since.unwrap_or_default().as_secs() / 86_400)
}

/// The date of a day since 1 January 1970 (Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms": years that begin in March, in cycles of 400).
fn date(day: u64) -> String {
    let from_march_0 = day + 719_468;
    let cycle = from_march_0 / 146_097;
    let day_of_cycle = from_march_0 % 146_097;
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524
        - day_of_cycle / 146_096)
        / 365;
    let day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_cycle + cycle * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_dates() {
        for (day, text) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_454, "2026-01-01"),
            (20_818, "2026-12-31"),
        ] {
            assert_eq!(date(day), text);
        }
    }

    fn part(name: &str) -> &'static Part {
        let mut parts = PARTS.iter();
        parts.find(|part| part.name == name).expect("a part")
    }

    #[test]
    fn tests_that_passed_are_counted() {
        let line = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 55 filtered out";
        assert_eq!(passed_tests(line), Some(3));
        assert_eq!(
            passed_tests("test result: FAILED. 0 passed; 1 failed"),
            None
        );
    }

    #[test]
    fn the_page_says_what_was_found_and_keeps_what_it_said() {
        let outcome = Outcome {
            part: part("kills"),
            found: vec!["killed at random: 5 times, 0 lost".to_owned()],
            passed: true,
            took: Duration::from_millis(2_500),
        };
        let first = page("", "2026-11-22, Linux", &[outcome]);
        let kills = "\n## Programs that save are killed at random moments\n\n\
                     `kills`: passed\n(2026-11-22, Linux, 2 s)\n\n\
                     - killed at random: 5 times, 0 lost\n\n## Eight";
        assert!(first.contains(kills), "{first}");
        let others = "\n\n`together`: not run yet\n";
        assert!(first.contains(others), "{first}");
        // What is not run again stays.
        assert_eq!(page(&first, "later", &[]), first);
    }
}
