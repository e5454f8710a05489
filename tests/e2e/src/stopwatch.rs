//! Hands and eyes on the X server, quicker than a program that is started for each press:
//! how long a key press takes to be seen, measured from outside of the program by what the
//! server shows of its window.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat, MapState,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::Screen;

/// X11's numbers of events: a key goes down, a key goes up.
const PRESS: u8 = 2;
const RELEASE: u8 = 3;

/// A look longer than this was in vain.
const PATIENCE: Duration = Duration::from_secs(30);

/// Hands and eyes that are quicker than a program that is started for each press.
pub struct Stopwatch {
    x: RustConnection,
    root: u32,
}

impl Stopwatch {
    /// Looks at this screen.
    pub fn new(screen: &Screen) -> Self {
        let (x, number) = RustConnection::connect(Some(screen.display())).expect("the X server");
        let root = x.setup().roots[number].root;
        Self { x, root }
    }

    /// Presses keys together, by their X11 symbols, and lets go of them.
    pub fn press(&self, keysyms: &[u32]) {
        let keys: Vec<u8> = keysyms.iter().map(|keysym| self.keycode(*keysym)).collect();
        for key in &keys {
            self.fake(PRESS, *key);
        }
        for key in keys.iter().rev() {
            self.fake(RELEASE, *key);
        }
        self.x.flush().expect("the X server");
    }

    /// Asks a window to close, as a click on its frame's button does.
    pub fn close(&self, window: u32) {
        const BY_A_PERSON: u32 = 2;
        let asked = self.x.intern_atom(false, b"_NET_CLOSE_WINDOW");
        let what = asked.expect("the X server").reply().expect("a name").atom;
        let words = [x11rb::CURRENT_TIME, BY_A_PERSON, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, what, words);
        let mask = EventMask::SUBSTRUCTURE_NOTIFY | EventMask::SUBSTRUCTURE_REDIRECT;
        let sent = self.x.send_event(false, self.root, mask, message);
        sent.expect("the X server").check().expect("a window");
    }

    /// The number of the window with this title, once it is on view. Found by what the server
    /// tells of its windows, which is quicker than a program that is started for it.
    pub fn until_titled(&self, title: &str) -> u32 {
        let mut found = None;
        until(|| {
            found = self.titled(self.root, title);
            found.is_some()
        });
        found.expect("found")
    }

    fn titled(&self, window: u32, title: &str) -> Option<u32> {
        if self.is_on_view(window) && self.title(window).as_deref() == Some(title.as_bytes()) {
            return Some(window);
        }
        let asked = self.x.query_tree(window).expect("the X server");
        // A window may be gone by now.
        let inner = asked.reply().ok()?.children;
        inner
            .into_iter()
            .find_map(|inner| self.titled(inner, title))
    }

    fn title(&self, window: u32) -> Option<Vec<u8>> {
        let (name, kind) = (AtomEnum::WM_NAME, AtomEnum::ANY);
        let asked = self.x.get_property(false, window, name, kind, 0, 64);
        Some(asked.expect("the X server").reply().ok()?.value)
    }

    fn is_on_view(&self, window: u32) -> bool {
        let asked = self.x.get_window_attributes(window).expect("the X server");
        let told = asked.reply();
        told.is_ok_and(|told| told.map_state == MapState::VIEWABLE)
    }

    /// The pixels of this part of a window; none while it is not on view.
    pub fn picture(&self, window: u32, (x, y, width, height): (i16, i16, u16, u16)) -> Vec<u8> {
        let (format, planes) = (ImageFormat::Z_PIXMAP, u32::MAX);
        let asked = (self.x).get_image(format, window, x, y, width, height, planes);
        let told = asked.expect("the X server").reply();
        told.map(|picture| picture.data).unwrap_or_default()
    }

    /// How long it takes from now until this part of a window looks otherwise.
    pub fn until_other(&self, window: u32, part: (i16, i16, u16, u16), before: &[u8]) -> Duration {
        until(|| self.picture(window, part) != before)
    }

    /// Waits until this part of a window has looked the same for a while.
    pub fn until_still(&self, window: u32, part: (i16, i16, u16, u16)) {
        const FOR: Duration = Duration::from_millis(250);
        let (mut before, mut since) = (self.picture(window, part), Instant::now());
        until(|| {
            let now = self.picture(window, part);
            if now != before {
                (before, since) = (now, Instant::now());
            }
            since.elapsed() > FOR
        });
    }

    /// How long it takes from now until something is drawn in this part of a window.
    pub fn until_painted(&self, window: u32, part: (i16, i16, u16, u16)) -> Duration {
        until(|| self.is_painted(window, part))
    }

    /// How long it takes from now until a window is not on view.
    pub fn until_hidden(&self, window: u32) -> Duration {
        until(|| !self.is_on_view(window))
    }

    /// More than one colour is there. A window that is not on view has no pixels.
    fn is_painted(&self, window: u32, part: (i16, i16, u16, u16)) -> bool {
        let picture = self.picture(window, part);
        let mut pixels = picture.chunks_exact(4);
        let first = pixels.next();
        pixels.any(|pixel| Some(pixel) != first)
    }

    fn fake(&self, kind: u8, key: u8) {
        self.x
            .xtest_fake_input(kind, key, x11rb::CURRENT_TIME, self.root, 0, 0, 0)
            .expect("the X server");
    }

    fn keycode(&self, keysym: u32) -> u8 {
        let setup = self.x.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let asked = self.x.get_keyboard_mapping(first, last - first + 1);
        let mapping = asked.expect("the X server").reply().expect("a keyboard");
        let mut keys = mapping.keysyms.chunks(mapping.keysyms_per_keycode.into());
        let place = keys.position(|key| key.contains(&keysym));
        first + u8::try_from(place.expect("such a key")).expect("a keycode")
    }
}

fn until(mut is_true: impl FnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !is_true() {
        assert!(began.elapsed() < PATIENCE, "waited in vain");
        std::thread::sleep(Duration::from_micros(500));
    }
    began.elapsed()
}
