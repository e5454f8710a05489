//! The devices that are served, by name.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::refusal::Refused;
use crate::device::Device;

/// Reads the texts of the QR codes in a picture; the error is a sentence.
pub type Decode = fn(&[u8]) -> Result<Vec<String>, String>;

/// The device that is there from the start.
const FIRST: &str = "phone";
/// How many devices there may be.
const MOST_DEVICES: usize = 1_000;
/// How long a name may be.
const LONGEST_NAME: usize = 64;

/// Devices by name, what time it is for them, and who reads pictures for them.
pub struct Devices {
    /// The real time in Unix seconds.
    pub(super) now: fn() -> u64,
    pub(super) decode: Option<Decode>,
    held: Mutex<Held>,
}

struct Held {
    devices: BTreeMap<String, Device>,
    made: u64,
}

impl Devices {
    /// One device, called `phone`. `now` gives the real time in Unix seconds. Without a
    /// decoder pictures are refused.
    #[must_use]
    pub fn new(now: fn() -> u64, decode: Option<Decode>) -> Self {
        let devices = [(FIRST.to_owned(), Device::new())].into();
        Self {
            now,
            decode,
            held: Mutex::new(Held { devices, made: 0 }),
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.locked(|held| held.devices.keys().cloned().collect())
    }

    /// Adds `device` under this name, or under one of its own.
    pub(super) fn make(&self, name: Option<String>, device: Device) -> Result<String, Refused> {
        self.locked(|held| {
            if held.devices.len() == MOST_DEVICES {
                return Err(Refused::TooMany(MOST_DEVICES));
            }
            let name = name.unwrap_or_else(|| held.next_name());
            if !is_name(&name) {
                return Err(Refused::Name);
            }
            if held.devices.contains_key(&name) {
                return Err(Refused::Taken(name));
            }
            held.devices.insert(name.clone(), device);
            Ok(name)
        })
    }

    pub(super) fn lose(&self, name: &str) -> Result<(), Refused> {
        let lost = self.locked(|held| held.devices.remove(name));
        lost.map(drop).ok_or_else(|| Refused::unknown(name))
    }

    /// Does something with the device of this name.
    pub(super) fn with<T>(
        &self,
        name: &str,
        act: impl FnOnce(&mut Device) -> T,
    ) -> Result<T, Refused> {
        self.locked(|held| held.devices.get_mut(name).map(act))
            .ok_or_else(|| Refused::unknown(name))
    }

    fn locked<T>(&self, act: impl FnOnce(&mut Held) -> T) -> T {
        // A device is whole after every call, also one that panicked.
        act(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Held {
    fn next_name(&mut self) -> String {
        loop {
            self.made += 1;
            let name = format!("{FIRST}-{}", self.made);
            if !self.devices.contains_key(&name) {
                return name;
            }
        }
    }
}

/// What stands in a path without escapes.
fn is_name(name: &str) -> bool {
    let is_plain = |one: char| one.is_ascii_alphanumeric() || "-_.".contains(one);
    (1..=LONGEST_NAME).contains(&name.len()) && name.chars().all(is_plain) && !name.starts_with('.')
}
