//! What opens the vault: its password, its recovery key, the system's keychain, a PIN.

use keytick_vault::{KeychainKey, NewPassword, PasswordCheck, Pin, PinLock, RecoveryKey};

use super::{Open, stamp};
use crate::error::UiError;
use crate::views::RecoveryKeyView;

impl Open {
    /// Another password, for the vault and for its recovery key nothing changes.
    ///
    /// # Errors
    /// Those of saving.
    pub fn set_password(&mut self, new: NewPassword) -> Result<(), UiError> {
        let stamp = stamp(self.device);
        self.vault.save(|vault| vault.set_new_password(new, &stamp))
    }

    /// What checks the password of the vault that is open, without holding it open.
    #[must_use]
    pub fn password_check(&self) -> PasswordCheck {
        self.vault.password_check()
    }

    /// Another key for the vault, and so another recovery key, which is then on view. The
    /// backups are gone, since they opened with the old one; other copies of the vault are
    /// merged first, since they do too.
    ///
    /// # Errors
    /// Those of saving, and of [`Self::merge_copies`].
    pub fn rekey(&mut self, new: NewPassword) -> Result<RecoveryKeyView, UiError> {
        let stamp = stamp(self.device);
        self.merge_copies()?;
        let pin = self.pin();
        let key = self.vault.save(|vault| vault.rekey_with(new, &stamp))?;
        if pin.is_some() {
            // Was sealed under the old key.
            let _until_the_end = self.keep_pin(pin.as_ref());
        }
        // Counts under the old key cannot be read any more.
        self.unsaved_uses += 1;
        self.save_usage();
        Ok(self.show_recovery(key))
    }

    /// Whether this is the vault's recovery key. If so, its owner has a copy.
    pub fn check_recovery(&mut self, key: &RecoveryKey) -> bool {
        let right = self.vault.check_recovery(key);
        if right {
            self.set_unconfirmed(None);
        }
        right
    }

    /// What this computer's PIN gives, if one is set.
    #[must_use]
    pub fn pin(&self) -> Option<Pin> {
        let bytes = self.vault.read_sealed(&self.pin_file()).ok().flatten()?;
        Pin::from_bytes(&bytes)
    }

    /// Keeps what a PIN gives, for this computer alone; none: there is no PIN.
    ///
    /// # Errors
    /// It cannot be written. What was kept before comes back at the next start.
    pub fn keep_pin(&self, pin: Option<&Pin>) -> Result<(), UiError> {
        let bytes = pin.map(Pin::to_bytes).unwrap_or_default();
        Ok(self.vault.write_sealed(&self.pin_file(), &bytes)?)
    }

    /// The vault's key under a PIN.
    ///
    /// # Errors
    /// `vault-random`.
    pub fn hide_under(&self, pin: &Pin) -> Result<PinLock, UiError> {
        Ok(self.vault.hide_under(pin)?)
    }

    /// The sealed file that keeps what the PIN gives. Whoever set one on this computer has set
    /// none on another that the folder is synced with.
    fn pin_file(&self) -> String {
        let device = u64::from_be_bytes(self.device);
        format!("pin-{device:016x}")
    }

    /// Where the vault is.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.vault.path()
    }

    /// What the keychain keeps the vault's key under.
    #[must_use]
    pub fn keychain_name(&self) -> String {
        self.vault.info().vault_id.to_string()
    }

    /// Whether the keychain opens the vault.
    #[must_use]
    pub fn has_keychain_key(&self) -> bool {
        self.vault.has_keychain_key()
    }

    /// Lets this key open the vault; none: no key of the keychain any more.
    ///
    /// # Errors
    /// Those of saving.
    pub fn set_keychain_key(&mut self, key: Option<&KeychainKey>) -> Result<(), UiError> {
        let stamp = stamp(self.device);
        self.vault.save(|vault| match key {
            Some(key) => vault.set_keychain_key(key, &stamp),
            None => vault.remove_keychain_key(&stamp),
        })
    }
}
