//! What Keytick does when nobody does anything: wake-ups and the processor's time of all its
//! processes, from what the kernel counts, beside a bare Tauri window.
//!
//! A wake-up is a burst of work after a quiet time: that a timer runs and a page is painted
//! takes several threads, and is one wake-up of the computer.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use keytick_e2e::Screen;

use crate::running::{BARE, BARE_SECONDS, KEYTICK, Program, Running, fill};
use crate::table::row;

/// How long is looked on, and how long before that everything may settle.
const LOOK: Duration = Duration::from_secs(20);
const SETTLE: Duration = Duration::from_secs(6);

/// How often is looked, and the quiet time between two wake-ups.
const EVERY: Duration = Duration::from_millis(20);
const QUIET: Duration = Duration::from_millis(100);

/// What was seen: wake-ups a second, threads that got going a second, and the share of a core.
struct Seen {
    wakes: f64,
    switches: f64,
    core: f64,
}

/// Prints it for a bare window, with codes on view, and hidden.
pub fn measure() {
    let screen = Screen::start();
    fill(&screen, 1);
    print("a bare window", &look_at(&screen, BARE, |_| ()), "");
    let seconds = look_at(&screen, BARE_SECONDS, |_| ());
    print("one that counts seconds", &seconds, "");
    let codes = look_at(&screen, KEYTICK, |running| running.unlock());
    print(
        "codes on view",
        &codes,
        "to reach: 1 and 0.5 % more than bare",
    );
    let hidden = look_at(&screen, KEYTICK, |running| {
        running.unlock();
        running.hide();
    });
    print("hidden, unlocked", &hidden, "to reach: none more than bare");
}

fn look_at(screen: &Screen, program: Program, ready: fn(&Running<'_>)) -> Seen {
    let running = Running::start(screen, program);
    ready(&running);
    look(&running)
}

fn print(name: &str, seen: &Seen, remark: &str) {
    let Seen {
        wakes,
        switches,
        core,
    } = seen;
    row(name, &format!("{wakes:.2} /s"), remark);
    let core = core * 100.0;
    row(
        "",
        &format!("{core:.2} %"),
        &format!("of a core; {switches:.1} threads a second"),
    );
}

fn look(running: &Running<'_>) -> Seen {
    std::thread::sleep(SETTLE);
    let pids = running.processes();
    let began = Instant::now();
    let first = Counts::of(&pids);
    let (mut last, mut wakes, mut busy) = (first.clone(), 0, None);
    while began.elapsed() < LOOK {
        std::thread::sleep(EVERY);
        let now = Counts::of(&pids);
        if now.since(&last).1 > 0 {
            let is_new = busy.is_none_or(|busy: Instant| busy.elapsed() > QUIET);
            wakes += u32::from(is_new);
            busy = Some(Instant::now());
        }
        last = now;
    }
    let seconds = began.elapsed().as_secs_f64();
    let (run, switches) = last.since(&first);
    Seen {
        wakes: f64::from(wakes) / seconds,
        switches: switches as f64 / seconds,
        core: run as f64 / 1e9 / seconds,
    }
}

/// Of each thread: nanoseconds on a processor, and how often it got there
/// (<https://docs.kernel.org/scheduler/sched-stats.html>, /proc/PID/schedstat).
#[derive(Clone)]
struct Counts(HashMap<String, (u64, u64)>);

impl Counts {
    fn of(pids: &[u32]) -> Self {
        let threads = pids.iter().flat_map(|pid| {
            let tasks = std::fs::read_dir(format!("/proc/{pid}/task"));
            tasks.into_iter().flatten().flatten()
        });
        let counts = threads.filter_map(|task| {
            let line = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            let mut numbers = line.split_whitespace().map(str::parse);
            let (run, _waited, times) = (numbers.next()?, numbers.next()?, numbers.next()?);
            let path = task.path().to_string_lossy().into_owned();
            Some((path, (run.ok()?, times.ok()?)))
        });
        Self(counts.collect())
    }

    /// Nanoseconds and times since another count. A thread that has ended since is left out.
    fn since(&self, before: &Self) -> (u64, u64) {
        let rise = self.0.iter().map(|(thread, (run, times))| {
            let (had_run, had_times) = before.0.get(thread).copied().unwrap_or_default();
            (run.saturating_sub(had_run), times.saturating_sub(had_times))
        });
        rise.fold((0, 0), |(run, times), rise| (run + rise.0, times + rise.1))
    }
}
