//! What a password does in an open vault. The slow parts are apart from the vault: so that nobody
//! who wants to lock it has to wait for them.

use std::fmt;
use std::path::Path;

use crate::header::Header;
use crate::slot::{Prepared, SlotKind};
use crate::vault::prepare_password;
use crate::{Error, KdfCost, Password, Stamp, Vault};

/// What tells whether a password is a vault's. It holds nothing secret.
pub struct PasswordCheck(Header);

impl PasswordCheck {
    pub(crate) fn new(header: &Header) -> Self {
        Self(header.clone())
    }

    /// Whether this is the vault's password. Takes as long as unlocking.
    #[must_use]
    pub fn is_right(&self, password: &Password) -> bool {
        let mut slots = self.0.slots_of(&SlotKind::Password);
        slots.any(|slot| slot.accepts(password.as_bytes()))
    }
}

impl fmt::Debug for PasswordCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordCheck")
    }
}

/// A new password, ready to be set.
pub struct NewPassword(pub(crate) Prepared);

impl NewPassword {
    /// Derives its key. Takes long on purpose. `vault` is for errors.
    ///
    /// # Errors
    /// This machine has too little memory.
    pub fn derive(vault: &Path, password: &Password, cost: KdfCost) -> Result<Self, Error> {
        prepare_password(vault, password, cost).map(Self)
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword([REDACTED])")
    }
}

impl Vault {
    /// Makes this the vault's one password: the slots of all passwords before are gone.
    ///
    /// The vault's key stays. Copies of the file that were made before still open with the
    /// old password, and whoever has both such a copy and the old password has the key,
    /// which opens every later generation too. A password that others know, together with
    /// an old copy, calls for [`Vault::rekey`].
    ///
    /// # Errors
    /// The file is gone or cannot be written.
    pub fn set_password(
        &mut self,
        password: &Password,
        cost: KdfCost,
        stamp: &Stamp,
    ) -> Result<(), Error> {
        let new = NewPassword::derive(&self.info.path, password, cost)?;
        self.set_new_password(new, stamp)
    }

    /// The quick part of [`Vault::set_password`].
    ///
    /// # Errors
    /// The file is gone or cannot be written.
    pub fn set_new_password(&mut self, new: NewPassword, stamp: &Stamp) -> Result<(), Error> {
        self.set_slot(SlotKind::Password, new.0, stamp)
    }

    /// Whether this is the vault's password. Takes as long as unlocking.
    #[must_use]
    pub fn verify_password(&self, password: &Password) -> bool {
        self.password_check().is_right(password)
    }

    /// What checks a password without this vault.
    #[must_use]
    pub fn password_check(&self) -> PasswordCheck {
        PasswordCheck::new(&self.known.header)
    }
}
