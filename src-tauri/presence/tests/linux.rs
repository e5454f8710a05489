//! logind and a screen saver, played by the test on a message bus of its own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../../../tests/dbus/bus.rs"]
mod bus;

use std::os::fd::OwnedFd;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bus::Bus;
use keytick_presence::Leaving;
use keytick_presence::linux::{Buses, watch};
use zbus::blocking::{Connection, connection};
use zbus::zvariant::{Fd, ObjectPath};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

/// A logind that hands out delays and tells of each.
struct Logind {
    asked: Sender<(String, String)>,
    /// Our ends of the delays that were handed out.
    delays: Arc<Mutex<Vec<OwnedFd>>>,
}

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    #[zbus(name = "GetSessionByPID")]
    fn session_of(&self, _pid: u32) -> ObjectPath<'static> {
        ObjectPath::from_static_str_unchecked(OURS)
    }

    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> Fd<'static> {
        let (theirs, ours) = std::io::pipe().map(|(r, w)| (w, r)).unwrap();
        self.delays.lock().unwrap().push(OwnedFd::from(ours));
        self.asked.send((what.to_owned(), mode.to_owned())).unwrap();
        OwnedFd::from(theirs).into()
    }
}

const OURS: &str = "/org/freedesktop/login1/session/_31";
const ANOTHERS: &str = "/org/freedesktop/login1/session/_32";

struct World {
    system: Connection,
    heard: Receiver<Leaving>,
    asked: Receiver<(String, String)>,
    delays: Arc<Mutex<Vec<OwnedFd>>>,
    /// Both buses in one.
    _bus: Bus,
}

impl World {
    fn start() -> Option<Self> {
        let bus = Bus::start()?;
        let (ask, asked) = mpsc::channel();
        let delays = Arc::new(Mutex::new(Vec::new()));
        let logind = Logind {
            asked: ask,
            delays: delays.clone(),
        };
        let system = connection::Builder::address(bus.address.as_str())
            .and_then(|it| it.name("org.freedesktop.login1"))
            .and_then(|it| it.serve_at("/org/freedesktop/login1", logind))
            .and_then(|it| it.build())
            .unwrap();
        let (tell, heard) = mpsc::channel();
        let both = Some(bus.address.clone());
        let buses = Buses {
            system: both.clone(),
            session: both,
        };
        watch(buses, move |leaving| tell.send(leaving).unwrap_or_default());
        let world = Self {
            system,
            heard,
            asked,
            delays,
            _bus: bus,
        };
        // It asks for the delay once it listens to logind.
        world.asks_for_a_delay();
        Some(world)
    }

    fn asks_for_a_delay(&self) {
        let asked = self.asked.recv_timeout(PATIENCE).unwrap();
        assert_eq!(asked, ("sleep".to_owned(), "delay".to_owned()));
    }

    fn says(&self, path: &str, interface: &str, member: &str, value: Option<bool>) {
        let system = &self.system;
        match value {
            Some(value) => system.emit_signal(None::<&str>, path, interface, member, &value),
            None => system.emit_signal(None::<&str>, path, interface, member, &()),
        }
        .unwrap();
    }

    fn prepares_for_sleep(&self, starts: bool) {
        let manager = "org.freedesktop.login1.Manager";
        self.says(
            "/org/freedesktop/login1",
            manager,
            "PrepareForSleep",
            Some(starts),
        );
    }

    fn locks(&self, session: &str) {
        self.says(session, "org.freedesktop.login1.Session", "Lock", None);
    }

    fn screen_saver(&self, name: &str, active: bool) {
        self.says("/ScreenSaver", name, "ActiveChanged", Some(active));
    }

    fn hears(&self) -> Leaving {
        self.heard.recv_timeout(PATIENCE).unwrap()
    }
}

#[test]
fn sleep_waits_until_it_was_told_and_is_held_back_again_after_waking() {
    let Some(world) = World::start() else { return };
    world.prepares_for_sleep(true);
    assert_eq!(world.hears(), Leaving::Sleep);
    // The other end of a delay is closed when nobody holds it any more.
    let delay = world.delays.lock().unwrap().remove(0);
    let mut end = std::fs::File::from(delay);
    assert_eq!(std::io::Read::read(&mut end, &mut [0]).unwrap(), 0);
    world.prepares_for_sleep(false);
    world.asks_for_a_delay();
}

#[test]
fn a_locked_session_is_heard_and_that_of_another_person_is_not() {
    let Some(world) = World::start() else { return };
    world.locks(ANOTHERS);
    world.prepares_for_sleep(true);
    assert_eq!(world.hears(), Leaving::Sleep);
    world.locks(OURS);
    assert_eq!(world.hears(), Leaving::ScreenLocked);
}

#[test]
fn the_screen_saver_of_each_desktop_is_heard_when_it_starts() {
    let Some(world) = World::start() else { return };
    // Whether both threads listen yet, only an answer tells.
    let listens = || {
        world.screen_saver("org.gnome.ScreenSaver", true);
        world.heard.recv_timeout(Duration::from_millis(50)).is_ok()
    };
    while !listens() {}
    while world.heard.recv_timeout(Duration::from_millis(50)).is_ok() {}
    for desktop in ["freedesktop", "gnome", "cinnamon", "mate", "xfce"] {
        let name = format!("org.{desktop}.ScreenSaver");
        world.screen_saver(&name, false);
        world.screen_saver("org.example.ScreenSaver", true);
        assert!(world.heard.try_recv().is_err());
        world.screen_saver(&name, true);
        assert_eq!(world.hears(), Leaving::ScreenLocked, "{name}");
    }
}
