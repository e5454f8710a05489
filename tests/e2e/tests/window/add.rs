//! Adding accounts from screenshots: pasted, dropped, picked.

use std::path::PathBuf;

use keytick_e2e::web::{Look, screenshot};
use keytick_e2e::{App, Screen, drag, leaks};

use crate::site::{Site, shows_codes_of};
use crate::{PASSWORD, google};

fn save(screen: &Screen, name: &str, png: &[u8]) -> PathBuf {
    let path = screen.home().join(name);
    std::fs::write(&path, png).expect("a file at home");
    path
}

#[test]
fn a_screenshot_is_pasted_dropped_and_picked() {
    let pasted = Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "KRSXG5DJNZTSAYLOMQQGE4TFMFVWS3TH",
    };
    let dropped = Site {
        issuer: "Cloudhouse",
        account: "ops@example.com",
        key: "MRZG64DQMVSCA53JORUCA5DIMUQG233V",
    };
    let picked = Site {
        issuer: "Domains",
        account: "ana@example.com",
        key: "OBUWG23FMQQGM4TPNUQGCIDGNFWGKIDE",
    };
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);

    screen.copy_picture(&pasted.page(&screen, Look::Plain));
    app.focus();
    screen.press("ctrl+v");
    app.shows("Add this account?");
    screen.press("Return");
    shows_codes_of(&app, &[pasted]);

    let file = save(&screen, "dropped.png", &dropped.page(&screen, Look::Plain));
    drag::drop_files(&screen, &app, &[file]);
    app.shows("Add this account?");
    app.focus();
    screen.press("Return");
    shows_codes_of(&app, &[pasted, dropped]);

    let file = save(&screen, "picked.png", &picked.page(&screen, Look::Plain));
    screen.press("ctrl+o");
    screen.pick_file(&file);
    app.shows("Add this account?");
    app.focus();
    screen.press("Return");
    let sites = [pasted, dropped, picked];
    shows_codes_of(&app, &sites);

    let sentinels = sites.map(|site| site.sentinel());
    leaks::assert_none_in_page(&app, &sentinels);
    drop(app);
    leaks::assert_none_in_files(&screen, &sentinels);
}

#[test]
fn five_screenshots_dropped_at_once_are_all_in_the_review() {
    let site = |issuer, key| Site {
        issuer,
        account: "ana@example.com",
        key,
    };
    let sites = [
        site("Plain", "ONUW24DMMUQHA3DBNFXCA4DJMN2HK4TF"),
        site("First", "MZUXE43UEBXWMIDUO5XSAY3PMRSXGIDI"),
        site("Second", "ONSWG33OMQQG6ZRAOR3W6IDDN5SGK4ZA"),
        site("Night", "NRUWO2DUEBWW6ZDVNRSXGIDPNYQGIYLS"),
        site("Clear", "NZXSAYTBMNVWO4TPOVXGIIDBOQQGC3DM"),
        site("ExportOne", "MV4HA33SORSWIIDPNZSSA33GEB2GQ4TF"),
        site("ExportTwo", "MV4HA33SORSWIIDUO5XSA33GEB2GQ4TF"),
        site("ExportThree", "MV4HA33SORSWIIDUNBZGKZJAN5TCAMZA"),
    ];
    let [plain, first, second, night, clear, exported @ ..] = sites;
    let screen = Screen::start();
    let shots = [
        ("plain.png", plain.page(&screen, Look::Plain)),
        (
            "two.png",
            screenshot(&screen, Look::Plain, &[&first.uri(), &second.uri()]),
        ),
        ("night.png", night.page(&screen, Look::LightOnDark)),
        ("clear.png", clear.page(&screen, Look::Transparent)),
        ("export.png", {
            let parts = google::export(&exported);
            screenshot(&screen, Look::Plain, &parts.each_ref().map(String::as_str))
        }),
    ];
    let files = shots.map(|(name, png)| save(&screen, name, &png));
    let app = App::open(&screen);
    app.create_vault(PASSWORD);

    drag::drop_files(&screen, &app, &files);
    app.shows("8 new accounts in 5 screenshots");
    app.focus();
    screen.press("Return");

    shows_codes_of(&app, &sites);
    let sentinels = sites.map(|site| site.sentinel());
    leaks::assert_none_in_page(&app, &sentinels);
    drop(app);
    leaks::assert_none_in_files(&screen, &sentinels);
}
