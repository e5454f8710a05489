//! The command reference in `docs/cli.md`, from the same tree and words as the help.

use clap::{Arg, Command};

use crate::help;

/// The reference as Markdown. It says in its first line that it is generated.
#[must_use]
pub fn reference() -> String {
    let mut tree = help::command();
    tree.build();
    let mut text = String::from(
        "<!-- Generated from the command definitions by `cargo xtask docs`. Do not edit. -->
",
    );
    section(&mut tree, "keytick", 1, &mut text);
    text
}

fn section(command: &mut Command, name: &str, level: usize, text: &mut String) {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let about = command.get_about().map(ToString::to_string);
    text.push_str(&format!("\n{} {name}\n\n", "#".repeat(level)));
    text.push_str(&about.unwrap_or_default());
    text.push_str(&format!("\n\n```text\n{usage}\n```\n"));
    // The options that every command takes are told once, at the top.
    let shown: Vec<&Arg> = command
        .get_arguments()
        .filter(|arg| level == 1 || !(arg.is_global_set() || arg.get_id() == "help"))
        .collect();
    if !shown.is_empty() {
        text.push('\n');
        shown.iter().for_each(|arg| argument(arg, text));
    }
    if let Some(more) = command.get_after_long_help() {
        text.push_str(&format!("\n```text\n{more}\n```\n"));
    }
    for child in command.get_subcommands_mut() {
        let name = format!("{name} {}", child.get_name());
        section(child, &name, (level + 1).min(3), text);
    }
}

fn argument(arg: &Arg, text: &mut String) {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let short = arg.get_short().map(|short| format!("-{short}, "));
    let short = short.unwrap_or_default();
    text.push_str(&format!("- `{short}{}`: {help}\n", arg.to_string().trim()));
}
