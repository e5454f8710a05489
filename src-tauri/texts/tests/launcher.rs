//! What Linux desktops know Keytick by: the entry of their menus and the page of their software
//! centres. Both are made from the messages; with `KEYTICK_UPDATE` set they are written again,
//! which is what `cargo xtask docs` does.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use keytick_texts::{LANGUAGES, english, speak, text};

/// The name of the app, of its icon and of its windows.
const PROGRAM: &str = "keytick-desktop";

/// `identifier` in tauri.conf.json.
const ID: &str = "io.github.keytick.Keytick";

/// The names of both files' translations, and the messages that they are.
const ENTRY: [(&str, &str); 3] = [
    ("GenericName", "launcher-generic"),
    ("Comment", "launcher-comment"),
    ("Keywords", "launcher-keywords"),
];

#[test]
fn both_files_say_what_the_messages_say() {
    check("keytick.desktop", &desktop_entry());
    check(&format!("{ID}.metainfo.xml"), &metainfo());
}

/// Two semicolons at once would be an empty word, and without the last one is lost.
#[test]
fn keywords_are_a_list_in_every_language() {
    for (tag, keywords) in each("launcher-keywords") {
        assert!(keywords.ends_with(';'), "{tag}");
        assert!(
            !keywords.contains(";;") && !keywords.contains("; "),
            "{tag}"
        );
    }
}

fn check(name: &str, wanted: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging/linux");
    let path = folder.join(name);
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, wanted).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == wanted,
        "packaging/linux/{name} is out of date: run `cargo xtask docs`"
    );
}

/// A message in every language, with the language's tag.
fn each(id: &str) -> Vec<(&'static str, String)> {
    // Which language is spoken is one for the whole process.
    static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let said = LANGUAGES.iter().map(|language| {
        speak(language);
        (language.tag, text(id, &[]))
    });
    let said = said.collect();
    speak(&LANGUAGES[0]);
    said
}

/// As the Desktop Entry Specification has it. Tauri's bundler fills nothing in: what it knows of
/// stands here already, with what it does not know of.
fn desktop_entry() -> String {
    let mut lines = vec![
        "# Written by `cargo xtask docs`".to_owned(),
        "[Desktop Entry]".to_owned(),
        "Type=Application".to_owned(),
        "Name=Keytick".to_owned(),
    ];
    for (key, id) in ENTRY {
        lines.extend(translated(key, id));
    }
    lines.extend([
        format!("Exec={PROGRAM} %u"),
        format!("Icon={PROGRAM}"),
        "Terminal=false".to_owned(),
        "Categories=Utility;".to_owned(),
        "MimeType=x-scheme-handler/otpauth;x-scheme-handler/otpauth-migration;".to_owned(),
        "StartupNotify=true".to_owned(),
        format!("StartupWMClass={PROGRAM}"),
        "X-GNOME-SingleWindow=true".to_owned(),
        "Actions=quick;".to_owned(),
        String::new(),
        "[Desktop Action quick]".to_owned(),
    ]);
    lines.extend(translated("Name", "tray-quick"));
    lines.push(format!("Exec={PROGRAM} --quick"));
    lines.join("\n") + "\n"
}

/// `Comment=…` in English, then `Comment[de]=…`.
fn translated(key: &str, id: &str) -> Vec<String> {
    let line = |(tag, said): (&str, String)| match tag {
        "en" => format!("{key}={said}"),
        _ => format!("{key}[{tag}]={said}"),
    };
    each(id).into_iter().map(line).collect()
}

/// As AppStream's specification has it, for a desktop application.
fn metainfo() -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by `cargo xtask docs` -->
<component type="desktop-application">
  <id>{ID}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT OR Apache-2.0</project_license>
  <name>Keytick</name>
{summary}  <developer id="io.github.keytick">
    <name>The Keytick authors</name>
  </developer>
  <description>
{about}{copying}  </description>
  <categories>
    <category>Utility</category>
  </categories>
  <launchable type="desktop-id">Keytick.desktop</launchable>
  <icon type="stock">{PROGRAM}</icon>
  <url type="homepage">https://github.com/keytick/keytick</url>
  <url type="bugtracker">https://github.com/keytick/keytick/issues</url>
  <provides>
    <binary>{PROGRAM}</binary>
    <binary>keytick</binary>
    <mediatype>x-scheme-handler/otpauth</mediatype>
    <mediatype>x-scheme-handler/otpauth-migration</mediatype>
  </provides>
  <content_rating type="oars-1.1" />
{releases}</component>
"#,
        summary = elements("summary", "launcher-comment", "  "),
        about = elements("p", "launcher-about", "    "),
        copying = elements("p", "launcher-about-copying", "    "),
        releases = releases(),
    )
}

/// An element for each language; the English one has no tag.
fn elements(name: &str, id: &str, indent: &str) -> String {
    let element = |(tag, said): (&str, String)| {
        assert!(!said.contains(['<', '&']), "{id} would have to be escaped");
        let language = match tag {
            "en" => String::new(),
            _ => format!(" xml:lang=\"{tag}\""),
        };
        format!("{indent}<{name}{language}>{said}</{name}>\n")
    };
    each(id).into_iter().map(element).collect()
}

/// The release of this version, once the changelog has its day: `## 0.1.0 - 2026-12-24`.
fn releases() -> String {
    let changelog = include_str!("../../../CHANGELOG.md");
    let version = env!("CARGO_PKG_VERSION");
    let heading = format!("## {version} - ");
    let day = changelog
        .lines()
        .find_map(|line| line.strip_prefix(&heading));
    match day.filter(|day| *day != "unreleased") {
        Some(day) => format!(
            "  <releases>\n    <release version=\"{version}\" date=\"{day}\" />\n  </releases>\n"
        ),
        None => String::new(),
    }
}

#[test]
fn the_name_is_the_same_in_every_language() {
    let title = english::text("tray-title", &[]);
    assert_eq!(title, "Keytick");
    assert!(each("tray-title").iter().all(|(_, said)| *said == title));
}
