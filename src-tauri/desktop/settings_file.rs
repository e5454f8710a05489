//! The settings as a file that a person takes to another computer, and what is around them.

use std::path::Path;

use keytick_texts::text;

use crate::applied;
use crate::error::UiError;
use crate::files;
use crate::outside::Pick;
use crate::settings::Settings;
use crate::state::Shell;
use crate::views::Surroundings;

impl Shell {
    /// Saves the settings where a person says; false if they changed their mind.
    ///
    /// # Errors
    /// `desktop-cannot-save`.
    pub fn export_settings(&self) -> Result<bool, UiError> {
        let title = text("desktop-settings-title", &[]);
        let name = text("desktop-settings-file-name", &[]);
        let Some(path) = self.outside.pick_target(&title, &name) else {
            return Ok(false);
        };
        files::write(&path, &self.settings().to_json())
            .map_err(|_| UiError::new("desktop-cannot-save"))?;
        Ok(true)
    }

    /// Reads the settings that a person chose, over those that are set; none if they changed their mind.
    ///
    /// # Errors
    /// `desktop-no-settings`, and those of a file that cannot be read.
    pub fn import_settings(&self) -> Result<Option<Settings>, UiError> {
        let picked = self.outside.pick(Pick::Settings);
        let Some(path) = picked.and_then(|files| files.into_iter().next()) else {
            return Ok(None);
        };
        self.settings().with_json(&files::bytes(&path)?).map(Some)
    }

    /// What this system can do, and where the vault lies on it. Waits for the system.
    #[must_use]
    pub fn surroundings(&self) -> Surroundings {
        let vault = self.options.vault.as_deref();
        let folder = vault.and_then(Path::parent);
        Surroundings {
            hides_from_capture: applied::HIDES_FROM_CAPTURE,
            types_codes: self.outside.types_codes(),
            lends_keys: self.outside.lends_keys(),
            vault_file: vault.map(last_name).unwrap_or_default(),
            vault_folder: folder.map(short).unwrap_or_default(),
        }
    }
}

/// `Nextcloud / Keytick`: enough to know it again.
fn short(folder: &Path) -> String {
    let above = folder.parent().map(last_name).unwrap_or_default();
    let names = [above, last_name(folder)];
    let named: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    named.join(" / ")
}

fn last_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_called_by_its_last_two_names() {
        for (folder, called) in [
            ("/home/me/Nextcloud/Keytick", "Nextcloud / Keytick"),
            ("/Keytick", "Keytick"),
            ("/", ""),
        ] {
            assert_eq!(short(Path::new(folder)), called);
        }
    }
}
