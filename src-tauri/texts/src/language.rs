//! The languages, which of them is spoken, and the one for a person's wishes.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

/// A language that every message is translated into.
pub struct Language {
    /// Its tag of BCP 47, such as `de`.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// The names of the message files and what is in them.
    pub(crate) files: [(&'static str, &'static str); 9],
    pub(crate) bundle: OnceLock<FluentBundle<FluentResource>>,
}

macro_rules! language {
    ($tag:literal, $name:literal, $right_to_left:literal) => {
        Language {
            tag: $tag,
            name: $name,
            right_to_left: $right_to_left,
            files: language!(files $tag: "accounts" "cli" "desktop" "formats" "otp" "page" "qr" "simulator" "vault"),
            bundle: OnceLock::new(),
        }
    };
    (files $tag:literal: $($file:literal)*) => {
        [$(($file, include_str!(concat!("../", $tag, "/", $file, ".ftl")))),*]
    };
}

/// All of them. English comes first: it speaks where another has no words.
pub static LANGUAGES: [Language; 4] = [
    language!("en", "English", false),
    language!("de", "Deutsch", false),
    language!("es", "Español", false),
    language!("ar", "العربية", true),
];

/// The place in [`LANGUAGES`] of the one that is spoken.
static SPOKEN: AtomicUsize = AtomicUsize::new(0);

/// The language that [`text`](crate::text) and [`hint`](crate::hint) answer in: English until
/// [`speak`] was called.
#[must_use]
pub fn spoken() -> &'static Language {
    &LANGUAGES[SPOKEN.load(Ordering::Relaxed)]
}

/// Answers in this language from now on, in the whole process.
pub fn speak(language: &Language) {
    let place = LANGUAGES.iter().position(|it| it.tag == language.tag);
    SPOKEN.store(place.unwrap_or_default(), Ordering::Relaxed);
}

/// The first of these wishes that is there, or English. A wish is a tag of BCP 47 or a name of
/// POSIX, such as `de-AT` or `de_AT.UTF-8`; countries are not told apart.
pub fn best(wishes: impl IntoIterator<Item = impl AsRef<str>>) -> &'static Language {
    let known = |wish: &str| {
        let tag = wish.split(['-', '_', '.', '@']).next()?;
        LANGUAGES.iter().find(|it| it.tag.eq_ignore_ascii_case(tag))
    };
    wishes
        .into_iter()
        .find_map(|wish| known(wish.as_ref()))
        .unwrap_or(&LANGUAGES[0])
}

impl Language {
    /// The messages, read when they are first asked for.
    pub(crate) fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let tag: LanguageIdentifier = self.tag.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            // Isolation marks are for mixed scripts on a page; a terminal shows them as boxes.
            bundle.set_use_isolating(false);
            for (_, source) in self.files {
                // A damaged file still gives its readable messages; a test refuses it.
                let resource = match FluentResource::try_new(source.to_owned()) {
                    Ok(resource) | Err((resource, _)) => resource,
                };
                bundle.add_resource_overriding(resource);
            }
            bundle
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wish_that_is_there_is_met() {
        for (wishes, tag) in [
            (&["de-AT", "es"][..], "de"),
            (&["fr-FR", "ar_EG.UTF-8"], "ar"),
            (&["ES"], "es"),
            (&["C", "POSIX", ""], "en"),
            (&[], "en"),
        ] {
            assert_eq!(best(wishes).tag, tag, "{wishes:?}");
        }
    }
}
