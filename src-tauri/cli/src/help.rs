//! Puts words on the command tree. The id of a text follows from its place: `cli-scan`
//! for a command, `cli-scan-image` for its argument, `cli-option-json` for what every
//! command takes. A `-more` text, where there is one, stands at the end of `--help`.

use clap::{Arg, Command};
use keytick_texts::{exists, text};

use crate::arguments;
use crate::commands;

/// The tree with all its words.
pub(crate) fn command() -> Command {
    worded(arguments::command(), "cli")
}

fn worded(mut command: Command, id: &str) -> Command {
    command = command
        .about(text(id, &[]))
        .help_template(template())
        .subcommand_help_heading(text("cli-heading-commands", &[]))
        .mut_args(|arg| {
            let heading = match (arg.is_positional(), for_every_command(&arg)) {
                (true, _) => "cli-heading-arguments",
                (_, false) => "cli-heading-options",
                (_, true) => "cli-heading-every-command",
            };
            let words = argument_words(&arg, &argument_id(id, &arg));
            let listed = !possible_values(&arg).is_empty();
            let arg = arg.help(words).help_heading(text(heading, &[]));
            match listed {
                true => arg.hide_possible_values(true),
                false => arg,
            }
        });
    if let Some(more) = more(id) {
        command = command.after_long_help(more);
    }
    command.mut_subcommands(|child| {
        let id = format!("{id}-{}", child.get_name());
        worded(child, &id)
    })
}

fn for_every_command(arg: &Arg) -> bool {
    arg.is_global_set() || ["help", "version"].contains(&arg.get_id().as_str())
}

/// What follows the list of options: examples and cautions, and the shape of the JSON.
fn more(id: &str) -> Option<String> {
    let words = format!("{id}-more");
    let words = exists(&words).then(|| text(&words, &[]));
    let shape = commands::json_shape(id).map(|shape| {
        let heading = text("cli-heading-json", &[]);
        format!("{heading}\n{shape}")
    });
    match (words, shape) {
        (Some(words), Some(shape)) => Some(format!("{words}\n\n{shape}")),
        (words, shape) => words.or(shape),
    }
}

fn template() -> String {
    let usage = text("cli-heading-usage", &[]);
    format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n")
}

/// The argument's text, and what it may be where that is a list.
fn argument_words(arg: &Arg, id: &str) -> String {
    let words = text(id, &[]);
    let values = possible_values(arg);
    if values.is_empty() {
        return words;
    }
    text(
        "cli-one-of",
        &[("words", &words), ("values", &values.join(", "))],
    )
}

fn possible_values(arg: &Arg) -> Vec<String> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    arg.get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect()
}

fn argument_id(command: &str, arg: &Arg) -> String {
    match (command, arg.get_id().as_str()) {
        ("cli", name) => format!("cli-option-{name}"),
        (_, "help") => "cli-option-help".to_owned(),
        (_, "yes") => "cli-option-yes".to_owned(),
        (command, name) => format!("{command}-{name}"),
    }
}

/// The ids of every text that the command tree needs, for the test that each is there.
#[must_use]
pub fn text_ids() -> Vec<String> {
    let mut ids = Vec::new();
    collect(&arguments::command(), "cli", &mut ids);
    ids.sort();
    ids.dedup();
    ids
}

fn collect(command: &Command, id: &str, ids: &mut Vec<String>) {
    ids.push(id.to_owned());
    ids.extend(command.get_arguments().map(|arg| argument_id(id, arg)));
    for child in command.get_subcommands() {
        collect(child, &format!("{id}-{}", child.get_name()), ids);
    }
}
