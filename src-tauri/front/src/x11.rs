//! Windows and keys of X11, as window managers tell of them (Extended Window Manager Hints,
//! <https://specifications.freedesktop.org/wm-spec/latest/>).

mod hotkey;
pub(crate) mod typing;

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, InputFocus, MapState, Window as Id,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

pub use hotkey::Hotkey;

/// A window's id.
pub type Window = u32;

/// Four-byte units of a title that are read.
const TITLE: u32 = 256;

/// In `_NET_ACTIVE_WINDOW`: a person asks for it, by way of a program such as a taskbar.
const BY_A_PERSON: u32 = 2;

/// How long a window that is being shown is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

x11rb::atom_manager! {
    /// The names of what is asked and said.
    Atoms: AtomsCookie {
        _NET_ACTIVE_WINDOW,
        _NET_SUPPORTED,
        _NET_WM_NAME,
        UTF8_STRING,
    }
}

/// A connection with what every question needs.
struct Display {
    x: RustConnection,
    root: Id,
    atoms: Atoms,
}

impl Display {
    /// None where there is no X server, or where it only stands in for Wayland.
    fn open() -> Option<Self> {
        if crate::is_wayland() {
            return None;
        }
        let (x, screen) = RustConnection::connect(None).ok()?;
        let root = x.setup().roots.get(screen)?.root;
        let atoms = Atoms::new(&x).ok()?.reply().ok()?;
        Some(Self { x, root, atoms })
    }

    fn active(&self) -> Option<Id> {
        let what = self.atoms._NET_ACTIVE_WINDOW;
        let asked = self
            .x
            .get_property(false, self.root, what, AtomEnum::WINDOW, 0, 1);
        let active = asked.ok()?.reply().ok()?.value32()?.next()?;
        (active != x11rb::NONE).then_some(active)
    }

    fn title(&self, window: Id) -> Option<String> {
        let (name, utf8) = (self.atoms._NET_WM_NAME, self.atoms.UTF8_STRING);
        let read = |name, kind| {
            let asked = self.x.get_property(false, window, name, kind, 0, TITLE);
            let value = asked.ok()?.reply().ok()?.value;
            (!value.is_empty()).then_some(value)
        };
        if let Some(title) = read(name, utf8) {
            return Some(String::from_utf8_lossy(&title).into_owned());
        }
        // Texts of the type STRING are Latin-1.
        let title = read(AtomEnum::WM_NAME.into(), AtomEnum::STRING.into())?;
        Some(title.into_iter().map(char::from).collect())
    }

    /// Asks the window manager; where there is none, the X server.
    fn give_keyboard(&self, window: Id) -> Result<(), ReplyOrIdError> {
        let what = self.atoms._NET_ACTIVE_WINDOW;
        let words = [BY_A_PERSON, x11rb::CURRENT_TIME, x11rb::NONE, 0, 0];
        let message = ClientMessageEvent::new(32, window, what, words);
        let mask = EventMask::SUBSTRUCTURE_NOTIFY | EventMask::SUBSTRUCTURE_REDIRECT;
        self.x.send_event(false, self.root, mask, message)?;
        if !self.is_managed() {
            let (to, now) = (InputFocus::PARENT, x11rb::CURRENT_TIME);
            self.x.set_input_focus(to, window, now)?;
        }
        // Waits until the server has it all, so that the connection may go.
        self.x.sync()?;
        Ok(())
    }

    fn is_managed(&self) -> bool {
        let what = self.atoms._NET_SUPPORTED;
        let asked = self
            .x
            .get_property(false, self.root, what, AtomEnum::ATOM, 0, 1);
        let supported = asked.ok().and_then(|asked| asked.reply().ok());
        supported.is_some_and(|supported| supported.value_len > 0)
    }

    fn is_viewable(&self, window: Id) -> bool {
        let asked = self.x.get_window_attributes(window).ok();
        let told = asked.and_then(|asked| asked.reply().ok());
        told.is_some_and(|told| told.map_state == MapState::VIEWABLE)
    }

    /// Whether keys go to the window or to one inside of it.
    fn has_keyboard(&self, window: Id) -> Option<bool> {
        let mut at = self.x.get_input_focus().ok()?.reply().ok()?.focus;
        while at != window {
            // `PointerRoot` is 1 and no window.
            if at <= 1 || at == self.root {
                return Some(false);
            }
            at = self.x.query_tree(at).ok()?.reply().ok()?.parent;
        }
        Some(true)
    }
}

/// The window that has the keyboard, and its title.
pub fn front() -> Option<(Window, String)> {
    let display = Display::open()?;
    let window = display.active()?;
    Some((window, display.title(window).unwrap_or_default()))
}

/// Brings a window to the front with the keyboard.
pub fn give_keyboard(window: Window) {
    if let Some(display) = Display::open() {
        // A window that is gone cannot have it.
        let _gone = display.give_keyboard(window);
    }
}

/// Waits until a window of ours that is being shown is on view, and gives it the keyboard
/// then. Window managers keep it from windows whose program had no key press before.
pub fn give_keyboard_when_shown(window: Window) {
    let Some(display) = Display::open() else {
        return;
    };
    let began = Instant::now();
    while !display.is_viewable(window) {
        if began.elapsed() > PATIENCE {
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let _gone = display.give_keyboard(window);
}

/// Whether keys that are typed go to this window; none if nobody knows.
#[must_use]
pub fn has_keyboard(window: Window) -> Option<bool> {
    Display::open()?.has_keyboard(window)
}
