//! Adding accounts from the screen: three monitors of different scales, and the window out of
//! the way.

use keytick_e2e::show::{Layer, Shown, side};
use keytick_e2e::{App, Monitor, Screen, leaks};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

/// A desk with a laptop between two screens, each with its own scale.
const MONITORS: [Monitor; 3] = [
    Monitor {
        place: [0, 0],
        size: [1600, 1000],
        dpi: 96,
    },
    Monitor {
        place: [1600, 0],
        size: [1920, 1080],
        dpi: 144,
    },
    Monitor {
        place: [3520, 200],
        size: [1280, 1600],
        dpi: 192,
    },
];

/// Where the last pixels of the last monitor are.
const CORNER: [u32; 2] = [4800, 1800];

#[test]
fn codes_in_a_far_corner_and_behind_the_window_are_found() {
    let far = Site {
        issuer: "Farcorner",
        account: "ana@example.com",
        key: "NFXCA5DIMUQGMYLSEBRW64TOMVZCA33G",
    };
    let behind = Site {
        issuer: "Behind",
        account: "ana@example.com",
        key: "MJSWQ2LOMQQHI2DFEB3WS3TEN53SA2LU",
    };
    let screen = Screen::with_monitors(&MONITORS);
    let app = App::open(&screen);
    app.create_vault(PASSWORD);

    // Nothing is on the screens yet.
    app.focus();
    screen.press("ctrl+g");
    app.shows("No QR code on your screens");
    screen.press("Escape");

    let edge = side(&far.uri());
    let corner = CORNER.map(|end| end - edge);
    let _shown = Shown::code(&screen, &far.uri(), corner, Layer::Top);
    screen.press("ctrl+g");
    app.shows("Add this account?");
    app.focus();
    screen.press("Return");
    shows_codes_of(&app, &[far]);

    screen.xdotool(&["windowmove", "--sync", app.window(), "40", "40"]);
    let _hidden = Shown::code(&screen, &behind.uri(), [300, 300], Layer::Usual);
    app.focus();
    screen.press("ctrl+g");
    app.shows("1 new account in 3 screenshots");
    app.focus();
    screen.press("Return");
    let sites = [far, behind];
    shows_codes_of(&app, &sites);

    let sentinels = sites.map(|site| site.sentinel());
    leaks::assert_none_in_page(&app, &sentinels);
    drop(app);
    leaks::assert_none_in_files(&screen, &sentinels);
}
