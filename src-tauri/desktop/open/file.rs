//! The vault's file, and what this computer remembers of it. It is read through [`Deref`], but
//! written here alone: so that no change asks in vain whether the file is an older copy, and
//! none is forgotten when the newest is remembered.

use std::ops::Deref;
use std::path::PathBuf;

use keytick_vault::{Error, Seen, Stamp, Vault};
use zeroize::Zeroizing;

use crate::error::UiError;

/// An unlocked vault.
pub(super) struct VaultFile {
    vault: Vault,
    /// Where this computer remembers what it has seen of vaults.
    seen: Option<PathBuf>,
    /// What a person should know of the file.
    concern: Option<UiError>,
    /// The file beside the vault that has what is open, since another took its place. Apart
    /// from the concern, which may come from before and holds again when that file is gone.
    kept_beside: Option<PathBuf>,
}

impl VaultFile {
    /// A vault that was just unlocked or made. Merge other copies first, then
    /// [`Self::compare`] it: what they have may be what is missing.
    pub fn new(vault: Vault, seen: Option<PathBuf>) -> Self {
        Self {
            vault,
            seen,
            concern: None,
            kept_beside: None,
        }
    }

    /// Saves a change, and remembers it as the newest that was seen.
    ///
    /// # Errors
    /// `vault-older-copy`, and those of `change`.
    pub fn save<T, E: Into<UiError>>(
        &mut self,
        change: impl FnOnce(&mut Vault) -> Result<T, E>,
    ) -> Result<T, UiError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let saved = change(&mut self.vault).map_err(Into::into)?;
        self.remember();
        Ok(saved)
    }

    /// Takes in what others have saved, which no older copy keeps anybody from: it may be what
    /// is missing.
    ///
    /// # Errors
    /// Those of `take`.
    pub fn take_in<T>(
        &mut self,
        take: impl FnOnce(&mut Vault) -> Result<T, UiError>,
    ) -> Result<T, UiError> {
        let before = self.vault.info().generation;
        let taken = take(&mut self.vault)?;
        if self.vault.info().generation != before {
            self.compare();
        }
        Ok(taken)
    }

    /// Compares the file with what is remembered, and remembers it, unless it is an older one.
    pub fn compare(&mut self) {
        let Some(folder) = &self.seen else { return };
        match self.vault.seen(folder) {
            Seen::Newest if self.refusal().is_some() => self.concern = None,
            Seen::Newest => {}
            Seen::Restored { found, newest } => {
                let told = UiError::new("desktop-restored-copy");
                self.concern = Some(told.with("found", found).with("newest", newest));
            }
            Seen::Forked => self.concern = Some(UiError::new("desktop-forked-copy")),
            Seen::Older { found, newest } => {
                let path = self.vault.path().to_owned();
                let known = newest;
                self.concern = Some(Error::OlderCopy { path, found, known }.into());
            }
        }
        if self.refusal().is_none() {
            self.remember();
        }
    }

    /// Tells a person something of the file, unless there is something weightier to tell.
    pub fn warn(&mut self, concern: UiError) {
        self.concern.get_or_insert(concern);
    }

    /// A person says that this copy is the one to go on with.
    pub fn accept(&mut self) {
        self.concern = None;
        if let Some(folder) = &self.seen {
            let _not_now = self.vault.accept(folder);
        }
    }

    /// Writes a payload beside the vault, once, and not if it is among the backups: a person who
    /// restored another there wants it out of the way. What goes wrong is tried again.
    pub fn keep_beside(&mut self, stamp: &Stamp, payload: impl FnOnce() -> Zeroizing<Vec<u8>>) {
        if self.kept_beside.is_some() || self.vault.is_backed_up() {
            return;
        }
        if let Ok(path) = self.vault.save_beside(stamp, &payload()) {
            self.kept_beside = Some(path);
        }
    }

    /// What a person should know of the file.
    pub fn concern(&self) -> Option<UiError> {
        let no_backup = self.vault.backup_failure();
        let no_backup = no_backup.map(|error| UiError::of(error.id(), error.params()));
        let concern = || self.kept_beside().or_else(|| self.concern.clone());
        no_backup.or_else(concern)
    }

    /// The file in the vault's place is one that comes from what is open, again. If it is the
    /// `same`, nobody needs what was kept beside it: merged later, it would bring back what was
    /// removed since.
    pub fn settle(&mut self, same: bool) {
        let kept = self.kept_beside.take();
        if let Some(path) = kept.filter(|_| same) {
            self.vault.remove_beside(&path);
        }
    }

    /// Says that what is open lies beside the vault, if it does and the vault is elsewhere still.
    pub fn kept_beside(&self) -> Option<UiError> {
        let name = self.kept_beside.as_deref()?.file_name()?.to_string_lossy();
        Some(UiError::new("desktop-kept-beside").with("copy", name))
    }

    /// Why nothing is changed: the file is older than one that was seen here.
    pub fn refusal(&self) -> Option<UiError> {
        let older = |concern: &&UiError| concern.id == "vault-older-copy";
        self.concern.as_ref().filter(older).cloned()
    }

    /// A computer that cannot remember is none the worse for it.
    fn remember(&self) {
        if let Some(folder) = &self.seen {
            let _not_now = self.vault.remember(folder);
        }
    }
}

impl Deref for VaultFile {
    type Target = Vault;

    fn deref(&self) -> &Vault {
        &self.vault
    }
}
