//! The guide says the same in every language, and calls what is on the screen as the screen does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use keytick_texts::LANGUAGES;

/// A language, and the marks around words of the screen. In English they are straight.
const TRANSLATED: [(&str, char, char); 3] = [("de", '„', '“'), ("es", '“', '”'), ("ar", '«', '»')];

#[test]
fn every_guide_has_the_parts_of_the_english_one() {
    for (tag, ..) in TRANSLATED {
        let folder = format!("pictures/{tag}/");
        let caps = caps(tag);
        let chord = |keys: &String| {
            let keys = keys.split(' ');
            let caps = keys.map(|key| caps.get(key).map_or(key, String::as_str));
            caps.collect::<Vec<_>>().join(" ")
        };
        let both = parts(&guide(tag)).into_iter().zip(parts(&guide("en")));
        for ((name, theirs), (_, english)) in both {
            let english = english.iter();
            let expected = match name {
                "pictures" => english.map(|it| it.replace("pictures/", &folder)).collect(),
                "keys" => sorted(english.map(chord).collect()),
                _ => english.cloned().collect(),
            };
            assert_eq!(theirs, expected, "{name} of docs/{}", file(tag));
        }
    }
}

#[test]
fn quoted_words_are_on_the_screens_of_that_language() {
    let english = messages("en");
    let quoted = between(&prose(&guide("en")), '"', '"');
    assert_ne!(quoted, [""; 0], "docs/guide.md quotes nothing");
    for (tag, open, close) in TRANSLATED {
        let theirs = messages(tag);
        let translated = between(&prose(&guide(tag)), open, close);
        let is_said = |word: &String| {
            let ids = english.iter().filter(|(_, text)| *text == word);
            ids.filter_map(|(id, _)| theirs.get(id))
                .any(|text| translated.contains(text))
        };
        let missing: Vec<_> = quoted.iter().filter(|word| !is_said(word)).collect();
        assert_eq!(missing, [""; 0], "not in docs/{}", file(tag));
        let is_message = |word: &&String| theirs.values().any(|text| text == *word);
        let strange: Vec<_> = translated.iter().filter(|it| !is_message(it)).collect();
        assert_eq!(strange, [""; 0], "on no screen, but in docs/{}", file(tag));
    }
}

#[test]
fn every_guide_leads_to_the_others() {
    for of in &LANGUAGES {
        let text = guide(of.tag);
        for other in LANGUAGES.iter().filter(|it| it.tag != of.tag) {
            let link = format!("[{}]({})", other.name, file(other.tag));
            assert!(text.contains(&link), "docs/{} lacks {link}", file(of.tag));
        }
    }
}

fn file(tag: &str) -> String {
    match tag {
        "en" => "guide.md".to_owned(),
        _ => format!("guide.{tag}.md"),
    }
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Without the marks that keep keys in order in a page from right to left.
fn guide(tag: &str) -> String {
    read(&format!("docs/{}", file(tag))).replace("&lrm;", "")
}

/// What a guide has in every language. What stands in sentences is in the order of the alphabet.
fn parts(guide: &str) -> [(&'static str, Vec<String>); 5] {
    let headings = guide.lines().filter(|line| line.starts_with('#'));
    let levels = headings.filter_map(|line| line.split(' ').next());
    let pictures = guide.split('"').filter(|word| word.ends_with(".png"));
    let mut links = between(&guide.replace("](", "\u{1}"), '\u{1}', ')');
    // To the other languages.
    links.retain(|link| !link.starts_with("guide"));
    let strong = between(&guide.replace("**", "\u{1}"), '\u{1}', '\u{1}');
    [
        ("headings", levels.map(str::to_owned).collect()),
        ("pictures", pictures.map(str::to_owned).collect()),
        ("keys", sorted(strong)),
        ("code", sorted(between(guide, '`', '`'))),
        ("links", sorted(links)),
    ]
}

/// Without the lines of HTML, whose quotes are no words of the screen.
fn prose(guide: &str) -> String {
    let lines = guide.lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with('<'));
    lines.collect::<Vec<_>>().join("\n")
}

/// All that stands between the two, each on one line.
fn between(text: &str, open: char, close: char) -> Vec<String> {
    let mut rest = text;
    let mut all = Vec::new();
    while let Some((_, inner)) = rest.split_once(open) {
        let (found, after) = inner.split_once(close).unwrap_or((inner, ""));
        all.push(found.split_whitespace().collect::<Vec<_>>().join(" "));
        rest = after;
    }
    all
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

/// The window's messages of one line, by their ids.
fn messages(tag: &str) -> BTreeMap<String, String> {
    let source = read(&format!("src-tauri/texts/{tag}/page.ftl"));
    let lines = source
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '-']));
    let pairs = lines.filter_map(|line| line.split_once(" = "));
    let named = pairs.map(|(id, text)| (id, text.replace("{ -brand }", "KEYTICK")));
    named.map(|(id, text)| (id.to_owned(), text)).collect()
}

/// What is printed on keys in this language, by what is printed on them in English.
fn caps(tag: &str) -> BTreeMap<String, String> {
    let theirs = messages(tag);
    let english = messages("en").into_iter();
    let caps = english.filter(|(id, _)| id.starts_with("cap-"));
    caps.map(|(id, cap)| (cap, theirs[&id].clone())).collect()
}
