//! How much memory the whole process tree takes beside a bare Tauri window: shared pages are
//! divided among those who share them (proc_pid_smaps(5), "Pss").

use std::time::{Duration, Instant};

use keytick_e2e::{Screen, until};

use crate::running::{BARE, KEYTICK, Running, fill};
use crate::table::row;

/// Looks are this far apart; memory has settled when five of them differ by less than 1 %.
const APART: Duration = Duration::from_millis(500);
const LOOKS: usize = 5;

/// How long the web views stay, and then some.
const LET_GO: Duration = Duration::from_secs(75);

/// Prints it on view and a minute after it was hidden.
pub fn measure() {
    let screen = Screen::start();
    fill(&screen, 1);
    let bare = settled(&Running::start(&screen, BARE));
    row(
        "a bare window",
        &mebibytes(bare),
        "PSS of all its processes",
    );
    let running = Running::start(&screen, KEYTICK);
    let beside = |memory: u64| format!("{:.2} x bare", memory as f64 / bare as f64);
    let locked = settled(&running);
    row("locked, on view", &mebibytes(locked), &beside(locked));
    running.unlock();
    let open = settled(&running);
    let remark = format!("{}; to reach: 1.25", beside(open));
    row("unlocked, on view", &mebibytes(open), &remark);
    running.hide();
    let hidden = settled(&running);
    row(
        "unlocked, hidden, quick search ready",
        &mebibytes(hidden),
        &beside(hidden),
    );
    drop(running);
    let running = Running::start(&screen, KEYTICK);
    running.screen.focus(&running.window.to_string());
    running.hide();
    until_let_go(&running);
    let let_go = settled(&running);
    row(
        "hidden for a minute, web views let go",
        &mebibytes(let_go),
        "to reach: 80 MiB",
    );
    for pid in running.processes() {
        let name = std::fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
        row(
            &format!("  {}", name.trim()),
            &mebibytes(proportional(pid)),
            "",
        );
    }
}

/// Waits until the process that shows the pages has ended.
fn until_let_go(running: &Running<'_>) {
    let began = Instant::now();
    while running.has_page() && began.elapsed() < LET_GO {
        std::thread::sleep(APART);
    }
}

fn mebibytes(kibibytes: u64) -> String {
    format!("{:.1} MiB", kibibytes as f64 / 1024.0)
}

/// The memory once it has settled, in KiB.
fn settled(running: &Running<'_>) -> u64 {
    let mut last: Vec<u64> = Vec::new();
    until("memory to settle", || {
        std::thread::sleep(APART);
        last.push(running.processes().into_iter().map(proportional).sum());
        let recent = &last[last.len().saturating_sub(LOOKS)..];
        let (low, high) = (recent.iter().min(), recent.iter().max());
        let spread = low.zip(high).map_or(0, |(low, high)| high - low);
        recent.len() == LOOKS && spread < recent[0] / 100
    });
    last.pop().unwrap_or_default()
}

fn proportional(pid: u32) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup"));
    let rollup = rollup.unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|it| it.parse().ok()).unwrap_or_default()
}
