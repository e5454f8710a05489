//! Wayland's compositors show no program what others draw. The desktop portal asks the person
//! and hands over a file.
//! <https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html>

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use url::Url;
use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::message::Type;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, Message};

use crate::{Capture, CaptureError, Shot};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SCREENSHOT: &str = "org.freedesktop.portal.Screenshot";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// How long the person may think about the portal's question.
const PATIENCE: Duration = Duration::from_secs(120);

/// Bytes of the file at most: more than the screens of any desk.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// The desktop portal.
#[derive(Debug, Clone, Default)]
pub struct Portal {
    /// The address of the person's message bus; none: the usual one.
    pub bus: Option<String>,
}

/// Whether only the portal knows what the screens show. An X server that runs within a Wayland
/// session has black pixels where the session's programs are.
pub fn is_wanted(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_wayland = |kind: String| kind.eq_ignore_ascii_case("wayland");
    variable("XDG_SESSION_TYPE").is_some_and(is_wayland)
        || variable("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty())
}

impl Capture for Portal {
    fn asks(&self) -> bool {
        true
    }

    fn shots(&self) -> Result<Vec<Shot>, CaptureError> {
        let answer = self.ask().map_err(|_| CaptureError::Impossible)?;
        let picture = Picture::of(&answer.ok_or(CaptureError::Refused)?);
        let picture = picture.ok_or(CaptureError::Impossible)?;
        let bytes = picture.read().map_err(|_| CaptureError::Impossible)?;
        Ok(vec![Shot::File(bytes)])
    }
}

impl Portal {
    /// Asks, and waits for the answer: the address of a file; none if it was refused.
    fn ask(&self) -> zbus::Result<Option<String>> {
        let bus = match &self.bus {
            Some(address) => connection::Builder::address(address.as_str())?.build()?,
            None => Connection::session()?,
        };
        // Listens before it asks: an answer may be there before the handle is.
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(PORTAL)?
            .interface(REQUEST)?
            .member("Response")?
            .build();
        let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
        let portal = Proxy::new(&bus, PORTAL, PATH, SCREENSHOT)?;
        let parent = "";
        let options = HashMap::from([("interactive", Value::from(false))]);
        // It looks who asks when it is called, not later.
        let called = || portal.call("Screenshot", &(parent, options));
        let handle: OwnedObjectPath = keytick_memory::while_readable(called)?;
        let (heard, answer) = mpsc::channel();
        let ours = handle.clone();
        thread::spawn(move || heard.send(hear(signals, &ours)));
        let answer = answer.recv_timeout(PATIENCE);
        if answer.is_err() {
            let request = Proxy::new(&bus, PORTAL, handle, REQUEST)?;
            let _gone: zbus::Result<()> = request.call("Close", &());
        }
        // The listening thread ends with the connection.
        bus.close()?;
        answer.unwrap_or(Ok(None))
    }
}

/// The answer to the request with this handle.
fn hear(signals: MessageIterator, handle: &OwnedObjectPath) -> zbus::Result<Option<String>> {
    for signal in signals {
        let signal = signal?;
        if signal.header().path() == Some(&**handle) {
            return address(&signal);
        }
    }
    Ok(None)
}

/// The file's address in an answer; none if the person or the desktop refused.
fn address(answer: &Message) -> zbus::Result<Option<String>> {
    let body = answer.body();
    let (response, mut results): (u32, HashMap<String, OwnedValue>) = body.deserialize()?;
    match (response, results.remove("uri")) {
        (0, Some(address)) => Ok(Some(String::try_from(address)?)),
        _ => Ok(None),
    }
}

/// The portal's file, which is gone when this is.
struct Picture(PathBuf);

impl Picture {
    fn of(address: &str) -> Option<Self> {
        let path = Url::parse(address).ok()?.to_file_path().ok()?;
        Some(Self(path))
    }

    fn read(&self) -> std::io::Result<Vec<u8>> {
        let file = File::open(&self.0)?;
        // As long as it gets, so that no copy stays behind where it grew.
        let length = file.metadata()?.len().min(MOST_BYTES);
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
        file.take(MOST_BYTES).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        let _gone = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wayland_session_is_asked_through_the_portal() {
        let wanted = |set: &[(&str, &str)]| {
            is_wanted(|name| {
                let mut found = set.iter().filter(|(it, _)| *it == name);
                found.next().map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(!wanted(&[]));
        assert!(!wanted(&[
            ("XDG_SESSION_TYPE", "x11"),
            ("WAYLAND_DISPLAY", "")
        ]));
        assert!(wanted(&[("XDG_SESSION_TYPE", "wayland")]));
        assert!(wanted(&[("WAYLAND_DISPLAY", "wayland-0")]));
    }
}
