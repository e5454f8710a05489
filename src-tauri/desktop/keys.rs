//! Changing what opens the vault, always after the password that opens it now.

use keytick_vault::{
    Credential, KeychainKey, LockedVault, NewPassword, RecoveryKey, SlotKind, device_id,
};
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::session::strong;
use crate::state::AppState;
use crate::views::{Keys, RecoveryKeyView};

impl AppState {
    /// Another password. With `rekey` the vault also gets another key, and the new recovery
    /// key is shown: for when somebody may have a copy of the file and the old password.
    ///
    /// # Errors
    /// `vault-wrong-password`, `desktop-wait`, `desktop-password-too-easy`, and those of
    /// saving.
    pub fn change_password(
        &self,
        password: Zeroizing<String>,
        new: Zeroizing<String>,
        rekey: bool,
    ) -> Result<Option<RecoveryKeyView>, UiError> {
        let new = strong(new)?;
        self.verify(password)?;
        let path = self.with_open(|open| Ok(open.path().to_owned()))?;
        // Without the session, which may be locked meanwhile.
        let new = NewPassword::derive(&path, &new, (self.options.cost)())?;
        if !rekey {
            return self.with_open(|open| {
                open.set_password(new)?;
                self.arm_pin(open);
                Ok(None)
            });
        }
        let name = self.with_open(|open| Ok(open.keychain_name()))?;
        let shown = self.with_open(|open| {
            let shown = open.rekey(new)?;
            self.arm_pin(open);
            Ok(shown)
        })?;
        // Its slot went with the old key.
        self.outside.forget_key(&name);
        Ok(Some(shown))
    }

    /// Whether this is the vault's recovery key. Guesses are slowed down like those of the
    /// password.
    ///
    /// # Errors
    /// `vault-recovery-key-*` for what cannot be one, `vault-wrong-recovery-key`,
    /// `desktop-wait`.
    pub fn check_recovery(&self, typed: &str) -> Result<(), UiError> {
        self.with_open(|_| Ok(()))?;
        let key = RecoveryKey::parse(typed)?;
        self.guarded(|| {
            self.with_open(|open| match open.check_recovery(&key) {
                true => Ok(()),
                false => Err(UiError::wrong_recovery_key(open.path())),
            })
        })?;
        self.tell_session();
        Ok(())
    }

    /// What opens the vault, as far as a person can choose.
    ///
    /// # Errors
    /// `desktop-locked`.
    pub fn keys(&self) -> Result<Keys, UiError> {
        self.with_open(|open| {
            Ok(Keys {
                recovery_confirmed: open.recovery_confirmed(),
                keychain: open.has_keychain_key(),
                pin: open.pin().is_some(),
            })
        })
    }

    /// Lets the system's keychain open the vault, or no longer.
    ///
    /// # Errors
    /// `vault-wrong-password`, `desktop-wait`, `desktop-no-keychain`, and those of saving.
    pub fn set_keychain(&self, password: Zeroizing<String>, on: bool) -> Result<(), UiError> {
        self.verify(password)?;
        let name = self.with_open(|open| Ok(open.keychain_name()))?;
        if !on {
            self.with_open(|open| open.set_keychain_key(None))?;
            self.outside.forget_key(&name);
            return Ok(());
        }
        // What the keychain keeps now is not given up for a vault that stays as it is.
        self.with_open(|open| open.may_change())?;
        // The keychain first, and without the session, since it may ask the person: a slot
        // whose key nobody keeps opens nothing, but says it would.
        let before = self.outside.find_key(&name).ok();
        let key = KeychainKey::generate()?;
        self.outside.keep_key(&name, key.as_bytes())?;
        let set = self.with_open(|open| open.set_keychain_key(Some(&key)));
        if set.is_err() {
            // The vault opens with what it opened with before, if anything.
            match before {
                Some(before) => self.outside.keep_key(&name, &before)?,
                None => self.outside.forget_key(&name),
            }
        }
        set
    }

    /// Opens the vault with the key that the keychain keeps.
    ///
    /// # Errors
    /// `desktop-no-keychain`, `vault-wrong-keychain-key`, and those of a file that is no
    /// whole vault.
    pub fn unlock_with_keychain(&self) -> Result<(), UiError> {
        let path = self.closed_vault()?;
        let locked = LockedVault::open(&path)?;
        let key = self.outside.find_key(&locked.info().vault_id.to_string())?;
        let key = KeychainKey::from_bytes(key);
        let (vault, payload) = locked.unlock(Credential::Keychain(&key))?;
        self.enter(self.opened(vault, &payload, device_id()?)?);
        Ok(())
    }
}

/// Whether the file says that the keychain opens it.
#[must_use]
pub fn offers_keychain(locked: &LockedVault) -> bool {
    let mut slots = locked.info().slots.iter();
    slots.any(|slot| slot.kind == SlotKind::OsKeychain)
}
