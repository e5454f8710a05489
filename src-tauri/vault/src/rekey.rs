//! A new key for a vault: what shuts out somebody who has an old copy of the file together
//! with its password, recovery key or keychain key.
//!
//! The payload is encrypted under the new key and the old slots are gone, those of kinds that
//! this version does not know too: only their owner could wrap the new key for them. The
//! backups are gone, since they open with the old key; one of the new file takes their place.

use crate::error::Error;
use crate::fault::Fault;
use crate::keys::Key;
use crate::lock::SideLock;
use crate::save::{Before, IfHeld, Place};
use crate::slot::{Kdf, Prepared};
use crate::vault::{Opened, add_slot, write};
use crate::{
    KdfCost, KeychainKey, NewPassword, Password, RecoveryKey, SlotKind, Stamp, Vault, backups,
    random, save,
};

impl Vault {
    /// Gives the vault a new key, which `password` and the returned recovery key open and
    /// nothing else does; removes the backups, which opened with the old one.
    ///
    /// Copies of the file that lie elsewhere still open as they did, with what was in them;
    /// so does a backup that could not be removed, as [`Vault::backup_failure`] then says.
    /// The files of [`Vault::write_sealed`] count as missing from now on.
    ///
    /// # Errors
    /// The file is gone or cannot be written: everything is as it was then. The one exception
    /// is [`crate::Step::SyncFolder`], as with [`Vault::update`].
    pub fn rekey(
        &mut self,
        password: &Password,
        cost: KdfCost,
        stamp: &Stamp,
    ) -> Result<RecoveryKey, Error> {
        let new = NewPassword::derive(&self.info.path, password, cost)?;
        self.rekey_with(new, stamp)
    }

    /// The quick part of [`Vault::rekey`].
    ///
    /// # Errors
    /// As there.
    pub fn rekey_with(&mut self, new: NewPassword, stamp: &Stamp) -> Result<RecoveryKey, Error> {
        let recovery = RecoveryKey::generate()?;
        let by_recovery = self.prepare_random(SlotKind::Recovery, recovery.as_bytes())?;
        self.rekey_prepared(new.0, by_recovery, stamp)?;
        Ok(recovery)
    }

    pub(crate) fn rekey_prepared(
        &mut self,
        by_password: Prepared,
        by_recovery: Prepared,
        stamp: &Stamp,
    ) -> Result<(), Error> {
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        let (Opened { known, payload }, unseen) = self.current()?;
        let key = Key::generate(&mut random::system)?;
        let mut header = known.header.clone();
        header.advance(&[&known], stamp, &mut random::system)?;
        header.slots.clear();
        add_slot(&mut header, &key, SlotKind::Password, by_password)?;
        add_slot(&mut header, &key, SlotKind::Recovery, by_recovery)?;
        let (fs, file) = (&*self.fs, &self.file);
        let place = Place {
            fs,
            lock: &lock,
            path: file,
            before: Before::Generation(&known),
            // A file under the new key is no help beside one under the old.
            if_held: IfHeld::GiveUp,
        };
        let saved = write(&place, header, &key, &payload)?;
        self.key = key;
        self.learn(saved, unseen);
        save::settle(&*self.fs, &lock, &self.file, &self.known)?;
        let removed = backups::start_over(&*self.fs, &lock, &self.file, &self.known);
        self.backup_failure = removed.err();
        Ok(())
    }

    /// Lets the system's keychain open the vault with this key, in place of one before.
    ///
    /// # Errors
    /// The file is gone or cannot be written.
    pub fn set_keychain_key(&mut self, key: &KeychainKey, stamp: &Stamp) -> Result<(), Error> {
        let prepared = self.prepare_random(SlotKind::OsKeychain, key.as_bytes())?;
        self.set_slot(SlotKind::OsKeychain, prepared, stamp)
    }

    /// Takes the slot of the system's keychain away. Together with a copy of the file from
    /// before, its key still gives the vault's key, as with [`Vault::set_password`].
    ///
    /// # Errors
    /// The file is gone or cannot be written.
    pub fn remove_keychain_key(&mut self, stamp: &Stamp) -> Result<(), Error> {
        self.change_header(stamp, |header| {
            header
                .slots
                .retain(|slot| slot.kind != SlotKind::OsKeychain);
            Ok(())
        })
    }

    /// Whether the system's keychain opens the vault.
    #[must_use]
    pub fn has_keychain_key(&self) -> bool {
        let mut slots = self.known.header.slots_of(&SlotKind::OsKeychain);
        slots.next().is_some()
    }

    /// A slot for a key that is random already.
    pub(crate) fn prepare_random(&self, kind: SlotKind, secret: &[u8]) -> Result<Prepared, Error> {
        let kdf = Kdf::hkdf(&mut random::system)?;
        Prepared::new(kind, kdf, secret).map_err(|fault: Fault| fault.at(&self.info.path))
    }
}
