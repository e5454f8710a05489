//! A vault that a disk has damaged, and the way back: Enter.

use keytick_e2e::{App, Screen};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

#[test]
fn enter_restores_the_newest_backup_of_a_damaged_vault() {
    let site = Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "MRQW2YLHMVSCA4DSN53GSZDFOIQG63TF",
    };
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_text(&site.uri());
    app.focus();
    screen.press("ctrl+v");
    app.shows("Add this account?");
    screen.press("Return");
    shows_codes_of(&app, &[site]);
    // What is saved next keeps the file with the account as a backup.
    screen.press("ctrl+d");
    app.shows("Favourites");
    app.kill();

    let vault = screen.folder("data").join("keytick/vault.keytick");
    let mut bytes = std::fs::read(&vault).expect("the vault");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&vault, bytes).expect("a damaged vault");

    let app = App::open(&screen);
    app.shows("Your accounts file is damaged");
    app.shows("Your backups are fine, so nothing is lost.");
    screen.press("Return");
    app.shows("Unlock KEYTICK");
    screen.type_text(PASSWORD);
    screen.press("Return");
    shows_codes_of(&app, &[site]);
}
