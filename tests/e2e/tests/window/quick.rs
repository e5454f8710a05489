//! Quick search: the keys that work everywhere, a few letters, Enter, and the code is in the
//! form that had the keyboard.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use keytick_e2e::form::Form;
use keytick_e2e::stopwatch::Stopwatch;
use keytick_e2e::tray::Tray;
use keytick_e2e::{App, Screen, oathtool, until, until_some};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

/// The title of the main window.
pub const MAIN: &str = "Keytick";

/// The title of the window of quick search.
pub const QUICK: &str = "Keytick quick search";

/// The keys that open it.
const KEYS: &str = "ctrl+shift+d";

const SITES: [Site; 2] = [
    Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "MNXXA6JAORUGKIDROVUWG2ZAMJ4XIZI3",
    },
    Site {
        issuer: "Rocketchat",
        account: "ana@example.com",
        key: "MNXXA6JAORUGKIDROVUWG2ZAOJXWG2Y3",
    },
];

#[test]
fn letters_and_enter_bring_a_code_into_the_form_that_had_the_keyboard() {
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_text(&SITES.map(|site| site.uri()).join("\n"));
    app.focus();
    screen.press("ctrl+v");
    app.shows("2 new accounts");
    screen.press("Return");
    shows_codes_of(&app, &SITES);
    let form = Form::open(&screen, "Sign in to somewhere");

    // Two letters. The window is in the middle of the screen, 22% below its top.
    open(&screen);
    let place = screen.hears("xdotool", &["search", "--name", QUICK, "getwindowgeometry"]);
    assert!(place.is_some_and(|place| place.contains("Position: 500,220")));
    screen.type_text("ro");
    copies(&screen, SITES[1], &form);

    // Nothing typed: the account that was used last.
    open(&screen);
    copies(&screen, SITES[1], &form);
    drop(form);

    // Nothing typed in a window of a site: its account.
    let form = Form::open(&screen, "Bytebase | Sign in - Chromium");
    open(&screen);
    // The last search is still there, selected.
    screen.press("BackSpace");
    copies(&screen, SITES[0], &form);

    // Escape and the keys themselves hide it, and give the keyboard back.
    for keys in ["Escape", KEYS] {
        open(&screen);
        screen.press(keys);
        until("quick search to hide", || !screen.has_window(QUICK));
        form.has_keyboard();
    }

    // Letting go of Shift and Ctrl first, with a letter in between, is no second press.
    let slowly = "keydown ctrl keydown shift keydown d keyup shift keyup ctrl key o keyup d";
    screen.hears("xdotool", &slowly.split(' ').collect::<Vec<_>>());
    on_view(&screen);
    screen.type_text("ro");
    copies(&screen, SITES[1], &form);

    // Another window that takes the keyboard hides it.
    open(&screen);
    app.focus();
    until("quick search to hide", || !screen.has_window(QUICK));

    // Locked: it asks for the password, and the letters typed behind it are the search.
    screen.press("ctrl+l");
    app.shows("Unlock KEYTICK");
    screen.focus(&form.window);
    // Neither the app that starts nor the one that runs minds an argument that is no text.
    let [quick, no_text] = [b"--quick".as_slice(), b"\xff"].map(OsStr::from_bytes);
    app.start_again_with(&[no_text, quick]);
    on_view(&screen);
    screen.type_text(PASSWORD);
    screen.press("Return");
    screen.type_text("roc");
    copies(&screen, SITES[1], &form);
}

/// Opens it with its keys.
pub fn open(screen: &Screen) {
    screen.press(KEYS);
    on_view(screen);
}

/// Waits until it is on view and has the keyboard.
fn on_view(screen: &Screen) {
    let window = screen.window(QUICK);
    until("the keyboard in quick search", || {
        let active = screen.hears("xdotool", &["getactivewindow"]);
        active.is_some_and(|active| active.trim() == window)
    });
}

/// Enter copies the site's code and hides the window, and the form gets the code pasted.
fn copies(screen: &Screen, site: Site, form: &Form<'_>) {
    screen.copy_text("something else");
    let step = oathtool::now() / 30;
    screen.press("Return");
    until("quick search to hide", || !screen.has_window(QUICK));
    // It was there before the window hid.
    let code = screen.clipboard().expect("a code");
    let right = [step, step + 1].map(|step| oathtool::totp(site.key, step * 30));
    assert!(right.contains(&code), "{code} is not one of {right:?}");
    form.takes(&code);
}

#[test]
fn the_tray_brings_back_what_was_closed_and_shows_a_copied_code() {
    let screen = Screen::start();
    let mut tray = Tray::open(&screen);
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_text(&SITES[0].uri());
    app.focus();
    screen.press("ctrl+v");
    app.shows("Add this account?");
    screen.press("Return");
    shows_codes_of(&app, &SITES[..1]);
    let plain = until_some("an icon in the tray", || tray.icon());

    // Copying hides the window, and the icon has a dot for as long as the code is there.
    screen.press("Return");
    until("the window to hide", || !screen.has_window(MAIN));
    until("a dot", || tray.icon() != Some(plain));
    tray.choose("Open Keytick");
    app.focus();
    screen.press("ctrl+w");
    until("the window to hide", || !screen.has_window(MAIN));

    // A click opens quick search.
    tray.click();
    on_view(&screen);
    screen.press("Escape");
    until("quick search to hide", || !screen.has_window(QUICK));

    // Closing leaves the program in the tray; quitting does not, and takes the code along.
    app.start_again("");
    app.focus();
    let window = app.window().parse().expect("a number");
    Stopwatch::new(&screen).close(window);
    until("the window to hide", || !screen.has_window(MAIN));
    assert!(!app.processes().is_empty());
    tray.choose("Quit");
    until("the program to end", || app.processes().is_empty());
    assert_eq!(screen.clipboard().unwrap_or_default(), "");
}
