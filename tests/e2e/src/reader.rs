//! What a screen reader gets from the app: the tree of its windows over AT-SPI 2, and what is
//! said in it without being asked for. WebKitGTK tells of a part of the page only after somebody
//! has asked for it once, so a page is looked at before it is listened to.
//!
//! The interfaces are described in at-spi2-core's `xml/` and names of states and roles in its
//! `atspi-constants.h` (<https://gitlab.gnome.org/GNOME/at-spi2-core>).

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Message;
use zbus::zvariant::{
    DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Structure, Type, Value,
};
use zbus::{MatchRule, names::OwnedUniqueName};

use crate::{Screen, until, until_some};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const REGISTRY: &str = "org.a11y.atspi.Registry";

/// Bits of a thing's states.
const FOCUSABLE: u64 = 1 << 11;
const FOCUSED: u64 = 1 << 12;
const SELECTABLE: u64 = 1 << 22;
const SELECTED: u64 = 1 << 23;

/// What roles are called, by their numbers. WebKit names only a few of its own.
const ROLES: [(u32, &str); 27] = [
    (2, "alert"),
    (7, "check box"),
    (11, "combo box"),
    (16, "dialog"),
    (20, "filler"),
    (23, "frame"),
    (31, "list"),
    (32, "list item"),
    (35, "menu item"),
    (37, "page tab"),
    (39, "panel"),
    (40, "password"),
    (43, "button"),
    (44, "radio button"),
    (49, "scroll pane"),
    (51, "slider"),
    (52, "spin button"),
    (62, "toggle button"),
    (79, "entry"),
    (83, "heading"),
    (88, "link"),
    (95, "document"),
    (98, "list box"),
    (99, "group"),
    (110, "landmark"),
    (111, "log"),
    (130, "switch"),
];

/// What a person works, even while it is switched off and takes no focus.
const WORKED: [&str; 15] = [
    "button",
    "check box",
    "combo box",
    "entry",
    "link",
    "list box",
    "list item",
    "menu item",
    "page tab",
    "password",
    "radio button",
    "slider",
    "spin button",
    "switch",
    "toggle button",
];

/// What takes the keyboard besides, to scroll it or because it holds a question.
const PARTS: [&str; 6] = ["alert", "dialog", "group", "landmark", "log", "panel"];

/// The role of an alert that asks nothing.
const NOTIFICATION: u32 = 101;

/// What opens a part of the page (`summary`): WebKit tells no role of it.
const ROLELESS: [&str; 1] = ["More options"];

/// What holds the page takes the focus along with what is in it, and has the window's name or
/// none.
const HOLDERS: [&str; 3] = ["document", "scroll pane", "frame"];

/// Where GTK holds what another process draws: WebKit's, the page.
const SOCKET: &str = "filler";

/// Where an object is: whose, and which of theirs.
type Place = (String, OwnedObjectPath);

/// A running screen reader.
pub struct Reader {
    bus: Connection,
    heard: Arc<Mutex<Heard>>,
}

/// What programs told of by themselves.
#[derive(Default)]
struct Heard {
    said: Vec<String>,
    /// What got the keyboard last.
    focused: Option<Place>,
}

/// Something in the tree.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its role, in AT-SPI's words.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    states: u64,
}

impl Thing {
    /// Whether it has the keyboard.
    pub fn is_focused(&self) -> bool {
        self.states & FOCUSED != 0
    }

    /// Whether it is selected among others.
    pub fn is_selected(&self) -> bool {
        self.states & SELECTED != 0
    }

    /// Whether a person can do something with it.
    fn is_worked(&self) -> bool {
        !HOLDERS.contains(&&*self.role)
            && (WORKED.contains(&&*self.role) || self.states & (FOCUSABLE | SELECTABLE) != 0)
    }

    /// Whether it has a name, and a role that says what can be done with it.
    fn is_told(&self) -> bool {
        let (role, name) = (&&*self.role, self.name.trim());
        let has_role = WORKED.contains(role) || PARTS.contains(role) || ROLELESS.contains(&name);
        has_role && !name.is_empty()
    }
}

impl Reader {
    /// Starts reading. The screen must be one for screen readers
    /// ([`Screen::with_screen_reader`]), and the app not be started yet.
    pub fn start(screen: &Screen) -> Self {
        let session = connect(screen.bus());
        let (service, path) = ("org.a11y.Bus", "/org/a11y/bus");
        let address: String = ask(&session, (service, path), service, "GetAddress", &())
            .expect("the bus for screen readers, at-spi2-core's");
        // Programs look here before they go to any trouble.
        let on = ("org.a11y.Status", "IsEnabled", Value::from(true));
        session
            .call_method(Some(service), path, Some(PROPERTIES), "Set", &on)
            .expect("a switch for screen readers");
        let bus = connect(&address);
        let heard = Arc::default();
        listen(&bus, &heard);
        Self { bus, heard }
    }

    /// Everything on the page in the window with this title, from the top down.
    pub fn things(&self, title: &str) -> Vec<Thing> {
        let mut found = Vec::new();
        let root = (
            REGISTRY.to_owned(),
            OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root").expect("a path"),
        );
        let programs = children(&self.bus, &root);
        let windows = programs.iter().flat_map(|it| children(&self.bus, it));
        for window in windows.filter(|it| name(&self.bus, it) == title) {
            self.walk(&window, &mut found);
        }
        found
    }

    /// What goes away while it is looked at is not there.
    fn walk(&self, place: &Place, found: &mut Vec<Thing>) {
        let thing = thing(&self.bus, place);
        let mut inside = children(&self.bus, place);
        if inside.is_empty() && thing.as_ref().is_some_and(|it| it.role == SOCKET) {
            inside.extend(plugged(&self.bus, place));
        }
        found.extend(thing);
        for child in inside {
            self.walk(&child, found);
        }
    }

    /// What has the keyboard in this window: the last that was told of, if it still has it, or
    /// else what is found by looking through all of it.
    pub fn focused(&self, title: &str) -> Option<Thing> {
        let has_it = |it: &Thing| it.is_focused() && !HOLDERS.contains(&&*it.role);
        let told = self.heard.lock().expect("no panic").focused.clone();
        let told = told
            .and_then(|place| thing(&self.bus, &place))
            .filter(has_it);
        told.or_else(|| self.things(title).into_iter().rfind(has_it))
    }

    /// Checks that everything a person can do on this page has a name and a role that says what
    /// can be done with it, and that there is something to do.
    pub fn finds_names_and_roles(&self, title: &str, screen: &str) {
        // The tree comes after the paint, in parts: it is whole when it grows no more.
        let mut before = 0;
        let worked: Vec<Thing> = until_some(&format!("{screen} in the tree"), || {
            let worked = self.things(title).into_iter().filter(Thing::is_worked);
            let worked: Vec<Thing> = worked.collect();
            let grew = std::mem::replace(&mut before, worked.len()) != worked.len();
            (!grew && !worked.is_empty()).then_some(worked)
        });
        let untold: Vec<&Thing> = worked.iter().filter(|it| !it.is_told()).collect();
        assert!(
            untold.is_empty(),
            "{screen}: without a name or a role: {untold:?}"
        );
    }

    /// Presses Tab until what begins with this name has the keyboard.
    pub fn tab_to(&self, screen: &Screen, title: &str, wanted: &str) {
        // What was never asked for tells nothing.
        self.things(title);
        let mut passed = Vec::new();
        let name_of = || self.focused(title).map(|it| it.name).unwrap_or_default();
        let mut now = name_of();
        while !now.starts_with(wanted) {
            assert!(
                passed.len() < 80,
                "Tab does not reach {wanted:?}: {passed:?}"
            );
            passed.push(now.clone());
            screen.press("Tab");
            until(&format!("the focus to leave {now:?}"), || name_of() != now);
            now = name_of();
        }
    }

    /// Waits until a sentence that begins so was said, and forgets it and all before it.
    pub fn hears(&self, words: &str) -> String {
        until_some(
            &format!("{words:?} to be said, not {:?}", self.heard()),
            || {
                let mut heard = self.heard.lock().expect("no panic");
                let place = heard.said.iter().position(|it| it.starts_with(words))?;
                heard.said.drain(..=place).next_back()
            },
        )
    }

    /// What was said since.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no panic").said.clone()
    }
}

fn role_name(number: u32) -> String {
    let known = ROLES.iter().find(|(known, _)| *known == number);
    known.map_or(format!("role {number}"), |(_, name)| (*name).to_owned())
}

const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

fn connect(address: &str) -> Connection {
    let bus = connection::Builder::address(address).and_then(connection::Builder::build);
    bus.expect("a message bus")
}

/// An answer, or nothing if what was asked is not there any more.
fn ask<Q, A>(
    bus: &Connection,
    (service, path): (&str, &str),
    interface: &str,
    method: &str,
    words: &Q,
) -> Option<A>
where
    Q: serde::Serialize + DynamicType,
    A: serde::de::DeserializeOwned + Type,
{
    let answer = bus.call_method(Some(service), path, Some(interface), method, words);
    answer.ok()?.body().deserialize().ok()
}

/// What is there, if it still is.
fn thing(bus: &Connection, place: &Place) -> Option<Thing> {
    let at = place_of(place);
    let role = role_name(ask(bus, at, ACCESSIBLE, "GetRole", &())?);
    let states: Vec<u32> = ask(bus, at, ACCESSIBLE, "GetState", &())?;
    let states = states.iter().rev();
    let states = states.fold(0, |all, it| all << 32 | u64::from(*it));
    let name = name(bus, place);
    Some(Thing { role, name, states })
}

fn place_of(place: &Place) -> (&str, &str) {
    (&place.0, place.1.as_str())
}

fn children(bus: &Connection, place: &Place) -> Vec<Place> {
    ask(bus, place_of(place), ACCESSIBLE, "GetChildren", &()).unwrap_or_default()
}

/// What another process has put here. GTK names it only when asked for by its number.
fn plugged(bus: &Connection, place: &Place) -> Option<Place> {
    let first = (0_i32,);
    let found: Place = ask(bus, place_of(place), ACCESSIBLE, "GetChildAtIndex", &first)?;
    (!found.1.ends_with("/null")).then_some(found)
}

fn name(bus: &Connection, place: &Place) -> String {
    let asked = (ACCESSIBLE, "Name");
    let value: Option<OwnedValue> = ask(bus, place_of(place), PROPERTIES, "Get", &asked);
    value.and_then(|it| it.try_into().ok()).unwrap_or_default()
}

/// Keeps what is said, as a screen reader would say it.
fn listen(bus: &Connection, heard: &Arc<Mutex<Heard>>) {
    let service = (REGISTRY, "/org/a11y/atspi/registry");
    for event in [
        "object:children-changed",
        "object:text-changed",
        "object:state-changed:focused",
    ] {
        // Programs tell only what somebody has asked for.
        let asked = (event, Vec::<String>::new(), "");
        let done: Option<()> = ask(bus, service, REGISTRY, "RegisterEvent", &asked);
        assert!(done.is_some(), "nobody tells of {event}");
    }
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .interface("org.a11y.atspi.Event.Object")
        .expect("a name")
        .build();
    let events = MessageIterator::for_match_rule(rule, bus, Some(4096)).expect("the bus");
    let (bus, heard) = (bus.clone(), Arc::clone(heard));
    std::thread::spawn(move || {
        for event in events.flatten() {
            match told(&bus, &event) {
                Some(Told::Said(words)) => heard.lock().expect("no panic").said.push(words),
                Some(Told::Focused(place)) => {
                    heard.lock().expect("no panic").focused = Some(place);
                }
                None => {}
            }
        }
    });
}

/// What matters of an event.
enum Told {
    /// Is to be said: a part that comes into a live region, words that do, or an alert, wherever
    /// it comes.
    Said(String),
    /// Got the keyboard.
    Focused(Place),
}

fn told(bus: &Connection, event: &Message) -> Option<Told> {
    let header = event.header();
    let sender = OwnedUniqueName::from(header.sender()?.to_owned());
    let source = (
        sender.to_string(),
        OwnedObjectPath::from(header.path()?.to_owned()),
    );
    let body = event.body();
    // Five parts, of which the last differs between programs.
    let parts: Structure<'_> = body.deserialize().ok()?;
    let [
        Value::Str(kind),
        Value::I32(is_so),
        _,
        Value::Value(value),
        ..,
    ] = parts.fields()
    else {
        return None;
    };
    match header.member()?.as_str() {
        "ChildrenChanged" if kind.starts_with("add") => {
            let part = place_in(value)?;
            let is_said = is_live(bus, &source) || is_live(bus, &part);
            is_said.then(|| text(bus, &part)).flatten().map(Told::Said)
        }
        "TextChanged" if kind.starts_with("insert") && is_live(bus, &source) => {
            let words: &str = value.downcast_ref().ok()?;
            Some(Told::Said(words.to_owned()))
        }
        "StateChanged" if kind.as_str() == "focused" && *is_so == 1 => Some(Told::Focused(source)),
        _ => None,
    }
}

fn place_in(value: &Value<'_>) -> Option<Place> {
    let place: &Structure<'_> = value.downcast_ref().ok()?;
    let [whose, which] = place.fields() else {
        return None;
    };
    let whose: &str = whose.downcast_ref().ok()?;
    let which: ObjectPath<'_> = which.downcast_ref().ok()?;
    Some((whose.to_owned(), which.into()))
}

/// Whether what comes there is to be said: in a live region, or an alert, of which not all
/// attributes are there when it comes.
fn is_live(bus: &Connection, place: &Place) -> bool {
    let role: Option<u32> = ask(bus, place_of(place), ACCESSIBLE, "GetRole", &());
    if role == Some(NOTIFICATION) {
        return true;
    }
    let told: Option<HashMap<String, String>> =
        ask(bus, place_of(place), ACCESSIBLE, "GetAttributes", &());
    let live = told.and_then(|mut it| it.remove("container-live"));
    live.is_some_and(|it| it != "off")
}

/// All words of a thing and what is in it.
fn text(bus: &Connection, place: &Place) -> Option<String> {
    let whole = (0_i32, -1_i32);
    let own: Option<String> = ask(
        bus,
        place_of(place),
        "org.a11y.atspi.Text",
        "GetText",
        &whole,
    );
    let inside = children(bus, place);
    let inside = inside.iter().filter_map(|it| text(bus, it));
    // A letter stands for each thing within the words.
    let own = own.map(|it| it.replace('\u{fffc}', ""));
    let words: Vec<String> = own.into_iter().chain(inside).collect();
    let words = words.join(" ").trim().to_owned();
    (!words.is_empty()).then_some(words)
}
