//! Keys that work in every window of a real X server, whose keyboard the test presses.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod own_server;

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use keytick_front::{Hotkey, NotGrabbed};
use own_server::runs_in_own_server;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keycode, Keysym,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

const PATIENCE: Duration = Duration::from_secs(30);
const CONTROL: Keysym = 0xffe3;
const SHIFT: Keysym = 0xffe1;
const D: Keysym = 0x64;
const G: Keysym = 0x67;

/// A keyboard that the test presses.
struct Keyboard(RustConnection);

impl Keyboard {
    fn new() -> Self {
        Self(RustConnection::connect(None).unwrap().0)
    }

    fn keycode(&self, keysym: Keysym) -> Keycode {
        let setup = self.0.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let asked = self.0.get_keyboard_mapping(first, last - first + 1);
        let mapping = asked.unwrap().reply().unwrap();
        let mut keys = mapping.keysyms.chunks(mapping.keysyms_per_keycode.into());
        let place = keys.position(|key| key.contains(&keysym)).unwrap();
        first + u8::try_from(place).unwrap()
    }

    fn send(&self, what: u8, key: Keycode) {
        let sent = self.0.xtest_fake_input(what, key, 0, x11rb::NONE, 0, 0, 0);
        sent.unwrap().check().unwrap();
    }

    fn down(&self, key: Keycode) {
        self.send(KEY_PRESS_EVENT, key);
    }

    fn up(&self, key: Keycode) {
        self.send(KEY_RELEASE_EVENT, key);
    }

    /// Ctrl, Shift and the key that `keysym` is on.
    fn press(&self, keysym: Keysym) {
        let keys = [CONTROL, SHIFT, keysym].map(|keysym| self.keycode(keysym));
        keys.iter().for_each(|key| self.down(*key));
        keys.iter().for_each(|key| self.up(*key));
    }
}

fn grab(keys: &str) -> (Result<Hotkey, NotGrabbed>, Receiver<()>) {
    let (press, pressed) = mpsc::channel();
    let grabbed = Hotkey::grab(&keys.parse().unwrap(), move || {
        press.send(()).unwrap_or_default();
    });
    (grabbed, pressed)
}

#[test]
fn the_chord_is_heard_once_however_its_keys_are_let_go() {
    if runs_in_own_server("the_chord_is_heard_once_however_its_keys_are_let_go") {
        return;
    }
    let (keyboard, (hotkey, pressed)) = (Keyboard::new(), grab("Ctrl Shift D"));
    let hotkey = hotkey.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(grab("Ctrl Shift D").0.err(), Some(NotGrabbed::Taken));
    let [ctrl, shift, d, g] = [CONTROL, SHIFT, D, G].map(|key| keyboard.keycode(key));
    for key in [ctrl, shift, d] {
        keyboard.down(key);
    }
    keyboard.up(shift);
    keyboard.down(g);
    for key in [g, d, ctrl] {
        keyboard.up(key);
    }
    keyboard.press(D);
    for _ in 0..2 {
        assert_eq!(pressed.recv_timeout(PATIENCE), Ok(()));
    }
    drop(hotkey);
    // Whatever was still on its way has been heard when the thread is gone.
    assert_eq!(pressed.iter().count(), 0);
    assert!(grab("Ctrl Shift D").0.is_ok());
}

#[test]
fn the_chord_follows_its_letter_to_another_key() {
    if runs_in_own_server("the_chord_follows_its_letter_to_another_key") {
        return;
    }
    let (keyboard, (hotkey, pressed)) = (Keyboard::new(), grab("Ctrl Shift D"));
    let (d, g) = (keyboard.keycode(D), keyboard.keycode(G));
    // Both letters change their places, as in another layout.
    for (key, keysym) in [(d, G), (g, D)] {
        let changed = keyboard.0.change_keyboard_mapping(1, key, 1, &[keysym]);
        changed.unwrap().check().unwrap();
    }
    // Once another program can have the old key, the chord has moved on.
    let moved = (0..10_000).any(|_| grab("Ctrl Shift G").0.is_ok());
    assert!(moved);
    keyboard.press(G);
    keyboard.press(D);
    assert_eq!(pressed.recv_timeout(PATIENCE), Ok(()));
    drop(hotkey);
    assert_eq!(pressed.iter().count(), 0);
}
