//! Other copies of the vault: what a sync program left beside it is merged, and an older
//! copy in its place is not changed before a person says so.

use std::path::PathBuf;

use keytick_accounts::Accounts;
use keytick_texts::text;
use keytick_vault::{Join, Seen};

use super::{Open, read, stamp};
use crate::error::UiError;
use crate::events::Merged;

impl Open {
    /// Merges other copies of the vault, if there are any. What is open has everything then;
    /// [`Self::take_merged`] says where it came from.
    ///
    /// # Errors
    /// Those of saving, and of a copy that cannot be read. All copies stay where they are.
    pub fn merge_copies(&mut self) -> Result<(), UiError> {
        if self.vault.has_copies() {
            let merged = self.merge_found()?;
            self.merged.extend(merged);
        }
        Ok(())
    }

    /// What was merged and not told yet.
    pub fn take_merged(&mut self) -> Vec<Merged> {
        std::mem::take(&mut self.merged)
    }

    /// From now on, what was seen of the vault is remembered in this folder.
    pub fn remember_in(&mut self, folder: Option<PathBuf>) {
        self.seen = folder;
    }

    /// Compares the vault with what this computer remembers of it, and remembers it from now
    /// on, unless it is an older one: that is read, but not changed.
    pub fn compare_with_seen(&mut self) {
        let Some(folder) = &self.seen else { return };
        self.concern = match self.vault.seen(folder) {
            Seen::Newest => None,
            Seen::Forked => Some(UiError::new("desktop-forked-copy")),
            Seen::Older { found, newest } => {
                let path = self.vault.path().to_owned();
                let known = newest;
                Some(keytick_vault::Error::OlderCopy { path, found, known }.into())
            }
        };
        if self.refuses_changes().is_none() {
            self.remember_seen();
        }
    }

    /// What a person should know of the file that is open.
    #[must_use]
    pub fn concern(&self) -> Option<UiError> {
        let no_backup = self.vault.backup_failure();
        let no_backup = no_backup.map(|error| UiError::of(error.id(), error.params()));
        self.concern.clone().or(no_backup)
    }

    /// Why nothing is changed: the vault is older than one that was seen here.
    pub(super) fn refuses_changes(&self) -> Option<UiError> {
        let older = |concern: &UiError| concern.id == "vault-older-copy";
        self.concern().filter(older)
    }

    /// A person says that the older copy is the one to go on with.
    pub fn use_older_copy(&mut self) {
        self.concern = None;
        self.remember_seen();
    }

    /// Remembers this generation. A computer that cannot is none the worse for it.
    pub(super) fn remember_seen(&self) {
        if let Some(folder) = &self.seen {
            let _not_now = self.vault.remember(folder);
        }
    }

    fn merge_found(&mut self) -> Result<Option<Merged>, UiError> {
        let (ours, stamp) = (self.accounts.to_payload(), stamp(self.device));
        let mut second_keys = 0;
        let merged = self.vault.merge(&stamp, &ours, |it: Join<'_>| {
            let words = text("accounts-second-key", &[]);
            let merged = Accounts::merge_payloads(it.base, it.ours, it.theirs, &words)?;
            second_keys += merged.second_keys.len();
            Ok::<_, UiError>(merged.accounts.to_payload())
        })?;
        if let Some(payload) = merged.payload {
            self.accounts = read(&payload, &self.safe)?;
        }
        let names = merged.copies.into_iter().map(|copy| copy.name);
        let copies: Vec<String> = names
            .map(|name| name.unwrap_or_else(|| text("desktop-merged-in-place", &[])))
            .collect();
        Ok((!copies.is_empty()).then_some(Merged {
            copies,
            second_keys,
        }))
    }
}
