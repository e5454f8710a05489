//! The app: how soon there is something to type into, how soon there is a code, and how
//! much memory the whole process tree takes beside a bare Tauri window.

use std::path::Path;
use std::time::Duration;

use keytick_e2e::{App, Screen, oathtool, processes, until};

use crate::commands::built;
use crate::table::{median, milliseconds, row};

pub const PASSWORD: &str = "seven brave otters paint";
const STARTS: usize = 7;
const ACCOUNTS: usize = 20;

/// Prints times and memory.
pub fn measure() {
    let bare = bare_memory();
    let screen = Screen::start();
    fill(&screen);
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let (painted, code) = start_and_unlock(&screen);
        runs.0.push(painted);
        runs.1.push(code);
    }
    let (painted, code) = (median(runs.0), median(runs.1));
    row(
        "start to the painted unlock field",
        &milliseconds(painted),
        "",
    );
    row(
        "Enter to the first code",
        &milliseconds(code),
        "key derivation included",
    );
    row(
        "start to the first code",
        &milliseconds(painted + code),
        "less the typing",
    );
    row(
        "memory of a bare Tauri window",
        &mebibytes(bare),
        "PSS of all its processes",
    );
    let (locked, unlocked) = memory(&screen);
    for (name, memory) in [("locked", locked), ("unlocked", unlocked)] {
        let more = format!(
            "{:+.1} MiB beside bare",
            (memory as f64 - bare as f64) / 1024.0
        );
        row(
            &format!("memory of Keytick, {name}"),
            &mebibytes(memory),
            &more,
        );
    }
}

fn mebibytes(kibibytes: u64) -> String {
    format!("{:.1} MiB", kibibytes as f64 / 1024.0)
}

/// A vault with some accounts, made as a person makes it.
pub fn fill(screen: &Screen) {
    let app = App::open(screen);
    app.create_vault(PASSWORD);
    let letters = ('A'..='Z').take(ACCOUNTS);
    let links: String = letters
        .map(|l| format!("otpauth://totp/Site{l}:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO{l}A\n"))
        .collect();
    screen.copy_text(&links);
    app.focus();
    screen.press("ctrl+v");
    app.shows("new accounts");
    screen.press("Return");
    until("rows", || app.rows().len() > 1);
}

/// From the start of the process to the first paint, and from Enter to the first code.
fn start_and_unlock(screen: &Screen) -> (Duration, Duration) {
    let app = App::open(screen);
    app.shows("Unlock");
    let painted = app.script(
        "return performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime",
    );
    let painted = painted.as_f64().expect("a time") - started(app.processes()[0]);
    app.script(
        "addEventListener('keydown', (e) => { if (e.key === 'Enter') window.entered = performance.now(); }, true);
         new MutationObserver(() => {
           if (!window.shown && /\\d{3}/.test(document.querySelector('.code-now')?.textContent ?? ''))
             requestAnimationFrame(() => { window.shown ??= performance.now(); });
         }).observe(document.body, { subtree: true, childList: true, characterData: true });",
    );
    screen.type_text(PASSWORD);
    screen.press("Return");
    let mut took = None;
    until("the first code", || {
        took = app
            .script("return window.shown ? window.shown - window.entered : null")
            .as_f64();
        took.is_some()
    });
    let time = |milliseconds: f64| Duration::from_secs_f64(milliseconds.max(0.0) / 1000.0);
    (time(painted), time(took.unwrap_or_default()))
}

/// When a process was started, in milliseconds of Unix time, to the hundredth of a second
/// (field 22 of proc_pid_stat(5), in ticks since the system was started).
fn started(pid: u32) -> f64 {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let stat = read(&format!("/proc/{pid}/stat"));
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: f64 = number(after_name.split_whitespace().nth(19));
    let uptime: f64 = number(read("/proc/uptime").split_whitespace().next());
    oathtool::now_precise().as_secs_f64() * 1000.0 - (uptime * 1000.0 - ticks * 10.0)
}

fn number(word: Option<&str>) -> f64 {
    word.and_then(|word| word.parse().ok()).unwrap_or_default()
}

fn bare_memory() -> u64 {
    let screen = Screen::start();
    let program = built("bare-window");
    let mut child = screen
        .program(&program.to_string_lossy(), &[])
        .spawn()
        .expect("bare-window");
    screen.window("Bare window");
    let memory = settled(&screen, &program);
    let _ = child.kill();
    let _ = child.wait();
    memory
}

/// Locked, then unlocked, with no WebDriver looking on.
fn memory(screen: &Screen) -> (u64, u64) {
    let program = built("keytick-desktop");
    let mut child = screen
        .program(&program.to_string_lossy(), &[])
        .spawn()
        .expect("Keytick");
    let window = screen.window("Keytick");
    let locked = settled(screen, &program);
    screen.focus(&window);
    screen.type_text(PASSWORD);
    screen.press("Return");
    let unlocked = settled(screen, &program);
    let _ = child.kill();
    let _ = child.wait();
    (locked, unlocked)
}

/// The memory once it has changed by less than 1% for two seconds, in KiB.
fn settled(screen: &Screen, program: &Path) -> u64 {
    const APART: Duration = Duration::from_millis(500);
    let mut last: Vec<u64> = Vec::new();
    until("memory to settle", || {
        std::thread::sleep(APART);
        last.push(
            processes::tree(screen, program)
                .into_iter()
                .map(proportional)
                .sum(),
        );
        let recent = &last[last.len().saturating_sub(5)..];
        let (low, high) = (recent.iter().min(), recent.iter().max());
        recent.len() == 5
            && low
                .zip(high)
                .is_some_and(|(low, high)| high - low < high / 100)
    });
    last.pop().unwrap_or_default()
}

/// A process's share of memory, in KiB: shared pages are divided among those who share
/// them (proc_pid_smaps(5), "Pss").
fn proportional(pid: u32) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup"));
    let rollup = rollup.unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    number(line.and_then(|line| line.split_whitespace().next())) as u64
}
