//! What a person set: kept in `settings.json`, and nothing in it is secret.
//!
//! What follows from a change outside of the page is in `applied`.

mod choices;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use crate::error::UiError;
use crate::files;
pub use choices::{Countdown, Density, Grouping, LastSeconds, NextCode, Order, Theme};

/// What a person set, or what it is until they do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Minutes without a key or click until the vault is locked; none: never.
    pub lock_after: Option<u32>,
    /// Whether it is locked together with the screen.
    pub lock_with_screen: bool,
    /// Whether it is locked before the computer sleeps.
    pub lock_on_sleep: bool,
    /// Whether it is locked when the window is closed and the program goes on.
    pub lock_on_close: bool,
    /// Whether the windows stay out of screenshots and screen sharing, where the system can.
    pub hide_from_capture: bool,
    /// Seconds that a copied code stays on the clipboard.
    pub clear_clipboard_after: u32,
    /// Whether the window hides once a code is copied.
    pub hide_after_copy: bool,
    /// What copying does in a code's last three seconds.
    pub last_seconds: LastSeconds,
    /// Whether quick search may type a code into the window that had the keyboard.
    pub type_codes: bool,
    /// Light or dark.
    pub theme: Theme,
    /// How high a row is.
    pub density: Density,
    /// Text size in percent.
    pub text_size: u32,
    /// Whether codes are dots until they are asked for.
    pub hide_codes: bool,
    /// Whether the code of every row that is selected is said to screen readers.
    pub read_on_move: bool,
    /// How the digits of a code stand together.
    pub grouping: Grouping,
    /// How the time left is drawn.
    pub countdown: Countdown,
    /// When the next code is shown.
    pub next_code: NextCode,
    /// How the list is ordered.
    pub order: Order,
    /// Whether accounts of well-known sites show their icon in place of a letter.
    pub site_icons: bool,
    /// The language of all texts, as in `de`; none: the system's.
    pub language: Option<String>,
    /// The keys that open quick search from anywhere, as in `Ctrl Shift D`; none: no keys do.
    pub quick_keys: Option<String>,
    /// The keys that copy the last account again from anywhere; none: no keys do.
    pub copy_last_keys: Option<String>,
    /// Whether the desktop was asked, and allowed it, that these keys work from anywhere. Of no
    /// meaning where nobody has to be asked.
    pub desktop_keys: bool,
    /// Other keys than the usual ones, by the name of what they do.
    pub keys: BTreeMap<String, String>,
    /// Whether the program starts when a person signs in to the computer.
    pub autostart: bool,
    /// Whether it then starts without showing its window.
    pub start_hidden: bool,
    /// Whether closing the window leaves the program in the tray.
    pub close_to_tray: bool,
    /// Whether quick search is kept ready while the vault is open and no window is on view,
    /// which takes memory.
    pub keep_quick_ready: bool,
}

/// The most minutes without a key or click: a day.
const MOST_MINUTES: u32 = 24 * 60;

/// How short and how long a code may stay on the clipboard, in seconds.
const CLIPBOARD_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;

/// The smallest and the largest text, in percent.
const TEXT_SIZES: std::ops::RangeInclusive<u32> = 50..=300;

/// The most keys that differ from the usual ones, and the longest name of some.
const MOST_KEYS: usize = 100;
const KEYS_LENGTH: usize = 60;

impl Default for Settings {
    fn default() -> Self {
        Self {
            lock_after: Some(10),
            lock_with_screen: true,
            lock_on_sleep: true,
            lock_on_close: false,
            hide_from_capture: true,
            clear_clipboard_after: 30,
            hide_after_copy: true,
            last_seconds: LastSeconds::Copy,
            type_codes: false,
            theme: Theme::System,
            density: Density::Normal,
            text_size: 100,
            hide_codes: false,
            read_on_move: false,
            grouping: Grouping::Threes,
            countdown: Countdown::Dial,
            next_code: NextCode::Last,
            order: Order::Name,
            site_icons: false,
            language: None,
            quick_keys: Some("Ctrl Shift D".to_owned()),
            copy_last_keys: None,
            desktop_keys: false,
            keys: BTreeMap::new(),
            autostart: false,
            start_hidden: true,
            close_to_tray: true,
            keep_quick_ready: true,
        }
    }
}

impl Settings {
    /// Reads them. What is not there, or makes no sense, is as it was never set: a program
    /// that does not start because of its settings locks a person out.
    #[must_use]
    pub fn read(path: Option<&Path>) -> Self {
        Self::default().with(path.map(kept).unwrap_or_default())
    }

    /// Reads a file of them that a person chose, as [`Self::to_json`] writes it. What is not
    /// in it, as that of an older program, stays as it is in these.
    ///
    /// # Errors
    /// `desktop-no-settings`.
    pub fn with_json(self, bytes: &[u8]) -> Result<Self, UiError> {
        let none = || UiError::new("desktop-no-settings");
        let fields: Map<String, Value> = serde_json::from_slice(bytes).map_err(|_| none())?;
        let known = self::fields(&self);
        if fields.keys().any(|name| known.contains_key(name)) {
            Ok(self.with(fields))
        } else {
            Err(none())
        }
    }

    /// All of them as a file.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        lines(&fields(self))
    }

    /// Each field for itself: one that makes no sense leaves the others as they were set.
    fn with(self, given: Map<String, Value>) -> Self {
        let mut all = self;
        let known = fields(&all);
        for (name, value) in given {
            let mut with = fields(&all);
            if known.contains_key(&name) {
                with.insert(name, value);
                let read = serde_json::from_value(Value::Object(with)).ok();
                all = read.filter(Self::make_sense).unwrap_or(all);
            }
        }
        all
    }

    /// Keeps them, with what a newer program keeps in the same file: its fields, and its
    /// values that mean nothing to this one until a person sets another.
    ///
    /// # Errors
    /// `desktop-settings-not-saved`.
    pub fn save(&self, path: Option<&Path>) -> Result<(), UiError> {
        // Without a folder for them they last until the program ends.
        let Some(path) = path else { return Ok(()) };
        let mut all = kept(path);
        let as_read = fields(&Self::default().with(all.clone()));
        for (name, value) in fields(self) {
            if !all.contains_key(&name) || as_read.get(&name) != Some(&value) {
                all.insert(name, value);
            }
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .map_err(drop)
            .and_then(|()| files::write(path, &lines(&all)).map_err(drop))
            .map_err(|()| UiError::new("desktop-settings-not-saved"))
    }

    /// Refuses what a page cannot have meant.
    ///
    /// # Errors
    /// `desktop-bad-request`.
    pub fn check(&self) -> Result<(), UiError> {
        if self.make_sense() {
            Ok(())
        } else {
            Err(UiError::new("desktop-bad-request"))
        }
    }

    fn make_sense(&self) -> bool {
        let mut keys = (self.keys.iter())
            .flat_map(|(name, keys)| [name, keys])
            .chain(&self.quick_keys)
            .chain(&self.copy_last_keys)
            .chain(&self.language);
        self.lock_after
            .is_none_or(|minutes| (1..=MOST_MINUTES).contains(&minutes))
            && CLIPBOARD_SECONDS.contains(&self.clear_clipboard_after)
            && TEXT_SIZES.contains(&self.text_size)
            && self.keys.len() <= MOST_KEYS
            && keys.all(|name| (1..=KEYS_LENGTH).contains(&name.len()))
    }
}

fn lines(all: &Map<String, Value>) -> Vec<u8> {
    let mut json = serde_json::to_vec_pretty(all).unwrap_or_default();
    json.push(b'\n');
    json
}

fn fields(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// What is in the file; nothing if it cannot be read.
fn kept(path: &Path) -> Map<String, Value> {
    let bytes = fs::read(path).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_there_again_and_leave_those_of_a_newer_program_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.json");
        assert_eq!(Settings::read(Some(&path)), Settings::default());
        let set = Settings {
            lock_after: None,
            lock_with_screen: false,
            ..Settings::default()
        };
        set.save(Some(&path)).unwrap();
        assert_eq!(Settings::read(Some(&path)), set);

        let json = fs::read_to_string(&path).unwrap();
        let newer = json.replacen('{', "{\"newer\": [1],", 1);
        let newer = newer.replace("\"order\": \"name\"", "\"order\": \"by-mood\"");
        fs::write(&path, newer).unwrap();
        let has = |part: &str| fs::read_to_string(&path).unwrap().contains(part);
        Settings::default().save(Some(&path)).unwrap();
        assert!(has("newer") && has("by-mood") && has("\"lockAfter\": 10"));
        let set = Settings {
            order: Order::Most,
            ..Settings::default()
        };
        set.save(Some(&path)).unwrap();
        assert!(has("newer") && has("\"order\": \"most\""));
    }

    #[test]
    fn nonsense_is_as_if_it_was_never_set() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        for nonsense in ["", "[]", "{\"lockAfter\":0}", "{\"lockOnSleep\":\"yes\"}"] {
            fs::write(&path, nonsense).unwrap();
            assert_eq!(Settings::read(Some(&path)), Settings::default());
        }
        fs::write(&path, "{\"lockAfter\":60,\"theme\":\"sepia\"}").unwrap();
        let sixty = Settings {
            lock_after: Some(60),
            ..Settings::default()
        };
        assert_eq!(Settings::read(Some(&path)), sixty);
    }

    #[test]
    fn a_file_of_settings_is_read_back_and_another_file_is_refused() {
        let set = Settings {
            theme: Theme::Dark,
            keys: BTreeMap::from([("edit".to_owned(), "F4".to_owned())]),
            ..Settings::default()
        };
        let usual = Settings::default;
        assert_eq!(usual().with_json(&set.to_json()), Ok(set.clone()));
        // An older program knew fewer of them.
        let older = set.clone().with_json(b"{\"theme\":\"light\"}");
        let theme = Theme::Light;
        assert_eq!(older, Ok(Settings { theme, ..set }));
        for other in ["", "[]", "{}", "{\"accounts\":[]}"] {
            let refused = usual().with_json(other.as_bytes()).unwrap_err();
            assert_eq!(refused.id, "desktop-no-settings", "{other}");
        }
    }

    #[test]
    fn refuses_what_makes_no_sense() {
        let never = Settings {
            clear_clipboard_after: 0,
            ..Settings::default()
        };
        assert_eq!(never.check().unwrap_err().id, "desktop-bad-request");
        let huge = Settings {
            text_size: 301,
            ..Settings::default()
        };
        assert_eq!(huge.check().unwrap_err().id, "desktop-bad-request");
    }
}
