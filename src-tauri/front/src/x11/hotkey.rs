//! A chord that works in every window of X11.
//!
//! A thread sleeps in the connection until the chord is pressed: nothing wakes up for it in
//! between, which a program that polls the server cannot say of itself.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use x11rb::connection::Connection;
use x11rb::errors::{ConnectionError, ReplyError, ReplyOrIdError};
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, GrabMode, KeyButMask, Keycode,
    ModMask, Window as Id, WindowClass,
};
use x11rb::protocol::{ErrorKind, Event, xkb};

use super::Display;
use crate::{Chord, NotGrabbed};

/// Num Lock and Caps Lock count as held keys for X11, and not for a person.
fn locks() -> [ModMask; 4] {
    let (num, caps) = (ModMask::M2, ModMask::LOCK);
    [ModMask::default(), num, caps, num | caps]
}

/// A chord that is ours for as long as this lives.
pub struct Hotkey {
    grab: Arc<Grab>,
    /// A window that nobody sees, for a word to the thread.
    ear: Id,
}

/// What this and its thread share.
struct Grab {
    display: Display,
    keysym: u32,
    held: ModMask,
    /// The key that is ours; none once it was given up.
    keycode: Mutex<Option<Keycode>>,
    over: AtomicBool,
}

impl Hotkey {
    /// Calls `pressed` in a thread of its own each time the chord is pressed; once, if it
    /// is held.
    ///
    /// # Errors
    /// [`NotGrabbed`].
    pub fn grab(chord: &Chord, pressed: impl Fn() + Send + 'static) -> Result<Self, NotGrabbed> {
        let display = Display::open().ok_or(NotGrabbed::Impossible)?;
        let ear = ear(&display).map_err(|_| NotGrabbed::Impossible)?;
        hear_the_keyboard(&display);
        let keysym = keysym(chord);
        let keycode = keycode(&display, keysym).ok_or(NotGrabbed::Impossible)?;
        let grab = Arc::new(Grab {
            display,
            keysym,
            held: held(chord),
            keycode: Mutex::default(),
            over: AtomicBool::default(),
        });
        grab.take(keycode)?;
        *grab.keycode() = Some(keycode);
        let ours = grab.clone();
        thread::spawn(move || ours.listen(pressed));
        Ok(Self { grab, ear })
    }
}

impl Drop for Hotkey {
    fn drop(&mut self) {
        self.grab.over.store(true, Ordering::Relaxed);
        // Where the server is gone, so is the grab.
        let _gone = self.grab.end(self.ear);
    }
}

impl Grab {
    fn keycode(&self) -> std::sync::MutexGuard<'_, Option<Keycode>> {
        self.keycode.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, keycode: Keycode) -> Result<(), NotGrabbed> {
        let (x, root) = (&self.display.x, self.display.root);
        for lock in locks() {
            let (held, mode) = (self.held | lock, GrabMode::ASYNC);
            let grab = x.grab_key(false, root, held, keycode, mode, mode);
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

    fn give_up(&self, keycode: Keycode) -> Result<(), ConnectionError> {
        let (x, root) = (&self.display.x, self.display.root);
        for lock in locks() {
            x.ungrab_key(keycode, root, self.held | lock)?;
        }
        Ok(())
    }

    /// Once this returns, others can have the chord.
    fn end(&self, ear: Id) -> Result<(), ReplyError> {
        if let Some(keycode) = self.keycode().take() {
            self.give_up(keycode)?;
        }
        let x = &self.display.x;
        let word = ClientMessageEvent::new(32, ear, u32::from(ModMask::ANY), [0; 5]);
        x.send_event(false, ear, EventMask::NO_EVENT, word)?;
        x.get_input_focus()?.reply()?;
        Ok(())
    }

    /// Sleeps until the chord is pressed, again and again. While its key is down the server
    /// sends every other key here too; they say nothing about the chord.
    fn listen(&self, pressed: impl Fn()) {
        let mut is_down = false;
        while let Ok(event) = self.display.x.wait_for_event() {
            if self.over.load(Ordering::Relaxed) {
                return;
            }
            let was_down = is_down;
            let is_ours = |key| *self.keycode() == Some(key);
            is_down = match event {
                Event::KeyPress(key) if is_ours(key.detail) => true,
                Event::KeyRelease(key) if is_ours(key.detail) => false,
                Event::MappingNotify(_)
                | Event::XkbMapNotify(_)
                | Event::XkbNewKeyboardNotify(_) => {
                    self.follow_the_keyboard();
                    false
                }
                _ => was_down,
            };
            if is_down && !was_down {
                pressed();
            }
        }
    }

    /// Another layout, or another keyboard: the letter may be on another key now. Where it is
    /// on none, or that one is another program's, the chord stays where it was.
    fn follow_the_keyboard(&self) {
        let mut ours = self.keycode();
        let now = keycode(&self.display, self.keysym);
        let (Some(before), Some(now)) = (*ours, now) else {
            return;
        };
        if before == now {
            return;
        }
        // With some of the locks the key may be ours, and with others another program's.
        let (given_up, stays) = match self.take(now) {
            Ok(()) => (before, now),
            Err(_) => (now, before),
        };
        let _gone = self.give_up(given_up);
        *ours = Some(stays);
    }
}

/// A window without a picture, so that something can be said to this connection.
fn ear(display: &Display) -> Result<Id, ReplyOrIdError> {
    let x = &display.x;
    let ear = x.generate_id()?;
    let (class, aux) = (WindowClass::INPUT_ONLY, CreateWindowAux::new());
    x.create_window(0, ear, display.root, 0, 0, 1, 1, 0, class, 0, &aux)?
        .check()?;
    Ok(ear)
}

/// From here on a key that is held is told as pressed once more and not as let go, and another
/// layout is told. A server without the keyboard extension tells of layouts by itself, and of a
/// key that is held as if it was pressed again and again.
fn hear_the_keyboard(display: &Display) {
    let ask = || -> Result<(), ReplyError> {
        let x = &display.x;
        xkb::ConnectionExt::xkb_use_extension(x, 1, 0)?.reply()?;
        let keyboard = xkb::ID::USE_CORE_KBD.into();
        let repeat = xkb::PerClientFlag::DETECTABLE_AUTO_REPEAT;
        let (none, nothing) = (xkb::BoolCtrl::default(), Default::default());
        xkb::ConnectionExt::xkb_per_client_flags(x, keyboard, repeat, repeat, none, nothing, none)?
            .reply()?;
        let layouts = xkb::EventType::NEW_KEYBOARD_NOTIFY | xkb::EventType::MAP_NOTIFY;
        // Of a map the letters on the keys count.
        let (no_events, letters) = (xkb::EventType::default(), xkb::MapPart::KEY_SYMS);
        let details = xkb::SelectEventsAux::new();
        xkb::ConnectionExt::xkb_select_events(
            x, keyboard, no_events, layouts, letters, letters, &details,
        )?
        .check()
    };
    let _without = ask();
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
