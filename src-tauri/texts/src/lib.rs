//! Every sentence that a person can see, by message id, in the language that is spoken.
//!
//! The messages are Fluent files, a folder for each language with one file for each crate; the
//! page reads the same files. This crate only looks them up: it knows no error type and no
//! screen, and the programs say which language it is.

#![forbid(unsafe_code)]

pub mod english;
mod language;

use fluent_bundle::{FluentArgs, FluentValue};

pub use language::{LANGUAGES, Language, best, speak, spoken};

/// The message `id` with `args` filled in.
///
/// A message that does not exist comes back as its id: a person then at least sees a name
/// that can be searched for. A value made only of digits chooses plural forms as a number.
#[must_use]
pub fn text(id: &str, args: &[(&str, &str)]) -> String {
    in_order(|language| format(language, id, None, args)).unwrap_or_else(|| id.to_owned())
}

/// What to do about the message `id`: its `.hint`, if it has one.
#[must_use]
pub fn hint(id: &str, args: &[(&str, &str)]) -> Option<String> {
    in_order(|language| format(language, id, Some("hint"), args))
}

/// Whether a message with this id exists.
#[must_use]
pub fn exists(id: &str) -> bool {
    LANGUAGES[0].bundle().has_message(id)
}

/// What the language that is spoken has, or else English.
fn in_order(answer: impl Fn(&Language) -> Option<String>) -> Option<String> {
    answer(spoken()).or_else(|| answer(&LANGUAGES[0]))
}

fn format(
    language: &Language,
    id: &str,
    attribute: Option<&str>,
    args: &[(&str, &str)],
) -> Option<String> {
    let bundle = language.bundle();
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let args: FluentArgs = args
        .iter()
        .map(|(name, value)| (*name, argument(value)))
        .collect();
    let mut problems = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&args), &mut problems)
            .into_owned(),
    )
}

/// Numbers choose plural forms; everything else, also `007`, is shown as it is.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_id_is_shown_as_itself() {
        assert_eq!(text("no-such-message", &[]), "no-such-message");
        assert_eq!(hint("no-such-message", &[]), None);
    }
}
