//! Quick search: how soon its rows are seen after the keys that open it, and how soon it is
//! gone after Enter; and the same where its web view was let go and has to be made again.

use std::time::{Duration, Instant};

use keytick_e2e::{Screen, until};

use crate::running::{KEYTICK, Running, fill};
use crate::table::{median, milliseconds, row};

const RUNS: usize = 15;
const COLD_RUNS: usize = 5;

const TITLE: &str = "Keytick quick search";

/// X11's symbols of Ctrl, Shift, D and Enter.
const KEYS: [u32; 3] = [0xffe3, 0xffe1, b'd' as u32];
const ENTER: [u32; 1] = [0xff0d];

/// Between two openings: what closing sets in motion (the keyboard given back, the use counted)
/// has come to an end then, as it has between two openings by a person.
const PAUSE: Duration = Duration::from_millis(500);

/// Where the second row's code stands in the window, in pixels.
const CODE: (i16, i16, u16, u16) = (430, 155, 80, 24);

/// Prints the times.
pub fn measure() {
    let screen = Screen::start();
    fill(&screen, 2);
    let (shown, hidden) = warm(&screen);
    row(
        "keys to codes on view",
        &milliseconds(shown),
        "to reach: 80 ms",
    );
    row("Enter to hidden", &milliseconds(hidden), "to reach: 50 ms");
    let cold = milliseconds(cold(&screen));
    row("keys to codes on view, web view let go", &cold, "");
}

fn warm(screen: &Screen) -> (Duration, Duration) {
    let running = Running::start(screen, KEYTICK);
    running.unlock();
    let watch = &running.watch;
    let window = first_opening(&running);
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        std::thread::sleep(PAUSE);
        watch.press(&KEYS);
        runs.0.push(watch.until_painted(window, CODE));
        has_keyboard(screen, window);
        watch.press(&ENTER);
        runs.1.push(watch.until_hidden(window));
    }
    (median(runs.0), median(runs.1))
}

/// With the setting that lets the web views go while the vault is open, and a short minute.
fn cold(screen: &Screen) -> Duration {
    let folder = screen.folder("config").join("keytick");
    std::fs::create_dir_all(&folder).expect("a folder");
    let settings = br#"{ "keepQuickReady": false }"#;
    std::fs::write(folder.join("settings.json"), settings).expect("settings");
    let running = Running::start_with(screen, KEYTICK, &[("KEYTICK_REST_SECONDS", "1")]);
    running.unlock();
    running.hide();
    let watch = &running.watch;
    let mut runs = Vec::new();
    for _ in 0..COLD_RUNS {
        until("the web views to be let go", || !running.has_page());
        std::thread::sleep(PAUSE);
        let began = Instant::now();
        watch.press(&KEYS);
        let window = watch.until_titled(TITLE);
        watch.until_painted(window, CODE);
        runs.push(began.elapsed());
        has_keyboard(screen, window);
        watch.press(&ENTER);
        until("quick search to go", || !screen.has_window(TITLE));
    }
    median(runs)
}

/// Opens it for the first time, with the vault open, and gives the window's id.
fn first_opening(running: &Running<'_>) -> u32 {
    let (screen, watch) = (running.screen, &running.watch);
    watch.press(&KEYS);
    let window = watch.until_titled(TITLE);
    watch.until_painted(window, CODE);
    has_keyboard(screen, window);
    screen.press("Escape");
    watch.until_hidden(window);
    window
}

/// Waits until keys go to it.
fn has_keyboard(screen: &Screen, window: u32) {
    until("the keyboard in quick search", || {
        let active = screen.hears("xdotool", &["getactivewindow"]);
        active.is_some_and(|active| active.trim() == window.to_string())
    });
}
