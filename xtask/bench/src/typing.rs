//! How long a letter in the search takes to change the list on the screen, seen from outside:
//! the X server is handed the key, and asked for the first row's pixels until they are others.

use std::time::Duration;

use keytick_e2e::Screen;

use crate::running::{BARE_LIST, KEYTICK, NAME, Program, Running, fill};
use crate::table::{median, milliseconds, percentile, row};

/// Words typed. Their letters are none with which the list begins.
const WORDS: usize = 15;

/// Prints the times with 1,000 and with 10,000 accounts, and those of a bare list before them.
pub fn measure() {
    for (length, name, goal) in [
        (3, "1,000 accounts", "to reach: 16 ms"),
        (4, "10,000 accounts", "to reach: p95 33 ms"),
    ] {
        let screen = Screen::start();
        fill(&screen, length);
        print(
            "a bare list of ten rows",
            times(&screen, BARE_LIST, length, |_| ()),
            "",
        );
        let ours = times(&screen, KEYTICK, length, |running| running.unlock());
        print(name, ours, goal);
    }
}

fn print(name: &str, times: Vec<Duration>, goal: &str) {
    row(name, &milliseconds(median(times.clone())), "median");
    let remark = [Some("p95"), Some(goal).filter(|goal| !goal.is_empty())];
    let remark: Vec<&str> = remark.into_iter().flatten().collect();
    row("", &milliseconds(percentile(times, 95)), &remark.join("; "));
}

fn times(screen: &Screen, program: Program, length: u32, ready: fn(&Running<'_>)) -> Vec<Duration> {
    let running = Running::start(screen, program);
    screen.focus(&running.window.to_string());
    ready(&running);
    let (watch, window) = (&running.watch, running.window);
    watch.until_still(window, NAME);
    let mut times = Vec::new();
    for number in 0..WORDS as u32 {
        for place in 0..length {
            // B to J, and another one next time.
            let letter = u32::from(b'b') + (number * 7 + place * 5) % 9;
            let before = watch.picture(window, NAME);
            watch.press(&[letter]);
            times.push(watch.until_other(window, NAME, &before));
            watch.until_still(window, NAME);
        }
        screen.press("ctrl+a");
        let before = watch.picture(window, NAME);
        screen.press("BackSpace");
        watch.until_other(window, NAME, &before);
        watch.until_still(window, NAME);
    }
    times
}
