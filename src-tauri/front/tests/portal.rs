//! A desktop that lends chords, played by the test on a message bus of its own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../../../tests/dbus/bus.rs"]
mod bus;

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use bus::Bus;
use keytick_front::NotGrabbed;
use keytick_front::portal::{Hotkey, Portal, Purpose};
use zbus::blocking::{Connection, connection};
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

const PATH: &str = "/org/freedesktop/portal/desktop";
const OURS: &str = "/org/freedesktop/portal/desktop/session/1_7/keytick";
const OF_ANOTHER: &str = "/org/freedesktop/portal/desktop/session/1_9/keytick";
const PATIENCE: Duration = Duration::from_secs(30);

/// A chord that is asked for: what it is, what it does, and the keys.
type Wanted = (String, String, String);

struct Desktop {
    /// What the person answers: 0 is yes.
    response: u32,
    asked: Sender<Wanted>,
}

#[zbus::interface(name = "org.freedesktop.portal.GlobalShortcuts")]
impl Desktop {
    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        1
    }

    async fn create_session(
        &self,
        options: HashMap<String, OwnedValue>,
        #[zbus(connection)] bus: &zbus::Connection,
    ) -> OwnedObjectPath {
        let results = HashMap::from([("session_handle", Value::from(OURS))]);
        answer(bus, &options, 0, results).await
    }

    async fn bind_shortcuts(
        &self,
        session: OwnedObjectPath,
        shortcuts: Vec<(String, HashMap<String, OwnedValue>)>,
        _parent: &str,
        options: HashMap<String, OwnedValue>,
        #[zbus(connection)] bus: &zbus::Connection,
    ) -> OwnedObjectPath {
        assert_eq!(session.as_str(), OURS);
        for (id, about) in &shortcuts {
            let text = |name: &str| String::try_from(about[name].clone()).unwrap();
            let wanted = (id.clone(), text("description"), text("preferred_trigger"));
            self.asked.send(wanted).unwrap();
        }
        let results = HashMap::from([("shortcuts", Value::from(shortcuts))]);
        answer(bus, &options, self.response, results).await
    }
}

/// A session that tells when it is closed.
struct Session(Sender<Wanted>);

#[zbus::interface(name = "org.freedesktop.portal.Session")]
impl Session {
    fn close(&self) {
        let closed = ["closed", "", ""].map(str::to_owned);
        self.0.send(closed.into()).unwrap();
    }
}

async fn answer(
    bus: &zbus::Connection,
    options: &HashMap<String, OwnedValue>,
    response: u32,
    results: HashMap<&str, Value<'_>>,
) -> OwnedObjectPath {
    let token = String::try_from(options["handle_token"].clone()).unwrap();
    let handle = format!("{PATH}/request/1_7/{token}");
    // One to somebody else comes first.
    for (to, response) in [
        (format!("{handle}_of_another"), 2),
        (handle.clone(), response),
    ] {
        let request = SignalEmitter::new(bus, to).unwrap();
        let interface = "org.freedesktop.portal.Request";
        let answer = &(response, &results);
        request.emit(interface, "Response", answer).await.unwrap();
    }
    ObjectPath::try_from(handle).unwrap().into()
}

struct World {
    desktop: Connection,
    portal: Portal,
    asked: Receiver<Wanted>,
    pressed: Receiver<()>,
    grabbed: Result<Hotkey, NotGrabbed>,
    _bus: Bus,
}

impl World {
    /// None where there is no bus.
    fn start(response: u32) -> Option<Self> {
        let bus = Bus::start()?;
        let (ask, asked) = mpsc::channel();
        let session = Session(ask.clone());
        let desktop = connection::Builder::address(bus.address.as_str())
            .and_then(|it| it.name("org.freedesktop.portal.Desktop"))
            .and_then(|it| it.serve_at(OURS, session))
            .and_then(|it| {
                it.serve_at(
                    PATH,
                    Desktop {
                        response,
                        asked: ask,
                    },
                )
            })
            .and_then(|it| it.build())
            .unwrap();
        let portal = Portal {
            bus: Some(bus.address.clone()),
        };
        let (press, pressed) = mpsc::channel();
        let purpose = Purpose {
            id: "quick-search",
            description: "Open quick search",
            app: "io.github.keytick.Keytick",
        };
        let chord = "Ctrl Shift D".parse().unwrap();
        let grabbed = portal.grab(&chord, purpose, move || press.send(()).unwrap_or_default());
        Some(Self {
            desktop,
            portal,
            asked,
            pressed,
            grabbed,
            _bus: bus,
        })
    }

    fn press(&self, session: &str, id: &str) {
        let session = ObjectPath::try_from(session).unwrap();
        let nothing = HashMap::<&str, Value<'_>>::new();
        let press = (session, id, 0_u64, nothing);
        let interface = "org.freedesktop.portal.GlobalShortcuts";
        self.desktop
            .emit_signal(None::<&str>, PATH, interface, "Activated", &press)
            .unwrap();
    }
}

#[test]
fn a_chord_that_is_lent_is_heard_and_given_back() {
    let Some(world) = World::start(0) else { return };
    assert!(world.portal.lends());
    let hotkey = world.grabbed.unwrap_or_else(|error| panic!("{error:?}"));
    let wanted = ["quick-search", "Open quick search", "CTRL+SHIFT+d"];
    let wanted: Wanted = wanted.map(str::to_owned).into();
    assert_eq!(world.asked.recv_timeout(PATIENCE), Ok(wanted));
    let world = World {
        grabbed: Ok(hotkey),
        ..world
    };

    world.press(OF_ANOTHER, "quick-search");
    world.press(OURS, "another");
    world.press(OURS, "quick-search");
    assert_eq!(world.pressed.recv_timeout(PATIENCE), Ok(()));
    assert!(world.pressed.try_recv().is_err());

    drop(world.grabbed);
    let (closed, ..) = world.asked.recv_timeout(PATIENCE).unwrap();
    assert_eq!(closed, "closed");
}

#[test]
fn a_person_who_says_no_is_heard() {
    let Some(world) = World::start(1) else { return };
    assert_eq!(world.grabbed.err(), Some(NotGrabbed::Refused));
}

#[test]
fn a_desktop_without_such_a_portal_lends_nothing() {
    let Some(bus) = Bus::start() else { return };
    let portal = Portal {
        bus: Some(bus.address.clone()),
    };
    assert!(!portal.lends());
    let purpose = Purpose {
        id: "a",
        description: "b",
        app: "c",
    };
    let grabbed = portal.grab(&"Ctrl Shift D".parse().unwrap(), purpose, || {});
    assert_eq!(grabbed.err(), Some(NotGrabbed::Impossible));
}
