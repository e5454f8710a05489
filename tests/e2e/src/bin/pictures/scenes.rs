//! The screens, and how one gets there: by keys, which are the same in every language.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use keytick_e2e::web::{self, Look};
use keytick_e2e::{App, Screen, drag, until, until_some};

use crate::camera::{Camera, QUICK, SMALLEST, Size, USUAL, pictures};
use crate::demo::{self, ACCOUNTS};

const PASSWORD: &str = "seven brave otters paint";
const BOTH: &[Size] = &[USUAL, SMALLEST];
const ONE: &[Size] = &[USUAL];

/// A screen: its name, the sizes it is taken in, whether the guide shows it, so that it is
/// taken in every language, and the way from the list of codes.
struct Scene(&'static str, &'static [Size], bool, fn(&Camera));

/// Of the open vault.
const SCENES: &[Scene] = &[
    Scene("list", BOTH, true, |it| it.wait_for(10..=26)),
    Scene("list-expiring", BOTH, false, |it| it.wait_for(5..=5)),
    Scene("list-search", BOTH, true, |it| {
        it.screen.type_text("by");
        it.sees("mark, .hit, [role=option] u");
    }),
    Scene("list-nothing", ONE, false, |it| {
        it.screen.type_text("zyx");
        until("nothing found", || it.app.rows().is_empty());
    }),
    Scene("list-hidden", ONE, false, |it| it.set("{hideCodes: true}")),
    Scene("list-copied", ONE, false, |it| {
        it.set("{hideCodes: false}");
        let shows = || {
            it.app
                .rows()
                .get(2)
                .is_some_and(|row| row.code.parse::<u32>().is_ok())
        };
        until("codes", shows);
        it.wait_for(10..=26);
        it.screen.press("Return");
    }),
    Scene("list-actions", ONE, true, |it| sheet(it, "ctrl+k")),
    Scene("large", ONE, true, |it| {
        it.wait_for(10..=26);
        sheet(it, "ctrl+b");
    }),
    Scene("add", BOTH, true, |it| {
        it.screen
            .copy_picture(&demo::code(&demo::link("Bytebase", "test@example.com")));
        sheet(it, "ctrl+n");
    }),
    Scene("add-confirm", ONE, true, |it| {
        it.screen.copy_picture(&demo::code(&demo::link(
            "Standby Pager",
            "work@example.com",
        )));
        it.wait_for(10..=26);
        sheet(it, "ctrl+v");
        it.sees("dialog[open] input");
    }),
    Scene("add-manual", ONE, false, |it| {
        sheet(it, "ctrl+t");
        it.screen
            .type_text("Rocket.Chat\ttest@example.com\tJBSW Y3DP EHPK 3PXP");
        it.click("dialog[open] summary, dialog[open] [aria-expanded]", 0);
    }),
    Scene("error-no-qr", ONE, false, |it| {
        it.screen.copy_picture(&demo::blank());
        sheet(it, "ctrl+v");
        it.sees("dialog[open] img");
    }),
    Scene("import-review", BOTH, true, |it| {
        // The hand that drags knows the window by its English words.
        speak(it, "");
        drag::drop_files(it.screen, it.app, &screenshots(it.screen));
        it.app.focus();
        it.sees("dialog[open] [type=checkbox]");
        speak(it, it.folder);
        it.sees("dialog[open] [type=checkbox]");
    }),
    Scene("import-app", ONE, false, |it| {
        sheet(it, "ctrl+n");
        it.click("dialog[open] .link", 0);
    }),
    Scene("edit", BOTH, true, |it| {
        it.screen.press("Down");
        sheet(it, "ctrl+e");
    }),
    Scene("delete", ONE, false, |it| {
        it.screen.press("Down");
        sheet(it, "ctrl+Delete");
    }),
    Scene("export", ONE, false, |it| {
        it.app.click(&it.app.button("Back up"));
        it.sees("dialog[open] [type=radio]");
    }),
    Scene("lab-sites", ONE, false, |it| {
        it.screen.press("ctrl+shift+t");
        it.app.shows("Rocket.Chat style");
    }),
    Scene("settings-security", BOTH, false, |it| settings(it, 0)),
    Scene("settings-clipboard", ONE, false, |it| settings(it, 1)),
    Scene("settings-appearance", ONE, true, |it| settings(it, 2)),
    Scene("settings-shortcuts", ONE, false, |it| settings(it, 3)),
    Scene("settings-backups", ONE, false, |it| settings(it, 4)),
    Scene("settings-sync", ONE, false, |it| settings(it, 5)),
];

/// English first, whose pictures lie in no folder of their own.
const LANGUAGES: [&str; 4] = ["", "de", "es", "ar"];

/// Takes all scenes in all languages, or those that are named.
pub fn take(names: Vec<String>) {
    let is_language = |name: &String| LANGUAGES.contains(&name.as_str());
    let (languages, wanted): (Vec<_>, Vec<_>) = names.into_iter().partition(is_language);
    let screen = Screen::start();
    // The caret stands still, and nothing moves.
    let folder = screen.folder("config").join("gtk-3.0");
    std::fs::create_dir_all(&folder).expect("a home");
    let still = "[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n";
    std::fs::write(folder.join("settings.ini"), still).expect("a home");
    if wanted.is_empty() || wanted.iter().any(|name| name == "example") {
        let example = web::screenshot(&screen, Look::Plain, &[demo::EXAMPLE]);
        std::fs::write(pictures().join("example.png"), example).expect("docs/pictures");
    }
    let app = App::open(&screen);
    let mut camera = Camera::new(&screen, &app, wanted.clone());
    first_run(&camera);
    fill(&camera);
    for language in LANGUAGES {
        let is_wanted = languages.is_empty() || languages.iter().any(|it| it == language);
        if is_wanted {
            camera.folder = language;
            speak(&camera, language);
            in_language(&camera, !language.is_empty());
        }
    }
    if languages.is_empty() {
        camera.folder = "";
        speak(&camera, "");
        kinds(&camera);
        drop(camera);
        app.kill();
        damaged(&screen, wanted);
    }
}

/// Accounts of every kind, alone under a tag of theirs.
fn kinds(it: &Camera) {
    if !it.wants("row-kinds") {
        return;
    }
    it.screen.copy_text(&demo::kinds().join("\n"));
    it.app.focus();
    it.screen.press("ctrl+v");
    it.app
        .shows(&format!("{} new accounts", demo::kinds().len()));
    it.app.fill("Tag them", "Kinds");
    it.screen.press("Return");
    it.app.click(&it.app.button("Kinds"));
    until("them alone", || it.app.rows().len() == demo::kinds().len());
    it.wait_for(10..=26);
    it.take("row-kinds", BOTH);
}

/// The vault's file after a disk has damaged it. Nothing can be taken after it.
fn damaged(screen: &Screen, wanted: Vec<String>) {
    let vault = screen.folder("data").join("keytick/vault.keytick");
    let mut bytes = std::fs::read(&vault).expect("the vault");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&vault, bytes).expect("a home");
    let app = App::open(screen);
    let camera = Camera::new(screen, &app, wanted);
    if camera.wants("error-damaged") {
        app.shows("Your accounts file is damaged");
        camera.take("error-damaged", ONE);
    }
}

fn in_language(it: &Camera, of_guide: bool) {
    for Scene(name, sizes, is_in_guide, go) in SCENES {
        if !it.wants(name) || of_guide && !is_in_guide {
            continue;
        }
        // Away from the rows.
        it.screen.xdotool(&["mousemove", "1590", "990"]);
        it.home();
        it.app.focus();
        it.screen.press("Home");
        go(it);
        it.take(name, if of_guide { ONE } else { sizes });
    }
    it.set("{hideCodes: false}");
    it.home();
    quick(it, of_guide);
    locked(it, of_guide);
}

fn first_run(it: &Camera) {
    it.app.fill("Password", PASSWORD);
    it.app.fill("Same password again", PASSWORD);
    it.app.button("Continue");
    if it.wants("first-run-password") {
        it.take("first-run-password", BOTH);
    }
    it.app.focus();
    it.screen.press("Return");
    it.app.button("Do this later");
    if it.wants("first-run-recovery") {
        it.take("first-run-recovery", ONE);
    }
    it.app.click(&it.app.button("Do this later"));
    it.app.shows("Add your first account");
    if it.wants("empty") {
        it.take("empty", BOTH);
    }
}

fn fill(it: &Camera) {
    it.screen.copy_text(&demo::links());
    it.app.focus();
    it.screen.press("ctrl+v");
    it.app.shows(&format!("{} new accounts", ACCOUNTS.len()));
    it.screen.press("Return");
    until("a list", || !it.app.rows().is_empty());
    for (name, _, is_favourite, tags) in ACCOUNTS {
        let tags = serde_json::json!(tags);
        it.app.script(&format!(
            "const {{ invoke }} = window.__TAURI_INTERNALS__;
             return invoke('list', {{ query: '', filter: {{ kind: 'all' }} }}).then(async (list) => {{
               const {{ id }} = list.rows.find((row) => row.issuer === '{name}');
               for (const tag of {tags}) await invoke('tag_accounts', {{ ids: [id], tag, on: true }});
               // Used once, it is not marked as new any more.
               await invoke('copy', {{ id }});
               if ({is_favourite}) await invoke('set_favourite', {{ id, favourite: true }});
             }})"
        ));
    }
    it.app
        .script("return window.__TAURI_INTERNALS__.invoke('clear_clipboard')");
    it.set("{hideAfterCopy: false, theme: 'light'}");
    // The list is read again when somebody searches.
    it.app.focus();
    it.screen.type_text("b");
    until("those found", || it.app.rows().len() < 11);
    it.home();
}

fn speak(it: &Camera, language: &str) {
    let code = if language.is_empty() { "en" } else { language };
    it.set(&format!("{{language: '{code}'}}"));
    it.sees(&format!("html[lang={code}]"));
}

/// Opens a sheet by its keys.
fn sheet(it: &Camera, keys: &str) {
    it.screen.press(keys);
    it.sees("dialog[open]");
}

/// Opens a page of the settings.
fn settings(it: &Camera, page: usize) {
    it.screen.press("ctrl+comma");
    // The first leads back to the codes.
    it.click("nav.side button.nav", page + 1);
}

fn quick(it: &Camera, of_guide: bool) {
    const SCENES: [(&str, &str, RangeInclusive<u64>); 3] = [
        ("quick-recent", "", 10..=26),
        ("quick", "by", 10..=26),
        ("quick-expiring", "by", 3..=4),
    ];
    for (name, typed, seconds) in SCENES {
        let is_in_guide = name != "quick-expiring";
        if it.wants(name) && (is_in_guide || !of_guide) {
            take_quick(it, name, typed, seconds);
        }
    }
    it.set("{theme: 'light'}");
}

fn take_quick(it: &Camera, name: &str, typed: &str, seconds: RangeInclusive<u64>) {
    it.wait_for(seconds);
    it.app.start_again("--quick");
    // Its title is in another language by now.
    let window = until_some("quick search", || {
        let active = it.screen.hears("xdotool", &["getactivewindow"])?;
        let window = active.trim().to_owned();
        (window != it.app.window()).then_some(window)
    });
    it.screen.type_text(typed);
    it.both(name, window.parse().expect("a number"), QUICK);
    it.screen.press("Escape");
    it.app.focus();
}

fn locked(it: &Camera, of_guide: bool) {
    it.app.focus();
    it.screen.press("ctrl+l");
    it.sees("form [type=password]");
    if it.wants("unlock") {
        it.take("unlock", if of_guide { ONE } else { BOTH });
    }
    if it.wants("quick-locked") && !of_guide {
        take_quick(it, "quick-locked", "", 1..=30);
        it.set("{theme: 'light'}");
    }
    if it.wants("unlock-wrong") && !of_guide {
        it.app.focus();
        it.screen.type_text("wrong");
        it.screen.press("Return");
        it.sees("[role=alert]");
        it.take("unlock-wrong", ONE);
    }
    it.app.focus();
    it.screen.press("ctrl+a");
    it.screen.type_text(PASSWORD);
    it.screen.press("Return");
    it.sees("[role=search]");
}

/// Five screenshots: three codes, one that is here already, one without any.
fn screenshots(screen: &Screen) -> Vec<PathBuf> {
    let link = demo::link;
    let files = [
        (
            "batch-2fa.png",
            demo::code(&link("Batch", "test@example.com")),
        ),
        (
            "Screenshot 14.02.png",
            demo::code(&link("Standby Pager", "work@example.com")),
        ),
        (
            "rocket.png",
            demo::code(&link("Derby Club", "home@example.com")),
        ),
        (
            "deploy.png",
            demo::code(&link("DeployHQ", "deploy@example.com")),
        ),
        ("IMG_2041.png", demo::blank()),
    ];
    let save = |(name, picture): (&str, Vec<u8>)| {
        let path = screen.home().join(name);
        std::fs::write(&path, picture).expect("a home");
        path
    };
    files.map(save).to_vec()
}
