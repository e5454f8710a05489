//! Codes typed into the form that had the keyboard, where a person has turned that on.

use keytick_e2e::form::Form;
use keytick_e2e::reader::Reader;
use keytick_e2e::{App, Screen, oathtool, until};

use crate::PASSWORD;
use crate::quick::{self, QUICK};
use crate::site::{Site, shows_codes_of};

const SITE: Site = Site {
    issuer: "Rocketchat",
    account: "ana@example.com",
    key: "OR4XAZLEEBRW6ZDFEBTG64RAMEQGM33S",
};

#[test]
fn a_code_is_typed_into_the_form_that_had_the_keyboard_and_nowhere_else() {
    let screen = Screen::with_screen_reader();
    let reader = Reader::start(&screen);
    let settings = screen.folder("config").join("keytick/settings.json");
    std::fs::create_dir_all(settings.parent().expect("a folder")).expect("a folder");
    std::fs::write(settings, r#"{ "typeCodes": true }"#).expect("settings");
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_text(&SITE.uri());
    app.focus();
    screen.press("ctrl+v");
    app.shows("Add this account?");
    screen.press("Return");
    shows_codes_of(&app, &[SITE]);
    screen.copy_text("mine");

    let chat = Form::open(&screen, "Chat");
    let form = Form::open(&screen, "Sign in to somewhere");
    // French keyboards have digits with Shift, and a Q where others have an A.
    for layout in ["us", "fr"] {
        screen.has_layout(layout);
        screen.press("ctrl+a");
        quick::open(&screen);
        screen.type_text("ro");
        let step = oathtool::now() / 30;
        screen.press("ctrl+shift+Return");
        until("quick search to hide", || !screen.has_window(QUICK));
        let right = [step, step + 1].map(|step| oathtool::totp(SITE.key, step * 30));
        until(&format!("one of {right:?} in the form"), || {
            right
                .iter()
                .any(|code| form.title() == format!("Typed {code}"))
        });
    }
    assert_eq!(screen.clipboard().as_deref(), Some("mine"));

    // The form goes while quick search is on view, and the chat gets the keyboard.
    quick::open(&screen);
    drop(form);
    reader.finds_names_and_roles(QUICK, "quick search");
    screen.press("ctrl+shift+Return");
    reader.hears("Nothing was typed: another window has the keyboard.");
    // Nor at the next try: the code is not for the window that came in between.
    screen.press("ctrl+shift+Return");
    reader.hears("Nothing was typed: another window has the keyboard.");
    screen.press("Escape");
    until("quick search to hide", || !screen.has_window(QUICK));
    chat.has_keyboard();
    assert_eq!(chat.title(), "Chat");
}
