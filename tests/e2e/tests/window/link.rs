//! Links for sign-in that a browser opens with the app: reviewed, and not before the vault is
//! open. And what a drop on a locked window comes to.

use keytick_e2e::{App, Screen, drag, leaks};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

#[test]
fn links_wait_for_the_password_and_end_in_a_review() {
    let site = |issuer, key| Site {
        issuer,
        account: "ana@example.com",
        key,
    };
    let first = site("Bytebase", "MEQGY2LONMQG64DFNZSWIIDCPEQGC3RA");
    let second = site("Cloudhouse", "MFXG65DIMVZCA33OMUWCA53INFWGKIDM");
    let later = site("Domains", "N5XGKIDXNBUWYZJANF2CA2LTEBXXAZLO");
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.press("ctrl+l");
    app.shows("Unlock KEYTICK");

    app.open_link(&first.uri());
    app.shows("Unlock first. Then you see the account of the link you opened.");
    app.open_link(&second.uri());
    app.shows("Unlock first. Then you see the accounts of the 2 links you opened.");
    let picture = screen.home().join("any.png");
    std::fs::write(&picture, "not looked at").expect("a file");
    drag::drop_on_locked(&screen, &app, &[picture]);
    app.shows("Unlock first, then drop again.");
    app.focus();
    screen.type_text(PASSWORD);
    screen.press("Return");
    app.shows("2 new accounts");

    // The next one waits until this review is over. Enter alone would add nothing: what a web
    // page sends is added on purpose only.
    app.open_link(&later.uri());
    app.focus();
    app.click(&app.button("Add 2 accounts"));
    app.shows("Add this account?");
    app.shows("From the link you opened");
    app.click(&app.button("Add account"));
    let sites = [first, second, later];
    shows_codes_of(&app, &sites);

    let sentinels = sites.map(|site| site.sentinel());
    leaks::assert_none_in_page(&app, &sentinels);
    drop(app);
    leaks::assert_none_in_files(&screen, &sentinels);
}
