//! The backup that waits for its password.

use super::Open;
use crate::backup::Backup;
use crate::error::UiError;
use crate::views::BackupView;

impl Open {
    /// Holds a backup until its password comes, in place of an older one.
    pub fn hold_backup(&mut self, backup: Backup) -> BackupView {
        let view = backup.view();
        self.backup = Some(backup);
        view
    }

    /// The backup that waits, if it is still this one.
    ///
    /// # Errors
    /// `desktop-no-backup`.
    pub fn backup(&self, backup: u64) -> Result<&Backup, UiError> {
        self.backup
            .as_ref()
            .filter(|waiting| waiting.id == backup)
            .ok_or_else(|| UiError::new("desktop-no-backup"))
    }

    /// Gives the backup that waits a key file.
    ///
    /// # Errors
    /// `desktop-no-backup`.
    pub fn set_key_file(
        &mut self,
        backup: u64,
        file: keytick_formats::File,
    ) -> Result<BackupView, UiError> {
        let mut waiting = self.backup(backup)?.clone();
        waiting.set_key_file(file);
        Ok(self.hold_backup(waiting))
    }

    /// Forgets the backup that waits.
    ///
    /// # Errors
    /// `desktop-no-backup`.
    pub fn discard_backup(&mut self, backup: u64) -> Result<(), UiError> {
        self.backup(backup)?;
        self.backup = None;
        Ok(())
    }
}
