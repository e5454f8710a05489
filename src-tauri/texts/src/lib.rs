//! Every sentence that a person can see, by message id.
//!
//! The messages are Fluent files in `en/`, one for each crate; the page reads the same
//! files. This crate only looks them up: it knows no error type and no screen.

#![forbid(unsafe_code)]

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

/// The message files, in the order in which they are read.
const FILES: [(&str, &str); 9] = [
    ("accounts.ftl", include_str!("../en/accounts.ftl")),
    ("cli.ftl", include_str!("../en/cli.ftl")),
    ("desktop.ftl", include_str!("../en/desktop.ftl")),
    ("formats.ftl", include_str!("../en/formats.ftl")),
    ("otp.ftl", include_str!("../en/otp.ftl")),
    ("page.ftl", include_str!("../en/page.ftl")),
    ("qr.ftl", include_str!("../en/qr.ftl")),
    ("simulator.ftl", include_str!("../en/simulator.ftl")),
    ("vault.ftl", include_str!("../en/vault.ftl")),
];

/// The message `id` with `args` filled in.
///
/// A message that does not exist comes back as its id: a person then at least sees a name
/// that can be searched for. A value made only of digits chooses plural forms as a number.
#[must_use]
pub fn text(id: &str, args: &[(&str, &str)]) -> String {
    format(id, None, args).unwrap_or_else(|| id.to_owned())
}

/// What to do about the message `id`: its `.hint`, if it has one.
#[must_use]
pub fn hint(id: &str, args: &[(&str, &str)]) -> Option<String> {
    format(id, Some("hint"), args)
}

/// Whether a message with this id exists.
#[must_use]
pub fn exists(id: &str) -> bool {
    bundle().has_message(id)
}

fn format(id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
    let message = bundle().get_message(id)?;
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
        bundle()
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

fn bundle() -> &'static FluentBundle<FluentResource> {
    static BUNDLE: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        // Isolation marks are for mixed scripts on a page; a terminal shows them as boxes.
        bundle.set_use_isolating(false);
        for (_, source) in FILES {
            // A damaged file still gives its readable messages; the test below refuses it.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_whole_and_no_id_is_there_twice() {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        for (name, source) in FILES {
            let resource = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(_, problems)| panic!("{name}: {problems:?}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        }
    }

    #[test]
    fn an_unknown_id_is_shown_as_itself() {
        assert_eq!(text("no-such-message", &[]), "no-such-message");
        assert_eq!(hint("no-such-message", &[]), None);
    }
}
