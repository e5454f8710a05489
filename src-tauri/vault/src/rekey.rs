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
use crate::slot::{Kdf, Prepared};
use crate::vault::{Opened, add_slot, prepare_password, write};
use crate::{
    KdfCost, KeychainKey, Password, RecoveryKey, SlotKind, Stamp, Vault, backups, random, save,
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
        let by_password = prepare_password(&self.info.path, password, cost)?;
        let recovery = RecoveryKey::generate()?;
        let by_recovery = self.prepare_random(SlotKind::Recovery, recovery.as_bytes())?;
        self.rekey_prepared(by_password, by_recovery, stamp)?;
        Ok(recovery)
    }

    /// The quick part of [`Vault::rekey`].
    pub(crate) fn rekey_prepared(
        &mut self,
        by_password: Prepared,
        by_recovery: Prepared,
        stamp: &Stamp,
    ) -> Result<(), Error> {
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        let newer = self.newer()?;
        let unseen = newer.is_some();
        let Opened { known, payload } = match newer {
            Some(opened) => opened,
            None => self.open_file()?,
        };
        let key = Key::generate(&mut random::system)?;
        let mut header = known.header.clone();
        header.advance(vec![known.trailer], stamp, &mut random::system)?;
        header.slots.clear();
        add_slot(&mut header, &key, SlotKind::Password, by_password)?;
        add_slot(&mut header, &key, SlotKind::Recovery, by_recovery)?;
        let (fs, file) = (&*self.fs, &self.file);
        let saved = write(fs, &lock, file, header, &key, &payload, Some(&known))?;
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
