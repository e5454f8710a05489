//! The desktop portal, played by the test on a message bus of its own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../../../tests/dbus/bus.rs"]
mod bus;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use bus::Bus;
use keytick_capture::portal::Portal;
use keytick_capture::{Capture, CaptureError, Shot};
use zbus::blocking::{Connection, connection};
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

const HANDLE: &str = "/org/freedesktop/portal/desktop/request/1_7/t";
const OF_ANOTHER: &str = "/org/freedesktop/portal/desktop/request/1_9/t";

/// A portal that gives the same answer to everybody, after one to somebody else.
struct Desktop {
    response: u32,
    picture: PathBuf,
}

#[zbus::interface(name = "org.freedesktop.portal.Screenshot")]
impl Desktop {
    async fn screenshot(
        &self,
        parent: &str,
        options: HashMap<String, OwnedValue>,
        #[zbus(connection)] bus: &zbus::Connection,
    ) -> OwnedObjectPath {
        assert_eq!(parent, "");
        assert_eq!(
            options["interactive"],
            Value::from(false).try_into().unwrap()
        );
        self.answer(bus, OF_ANOTHER, Path::new("/etc/hostname"))
            .await;
        self.answer(bus, HANDLE, &self.picture).await;
        ObjectPath::from_static_str_unchecked(HANDLE).into()
    }
}

impl Desktop {
    async fn answer(&self, bus: &zbus::Connection, handle: &str, picture: &Path) {
        let uri = format!("file://{}", picture.display()).replace(' ', "%20");
        let results = HashMap::from([("uri", Value::from(uri))]);
        let request = SignalEmitter::new(bus, handle).unwrap();
        let interface = "org.freedesktop.portal.Request";
        let answer = &(self.response, results);
        request.emit(interface, "Response", answer).await.unwrap();
    }
}

/// What comes of a capture, and whether the portal's file is still there. None where there is
/// no bus.
fn capture(response: u32) -> Option<(Result<Vec<Shot>, CaptureError>, bool)> {
    let bus = Bus::start()?;
    let home = tempfile::tempdir().unwrap();
    let picture = home.path().join("Screenshot 1.png");
    std::fs::write(&picture, "a picture").unwrap();
    let desktop = Desktop {
        response,
        picture: picture.clone(),
    };
    let _portal: Connection = connection::Builder::address(bus.address.as_str())
        .unwrap()
        .name("org.freedesktop.portal.Desktop")
        .unwrap()
        .serve_at("/org/freedesktop/portal/desktop", desktop)
        .unwrap()
        .build()
        .unwrap();
    let portal = Portal {
        bus: Some(bus.address.clone()),
    };
    let shots = portal.shots();
    Some((shots, picture.exists()))
}

#[test]
fn the_portals_file_is_read_and_gone() {
    let Some((shots, is_there)) = capture(0) else {
        return;
    };
    assert!(shots == Ok(vec![Shot::File(b"a picture".to_vec())]));
    assert!(!is_there);
}

#[test]
fn a_person_who_says_no_is_heard() {
    let Some((shots, is_there)) = capture(1) else {
        return;
    };
    assert!(shots == Err(CaptureError::Refused));
    assert!(is_there);
}

#[test]
fn without_a_portal_there_is_no_way() {
    let Some(bus) = Bus::start() else { return };
    let portal = Portal {
        bus: Some(bus.address.clone()),
    };
    assert!(portal.shots() == Err(CaptureError::Impossible));
}
