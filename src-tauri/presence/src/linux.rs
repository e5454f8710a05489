//! logind (<https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html>)
//! on the system's bus, and the screen savers of the desktops on the person's.

use std::sync::Arc;
use std::thread;

use zbus::Message;
use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{MatchRule, Result};

use crate::Leaving;

/// Where the two buses are.
#[derive(Debug, Clone, Default)]
pub struct Buses {
    /// The address of the system's bus; none: the usual one.
    pub system: Option<String>,
    /// The address of the person's bus; none: the usual one.
    pub session: Option<String>,
}

const LOGIND: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Each desktop's own name for the same signal, `ActiveChanged(is it active)`.
const SCREEN_SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// Listens on both buses, each in a thread of its own that ends with its bus.
pub fn watch(buses: Buses, tell: impl Fn(Leaving) + Send + Sync + 'static) {
    let tell = Arc::new(tell);
    let tell_too = tell.clone();
    thread::spawn(move || listen_to_logind(buses.system.as_deref(), &*tell));
    thread::spawn(move || listen_to_savers(buses.session.as_deref(), &*tell_too));
}

fn listen_to_logind(address: Option<&str>, tell: &dyn Fn(Leaving)) -> Result<()> {
    let bus = match address {
        Some(address) => connection::Builder::address(address)?.build()?,
        None => Connection::system()?,
    };
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(LOGIND)?
        .build();
    let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
    let logind = Proxy::new(&bus, LOGIND, "/org/freedesktop/login1", MANAGER)?;
    // Without a session of our own, as for a program that a service started, that of anybody
    // at this computer counts: once too often is better than not at all.
    let ours: Option<OwnedObjectPath> = logind.call("GetSessionByPID", &(0_u32,)).ok();
    // As long as it is open, the computer does not sleep.
    let mut delay = hold_sleep_back(&logind);
    for signal in signals {
        let signal = signal?;
        match name(&signal) {
            (MANAGER, "PrepareForSleep") => match signal.body().deserialize()? {
                true => {
                    tell(Leaving::Sleep);
                    drop(delay.take());
                }
                false => delay = hold_sleep_back(&logind),
            },
            (SESSION, "Lock") => {
                let header = signal.header();
                let is_ours = |ours: &OwnedObjectPath| Some(&**ours) == header.path();
                if ours.as_ref().is_none_or(is_ours) {
                    tell(Leaving::ScreenLocked);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Asks to be heard before the computer sleeps; none where that is refused.
fn hold_sleep_back(logind: &Proxy<'_>) -> Option<OwnedFd> {
    let who = ("sleep", "Keytick", "Locks the accounts", "delay");
    logind.call("Inhibit", &who).ok()
}

fn listen_to_savers(address: Option<&str>, tell: &dyn Fn(Leaving)) -> Result<()> {
    let bus = match address {
        Some(address) => connection::Builder::address(address)?.build()?,
        None => Connection::session()?,
    };
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .member("ActiveChanged")?
        .build();
    for signal in MessageIterator::for_match_rule(rule, &bus, None)? {
        let signal = signal?;
        let (interface, _) = name(&signal);
        let locked = SCREEN_SAVERS.contains(&interface)
            // Other programs may send anything under this name.
            && signal.body().deserialize::<bool>().unwrap_or_default();
        if locked {
            tell(Leaving::ScreenLocked);
        }
    }
    Ok(())
}

/// The interface and the member of a signal.
fn name(signal: &Message) -> (&'static str, &'static str) {
    let header = signal.header();
    let known = |text: Option<&str>, names: &[&'static str]| {
        let found = names.iter().find(|name| Some(**name) == text);
        found.copied().unwrap_or_default()
    };
    let interface = header.interface().map(|name| name.as_str());
    let member = header.member().map(|name| name.as_str());
    let interfaces = [&[MANAGER, SESSION][..], &SCREEN_SAVERS].concat();
    (
        known(interface, &interfaces),
        known(member, &["PrepareForSleep", "Lock", "ActiveChanged"]),
    )
}
