//! Quick search: a small window above all others that copies a code without leaving the form
//! it is for.
//!
//! The window is there from the start, hidden, so that it is on view within a few frames. It
//! never has more than the few rows that fit into it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use keytick_front::{Front, NotTyped};
use tauri::{AppHandle, Manager, PhysicalPosition, Runtime, WebviewWindow, Window, WindowEvent};
use tauri_specta::Event as _;

use crate::error::UiError;
use crate::events::{QuickClosed, QuickOpened};
use crate::outside::Keyboard;
use crate::rest;
use crate::state::{AppState, Shell, hold};
use crate::views::{QuickView, SessionKind};
use crate::windows::{QUICK, make_quick, show_main};

/// The window's top edge, from the top of the screen.
const FROM_TOP: f64 = 0.22;

/// How often a window from which keys are kept asks whether it has lost them.
#[cfg(target_os = "linux")]
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// How long it stays without ever having had the keyboard. Nobody can type into it then, and it
/// is above everything, with codes.
const UNHEARD: Duration = Duration::from_secs(10);

/// What is known of quick search from one opening to the next.
#[derive(Default)]
pub struct Quick {
    /// Whether its page hears what it is told.
    is_ready: AtomicBool,
    /// Whether it is to open as soon as it does.
    is_wanted: AtomicBool,
    is_open: AtomicBool,
    opening: Mutex<Opening>,
    /// Whether it had the keyboard since it was opened.
    had_keyboard: AtomicBool,
}

/// One opening, and what belongs to it alone.
#[derive(Default)]
struct Opening {
    /// Grows whenever it opens or closes.
    number: u64,
    /// The window that had the keyboard before.
    front: Option<Front>,
}

impl Opening {
    fn next(&mut self, front: Option<Front>) -> Option<Front> {
        self.number += 1;
        std::mem::replace(&mut self.front, front)
    }
}

impl Quick {
    /// Whether it is on view, or about to be.
    pub(crate) fn is_open(&self) -> bool {
        self.is_open.load(Ordering::Relaxed) || self.is_wanted.load(Ordering::Relaxed)
    }

    /// Its page goes: another one will say when it hears.
    pub(crate) fn page_goes(&self) {
        self.is_ready.store(false, Ordering::Relaxed);
    }

    /// The number of this opening: another one after it was closed or opened anew.
    pub(crate) fn opening(&self) -> u64 {
        hold(&self.opening).number
    }

    /// What stands in the title bar of the window that had the keyboard; empty if none did.
    pub(crate) fn title(&self) -> String {
        let opening = hold(&self.opening);
        let title = opening.front.as_ref().map(Front::title);
        title.unwrap_or_default().to_owned()
    }
}

/// Opens it, or closes it if it is open. Not for the window's thread, which has to show it.
pub fn toggle<R: Runtime>(app: &AppHandle<R>) {
    if app
        .state::<AppState>()
        .quick
        .is_open
        .load(Ordering::Relaxed)
    {
        close(app, Keyboard::GoesBack);
    } else {
        open(app);
    }
}

/// Opens it on the screen with the pointer; if it is open, brings it there. Where there is
/// nothing to search, the main window says why. Not for the window's thread, which has to show it.
pub fn open<R: Runtime>(app: &AppHandle<R>) {
    open_with(app, None);
}

/// [`open`], for what went wrong without it: it says so.
pub fn open_with<R: Runtime>(app: &AppHandle<R>, trouble: Option<UiError>) {
    open_over(app, Front::now, trouble);
}

/// Opens it over the window that `front` gives, with what it has to say.
fn open_over<R: Runtime>(
    app: &AppHandle<R>,
    front: impl FnOnce() -> Option<Front>,
    trouble: Option<UiError>,
) {
    let shell = app.state::<AppState>();
    let quick = &shell.quick;
    if !quick.is_ready.load(Ordering::Relaxed) {
        quick.is_wanted.store(true, Ordering::Relaxed);
        if shell.rest.was_let_go() {
            make_quick(app);
        }
        return;
    }
    if quick.is_open.load(Ordering::Relaxed) {
        // The window before it stays the one that gets the keyboard back.
        if let Some(window) = app.get_webview_window(QUICK) {
            if let Some(opened) = trouble.and_then(|it| shell.open_quick(Some(it))) {
                let _gone = opened.emit_to(app, QUICK);
            }
            show(window);
        }
        return;
    }
    hold(&quick.opening).next(front());
    let Some(opened) = shell.open_quick(trouble) else {
        return show_main(app);
    };
    quick.had_keyboard.store(false, Ordering::Relaxed);
    quick.is_open.store(true, Ordering::Relaxed);
    shell.rest.came.notify_waiters();
    let Some(window) = app.get_webview_window(QUICK) else {
        // It was let go meanwhile.
        return gone(app);
    };
    let _gone = opened.emit_to(app, QUICK);
    show(window);
    close_unheard(app);
}

/// Closes it after a while, if it never gets the keyboard: some desktops give it to no window
/// that a person did not open there.
fn close_unheard<R: Runtime>(app: &AppHandle<R>) {
    let (app, opening) = (app.clone(), app.state::<AppState>().quick.opening());
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(UNHEARD).await;
        let quick = &app.state::<AppState>().quick;
        if quick.opening() == opening && !quick.had_keyboard.load(Ordering::Relaxed) {
            close(&app, Keyboard::IsGone);
        }
    });
}

/// Its window cannot be made. Who waits for it gets the main window.
pub fn never_comes<R: Runtime>(app: &AppHandle<R>) {
    let quick = &app.state::<AppState>().quick;
    if quick.is_wanted.swap(false, Ordering::Relaxed) {
        show_main(app);
    }
}

/// Hides it. Does nothing if it is not open.
pub fn close<R: Runtime>(app: &AppHandle<R>, keyboard: Keyboard) {
    let opening = app.state::<AppState>().quick.opening();
    close_opening(app, opening, keyboard);
}

/// Hides it if this is still the opening, and tells which window had the keyboard before.
fn close_opening<R: Runtime>(app: &AppHandle<R>, number: u64, keyboard: Keyboard) -> Option<Front> {
    let quick = &app.state::<AppState>().quick;
    let front = {
        let mut opening = hold(&quick.opening);
        if opening.number != number || !quick.is_open.swap(false, Ordering::Relaxed) {
            return None;
        }
        opening.next(None)
    };
    if let Some(window) = app.get_webview_window(QUICK) {
        let _gone = window.hide();
    }
    if let (Keyboard::GoesBack, Some(front)) = (keyboard, &front) {
        front.give_back();
    }
    let _gone = QuickClosed.emit_to(app, QUICK);
    rest::begin(app);
    front
}

/// Whether a code could be typed into the window that had the keyboard. Waits for a person to let
/// go of the keys.
///
/// # Errors
/// `desktop-typing-impossible`, `desktop-typing-held`.
pub fn ready_to_type<R: Runtime>(app: &AppHandle<R>) -> Result<(), UiError> {
    let opening = &app.state::<AppState>().quick.opening;
    let is_known = hold(opening).front.is_some();
    if !is_known || !keytick_front::can_type() {
        return Err(not_typed(NotTyped::Impossible));
    }
    match keytick_front::wait_for_keys() {
        true => Ok(()),
        false => Err(not_typed(NotTyped::Held)),
    }
}

/// Hides this opening, and types into the window that had the keyboard before it, once that has
/// it again; tells whether it did. Otherwise quick search comes again over the same window, and
/// says why; unless the text is not wanted any more, or that opening is over. Not for the
/// window's thread.
pub fn type_text<R: Runtime>(
    app: &AppHandle<R>,
    opening: u64,
    text: &str,
    is_wanted: &dyn Fn() -> bool,
) -> bool {
    let Some(front) = close_opening(app, opening, Keyboard::GoesBack) else {
        return false;
    };
    front.wait_for_keyboard();
    if !is_wanted() {
        return false;
    }
    let typed = front.type_text(text);
    if let Err(why) = typed {
        // Not over the window that came in between: the next try would be for that one.
        open_over(app, || Some(front), Some(not_typed(why)));
    }
    typed.is_ok()
}

fn not_typed(why: NotTyped) -> UiError {
    UiError::new(match why {
        NotTyped::Elsewhere => "desktop-typing-elsewhere",
        NotTyped::Held => "desktop-typing-held",
        NotTyped::Impossible => "desktop-typing-impossible",
    })
}

/// Its page hears from now on. Opens it, if that was wanted before. If it is open, this page is
/// in the place of one whose process has ended.
pub fn ready<R: Runtime>(app: &AppHandle<R>) {
    let shell = app.state::<AppState>();
    shell.quick.is_ready.store(true, Ordering::Relaxed);
    let is_wanted = shell.quick.is_wanted.swap(false, Ordering::Relaxed);
    if shell.quick.is_open.load(Ordering::Relaxed) {
        let opened = shell.open_quick(None);
        let _gone = opened.map(|opened| opened.emit_to(app, QUICK));
    } else if is_wanted {
        open(app);
    }
}

/// What happens to its window.
pub fn handle<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let shell = window.state::<AppState>();
    match event {
        WindowEvent::Focused(true) => shell.quick.had_keyboard.store(true, Ordering::Relaxed),
        WindowEvent::Focused(false) if shell.quick.had_keyboard.load(Ordering::Relaxed) => {
            lost_keyboard(window.clone());
        }
        WindowEvent::CloseRequested { api, .. } => {
            // It would be gone for good.
            api.prevent_close();
            close(window.app_handle(), Keyboard::GoesBack);
        }
        WindowEvent::Destroyed => gone(window.app_handle()),
        _ => {}
    }
}

/// Its window was let go. If it was asked for in that very moment, there is another one.
fn gone<R: Runtime>(app: &AppHandle<R>) {
    let quick = &app.state::<AppState>().quick;
    quick.page_goes();
    let was_open = quick.is_open.swap(false, Ordering::Relaxed);
    if was_open || quick.is_wanted.load(Ordering::Relaxed) {
        quick.is_wanted.store(true, Ordering::Relaxed);
        make_quick(app);
    }
}

impl Shell {
    /// What quick search shows when it opens, with why it comes again; none where there is nothing
    /// to search, and no password to ask for.
    fn open_quick(&self, trouble: Option<UiError>) -> Option<QuickOpened> {
        let view = self.with_open(|open| Ok(open.quick("", &self.quick.title())));
        let view = view.ok();
        if view.is_none() && self.status().session != SessionKind::Locked {
            return None;
        }
        self.touch();
        Some(QuickOpened { view, trouble })
    }

    /// What a search in it finds.
    ///
    /// # Errors
    /// `desktop-locked`.
    pub(crate) fn quick_search(&self, query: &str) -> Result<QuickView, UiError> {
        self.with_open(|open| Ok(open.quick(query, &self.quick.title())))
    }
}

fn show<R: Runtime>(window: WebviewWindow<R>) {
    if let Some(place) = place(&window) {
        let _gone = window.set_position(place);
    }
    let _gone = window.show().and_then(|()| window.set_focus());
    thread::spawn(move || give_keyboard(&window));
}

/// In the middle of the screen with the pointer, below its top. None if nobody knows; the
/// window is then where it was.
fn place<R: Runtime>(window: &WebviewWindow<R>) -> Option<PhysicalPosition<i32>> {
    let pointer = window.cursor_position().ok()?;
    let screen = window.monitor_from_point(pointer.x, pointer.y).ok()??;
    let (at, size) = (screen.position(), screen.size());
    // What it will have on this screen. It has none before it was shown, and another one
    // where it was shown last.
    let ours = |side: f64| (side * screen.scale_factor()) as u32;
    let mut windows = window.config().app.windows.iter();
    let made_as = windows.find(|made_as| made_as.label == QUICK)?;
    let left = size.width.saturating_sub(ours(made_as.width)) / 2;
    let top = (f64::from(size.height) * FROM_TOP) as u32;
    let top = top.min(size.height.saturating_sub(ours(made_as.height)));
    let offset = |at: i32, by: u32| at.saturating_add_unsigned(by);
    Some(PhysicalPosition::new(offset(at.x, left), offset(at.y, top)))
}

/// Window managers keep the keyboard from windows that a program shows by itself.
#[cfg(target_os = "linux")]
fn give_keyboard<R: Runtime>(window: &WebviewWindow<R>) {
    if let Some(id) = x11_id(window) {
        keytick_front::x11::give_keyboard_when_shown(id);
    }
}

#[cfg(not(target_os = "linux"))]
fn give_keyboard<R: Runtime>(window: &WebviewWindow<R>) {
    let _gone = window.set_focus();
}

/// The keyboard is with another window: this one hides.
#[cfg(target_os = "linux")]
fn lost_keyboard<R: Runtime>(window: Window<R>) {
    thread::spawn(move || {
        let Some(webview) = window.get_webview_window(QUICK) else {
            return;
        };
        // A chord that works in every window, ours above all, takes the keyboard for as long
        // as it is pressed. The window is told that it lost it; the X server knows better.
        let kept = || {
            let id = x11_id(&webview)?;
            keytick_front::x11::has_keyboard(id)
        };
        let shell = window.state::<AppState>();
        while shell.quick.is_open.load(Ordering::Relaxed) && kept() == Some(true) {
            if window.is_focused().unwrap_or(false) {
                return;
            }
            thread::sleep(LOOK_AGAIN);
        }
        close(window.app_handle(), Keyboard::IsGone);
    });
}

#[cfg(not(target_os = "linux"))]
fn lost_keyboard<R: Runtime>(window: Window<R>) {
    close(window.app_handle(), Keyboard::IsGone);
}

/// The window as the X server knows it, once it does; none on Wayland.
#[cfg(target_os = "linux")]
fn x11_id<R: Runtime>(window: &WebviewWindow<R>) -> Option<keytick_front::x11::Window> {
    use raw_window_handle::{HasWindowHandle, RawWindowHandle};
    // It has no number before it was shown for the first time, which takes a few frames.
    for _ in 0..100 {
        match window.window_handle().map(|handle| handle.as_raw()) {
            Ok(RawWindowHandle::Xlib(handle)) => return u32::try_from(handle.window).ok(),
            Ok(_) => return None,
            Err(_) => thread::sleep(Duration::from_millis(5)),
        }
    }
    None
}
