//! Quick search: how soon its rows are seen after the keys that open it, and how soon it is
//! gone after Enter.

use keytick_e2e::stopwatch::Stopwatch;
use keytick_e2e::{Screen, until};

use crate::commands::built;
use crate::table::{median, milliseconds, row};
use crate::window::{PASSWORD, fill};

const RUNS: usize = 15;

/// X11's symbols of Ctrl, Shift, D and Enter.
const KEYS: [u32; 3] = [0xffe3, 0xffe1, b'd' as u32];
const ENTER: [u32; 1] = [0xff0d];

/// Where the second row's code stands in the window, in pixels.
const CODE: (i16, i16, u16, u16) = (430, 155, 80, 24);

/// Prints both times.
pub fn measure() {
    let screen = Screen::start();
    fill(&screen);
    let program = built("keytick-desktop");
    let mut child = screen
        .program(&program.to_string_lossy(), &[])
        .spawn()
        .expect("Keytick");
    let main = screen.window("Keytick");
    screen.focus(&main);
    screen.type_text(PASSWORD);
    screen.press("Return");
    let watch = Stopwatch::new(&screen);
    let window = first_opening(&screen, &watch);
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        watch.press(&KEYS);
        runs.0.push(watch.until_painted(window, CODE));
        has_keyboard(&screen, window);
        watch.press(&ENTER);
        runs.1.push(watch.until_hidden(window));
    }
    let _ = child.kill();
    let _ = child.wait();
    row(
        "keys to codes on view",
        &milliseconds(median(runs.0)),
        "to reach: 80 ms",
    );
    row(
        "Enter to hidden",
        &milliseconds(median(runs.1)),
        "to reach: 50 ms",
    );
}

/// Opens it for the first time, with the vault open, and gives the window's id.
fn first_opening(screen: &Screen, watch: &Stopwatch) -> u32 {
    const TITLE: &str = "Keytick quick search";
    let mut id = None;
    until("quick search with codes", || {
        if !screen.has_window(TITLE) {
            watch.press(&KEYS);
        }
        id = screen.window(TITLE).parse().ok();
        id.is_some()
    });
    let window = id.expect("a number");
    watch.until_painted(window, CODE);
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
