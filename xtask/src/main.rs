//! The project's own commands: `cargo xtask run`, `cargo xtask test` and the rest of
//! [`COMMANDS`]. Each has a file of its own; adding one is that file and one line here.

mod bench;
mod bundle;
mod deny;
mod docs;
mod examples;
mod icons;
mod mutants;
mod needs;
mod node;
mod page;
mod pictures;
mod platforms;
mod process;
mod qr_corpus;
mod run;
mod setup;
mod system;
mod test;
mod tools;
mod torture;
mod tour;

use std::process::ExitCode;

/// What a command ends with: nothing, or a sentence for the person who started it.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

struct Command {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        about: "Install what is missing, build Keytick and open it",
        run: run::run,
    },
    Command {
        name: "test",
        about: "Install what is missing and run every check that a change must pass",
        run: test::run,
    },
    Command {
        name: "torture",
        about: "Run the long versions of tests and write docs/torture.md; names of parts run those",
        run: torture::run,
    },
    Command {
        name: "setup",
        about: "Only install what is missing, for both of the above",
        run: setup::run,
    },
    Command {
        name: "bench",
        about: "Measure speed and memory beside other programs",
        run: bench::run,
    },
    Command {
        name: "platforms",
        about: "Type-check everything for Windows and macOS",
        run: platforms::run,
    },
    Command {
        name: "bundle",
        about: "Make the installers of this system; --check installs the .deb in a clean Debian",
        run: bundle::run,
    },
    Command {
        name: "docs",
        about: "Write the generated files again: docs/cli.md, docs/formats.md, the page's bindings",
        run: docs::run,
    },
    Command {
        name: "examples",
        about: "Run the examples of sign-in tests against the simulator",
        run: examples::run,
    },
    Command {
        name: "icons",
        about: "Draw icons/ again from its SVGs",
        run: icons::run,
    },
    Command {
        name: "qr-corpus",
        about: "Draw screenshots with QR codes into a folder",
        run: qr_corpus::run,
    },
    Command {
        name: "pictures",
        about: "Take docs/pictures/ again from the real window",
        run: pictures::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = arguments.first().map(String::as_str);
    let Some(command) = COMMANDS.iter().find(|c| Some(c.name) == wanted) else {
        print_commands();
        let asked_for_help = matches!(wanted, Some("help" | "--help" | "-h"));
        return ExitCode::from(if asked_for_help { 0 } else { 2 });
    };
    match (command.run)(&arguments[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}

fn print_commands() {
    println!("Usage: cargo xtask COMMAND\n");
    for command in COMMANDS {
        println!("  {:<10} {}", command.name, command.about);
    }
}
