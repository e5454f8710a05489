//! How soon there is something to type into: from the start of the process to pixels, seen
//! from outside, a bare Tauri window and Keytick by turns.

use std::time::{Duration, Instant};

use keytick_e2e::Screen;

use crate::running::{BARE, KEYTICK, NAME, Program, Running, fill};
use crate::table::{median, milliseconds, row};

const STARTS: usize = 9;

/// Prints both times and how they compare.
pub fn measure() {
    let screen = Screen::start();
    fill(&screen, 1);
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        runs.0.push(start(&screen, BARE));
        runs.1.push(start(&screen, KEYTICK));
    }
    let (bare, ours) = (median(runs.0), median(runs.1));
    row("a bare window to its painted text", &milliseconds(bare), "");
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    row(
        "Keytick to the painted unlock field",
        &milliseconds(ours),
        &format!("{ratio:.2} x bare; to reach: 1.5"),
    );
    row(
        "Enter to the first code",
        &milliseconds(unlock(&screen)),
        "key derivation included",
    );
}

fn start(screen: &Screen, program: Program) -> Duration {
    let began = Instant::now();
    let _running = Running::start(screen, program);
    began.elapsed()
}

fn unlock(screen: &Screen) -> Duration {
    let running = Running::start(screen, KEYTICK);
    screen.focus(&running.window.to_string());
    screen.type_text(crate::running::PASSWORD);
    screen.press("Return");
    running.watch.until_painted(running.window, NAME)
}
