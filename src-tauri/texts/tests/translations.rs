//! Every language says everything that English says, with the same named parts.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

const LANGUAGES: [&str; 4] = ["en", "de", "es", "ar"];

const FILES: [&str; 9] = [
    "accounts",
    "cli",
    "desktop",
    "formats",
    "otp",
    "page",
    "qr",
    "simulator",
    "vault",
];

/// The messages of a file and their attributes, such as `vault-wrong-password.hint`, each with
/// the named parts that it uses.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn messages(language: &str, file: &str) -> Messages {
    let path = format!("{}/{language}/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(&path).unwrap();
    let resource = parser::parse(source.as_str())
        .unwrap_or_else(|(_, problems)| panic!("{path}: {problems:?}"));
    let mut all = Messages::new();
    let mut add = |name: String, pattern: &Pattern<&str>| {
        let twice = all.insert(name, parts(pattern));
        assert!(twice.is_none(), "{path} says something twice");
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        if let Some(pattern) = &message.value {
            add(message.id.name.to_owned(), pattern);
        }
        for attribute in &message.attributes {
            let name = format!("{}.{}", message.id.name, attribute.id.name);
            add(name, &attribute.value);
        }
    }
    all
}

/// The named parts of a message, wherever in it they stand.
fn parts(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let of_element = |element: &PatternElement<&str>| match element {
        PatternElement::Placeable { expression } => of_expression(expression),
        PatternElement::TextElement { .. } => BTreeSet::new(),
    };
    pattern.elements.iter().flat_map(of_element).collect()
}

fn of_expression(expression: &Expression<&str>) -> BTreeSet<String> {
    let (inline, variants) = match expression {
        Expression::Inline(inline) => (inline, &[][..]),
        Expression::Select { selector, variants } => (selector, variants.as_slice()),
    };
    let mut all: BTreeSet<String> = variants.iter().flat_map(|it| parts(&it.value)).collect();
    match inline {
        InlineExpression::VariableReference { id } => drop(all.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => all.extend(of_expression(expression)),
        _ => {}
    }
    all
}

/// Each language and file.
fn each() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES
        .iter()
        .flat_map(|language| FILES.iter().map(move |file| (*language, *file)))
}

#[test]
fn every_language_has_every_message_and_no_other() {
    let names = |language, file| {
        messages(language, file)
            .into_keys()
            .collect::<BTreeSet<_>>()
    };
    for (language, file) in each() {
        let (english, here) = (names("en", file), names(language, file));
        let missing: Vec<_> = english.difference(&here).collect();
        let alien: Vec<_> = here.difference(&english).collect();
        assert!(
            missing.is_empty(),
            "{language}/{file}.ftl lacks {missing:?}"
        );
        assert!(alien.is_empty(), "{language}/{file}.ftl has {alien:?}");
    }
}

/// A number may be left out where the words say it, as in “one account”; nothing is invented.
#[test]
fn every_translation_has_the_named_parts_of_the_english() {
    for (language, file) in each() {
        let here = messages(language, file);
        for (name, english) in messages("en", file) {
            if let Some(here) = here.get(&name) {
                assert_eq!(*here, english, "{language}/{file}.ftl: {name}");
            }
        }
    }
}

#[test]
fn a_part_is_found_wherever_it_stands() {
    let source = "a = { $one } { $two ->\n    [one] { $three }\n   *[other] x\n}\n";
    let resource = parser::parse(source).unwrap();
    let Entry::Message(message) = &resource.body[0] else {
        panic!("no message");
    };
    let found = parts(message.value.as_ref().unwrap());
    assert_eq!(found, ["one", "three", "two"].map(String::from).into());
}

#[test]
fn the_languages_are_those_with_a_folder() {
    let tags = keytick_texts::LANGUAGES.each_ref().map(|it| it.tag);
    assert_eq!(tags, LANGUAGES);
    let folders = std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    let names = folders.map(|it| it.unwrap().file_name().into_string().unwrap());
    let folders: BTreeSet<String> = names.filter(|it| it.len() == 2).collect();
    assert_eq!(folders, LANGUAGES.map(String::from).into());
}

/// What is not translated is said in English; what is, is spoken.
#[test]
fn sentences_are_in_the_language_that_is_spoken() {
    let said = || keytick_texts::text("unlock-wrong", &[]);
    let english = said();
    assert_eq!(english, "That password is not right.");
    for language in &keytick_texts::LANGUAGES {
        keytick_texts::speak(language);
        assert_eq!(keytick_texts::spoken().tag, language.tag);
        assert_eq!(said() == english, language.tag == "en");
        assert_eq!(keytick_texts::english::text("unlock-wrong", &[]), english);
    }
}
