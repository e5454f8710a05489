//! A chord that works in every window of X11.
//!
//! A thread sleeps in the connection until the chord is pressed: nothing wakes up for it in
//! between, which a program that polls the server cannot say of itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, GrabMode, KeyButMask, Keycode,
    ModMask, Window as Id, WindowClass,
};
use x11rb::protocol::{ErrorKind, Event, xkb};

use super::Display;
use crate::Chord;

/// Num Lock and Caps Lock count as held keys for X11, and not for a person.
fn locks() -> [ModMask; 4] {
    let (num, caps) = (ModMask::M2, ModMask::LOCK);
    [ModMask::default(), num, caps, num | caps]
}

/// Why a chord does not work in every window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGrabbed {
    /// Another program has it.
    Taken,
    /// There is no X server that could, or no such key on the keyboard.
    Impossible,
}

/// A chord that is ours for as long as this lives.
pub struct Hotkey {
    display: Arc<Display>,
    keycode: Keycode,
    held: ModMask,
    /// A window that nobody sees, for a word to the thread.
    ear: Id,
    over: Arc<AtomicBool>,
}

impl Hotkey {
    /// Calls `pressed` in a thread of its own each time the chord is pressed; once, if it
    /// is held.
    ///
    /// # Errors
    /// [`NotGrabbed`].
    pub fn grab(chord: &Chord, pressed: impl Fn() + Send + 'static) -> Result<Self, NotGrabbed> {
        let display = Arc::new(Display::open().ok_or(NotGrabbed::Impossible)?);
        let keycode = keycode(&display, keysym(chord)).ok_or(NotGrabbed::Impossible)?;
        let hotkey = Self {
            ear: ear(&display).map_err(|_| NotGrabbed::Impossible)?,
            display,
            keycode,
            held: held(chord),
            over: Arc::default(),
        };
        hotkey.take()?;
        let (display, over) = (hotkey.display.clone(), hotkey.over.clone());
        thread::spawn(move || listen(&display, keycode, &over, pressed));
        Ok(hotkey)
    }

    fn take(&self) -> Result<(), NotGrabbed> {
        let (x, root) = (&self.display.x, self.display.root);
        for lock in locks() {
            let (held, mode) = (self.held | lock, GrabMode::ASYNC);
            let grab = x.grab_key(false, root, held, self.keycode, mode, mode);
            let grab = grab.map_err(|_| NotGrabbed::Impossible)?;
            grab.check().map_err(|error| match error {
                ReplyError::X11Error(error) if error.error_kind == ErrorKind::Access => {
                    NotGrabbed::Taken
                }
                _ => NotGrabbed::Impossible,
            })?;
        }
        Ok(())
    }

    /// Once this returns, others can have it.
    fn give_up(&self) -> Result<(), ReplyError> {
        let (x, root) = (&self.display.x, self.display.root);
        for lock in locks() {
            x.ungrab_key(self.keycode, root, self.held | lock)?;
        }
        let word = ClientMessageEvent::new(32, self.ear, u32::from(ModMask::ANY), [0; 5]);
        x.send_event(false, self.ear, EventMask::NO_EVENT, word)?;
        x.get_input_focus()?.reply()?;
        Ok(())
    }
}

impl Drop for Hotkey {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Where the server is gone, so is the grab.
        let _gone = self.give_up();
    }
}

/// Sleeps until the chord is pressed, again and again. While its key is down the server sends
/// every other key here too; they say nothing about the chord.
fn listen(display: &Display, keycode: Keycode, over: &AtomicBool, pressed: impl Fn()) {
    let mut is_down = false;
    while let Ok(event) = display.x.wait_for_event() {
        if over.load(Ordering::Relaxed) {
            return;
        }
        let was_down = is_down;
        is_down = match event {
            Event::KeyPress(key) if key.detail == keycode => true,
            Event::KeyRelease(key) if key.detail == keycode => false,
            _ => was_down,
        };
        if is_down && !was_down {
            pressed();
        }
    }
}

/// A window without a picture, so that something can be said to this connection. A key that
/// is held is told as pressed once more and not as let go, from here on.
fn ear(display: &Display) -> Result<Id, x11rb::errors::ReplyOrIdError> {
    let x = &display.x;
    xkb::ConnectionExt::xkb_use_extension(x, 1, 0)?.reply()?;
    let (keyboard, repeat) = (
        xkb::ID::USE_CORE_KBD.into(),
        xkb::PerClientFlag::DETECTABLE_AUTO_REPEAT,
    );
    let (none, nothing) = (xkb::BoolCtrl::default(), Default::default());
    xkb::ConnectionExt::xkb_per_client_flags(x, keyboard, repeat, repeat, none, nothing, none)?
        .reply()?;
    let ear = x.generate_id()?;
    let (class, aux) = (WindowClass::INPUT_ONLY, CreateWindowAux::new());
    x.create_window(0, ear, display.root, 0, 0, 1, 1, 0, class, 0, &aux)?
        .check()?;
    Ok(ear)
}

/// What X11 calls the key: letters, digits and space by their Latin-1 number (X Window
/// System Protocol, appendix A).
fn keysym(chord: &Chord) -> u32 {
    const F1: u32 = 0xffbe;
    match (chord.function(), chord.key.as_bytes()) {
        (Some(number), _) => F1 + u32::from(number) - 1,
        (None, [one]) => u32::from(one.to_ascii_lowercase()),
        _ => u32::from(b' '),
    }
}

/// The key that makes this, on the keyboard that is plugged in.
fn keycode(display: &Display, keysym: u32) -> Option<Keycode> {
    let setup = display.x.setup();
    let (first, last) = (setup.min_keycode, setup.max_keycode);
    let count = last.checked_sub(first)?.saturating_add(1);
    let asked = display.x.get_keyboard_mapping(first, count).ok()?;
    let mapping = asked.reply().ok()?;
    let each = usize::from(mapping.keysyms_per_keycode).max(1);
    let keys = mapping.keysyms.chunks(each);
    let place = keys.into_iter().position(|key| key.contains(&keysym))?;
    first.checked_add(u8::try_from(place).ok()?)
}

fn held(chord: &Chord) -> ModMask {
    [
        (chord.ctrl, KeyButMask::CONTROL),
        (chord.shift, KeyButMask::SHIFT),
        (chord.alt, KeyButMask::MOD1),
        (chord.meta, KeyButMask::MOD4),
    ]
    .into_iter()
    .filter(|(is_held, _)| *is_held)
    .fold(ModMask::default(), |all, (_, one)| {
        all | ModMask::from(u16::from(one))
    })
}
