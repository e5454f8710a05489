//! A backup in the vault's place: while the vault is damaged, gone or not made yet.

use std::path::PathBuf;

use keytick_vault::Backup;

use crate::clock::now;
use crate::error::UiError;
use crate::outside::Pick;
use crate::state::AppState;
use crate::views::VaultBackup;

impl AppState {
    /// The backups of the vault, the newest first. Each was read and checked.
    ///
    /// # Errors
    /// `desktop-no-data-folder`, and those of a folder that cannot be read.
    pub fn vault_backups(&self) -> Result<Vec<VaultBackup>, UiError> {
        let all = keytick_vault::backups(&self.vault_path()?)?;
        Ok(all.iter().map(view).collect())
    }

    /// Puts a backup in the vault's place, by its name. What is there now is kept.
    ///
    /// # Errors
    /// `desktop-already-unlocked`, `desktop-no-vault-backup`, and those of saving.
    pub fn restore_backup(&self, name: &str) -> Result<(), UiError> {
        let all = keytick_vault::backups(&self.replaceable_vault()?)?;
        let backup = all.iter().find(|backup| file_name(backup) == name);
        self.restore(backup.ok_or_else(|| UiError::new("desktop-no-vault-backup"))?)
    }

    /// Lets a person choose any copy of a vault, and puts it in the vault's place. Tells
    /// whether they chose one.
    ///
    /// # Errors
    /// Those of [`Self::restore_backup`] and of a file that is no whole vault.
    pub fn restore_file(&self) -> Result<bool, UiError> {
        self.replaceable_vault()?;
        let picked = self.outside.pick(Pick::Backup);
        let Some(path) = picked.and_then(|mut paths| paths.pop()) else {
            return Ok(false);
        };
        self.restore(&Backup::of_file(&path)?)?;
        Ok(true)
    }

    /// Moves a damaged file aside, so that a new vault can be made.
    ///
    /// # Errors
    /// `desktop-already-unlocked`, and those of a file that is whole or cannot be moved.
    pub fn start_again(&self) -> Result<(), UiError> {
        keytick_vault::set_aside(&self.replaceable_vault()?, now())?;
        self.forget_vault();
        self.tell_session();
        Ok(())
    }

    fn restore(&self, backup: &Backup) -> Result<(), UiError> {
        let vault = self.replaceable_vault()?;
        keytick_vault::restore(&vault, backup, now())?;
        if let Some(folder) = &self.options.seen {
            let _not_now = keytick_vault::accept(&vault, folder);
        }
        self.tell_session();
        Ok(())
    }

    /// The place of the vault, unless it is open.
    fn replaceable_vault(&self) -> Result<PathBuf, UiError> {
        match self.with_open(|_| Ok(())) {
            Ok(()) => Err(UiError::new("desktop-already-unlocked")),
            Err(_) => self.vault_path(),
        }
    }
}

fn view(backup: &Backup) -> VaultBackup {
    VaultBackup {
        name: file_name(backup),
        written_at: backup.written_at,
        undamaged: backup.check().is_ok(),
    }
}

fn file_name(backup: &Backup) -> String {
    let name = backup.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
