//! From a password to open accounts, and back.

use std::path::Path;
use std::time::Instant;

use keytick_accounts::Accounts;
use keytick_vault::{
    Credential, LockedVault, NewPassword, Password, RecoveryKey, Vault, device_id,
};
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::keys::offers_keychain;
use crate::open::{Open, stamp};
use crate::passwords::level;
use crate::state::{AppState, hold};
use crate::views::{Level, RecoveryKeyView};

/// What the vault says of a wrong guess.
const WRONG: [&str; 2] = ["vault-wrong-password", "vault-wrong-recovery-key"];

/// A vault that can be opened.
pub struct Found {
    /// Whether the system's keychain opens it.
    pub keychain: bool,
}

/// Whether there is a vault, as far as can be told without a password.
///
/// # Errors
/// Why the file that is there is no vault that can be opened.
pub fn look(path: Option<&Path>) -> Result<Option<Found>, UiError> {
    let Some(path) = path else { return Ok(None) };
    match LockedVault::open(path) {
        Ok(locked) => Ok(Some(Found {
            keychain: offers_keychain(&locked),
        })),
        Err(error) if error.id() == "vault-not-found" => Ok(None),
        Err(error) => Err(error.into()),
    }
}

impl AppState {
    /// Makes the vault, leaves it open, and gives its recovery key.
    ///
    /// # Errors
    /// `desktop-password-too-easy`, `vault-exists`, and those of saving.
    pub fn create(&self, password: Zeroizing<String>) -> Result<RecoveryKeyView, UiError> {
        let path = self.closed_vault()?;
        let password = strong(password)?;
        let device = device_id()?;
        let payload = Accounts::new().to_payload();
        let vault = Vault::create(
            &path,
            &password,
            (self.options.cost)(),
            &payload,
            &stamp(device),
        )?;
        let mut open = self.opened(vault, &payload, device)?;
        let view = open.new_recovery_key();
        // None: one of a vault that was here before is over.
        self.arm_pin(&open);
        self.enter(open);
        view
    }

    /// Opens the vault.
    ///
    /// # Errors
    /// `vault-wrong-password`, `desktop-wait` after too many of them, and those of a file
    /// that is no whole vault.
    pub fn unlock(&self, password: Zeroizing<String>) -> Result<(), UiError> {
        let path = self.closed_vault()?;
        let password = Password::new(password)?;
        let (vault, payload) = self.guess(&path, Credential::Password(&password))?;
        let open = self.opened(vault, &payload, device_id()?)?;
        self.arm_pin(&open);
        self.enter(open);
        Ok(())
    }

    /// Opens the vault with its recovery key, and gives it a new password. An older copy keeps
    /// its password, but is open then: only who sees it can say that it is the one to use.
    ///
    /// # Errors
    /// `vault-recovery-*`, `desktop-password-too-easy`, `desktop-wait`, `vault-older-copy`,
    /// and those of saving.
    pub fn unlock_with_recovery(
        &self,
        key: Zeroizing<String>,
        new_password: Zeroizing<String>,
    ) -> Result<(), UiError> {
        let path = self.closed_vault()?;
        let key = RecoveryKey::parse(&key)?;
        let password = strong(new_password)?;
        let device = device_id()?;
        let (vault, payload) = self.guess(&path, Credential::Recovery(&key))?;
        let mut open = self.opened(vault, &payload, device)?;
        let new = NewPassword::derive(&path, &password, (self.options.cost)())?;
        let set = open.set_password(new);
        if set.is_ok() || open.may_change().is_err() {
            // Under the password of now, which ends what was hidden under the one before.
            self.arm_pin(&open);
            self.enter(open);
        }
        set
    }

    /// A vault that was just unlocked or made, with its accounts.
    pub(crate) fn opened(
        &self,
        vault: Vault,
        payload: &[u8],
        device: [u8; 8],
    ) -> Result<Open, UiError> {
        Open::new(vault, payload, device, self.options.seen.clone())
    }

    /// Asks for the password again, while the vault is open.
    ///
    /// It is checked against the vault that is open. Whatever lies at the path by now may
    /// be another vault, with a password that somebody else knows.
    ///
    /// # Errors
    /// `desktop-locked`, `vault-wrong-password`, `desktop-wait`.
    pub fn verify(&self, password: Zeroizing<String>) -> Result<(), UiError> {
        let (check, path) =
            self.with_open(|open| Ok((open.password_check(), open.path().to_owned())))?;
        let password = Password::new(password)?;
        // Without the session, which may be locked meanwhile.
        self.guarded(|| match check.is_right(&password) {
            true => Ok(()),
            false => Err(keytick_vault::Error::WrongPassword { path }.into()),
        })?;
        self.with_open(|_| Ok(()))
    }

    fn guess(
        &self,
        path: &Path,
        credential: Credential<'_>,
    ) -> Result<(Vault, Zeroizing<Vec<u8>>), UiError> {
        self.guarded(|| Ok(LockedVault::open(path)?.unlock(credential)?))
    }

    /// Tries a credential, one after the other, with waits after too many wrong ones.
    pub(crate) fn guarded<T>(
        &self,
        attempt: impl FnOnce() -> Result<T, UiError>,
    ) -> Result<T, UiError> {
        let mut throttle = hold(&self.throttle);
        if let Some(wait) = throttle.wait(Instant::now()) {
            let seconds = wait.as_secs_f64().ceil();
            return Err(UiError::new("desktop-wait").with("seconds", seconds));
        }
        let tried = attempt();
        match &tried {
            Ok(_) => throttle.right(),
            Err(error) if WRONG.contains(&error.id.as_str()) => throttle.wrong(Instant::now()),
            Err(_) => {}
        }
        tried
    }
}

/// A new password, if it is worth the name.
pub(crate) fn strong(password: Zeroizing<String>) -> Result<Password, UiError> {
    if level(&password) < Level::Good {
        return Err(UiError::new("desktop-password-too-easy"));
    }
    Ok(Password::new(password)?)
}
