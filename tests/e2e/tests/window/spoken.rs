//! Every screen without a pointer and for a screen reader: what can be worked has a name in the
//! tree that AT-SPI gives, the keyboard gets everywhere, and what happens is said.

use keytick_e2e::reader::{Reader, Thing};
use keytick_e2e::{App, Screen, until};

use crate::PASSWORD;
use crate::quick::{self, MAIN, QUICK};
use crate::site::{Site, shows_codes_of};

const SITES: [Site; 3] = [
    Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "ONYG623FNYQGM2LSON2CA33OMVSWWZLZ",
    },
    Site {
        issuer: "Cloudhouse",
        account: "ops@example.com",
        key: "ONYG623FNYQHGZLDN5XGIIDPNZSWWZLZ",
    },
    Site {
        issuer: "Domains",
        account: "ana@example.com",
        key: "ONYG623FNYQHI2DJOJSCA33OMVSWWZLZ",
    },
];

/// Someone who neither sees the window nor has a mouse.
struct Person<'a> {
    screen: &'a Screen,
    app: &'a App<'a>,
    reader: &'a Reader,
}

impl Person<'_> {
    fn press(&self, keys: &[&str]) {
        for keys in keys {
            self.screen.press(keys);
        }
    }

    /// The screen with these words is there, and everything on it has a name.
    fn finds(&self, words: &str) {
        self.app.shows(words);
        self.reader.finds_names_and_roles(MAIN, words);
    }

    /// Opens what the keys open, looks at it, and closes it again.
    fn looks_at(&self, keys: &str, words: &str) {
        self.press(&[keys]);
        self.finds(words);
        self.press(&["Escape"]);
        until(&format!("{words:?} to close"), || {
            !self.app.text().contains(words)
        });
    }

    /// Tab after Tab until this has the keyboard; then Enter.
    fn opens(&self, name: &str) {
        self.reader.tab_to(self.screen, MAIN, name);
        self.press(&["Return"]);
    }

    fn thing(&self, role: &str, name: &str) -> Option<Thing> {
        let mut things = self.reader.things(MAIN).into_iter();
        things.find(|it| it.role == role && it.name == name)
    }
}

#[test]
fn first_run_adding_list_and_sheets_are_told_to_a_screen_reader() {
    let screen = Screen::with_screen_reader();
    let reader = Reader::start(&screen);
    let app = App::open(&screen);
    let person = Person {
        screen: &screen,
        app: &app,
        reader: &reader,
    };
    first_run(&person);
    adding(&person);
    list(&person);
    sheets(&person);
}

#[test]
fn settings_practice_sites_quick_search_and_locking_are_told_to_a_screen_reader() {
    let screen = Screen::with_screen_reader();
    let reader = Reader::start(&screen);
    let app = App::open(&screen);
    let person = Person {
        screen: &screen,
        app: &app,
        reader: &reader,
    };
    app.create_vault(PASSWORD);
    screen.copy_text(&SITES.map(|site| site.uri()).join("\n"));
    person.press(&["ctrl+v"]);
    app.shows("3 new accounts");
    person.press(&["Return"]);
    shows_codes_of(&app, &SITES);
    unlocking(&person);
    settings(&person);
    lab(&person);
    quick_search(&person);
}

fn first_run(person: &Person) {
    person.finds("Choose a password");
    person.screen.type_text(PASSWORD);
    person.reader.hears("Very strong. Centuries to guess.");
    let (screen, reader) = (person.screen, person.reader);
    reader.tab_to(screen, MAIN, "Same password again");
    screen.type_text(PASSWORD);
    person.press(&["Return"]);
    person.finds("Save your recovery key");
    // Spelled, not read as a word: "Group 1: A B C D".
    let things = reader.things(MAIN);
    let group = things.iter().find(|it| it.name.starts_with("Group 1: "));
    assert_eq!(
        group.map(|it| it.name.len()),
        Some("Group 1: A B C D".len())
    );
    person.opens("Do this later");
    person.finds("Add your first account");
}

fn adding(person: &Person) {
    person.looks_at("ctrl+n", "Images are read on this computer only");
    person.press(&["ctrl+g"]);
    person.finds("No QR code on your screens");
    person.press(&["Escape"]);
    person.app.shows("Add your first account");

    // Typed, field by field.
    let [typed, pasted, last] = SITES;
    person.press(&["ctrl+t"]);
    person.app.shows("More options");
    for (field, text) in [
        ("Name", typed.issuer),
        ("Account", typed.account),
        ("Key", typed.key),
    ] {
        person.reader.tab_to(person.screen, MAIN, field);
        person.screen.type_text(text);
    }
    person.opens("More options");
    person.finds("Digits");
    person.press(&["ctrl+s"]);
    person.app.shows("Added 1 account.");

    person.screen.copy_text(&pasted.uri());
    person.press(&["ctrl+v"]);
    person.finds("Add this account?");
    person.press(&["Return"]);
    // The sentence of the one before may still be there.
    shows_codes_of(person.app, &[typed, pasted]);

    let both = [pasted, last].map(|site| site.uri()).join("\n");
    person.screen.copy_text(&both);
    person.press(&["ctrl+v"]);
    person.finds("Already here");
    person.press(&["Return"]);
    person.app.shows("Added 1 account.");
    shows_codes_of(person.app, &SITES);
}

fn list(person: &Person) {
    let (screen, reader) = (person.screen, person.reader);
    person.finds("Domains");
    // A row says whose it is, and no code.
    let rows = |name: &str| person.thing("list item", name);
    for site in SITES {
        let name = format!("{}, {}", site.issuer, site.account);
        assert!(rows(&name).is_some(), "{name}: {:?}", reader.things(MAIN));
    }
    person.press(&["Home", "Down"]);
    until("the second row to be selected", || {
        rows("Cloudhouse, ops@example.com").is_some_and(|it| it.is_selected())
    });

    screen.type_text("by");
    reader.hears("1 of 3. Bytebase, ana@example.com.");
    person.press(&["ctrl+r"]);
    let spelled = spelled_by(reader, person);
    person.press(&["ctrl+Return"]);
    reader.hears("Copied. Clears in 30 seconds.");
    assert_eq!(screen.clipboard().map(|code| code.len()), Some(6));
    assert!(spelled.ends_with("left."), "{spelled}");
    person.press(&["Escape"]);

    screen.type_text("zyx");
    person.finds("No account matches");
    reader.hears("No account matches “zyx”");
    person.press(&["Escape"]);
    person.press(&["Home", "ctrl+d"]);
    until("a favourite", || {
        rows("Bytebase, ana@example.com, favourite").is_some()
    });
}

/// "7 3 0, 1 6 4. 18 seconds left.": each digit for itself.
fn spelled_by(reader: &Reader, person: &Person) -> String {
    let before = person.app.rows();
    let code = &before.first().expect("a row").code;
    let first = code.chars().next().expect("a digit");
    reader.hears(&format!("{first} "))
}

fn sheets(person: &Person) {
    person.looks_at("ctrl+k", "Show large");
    person.looks_at("ctrl+b", "Read aloud");
    person.looks_at("ctrl+e", "Save");
    person.looks_at("ctrl+i", "Anyone who sees the key");
    person.looks_at("F1", "Capture the screen");

    person.press(&["ctrl+Delete"]);
    person.finds("You will no longer get codes");
    let focused = person.reader.focused(MAIN).map(|it| it.name);
    assert_eq!(focused.as_deref(), Some("Keep Esc"));
    person.press(&["Return"]);

    person.press(&["shift+F6"]);
    person.press(&["shift+F6"]);
    person.opens("Back up");
    person.finds("Back up your accounts");
    person.press(&["Escape"]);
    shows_codes_of(person.app, &SITES);
}

fn settings(person: &Person) {
    person.press(&["ctrl+comma"]);
    person.finds("Changes are saved at once");
    for page in [
        "Security",
        "Clipboard",
        "Appearance",
        "Shortcuts",
        "Backups",
        "Sync",
    ] {
        person.opens(page);
        until(&format!("the page {page}"), || {
            person.thing("heading", page).is_some()
        });
        person.reader.finds_names_and_roles(MAIN, page);
    }
    person.press(&["Escape"]);
    shows_codes_of(person.app, &SITES);
}

fn lab(person: &Person) {
    person.press(&["ctrl+shift+t"]);
    person.finds("only on this computer");
    person.press(&["space"]);
    person.app.shows("Running");
    person.reader.finds_names_and_roles(MAIN, "a running site");
    person.press(&["Return"]);
    person.finds("Live log");
    person.press(&["Escape"]);
    person.app.shows("Start all");
    person.press(&["Escape"]);
    shows_codes_of(person.app, &SITES);
}

fn quick_search(person: &Person) {
    quick::open(person.screen);
    person.reader.finds_names_and_roles(QUICK, "quick search");
    person.screen.type_text("do");
    person.reader.hears("1 of 3. Domains, ana@example.com.");
    let focused = person.reader.focused(QUICK).map(|it| it.role);
    assert!(focused.is_some(), "{:?}", person.reader.things(QUICK));
    person.press(&["Escape", "Escape"]);
    until("quick search to hide", || !person.screen.has_window(QUICK));
    person.app.focus();
}

fn unlocking(person: &Person) {
    person.press(&["ctrl+l"]);
    person.finds("Unlock KEYTICK");
    person.screen.type_text("not the password");
    person.press(&["Return"]);
    person.reader.hears("That password is not right.");
    let focused = person.reader.focused(MAIN).map(|it| it.name);
    assert_eq!(focused.as_deref(), Some("Password"));
    person.opens("Forgot your password?");
    person.finds("Open with your recovery key");
    person.opens("Back");
    person.app.shows("Unlock KEYTICK");
    person.screen.type_text(PASSWORD);
    person.press(&["Return"]);
    shows_codes_of(person.app, &SITES);
}
