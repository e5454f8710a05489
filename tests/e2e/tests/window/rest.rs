//! The web views are let go while nobody sees a window, and are there again when one is wanted.

use std::process::Child;

use keytick_e2e::form::Form;
use keytick_e2e::stopwatch::Stopwatch;
use keytick_e2e::{App, Screen, oathtool, processes, program, until};

use crate::PASSWORD;
use crate::site::{Site, shows_codes_of};

const MAIN: &str = "Keytick";
const QUICK: &str = "Keytick quick search";

/// Where the first row's name stands in the list, in pixels.
const NAME: (i16, i16, u16, u16) = (240, 70, 150, 24);

const SITES: [Site; 2] = [
    Site {
        issuer: "Bytebase",
        account: "ana@example.com",
        key: "OJSXG5BANFZSAYJANNSXSIDPMYQGC3TB",
    },
    Site {
        issuer: "Rocketchat",
        account: "ana@example.com",
        key: "OJSXG5BANFZSAYJANNSXSIDPMYQHE33D",
    },
];

#[test]
fn quick_search_and_the_list_come_back_after_the_web_views_were_let_go() {
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_text(&SITES.map(|site| site.uri()).join("\n"));
    app.focus();
    screen.press("ctrl+v");
    app.shows("2 new accounts");
    screen.press("Return");
    shows_codes_of(&app, &SITES);
    app.kill();

    // Nobody drives it from here on: WebDriver would lose its page.
    let app = Running::start(&screen);
    let form = Form::open(&screen, "Sign in to somewhere");
    screen.focus(&screen.window(MAIN));
    screen.press("ctrl+w");
    until("the web views to go", || !has_page(&screen));

    // Quick search asks for the password, and copies a code into the form.
    screen.focus(&form.window);
    screen.press("ctrl+shift+d");
    has_keyboard(&screen);
    screen.type_text(PASSWORD);
    screen.press("Return");
    screen.type_text("roc");
    screen.press("Return");
    until("quick search to hide", || !screen.has_window(QUICK));
    form.takes(&code_of(&screen, SITES[1]));

    // The main window comes with its list: Enter copies the first account's code.
    app.start_again();
    let window = screen.window(MAIN);
    screen.focus(&window);
    Stopwatch::new(&screen).until_painted(window.parse().expect("a number"), NAME);
    screen.press("Return");
    until("the window to hide", || !screen.has_window(MAIN));
    code_of(&screen, SITES[0]);
    assert!(has_page(&screen));
    // Of a library, whose threads once looked twice a second whether there is work.
    until("threads to end that nobody needs", || {
        !threads(&screen).contains("blocking-")
    });
}

/// The app, until this is dropped.
struct Running<'a>(&'a Screen, Child);

impl<'a> Running<'a> {
    fn start(screen: &'a Screen) -> Self {
        let mut command = screen.program(&program().to_string_lossy(), &[]);
        command.env("KEYTICK_REST_SECONDS", "1");
        Self(screen, command.spawn().expect("the app"))
    }

    fn start_again(&self) {
        let again = self.0.program(&program().to_string_lossy(), &[]).status();
        assert!(again.expect("the app").success());
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let _gone = self.1.kill();
        let _gone = self.1.wait();
    }
}

fn tree(screen: &Screen) -> Vec<u32> {
    processes::tree(screen, &program())
}

/// Whether a process shows a page. The web view's network process stays: it is needed again,
/// and the next one would be made beside it.
fn has_page(screen: &Screen) -> bool {
    tree(screen).into_iter().any(|pid| {
        let name = std::fs::read_to_string(format!("/proc/{pid}/comm"));
        name.is_ok_and(|name| name.starts_with("WebKitWebProces"))
    })
}

/// The names of all its threads, a line each.
fn threads(screen: &Screen) -> String {
    let tasks = tree(screen)
        .into_iter()
        .flat_map(|pid| std::fs::read_dir(format!("/proc/{pid}/task")))
        .flatten()
        .flatten();
    // A thread may have ended by now.
    tasks
        .filter_map(|task| std::fs::read_to_string(task.path().join("comm")).ok())
        .collect()
}

fn has_keyboard(screen: &Screen) {
    let window = screen.window(QUICK);
    until("the keyboard in quick search", || {
        let active = screen.hears("xdotool", &["getactivewindow"]);
        active.is_some_and(|active| active.trim() == window)
    });
}

/// What is on the clipboard, which is this site's code.
fn code_of(screen: &Screen, site: Site) -> String {
    let step = oathtool::now() / 30;
    let right = [step.saturating_sub(1), step, step + 1];
    let right = right.map(|step| oathtool::totp(site.key, step * 30));
    let code = screen.clipboard().unwrap_or_default();
    assert!(right.contains(&code), "{code} is not one of {right:?}");
    code
}
