//! Locking, a wrong password, the right one.

use keytick_e2e::web::Look;
use keytick_e2e::{App, Screen};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

#[test]
fn opens_with_the_right_password_only() {
    let site = Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "NRXWG23JNZTSAYLOMQQHK3TMN5RWW2LO",
    };
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_picture(&site.page(&screen, Look::Plain));
    app.focus();
    screen.press("ctrl+v");
    app.shows("Add this account?");
    screen.press("Return");
    shows_codes_of(&app, &[site]);

    screen.press("ctrl+l");
    app.shows("Unlock KEYTICK");
    assert!(
        !app.text().contains(site.issuer),
        "a locked window shows no account"
    );

    // The field has the keyboard: nothing is clicked.
    screen.type_text("not the password");
    screen.press("Return");
    app.shows("That password is not right.");

    // Its text is selected, so that typing replaces it.
    screen.type_text(PASSWORD);
    screen.press("Return");
    shows_codes_of(&app, &[site]);
}
