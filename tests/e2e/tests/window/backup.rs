//! A backup for another app, written here; and the same file, dropped on the Keytick of
//! another computer.

use keytick_e2e::web::Look;
use keytick_e2e::{App, Screen, drag, leaks, until};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

/// The password of the one who wrote the file; the other has [`PASSWORD`].
const OTHER: &str = "nine calm herons wander";

#[test]
fn a_backup_goes_to_another_computer_and_is_taken_back_there() {
    let sites = [
        Site {
            issuer: "Bytebase",
            account: "ana@example.com",
            key: "MJQWG23VOAQGM33SEBQW433UNBSXEIDB",
        },
        Site {
            issuer: "Rocketchat",
            account: "ops@example.com",
            key: "MJQWG23VOAQGS4ZAORQWWZLOEBRGCY3L",
        },
    ];
    let sentinels = sites.map(|site| site.sentinel());

    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(OTHER);
    for site in sites {
        screen.copy_picture(&site.page(&screen, Look::Plain));
        app.focus();
        screen.press("ctrl+v");
        app.shows("Add this account?");
        screen.press("Return");
        app.shows(site.issuer);
    }
    app.click(&app.button("Back up"));
    app.click(&app.field("Locked file for another app"));
    app.fill("Your KEYTICK password", OTHER);
    screen.press("Return");
    let written = screen.home().join("moving.json");
    screen.save_file(&written);
    app.shows("Saved and checked: 2 accounts.");
    let file = std::fs::read(&written).expect("the file that was saved");
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("\"slots\""), "no Aegis backup: {text}");
    std::fs::remove_file(&written).expect("the file that was saved");
    leaks::assert_none_in_page(&app, &sentinels);
    drop(app);
    leaks::assert_none_in_files(&screen, &sentinels);
    drop(screen);

    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    let place = screen.home().join("moving.json");
    std::fs::write(&place, file).expect("a file at home");
    drag::drop_files(&screen, &app, &[place]);
    app.shows("Aegis backup, locked with a password");
    app.fill("Password of that backup", PASSWORD);
    screen.press("Return");
    app.shows("That is not the password of this backup.");
    // Its text is selected, so that typing replaces it.
    screen.type_text(OTHER);
    screen.press("Return");
    app.shows("2 new accounts in the backup from Aegis");
    screen.press("Return");
    shows_codes_of(&app, &sites);
    screen.press("ctrl+z");
    until("an empty list", || app.rows().is_empty());
    leaks::assert_none_in_page(&app, &sentinels);
}
