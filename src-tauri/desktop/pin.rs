//! A PIN in place of the password, until the program ends: for those who asked for that.
//!
//! While the vault is locked, its key is hidden under the PIN in locked memory, and nowhere
//! else. Three wrong PINs in a row forget it, and the password is asked again; so does the end
//! of the program, and with it every sign-out.

use std::sync::TryLockError;

use keytick_vault::{Error, KdfCost, LockedVault, Password, Pin, PinLock, device_id};
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::open::Open;
use crate::state::{AppState, Shell, hold};

/// Characters that a PIN has at least.
const LEAST: usize = 4;

/// Wrong PINs in a row that forget it.
const TRIES: u8 = 3;

/// The key of a vault under a PIN.
pub struct Armed {
    lock: PinLock,
    left: u8,
}

impl Shell {
    /// Whether a PIN opens the vault now. While one is tried there is one.
    pub(crate) fn has_pin(&self) -> bool {
        match self.pin.try_lock() {
            Ok(pin) => pin.is_some(),
            Err(TryLockError::WouldBlock) => true,
            Err(TryLockError::Poisoned(pin)) => pin.into_inner().is_some(),
        }
    }

    /// Hides the key of an open vault under the PIN that is set for it, if one is.
    pub(crate) fn arm_pin(&self, open: &Open) {
        let armed = open.pin().and_then(|pin| armed(open, &pin).ok());
        *hold(&self.pin) = armed;
    }

    /// No PIN opens the vault any more, before the password was typed again.
    pub(crate) fn forget_pin(&self) {
        *hold(&self.pin) = None;
    }
}

impl AppState {
    /// Sets a PIN for this vault on this computer, after the password; none: no longer.
    ///
    /// # Errors
    /// `desktop-pin-short`, `vault-wrong-password`, `desktop-wait`, `desktop-locked`, and those of
    /// writing, where it is as it was after the next start.
    pub fn set_pin(
        &self,
        password: Zeroizing<String>,
        pin: Option<Zeroizing<String>>,
    ) -> Result<(), UiError> {
        let pin = pin.map(long_enough).transpose()?;
        self.verify(password)?;
        let vault = self.vault_path()?;
        let derive = |pin| Pin::derive(&vault, &pin, KdfCost::FLOOR);
        let pin = pin.map(derive).transpose()?;
        self.with_open(|open| {
            let armed = pin.as_ref().map(|pin| armed(open, pin)).transpose()?;
            let kept = open.keep_pin(pin.as_ref());
            // One that is to go is gone for now, whatever the disk says.
            if kept.is_ok() || armed.is_none() {
                *hold(&self.pin) = armed;
            }
            kept
        })
    }

    /// Opens the vault with the PIN.
    ///
    /// # Errors
    /// `vault-wrong-pin`; `desktop-pin-forgotten` after the third in a row, and where there is
    /// none or another password was set; those of a file that is no whole vault.
    pub fn unlock_with_pin(&self, pin: Zeroizing<String>) -> Result<(), UiError> {
        let path = self.closed_vault()?;
        let locked = LockedVault::open(&path)?;
        // A guess like any other, and never two at once.
        let opened = self.guarded(|| self.try_pin(&locked, &Password::new(pin)?));
        if !self.has_pin() {
            self.tell_session();
        }
        let (vault, payload) = opened?;
        self.enter(self.opened(vault, &payload, device_id()?)?);
        Ok(())
    }

    fn try_pin(
        &self,
        locked: &LockedVault,
        pin: &Password,
    ) -> Result<(keytick_vault::Vault, Zeroizing<Vec<u8>>), UiError> {
        let mut slot = hold(&self.pin);
        let armed = slot.as_mut().filter(|armed| armed.lock.is_for(locked));
        let Some(armed) = armed else {
            *slot = None;
            return Err(forgotten());
        };
        match armed.lock.open(locked, pin) {
            Ok(opened) => {
                armed.left = TRIES;
                Ok(opened)
            }
            Err(error @ Error::WrongPin { .. }) if armed.left > 1 => {
                armed.left -= 1;
                Err(error.into())
            }
            // The last try, or the vault has another key.
            Err(Error::WrongPin { .. } | Error::Tampered { .. }) => {
                *slot = None;
                Err(forgotten())
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn armed(open: &Open, pin: &Pin) -> Result<Armed, UiError> {
    let lock = open.hide_under(pin)?;
    Ok(Armed { lock, left: TRIES })
}

fn long_enough(pin: Zeroizing<String>) -> Result<Password, UiError> {
    if pin.chars().count() < LEAST {
        return Err(UiError::new("desktop-pin-short").with("least", LEAST.to_string()));
    }
    Ok(Password::new(pin)?)
}

fn forgotten() -> UiError {
    UiError::new("desktop-pin-forgotten")
}
