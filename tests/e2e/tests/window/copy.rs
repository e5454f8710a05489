//! Copying codes: letters, Enter, and the real clipboard.

use std::thread::sleep;
use std::time::{Duration, Instant};

use keytick_e2e::web::Look;
use keytick_e2e::{App, Screen, leaks, oathtool, until};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

/// How long a code stays on the clipboard, and one second for the slowest machine.
const CLEARED_AFTER: Duration = Duration::from_secs(31);

#[test]
fn letters_and_enter_copy_a_code_that_leaves_the_clipboard_again() {
    let sites = [
        Site {
            issuer: "Bytebase",
            account: "ana@example.com",
            key: "MNXXA6JAORUGKIDGNFZHG5BAMNXWIZJA",
        },
        Site {
            issuer: "Rocketchat",
            account: "ana@example.com",
            key: "MNXXA6JAORUGKIDTMVRW63TEEBRW6ZDF",
        },
    ];
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    for site in sites {
        screen.copy_picture(&site.page(&screen, Look::Plain));
        app.focus();
        screen.press("ctrl+v");
        app.shows("Add this account?");
        screen.press("Return");
        app.shows(site.issuer);
    }
    shows_codes_of(&app, &sites);

    let step = copy_by_letters(&screen, &app);
    let copied = Instant::now();
    let code = screen.clipboard().unwrap();
    let right = [step, step + 1].map(|step| oathtool::totp(sites[1].key, step * 30));
    assert!(right.contains(&code), "{code} is not one of {right:?}");
    assert_eq!(screen.clipboard_hint().as_deref(), Some("secret"));
    until("an empty clipboard", || {
        screen.clipboard().is_none_or(|text| text.is_empty())
    });
    let lasted = copied.elapsed();
    assert!(lasted < CLEARED_AFTER, "the code stayed for {lasted:?}");
    assert!(
        lasted > Duration::from_secs(25),
        "the code was gone after {lasted:?}"
    );

    copy_by_letters(&screen, &app);
    let copied = Instant::now();
    screen.copy_text("mine");
    while copied.elapsed() < CLEARED_AFTER {
        assert_eq!(screen.clipboard().as_deref(), Some("mine"));
        sleep(Duration::from_millis(500));
    }

    leaks::assert_none_in_page(&app, &sites.map(|site| site.sentinel()));
}

/// Types letters of the second site's name and Enter; gives the time step of before.
fn copy_by_letters(screen: &Screen, app: &App) -> u64 {
    app.focus();
    screen.press("ctrl+a");
    screen.copy_text("something else");
    let step = oathtool::now() / 30;
    screen.type_text("rc");
    screen.press("Return");
    until("a code on the clipboard", || {
        screen
            .clipboard()
            .is_some_and(|text| text != "something else")
    });
    step
}
