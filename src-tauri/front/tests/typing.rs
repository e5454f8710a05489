//! Codes that are typed into the window of a real X server, with the layouts of several countries.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod own_server;

use std::process::Command;

use keytick_front::{Front, NotTyped};
use own_server::runs_in_own_server;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xkb::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, GrabMode, InputFocus,
    KEY_PRESS_EVENT, KEY_RELEASE_EVENT, KeyPressEvent, Keycode, Keysym, ModMask, PropMode, Window,
    WindowClass,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// A code with the digits and letters that Steam's have.
const CODE: &str = "0123456789RBk";

/// The keyboard of a server without one, which its own is the last of its first four devices: the
/// pointer and the keyboard that programs know, those that programs press, and these.
const OWN_KEYBOARD: u8 = 7;

/// Among the events of the X Input extension (version 1.5, section 6); the release follows.
const DEVICE_KEY_PRESS: u8 = 1;

const CAPS_LOCK: Keysym = 0xffe5;
const SHIFT: Keysym = 0xffe1;

/// A desktop of two windows.
struct Desk {
    x: RustConnection,
    root: Window,
    form: Window,
    chat: Window,
}

impl Desk {
    fn new() -> Self {
        let (x, screen) = RustConnection::connect(None).unwrap();
        // Without it the server keeps to itself which layout a key was pressed in.
        x.xkb_use_extension(1, 0).unwrap().reply().unwrap();
        let root = x.setup().roots[screen].root;
        let window = || {
            let (id, same) = (x.generate_id().unwrap(), x11rb::COPY_FROM_PARENT);
            let hears = CreateWindowAux::new().event_mask(EventMask::KEY_PRESS);
            let kind = WindowClass::INPUT_OUTPUT;
            x.create_window(0, id, root, 0, 0, 9, 9, 0, kind, same, &hears)
                .unwrap();
            x.map_window(id).unwrap();
            id
        };
        let (form, chat) = (window(), window());
        let desk = Self {
            x,
            root,
            form,
            chat,
        };
        desk.give_keyboard(form);
        desk
    }

    /// As a window manager does, which says so.
    fn give_keyboard(&self, window: Window) {
        let name = self.x.intern_atom(false, b"_NET_ACTIVE_WINDOW").unwrap();
        let (mode, name) = (PropMode::REPLACE, name.reply().unwrap().atom);
        let kind = AtomEnum::WINDOW;
        self.x
            .change_property32(mode, self.root, name, kind, &[window])
            .unwrap();
        let (to, now) = (InputFocus::PARENT, x11rb::CURRENT_TIME);
        self.x.set_input_focus(to, window, now).unwrap();
        self.x.sync().unwrap();
    }

    fn has_layout(&self, layout: &str) {
        let set = Command::new("setxkbmap").arg(layout).status();
        assert!(set.unwrap().success());
        self.x.sync().unwrap();
    }

    /// As a file of the server's settings gives it to one keyboard: only once that is typed on
    /// do the others have it.
    fn has_layout_on_its_own_keyboard(&self, layout: &str) {
        let device = OWN_KEYBOARD.to_string();
        let set = Command::new("setxkbmap")
            .args(["-device", &device, layout])
            .status();
        assert!(set.unwrap().success());
        let asked = self.x.query_extension(b"XInputExtension").unwrap();
        let events = asked.reply().unwrap().first_event;
        for what in [DEVICE_KEY_PRESS, DEVICE_KEY_PRESS + 1] {
            let (what, shift) = (events + what, self.keycode(SHIFT));
            let sent = self
                .x
                .xtest_fake_input(what, shift, 0, x11rb::NONE, 0, 0, OWN_KEYBOARD);
            sent.unwrap().check().unwrap();
        }
        self.x.sync().unwrap();
    }

    /// The next key alone is of the next layout.
    fn latch_layout(&self) {
        let (keyboard, none) = (xkb::ID::USE_CORE_KBD.into(), ModMask::default());
        let first = xkb::Group::from(0u8);
        let latched = self
            .x
            .xkb_latch_lock_state(keyboard, none, none, false, first, none, true, 1);
        latched.unwrap().check().unwrap();
    }

    fn keysyms(&self, key: Keycode) -> Vec<Keysym> {
        let asked = self.x.get_keyboard_mapping(key, 1).unwrap();
        asked.reply().unwrap().keysyms
    }

    fn keycode(&self, keysym: Keysym) -> Keycode {
        let mut keys = self.x.setup().min_keycode..=self.x.setup().max_keycode;
        keys.find(|key| self.keysyms(*key).contains(&keysym))
            .unwrap()
    }

    fn send(&self, what: u8, keysym: Keysym) {
        let key = self.keycode(keysym);
        let sent = self.x.xtest_fake_input(what, key, 0, x11rb::NONE, 0, 0, 0);
        sent.unwrap().check().unwrap();
    }

    /// What the form and the chat have heard since.
    fn heard(&self) -> [String; 2] {
        self.x.sync().unwrap();
        let mut heard = [String::new(), String::new()];
        while let Some(event) = self.x.poll_for_event().unwrap() {
            if let Event::KeyPress(press) = event {
                let at = usize::from(press.event == self.chat);
                heard[at].extend(self.character(press));
            }
        }
        heard
    }

    /// As programs read a key (X Window System Protocol, section 5). Shift is none.
    fn character(&self, press: KeyPressEvent) -> Option<char> {
        let bits = u16::from(press.state);
        let (shift, caps, group) = (bits & 1, bits >> 1 & 1, bits >> 13 & 3);
        let keysym = self.keysyms(press.detail)[usize::from(group * 2 + shift)];
        let made = char::from(u8::try_from(keysym).ok()?);
        let other = match made.is_lowercase() {
            true => made.to_ascii_uppercase(),
            false => made.to_ascii_lowercase(),
        };
        Some(if caps == 1 { other } else { made })
    }
}

#[test]
fn the_same_code_arrives_in_every_layout() {
    if runs_in_own_server("the_same_code_arrives_in_every_layout") {
        return;
    }
    let desk = Desk::new();
    for layout in ["us", "fr", "de", "ru,us", "us,ru", "ara,us"] {
        desk.has_layout(layout);
        let front = Front::now().unwrap();
        assert_eq!(front.type_text(CODE), Ok(()), "{layout}");
        assert_eq!(desk.heard(), [CODE, ""], "{layout}");
    }
    desk.has_layout("fr");
    for what in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
        desk.send(what, CAPS_LOCK);
    }
    assert_eq!(Front::now().unwrap().type_text(CODE), Ok(()));
    assert_eq!(desk.heard(), [CODE, ""]);
    // It is on again for the person.
    desk.send(KEY_PRESS_EVENT, u32::from('k'));
    assert_eq!(desk.heard(), ["K", ""]);
}

#[test]
fn a_layout_that_one_keyboard_has_for_itself_makes_no_other_code() {
    if runs_in_own_server("a_layout_that_one_keyboard_has_for_itself_makes_no_other_code") {
        return;
    }
    let desk = Desk::new();
    desk.has_layout_on_its_own_keyboard("fr");
    // Shift and the key of the 1, where others have an exclamation mark.
    let one = desk.keysyms(desk.keycode('1'.into()));
    assert_eq!(one[..2], ['&', '1'].map(u32::from));
    assert_eq!(Front::now().unwrap().type_text(CODE), Ok(()));
    assert_eq!(desk.heard(), [CODE, ""]);
}

#[test]
fn nothing_is_typed_where_it_does_not_belong() {
    if runs_in_own_server("nothing_is_typed_where_it_does_not_belong") {
        return;
    }
    let desk = Desk::new();
    let refused = |why: NotTyped, text: &str, front: &Front| {
        assert_eq!(front.type_text(text), Err(why));
        assert_eq!(desk.heard(), ["", ""], "{why}");
    };
    let form = Front::now().unwrap();
    desk.give_keyboard(desk.chat);
    refused(NotTyped::Elsewhere, "123456", &form);

    // A screen lock hears all keys, whoever has the keyboard.
    desk.give_keyboard(desk.form);
    let (mode, now) = (GrabMode::ASYNC, x11rb::CURRENT_TIME);
    let grabbed = desk.x.grab_keyboard(false, desk.root, now, mode, mode);
    grabbed.unwrap().reply().unwrap();
    refused(NotTyped::Elsewhere, "123456", &form);
    desk.x.ungrab_keyboard(now).unwrap();

    // Not even a sign that would send the form.
    refused(NotTyped::Impossible, "123456\n", &form);
    desk.has_layout("ara");
    refused(NotTyped::Impossible, "R7K2M", &form);

    desk.has_layout("us,ru");
    desk.latch_layout();
    refused(NotTyped::Held, "R7K2M", &form);
    // It was for one key.
    for what in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
        desk.send(what, u32::from('1'));
    }
    assert_eq!(desk.heard(), ["1", ""]);

    desk.send(KEY_PRESS_EVENT, SHIFT);
    assert!(!keytick_front::wait_for_keys());
    refused(NotTyped::Held, "123456", &form);
    desk.send(KEY_RELEASE_EVENT, SHIFT);
    assert!(keytick_front::wait_for_keys());
    assert_eq!(form.type_text("123456"), Ok(()));
    assert_eq!(desk.heard(), ["123456", ""]);
}
