//! The binary `keytick-desktop`.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use keytick_memory::ZeroAlloc;
use keytick_texts::{hint, text};

/// What is given back is wiped: secrets pass through JSON and texts of other libraries.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    start_over_wiping();
    keytick_memory::harden();
    #[cfg(not(feature = "automation"))]
    forbid_automation();
    if !has_display() {
        return fail("desktop-no-display");
    }
    match keytick_desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => fail("desktop-no-window"),
    }
}

/// Says why there is no window, to whoever started the program from a terminal.
fn fail(id: &str) -> ExitCode {
    eprintln!("{}", text(id, &[]));
    if let Some(hint) = hint(id, &[]) {
        eprintln!("{hint}");
    }
    ExitCode::FAILURE
}

/// GTK panics where there is nothing to draw on.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_display() -> bool {
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn has_display() -> bool {
    true
}

/// The web view's own allocator hands freed memory on as it is, with what was in messages
/// between its processes: the typed password, for one. These variables make it use that of
/// glibc, and glibc overwrite what is freed. It reads
/// them when it is loaded, which is before `main`: so the program starts over with them.
///
/// Overwriting is for this process alone: the web process draws with libraries that now and
/// then read what they have freed (Mesa's software drawing does), and would end.
#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    reason = "the only way to clear a variable for the processes that a library starts"
)]
fn start_over_wiping() {
    use std::os::unix::process::CommandExt;

    let wiping = keytick_desktop::programs::WIPED;
    let is_set = |(name, value): &(_, &str)| std::env::var(name).is_ok_and(|set| set == *value);
    if wiping.iter().all(is_set) {
        for (name, _) in &wiping[1..] {
            // SAFETY: this is the first thing the program does; no other thread runs yet.
            unsafe { std::env::remove_var(name) };
        }
        return;
    }
    if let Ok(us) = std::env::current_exe() {
        let mut again = std::process::Command::new(us);
        let again = again.args(std::env::args_os().skip(1)).envs(wiping);
        // Comes back only where it cannot be done: then it goes on without.
        let _cannot = again.exec();
    }
}

/// With this variable set, any program could drive the window and read what is in it.
#[cfg(not(feature = "automation"))]
#[expect(
    unsafe_code,
    reason = "the only way to clear a variable that a library reads later"
)]
fn forbid_automation() {
    // SAFETY: this is the first thing the program does; no other thread runs yet.
    unsafe { std::env::remove_var("TAURI_WEBVIEW_AUTOMATION") };
}
