//! Letting the web views go: most of the program's memory is theirs, and nobody needs them
//! while no window is on view. What is behind them goes on, and they are made again when a
//! window is wanted.
//!
//! Nothing that was begun is lost: the main window's page is asked first, and does not answer
//! while something is typed in it or waits for an answer. Nor is a window let go that is
//! minimised: it would vanish from where a person has put it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use tauri::{AppHandle, Manager, PhysicalSize, Runtime, WebviewWindow};
use tauri_specta::Event as _;
use tokio::sync::Notify;

use crate::events::{Happening, PageUnneeded, SessionChanged};
use crate::state::{AppState, Shell, hold};
use crate::views::SessionKind;
use crate::windows::{MAIN, QUICK, make_quick};

/// The most that a page has to hear when it comes: a person reads no more.
const MOST_UNTOLD: usize = 20;

/// What is known of the web views while they are there, and while they are not.
#[derive(Default)]
pub struct Rest {
    /// Grows whenever something happens after which a full minute has to pass.
    turn: AtomicU64,
    /// Whether they were let go since the program was started.
    was_let_go: AtomicBool,
    /// Whether the main window was asked for since they were last looked at for that.
    wants_main: AtomicBool,
    /// Whether the main window is on its way out.
    goes: AtomicBool,
    /// Whether the main window's page hears what it is told.
    hears: AtomicBool,
    /// What it has to hear as soon as it does.
    untold: Mutex<Vec<Happening>>,
    /// Whether that page is loaded once more, in a window that may well be hidden.
    is_loaded_again: AtomicBool,
    /// How the main window was.
    size: Mutex<Option<Size>>,
    /// Told whenever a window comes on view.
    pub(crate) came: Arc<Notify>,
}

/// How large the main window was.
#[derive(Debug, Clone, Copy)]
enum Size {
    Maximized,
    Free(PhysicalSize<u32>),
}

impl Rest {
    /// Whether they were let go since the program was started.
    pub(crate) fn was_let_go(&self) -> bool {
        self.was_let_go.load(Ordering::Relaxed)
    }

    /// A person wants the main window.
    pub(crate) fn want_main(&self) {
        self.wants_main.store(true, Ordering::Relaxed);
    }

    /// The main window has gone: whether it was let go, and asked for in that very moment. One
    /// that went in another way stays away.
    pub(crate) fn comes_back(&self) -> bool {
        self.goes.swap(false, Ordering::Relaxed) && self.wants_main.load(Ordering::Relaxed)
    }

    /// Makes the main window as it was.
    pub(crate) fn resize<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let _usual = match *hold(&self.size) {
            Some(Size::Maximized) => window.maximize(),
            Some(Size::Free(size)) => window.set_size(size),
            None => Ok(()),
        };
    }

    /// Keeps what would be lost, for as long as there is no page that hears it, and tells whether
    /// it did. Everything else a page asks for when it starts. What was kept is about an open
    /// vault: once that is locked, nobody is to read it.
    pub(crate) fn keep(&self, happening: &Happening) -> bool {
        let mut untold = hold(&self.untold);
        if let Happening::SessionChanged(SessionChanged(status)) = happening
            && status.session != SessionKind::Unlocked
        {
            untold.clear();
        }
        let would_be_lost = matches!(
            happening,
            Happening::ShowAccount(_)
                | Happening::Merged(_)
                | Happening::Failed(_)
                | Happening::Recovered(_)
        );
        let is_kept = would_be_lost && !self.hears.load(Ordering::Relaxed);
        if is_kept {
            untold.push(happening.clone());
            let too_many = untold.len().saturating_sub(MOST_UNTOLD);
            untold.drain(..too_many);
        }
        is_kept
    }

    /// The main window's page hears from now on; gives what it has to hear first of all.
    fn hears_now(&self) -> Vec<Happening> {
        // Held: what comes meanwhile is kept before, or told after.
        let mut untold = hold(&self.untold);
        self.hears.store(true, Ordering::Relaxed);
        std::mem::take(&mut untold)
    }

    /// The process of the main window's page has ended. Another page is on its way, for the
    /// window as it is.
    #[cfg(target_os = "linux")]
    pub(crate) fn page_ended(&self) {
        self.hears.store(false, Ordering::Relaxed);
        self.is_loaded_again.store(true, Ordering::Relaxed);
    }

    /// Whether the page that was just loaded is one in the place of another, whose process had
    /// ended.
    pub(crate) fn was_loaded_again(&self) -> bool {
        self.is_loaded_again.swap(false, Ordering::Relaxed)
    }
}

/// A window came or went, or the vault was opened or locked: from now on it takes a full
/// minute until the web views are let go.
pub fn begin<R: Runtime>(app: &AppHandle<R>) {
    let Some(shell) = app.try_state::<AppState>() else {
        return;
    };
    let after = shell.options.rest;
    let turn = shell.rest.turn.fetch_add(1, Ordering::Relaxed) + 1;
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(after).await;
        if app.state::<AppState>().rest.turn.load(Ordering::Relaxed) == turn {
            // Not here: it waits for the window's thread.
            tauri::async_runtime::spawn_blocking(move || ask(&app));
        }
    });
}

/// Asks the main window's page whether it can go. Without one nobody has anything to lose.
fn ask<R: Runtime>(app: &AppHandle<R>) {
    if !is_due(app) {
        return;
    }
    if app.get_webview_window(MAIN).is_some() {
        let _gone = PageUnneeded.emit_to(app, MAIN);
    } else {
        let_go(app);
    }
}

/// Lets the web views go, if they are still not needed. Not for the window's thread.
pub fn let_go<R: Runtime>(app: &AppHandle<R>) {
    let shell = app.state::<AppState>();
    let rest = &shell.rest;
    // Before the look: who wants the window from here on is seen when it has gone.
    rest.wants_main.store(false, Ordering::Relaxed);
    if !is_due(app) {
        return;
    }
    rest.was_let_go.store(true, Ordering::Relaxed);
    rest.hears.store(false, Ordering::Relaxed);
    shell.quick.page_goes();
    if let Some(main) = app.get_webview_window(MAIN) {
        *hold(&rest.size) = size(&main);
        rest.goes.store(true, Ordering::Relaxed);
    }
    for label in [MAIN, QUICK] {
        if let Some(window) = app.get_webview_window(label) {
            let _gone = window.destroy();
        }
    }
}

fn size<R: Runtime>(window: &WebviewWindow<R>) -> Option<Size> {
    match window.is_maximized() {
        Ok(true) => Some(Size::Maximized),
        _ => window.inner_size().ok().map(Size::Free),
    }
}

/// Whether no window is on view, and quick search need not be at hand at once.
fn is_due<R: Runtime>(app: &AppHandle<R>) -> bool {
    let shell = app.state::<AppState>();
    let is_hidden = |window: &WebviewWindow<R>| matches!(window.is_visible(), Ok(false));
    let windows = app.webview_windows();
    !windows.is_empty()
        && windows.values().all(is_hidden)
        && !shell.quick.is_open()
        && !shell.keeps_quick_ready()
}

/// Whether a person could see any of the windows.
pub fn is_on_view<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.webview_windows().values().any(|window| {
        window.is_visible().unwrap_or(true) && !window.is_minimized().unwrap_or(false)
    })
}

/// The main window's page is painted and hears from now on: what came before, first of all. The
/// window of quick search is made only then.
pub fn page_ready<R: Runtime>(app: &AppHandle<R>) {
    for happening in app.state::<AppState>().rest.hears_now() {
        happening.emit(app);
    }
    make_quick(app);
}

impl Shell {
    /// Whether quick search is to be on view within a few frames. Where the password has to be
    /// typed first, nobody is kept waiting by a web view that is made anew.
    fn keeps_quick_ready(&self) -> bool {
        self.settings().keep_quick_ready && self.kind() == SessionKind::Unlocked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::{AccountsChanged, Recovered, ShowAccount};
    use crate::views::Status;

    #[test]
    fn only_a_window_that_was_let_go_comes_back() {
        let rest = Rest::default();
        rest.want_main();
        // As when the desktop ends the session.
        assert!(!rest.comes_back());
        rest.goes.store(true, Ordering::Relaxed);
        assert!(rest.comes_back());
        assert!(!rest.comes_back());
    }

    #[test]
    fn what_a_page_would_miss_is_kept_until_it_hears() {
        let rest = Rest::default();
        let show = |id: &str| Happening::ShowAccount(ShowAccount { id: id.to_owned() });
        rest.keep(&show("a"));
        rest.keep(&Happening::AccountsChanged(AccountsChanged));
        rest.keep(&Happening::Recovered(Recovered));
        assert_eq!(rest.hears_now().len(), 2);
        assert!(!rest.keep(&show("b")));
        assert!(rest.hears_now().is_empty());
    }

    #[test]
    fn what_was_kept_is_gone_once_the_vault_is_locked() {
        let rest = Rest::default();
        let told = |session| Happening::SessionChanged(SessionChanged(status(session)));
        for (session, kept) in [(SessionKind::Unlocked, 1), (SessionKind::Locked, 0)] {
            assert!(rest.keep(&Happening::Recovered(Recovered)));
            assert!(!rest.keep(&told(session)));
            assert_eq!(rest.hears_now().len(), kept);
            rest.hears.store(false, Ordering::Relaxed);
        }
    }

    fn status(session: SessionKind) -> Status {
        Status {
            session,
            reason: None,
            recovery_confirmed: true,
            recovery_reminder: false,
            clipboard_clears_at: None,
            idle_minutes: 0,
            keychain: false,
            pin: false,
            wait_until: None,
            links: 0,
        }
    }

    #[test]
    fn of_very_much_the_latest_is_kept() {
        let rest = Rest::default();
        for number in 0..=MOST_UNTOLD {
            let id = number.to_string();
            rest.keep(&Happening::ShowAccount(ShowAccount { id }));
        }
        let untold = hold(&rest.untold);
        let Happening::ShowAccount(first) = &untold[0] else {
            panic!("another event");
        };
        assert_eq!((untold.len(), first.id.as_str()), (MOST_UNTOLD, "1"));
    }
}
