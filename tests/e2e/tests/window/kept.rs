//! What was saved is there tomorrow, however the app ended.

use keytick_e2e::web::Look;
use keytick_e2e::{App, Screen, leaks};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

#[test]
fn everything_is_there_after_the_app_was_killed() {
    let site = Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "NNUWY3DFMQQGC3TEEBZGK33QMVXGKZBA",
    };
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_picture(&site.page(&screen, Look::Plain));
    app.focus();
    screen.press("ctrl+v");
    app.shows("Add this account?");
    screen.press("Return");
    // Not the site's name: the review shows that too, before anything is saved.
    app.shows("Added 1 account.");
    app.kill();

    let app = App::open(&screen);
    app.shows("Unlock KEYTICK");
    screen.type_text(PASSWORD);
    screen.press("Return");
    shows_codes_of(&app, &[site]);
    drop(app);
    leaks::assert_none_in_files(&screen, &[site.sentinel()]);
}
