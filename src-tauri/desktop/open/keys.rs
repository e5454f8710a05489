//! What opens the vault: its password, its recovery key, the system's keychain.

use keytick_vault::{KdfCost, KeychainKey, Password, RecoveryKey};

use super::{Open, stamp};
use crate::error::UiError;
use crate::views::RecoveryKeyView;

impl Open {
    /// Another password, for the vault and for its recovery key nothing changes.
    ///
    /// # Errors
    /// Those of saving.
    pub fn set_password(&mut self, password: &Password, cost: KdfCost) -> Result<(), UiError> {
        let stamp = stamp(self.device);
        self.vault
            .save(|vault| vault.set_password(password, cost, &stamp))
    }

    /// Another key for the vault, and so another recovery key, which is then on view. The
    /// backups are gone, since they opened with the old one; other copies of the vault are
    /// merged first, since they do too.
    ///
    /// # Errors
    /// Those of saving, and of [`Self::merge_copies`].
    pub fn rekey(
        &mut self,
        password: &Password,
        cost: KdfCost,
    ) -> Result<RecoveryKeyView, UiError> {
        let stamp = stamp(self.device);
        self.merge_copies()?;
        let key = self
            .vault
            .save(|vault| vault.rekey(password, cost, &stamp))?;
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
