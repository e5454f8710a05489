//! Wayland's desktops keep all keys to themselves. Their portal asks the person once whether a
//! program may have some, and which.
//! <https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html>
//!
//! Tested against a portal that a test plays; not seen on a desktop that has one.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::message::Type;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, Message};

use crate::{Chord, NotGrabbed};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
const REQUEST: &str = "org.freedesktop.portal.Request";
const SESSION: &str = "org.freedesktop.portal.Session";

/// Tells portals who asks, where a program is in no sandbox that would.
const REGISTRY: &str = "org.freedesktop.host.portal.Registry";

/// How long the person may think about the desktop's question.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long a portal may take for what it asks nobody, before it counts as not there.
const METHOD: Duration = Duration::from_secs(25);

/// The desktop portal.
#[derive(Debug, Clone, Default)]
pub struct Portal {
    /// The address of the person's message bus; none: the usual one.
    pub bus: Option<String>,
}

/// A chord that the desktop lends for as long as this lives.
pub struct Hotkey {
    bus: Connection,
    session: OwnedObjectPath,
}

/// What a chord is for.
#[derive(Debug, Clone, Copy)]
pub struct Purpose<'a> {
    /// The name under which the desktop remembers what the person chose.
    pub id: &'a str,
    /// What the person is told that it does.
    pub description: &'a str,
    /// The program, by the name of its desktop file.
    pub app: &'a str,
}

impl Portal {
    /// Whether the desktop lends chords at all. Waits for the bus.
    #[must_use]
    pub fn lends(&self) -> bool {
        let version = || -> zbus::Result<u32> {
            let bus = self.connect()?;
            Proxy::new(&bus, PORTAL, PATH, SHORTCUTS)?.get_property("version")
        };
        version().is_ok()
    }

    /// Asks for a chord, and waits until the person has answered. `pressed` is called in a
    /// thread of its own each time it is pressed. The person may have chosen another one.
    ///
    /// # Errors
    /// [`NotGrabbed::Refused`], and [`NotGrabbed::Impossible`] where there is no such portal.
    pub fn grab(
        &self,
        chord: &Chord,
        purpose: Purpose<'_>,
        pressed: impl Fn() + Send + 'static,
    ) -> Result<Hotkey, NotGrabbed> {
        let asked = self.ask(chord, purpose, pressed);
        asked.map_err(|_| NotGrabbed::Impossible)?
    }

    fn connect(&self) -> zbus::Result<Connection> {
        let builder = match &self.bus {
            Some(address) => connection::Builder::address(address.as_str())?,
            None => connection::Builder::session()?,
        };
        builder.method_timeout(METHOD).build()
    }

    fn ask(
        &self,
        chord: &Chord,
        purpose: Purpose<'_>,
        pressed: impl Fn() + Send + 'static,
    ) -> zbus::Result<Result<Hotkey, NotGrabbed>> {
        let bus = self.connect()?;
        let nothing = HashMap::<&str, Value<'_>>::new();
        let registry = Proxy::new(&bus, PORTAL, PATH, REGISTRY)?;
        let answers = answers(&bus)?;
        let portal = Proxy::new(&bus, PORTAL, PATH, SHORTCUTS)?;

        let token = Value::from("keytick");
        let options = HashMap::from([
            ("handle_token", token.clone()),
            ("session_handle_token", token),
        ]);
        // It looks who asks when it is first called, not later.
        let request: OwnedObjectPath = keytick_memory::while_readable(|| {
            // Older portals guess it.
            let _unknown: zbus::Result<()> = registry.call("Register", &(purpose.app, &nothing));
            portal.call("CreateSession", &(options,))
        })?;
        let made = answer(&answers, &request);
        // It is a text in the answer, and a path everywhere else.
        let session =
            made.and_then(|mut made| String::try_from(made.remove("session_handle")?).ok());
        let session = session.and_then(|session| OwnedObjectPath::try_from(session).ok());
        let Some(session) = session else {
            // What listens for answers ends with the connection.
            bus.close()?;
            return Ok(Err(NotGrabbed::Refused));
        };
        // From here on the chord is given back wherever this ends.
        let hotkey = Hotkey { bus, session };
        let presses = hotkey.presses()?;

        let about = HashMap::from([
            ("description", Value::from(purpose.description)),
            ("preferred_trigger", Value::from(trigger(chord))),
        ]);
        let options = HashMap::from([("handle_token", Value::from("keytick_bind"))]);
        let wanted = vec![(purpose.id, about)];
        let parent = "";
        let bind = (&hotkey.session, wanted, parent, options);
        let request: OwnedObjectPath = portal.call("BindShortcuts", &bind)?;
        let bound = answer(&answers, &request);
        let bound = bound.and_then(|mut bound| ids(bound.remove("shortcuts")?));
        if !bound.is_some_and(|ids| ids.iter().any(|id| id == purpose.id)) {
            return Ok(Err(NotGrabbed::Refused));
        }
        let (session, id) = (hotkey.session.clone(), purpose.id.to_owned());
        thread::spawn(move || listen(presses, &session, &id, pressed));
        Ok(Ok(hotkey))
    }
}

impl Hotkey {
    fn presses(&self) -> zbus::Result<MessageIterator> {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(PORTAL)?
            .interface(SHORTCUTS)?
            .member("Activated")?
            .build();
        MessageIterator::for_match_rule(rule, &self.bus, None)
    }

    fn close(&self) -> zbus::Result<()> {
        let session = Proxy::new(&self.bus, PORTAL, &self.session, SESSION)?;
        session.call::<_, _, ()>("Close", &())?;
        // The listening threads end with the connection.
        self.bus.clone().close()
    }
}

impl Drop for Hotkey {
    fn drop(&mut self) {
        // Where the portal is gone, so is the chord.
        let _gone = self.close();
    }
}

/// Hears answers before anything is asked: one may be there before its handle is.
fn answers(bus: &Connection) -> zbus::Result<Receiver<Message>> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(PORTAL)?
        .interface(REQUEST)?
        .member("Response")?
        .build();
    let signals = MessageIterator::for_match_rule(rule, bus, None)?;
    let (heard, answers) = mpsc::channel();
    thread::spawn(move || {
        // Until nobody waits for an answer any more, or the connection is gone.
        signals
            .map_while(zbus::Result::ok)
            .try_for_each(|signal| heard.send(signal))
    });
    Ok(answers)
}

/// The answer to a request; none if it was no, or none came.
fn answer(
    answers: &Receiver<Message>,
    request: &OwnedObjectPath,
) -> Option<HashMap<String, OwnedValue>> {
    loop {
        let answer = answers.recv_timeout(PATIENCE).ok()?;
        if answer.header().path() == Some(&**request) {
            let (response, results) = answer.body().deserialize().ok()?;
            let _yes: u32 = Some(response).filter(|response| *response == 0)?;
            return Some(results);
        }
    }
}

/// The names of the chords that are lent now.
fn ids(shortcuts: OwnedValue) -> Option<Vec<String>> {
    let shortcuts: Vec<(String, HashMap<String, OwnedValue>)> = shortcuts.try_into().ok()?;
    Some(shortcuts.into_iter().map(|(id, _)| id).collect())
}

fn listen(signals: MessageIterator, session: &OwnedObjectPath, id: &str, pressed: impl Fn()) {
    for signal in signals.map_while(zbus::Result::ok) {
        type Press = (OwnedObjectPath, String, u64, HashMap<String, OwnedValue>);
        let body = signal.body();
        let press: zbus::Result<Press> = body.deserialize();
        if press.is_ok_and(|(of, what, ..)| of == *session && what == id) {
            pressed();
        }
    }
}

/// The chord as desktops write it: `CTRL+SHIFT+d`.
/// <https://specifications.freedesktop.org/shortcuts-spec/latest/>
fn trigger(chord: &Chord) -> String {
    let held = [
        (chord.ctrl, "CTRL"),
        (chord.shift, "SHIFT"),
        (chord.alt, "ALT"),
        (chord.meta, "LOGO"),
    ];
    let names = held.into_iter().filter(|(held, _)| *held);
    let names: String = names.map(|(_, name)| format!("{name}+")).collect();
    // As the keyboard library calls it: letters are small, and `F12` is not.
    let key = match chord.function() {
        Some(_) => chord.key.clone(),
        None => chord.key.to_ascii_lowercase(),
    };
    names + &key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_said_in_the_words_of_desktops() {
        for (text, said) in [
            ("Ctrl Shift D", "CTRL+SHIFT+d"),
            ("Alt Space", "ALT+space"),
            ("Meta F12", "LOGO+F12"),
        ] {
            assert_eq!(trigger(&text.parse().unwrap()), said);
        }
    }
}
