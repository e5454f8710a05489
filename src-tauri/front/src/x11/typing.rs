//! Keys that the server presses at the wish of a program (XTEST, the X Test Extension Protocol,
//! section 4: `XTestFakeInput`).
//!
//! They go to whoever has the keyboard. So the server hears no other program from the moment in
//! which it says who that is until the last key is up.

use std::thread;
use std::time::{Duration, Instant};

use x11rb::connection::{Connection, RequestConnection};
use x11rb::errors::ReplyError;
use x11rb::protocol::xkb::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{
    ConnectionExt as _, GrabMode, GrabStatus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keycode, Keysym,
    ModMask, Window as Id,
};
use x11rb::protocol::xtest::{self, ConnectionExt as _};

use super::{Display, Window};
use crate::typing::NotTyped;

/// What X11 calls the left Shift key (X Window System Protocol, appendix A).
const SHIFT: Keysym = 0xffe1;

/// The layouts that the keyboard's mapping tells of, and the levels of each: without Shift,
/// and with it (X Window System Protocol, section 5).
const GROUPS: usize = 2;
const LEVELS: usize = 2;

/// How long a window may take to get the keyboard, and a person to let go of the keys.
const PATIENCE: Duration = Duration::from_secs(1);

const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// A key that makes a character, in one of the layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    code: Keycode,
    group: u8,
    with_shift: bool,
}

/// The keys of the keyboard, and what each makes.
struct Keys {
    first: Keycode,
    each: usize,
    keysyms: Vec<Keysym>,
}

impl Keys {
    fn of(display: &Display) -> Option<Self> {
        let setup = display.x.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let count = last.checked_sub(first)?.saturating_add(1);
        let asked = display.x.get_keyboard_mapping(first, count).ok()?;
        let mapping = asked.reply().ok()?;
        Some(Self {
            first,
            each: usize::from(mapping.keysyms_per_keycode).max(1),
            keysyms: mapping.keysyms,
        })
    }

    /// The key that makes it with as little as possible.
    fn making(&self, keysym: Keysym) -> Option<Key> {
        (0..GROUPS * LEVELS).find_map(|place| {
            let mut keys = self.keysyms.chunks(self.each);
            let key = keys.position(|key| key.get(place) == Some(&keysym))?;
            Some(Key {
                code: self.first.checked_add(u8::try_from(key).ok()?)?,
                group: u8::try_from(place / LEVELS).ok()?,
                with_shift: place % LEVELS == 1,
            })
        })
    }

    /// The Shift key, and those of a text.
    fn for_text(display: &Display, text: &str) -> Option<(Keycode, Vec<Key>)> {
        let keys = Self::of(display)?;
        Some((keys.making(SHIFT)?.code, keys.making_all(text)?))
    }

    /// Of letters and digits alone: least of all a key that would send a form.
    fn making_all(&self, text: &str) -> Option<Vec<Key>> {
        let key = |character: char| {
            let is_typed = character.is_ascii_alphanumeric();
            // Letters and digits are called by their number in Latin-1.
            is_typed.then(|| self.making(character.into())).flatten()
        };
        text.chars().map(key).collect()
    }
}

/// Whether this server can be asked to press keys.
#[must_use]
pub fn is_possible() -> bool {
    let name = xtest::X11_EXTENSION_NAME;
    let known = |display: Display| display.x.extension_information(name).ok().flatten();
    Display::open().and_then(known).is_some()
}

/// Waits until the person holds no key any more, but not for long: false if they still do. A
/// held Enter would go on in the window that gets the keyboard next.
pub fn wait_for_keys() -> bool {
    Display::open().is_none_or(|display| wait(|| display.is_held().is_ok_and(|held| !held)))
}

/// Waits until a window has the keyboard, but not for long.
pub fn wait_for_keyboard(window: Window) {
    if let Some(display) = Display::open() {
        wait(|| display.has_keyboard(window) == Some(true));
    }
}

/// Types letters and digits into a window that has the keyboard.
///
/// # Errors
/// [`NotTyped`]; nothing was typed then, unless the server failed on the way.
pub fn type_text(window: Window, text: &str) -> Result<(), NotTyped> {
    let display = Display::open().ok_or(NotTyped::Impossible)?;
    let (shift, _) = Keys::for_text(&display, text).ok_or(NotTyped::Impossible)?;
    let typed = display.alone(|| display.type_keys(window, shift, text));
    typed.unwrap_or(Err(NotTyped::Impossible))
}

/// Waits until it is so, but not for long.
fn wait(is_so: impl Fn() -> bool) -> bool {
    let began = Instant::now();
    while !is_so() {
        if began.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(LOOK_AGAIN);
    }
    true
}

impl Display {
    /// While this runs, no other program changes anything. Where it fails, the end of the
    /// connection lets them go on.
    fn alone<T>(&self, work: impl FnOnce() -> Result<T, ReplyError>) -> Result<T, ReplyError> {
        self.x.grab_server()?;
        let done = work();
        self.x.ungrab_server()?;
        // Waits until the server has it all, so that the connection may go.
        self.x.get_input_focus()?.reply()?;
        done
    }

    fn type_keys(
        &self,
        window: Id,
        shift: Keycode,
        text: &str,
    ) -> Result<Result<(), NotTyped>, ReplyError> {
        if self.has_keyboard(window) != Some(true) || !self.hears_keys()? {
            return Ok(Err(NotTyped::Elsewhere));
        }
        self.x.xkb_use_extension(1, 0)?.reply()?;
        let keyboard = xkb::ID::USE_CORE_KBD.into();
        let before = self.x.xkb_get_state(keyboard)?.reply()?;
        let none = ModMask::default();
        let mods = before.base_mods | before.latched_mods;
        // Latched, it is for the next key alone, whatever is locked.
        let group = before.base_group != 0 || before.latched_group != 0;
        if self.is_held()? || mods != none || group {
            return Ok(Err(NotTyped::Held));
        }
        // The keyboard takes over the keys of the device that was used last, and this one has its
        // own: only after a first press do they tell what the next ones make.
        self.send(KEY_PRESS_EVENT, shift)?;
        self.send(KEY_RELEASE_EVENT, shift)?;
        let Some((shift, keys)) = Keys::for_text(self, text) else {
            return Ok(Err(NotTyped::Impossible));
        };
        let pressed = keys.iter().try_for_each(|key| {
            // Caps Lock and another layout make other characters of the same keys.
            self.lock(none, xkb::Group::from(key.group))?;
            self.press(*key, shift)
        });
        let locked = self.lock(before.locked_mods, before.locked_group);
        pressed.and(locked).map(Ok)
    }

    /// Whether keys go where the keyboard is. A screen lock, or a menu, may have them all.
    fn hears_keys(&self) -> Result<bool, ReplyError> {
        let (mode, now) = (GrabMode::ASYNC, x11rb::CURRENT_TIME);
        let grabbed = self.x.grab_keyboard(false, self.root, now, mode, mode)?;
        let is_free = grabbed.reply()?.status == GrabStatus::SUCCESS;
        self.x.ungrab_keyboard(now)?;
        Ok(is_free)
    }

    /// Whether a key is down.
    fn is_held(&self) -> Result<bool, ReplyError> {
        let down = self.x.query_keymap()?.reply()?.keys;
        Ok(down.iter().any(|keys| *keys != 0))
    }

    /// Sets what stays on when its key was let go, and the layout.
    fn lock(&self, mods: ModMask, group: xkb::Group) -> Result<(), ReplyError> {
        let keyboard = xkb::ID::USE_CORE_KBD.into();
        let (all, none) = (ModMask::from(u8::MAX), ModMask::default());
        self.x
            .xkb_latch_lock_state(keyboard, all, mods, true, group, none, false, 0)?
            .check()
    }

    fn press(&self, key: Key, shift: Keycode) -> Result<(), ReplyError> {
        let with = key.with_shift.then_some(shift);
        let mut down = with.into_iter().chain([key.code]);
        let pressed = down.try_for_each(|code| self.send(KEY_PRESS_EVENT, code));
        // Whatever became of that: no key stays down.
        let mut up = [key.code].into_iter().chain(with);
        let released = up.try_for_each(|code| self.send(KEY_RELEASE_EVENT, code));
        pressed.and(released)
    }

    fn send(&self, what: u8, key: Keycode) -> Result<(), ReplyError> {
        let (now, no_device) = (0, 0);
        self.x
            .xtest_fake_input(what, key, now, x11rb::NONE, 0, 0, no_device)?
            .check()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_makes_a_character_with_as_little_as_possible() {
        let [a, capital, one, exclamation, cyrillic] = [0x61, 0x41, 0x31, 0x21, 0x6c6];
        let keys = Keys {
            first: 8,
            each: 4,
            keysyms: [
                [cyrillic, cyrillic, a, capital],
                [exclamation, one, exclamation, one],
                [0, 0, 0, 0],
                [one, exclamation, 0, 0],
            ]
            .concat(),
        };
        let key = |code, group, with_shift| {
            Some(Key {
                code,
                group,
                with_shift,
            })
        };
        assert_eq!(keys.making(a), key(8, 1, false));
        assert_eq!(keys.making(capital), key(8, 1, true));
        assert_eq!(keys.making(one), key(11, 0, false));
        assert_eq!(keys.making(0x62), None);
        // Enter has a key on every keyboard, and is none of a code's.
        assert_eq!(keys.making_all("1\n"), None);
    }
}
