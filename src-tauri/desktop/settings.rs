//! What a person set: kept in `settings.json`, and nothing in it is secret.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use crate::error::UiError;
use crate::files;

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
    /// Seconds that a copied code stays on the clipboard.
    pub clear_clipboard_after: u32,
}

/// The most minutes without a key or click: a day.
const MOST_MINUTES: u32 = 24 * 60;

/// How short and how long a code may stay on the clipboard, in seconds.
const CLIPBOARD_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;

impl Default for Settings {
    fn default() -> Self {
        Self {
            lock_after: Some(10),
            lock_with_screen: true,
            lock_on_sleep: true,
            clear_clipboard_after: 30,
        }
    }
}

impl Settings {
    /// Reads them. What is not there, or makes no sense, is as it was never set: a program
    /// that does not start because of its settings locks a person out.
    #[must_use]
    pub fn read(path: Option<&Path>) -> Self {
        let mut all = fields(&Self::default());
        all.extend(path.map(kept).unwrap_or_default());
        let read = |all| serde_json::from_value(Value::Object(all)).ok();
        read(all)
            .filter(Self::make_sense)
            .unwrap_or_else(Self::default)
    }

    /// Keeps them, with what a newer program keeps in the same file.
    ///
    /// # Errors
    /// `desktop-bad-request`, `desktop-settings-not-saved`.
    pub fn save(&self, path: Option<&Path>) -> Result<(), UiError> {
        if !self.make_sense() {
            return Err(UiError::new("desktop-bad-request"));
        }
        // Without a folder for them they last until the program ends.
        let Some(path) = path else { return Ok(()) };
        let mut all = kept(path);
        all.extend(fields(self));
        let mut json = serde_json::to_vec_pretty(&all).unwrap_or_default();
        json.push(b'\n');
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .map_err(drop)
            .and_then(|()| files::write(path, &json).map_err(drop))
            .map_err(|()| UiError::new("desktop-settings-not-saved"))
    }

    fn make_sense(&self) -> bool {
        self.lock_after
            .is_none_or(|minutes| (1..=MOST_MINUTES).contains(&minutes))
            && CLIPBOARD_SECONDS.contains(&self.clear_clipboard_after)
    }
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
        fs::write(&path, json.replace('{', "{\"newer\": [1],")).unwrap();
        Settings::default().save(Some(&path)).unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains("newer"));
    }

    #[test]
    fn nonsense_is_as_if_it_was_never_set() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        for nonsense in ["", "[]", "{\"lockAfter\":0}", "{\"lockOnSleep\":\"yes\"}"] {
            fs::write(&path, nonsense).unwrap();
            assert_eq!(Settings::read(Some(&path)), Settings::default());
        }
        fs::write(&path, "{\"lockAfter\":60}").unwrap();
        assert_eq!(Settings::read(Some(&path)).lock_after, Some(60));
    }

    #[test]
    fn refuses_what_makes_no_sense() {
        let never = Settings {
            clear_clipboard_after: 0,
            ..Settings::default()
        };
        assert_eq!(never.save(None).unwrap_err().id, "desktop-bad-request");
    }
}
