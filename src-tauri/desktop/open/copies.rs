//! Other copies of the vault: what a sync program left beside it is merged, and an older
//! copy in its place is not changed before a person says so.

use keytick_accounts::Joining;
use keytick_texts::{english, text};
use keytick_vault::{Join, Look};

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

    /// What looks at the vault's file without the accounts.
    pub fn look(&self) -> Look {
        self.vault.look()
    }

    /// What was merged and not told yet.
    pub fn take_merged(&mut self) -> Vec<Merged> {
        std::mem::take(&mut self.merged)
    }

    /// What a person should know of the file that is open.
    #[must_use]
    pub fn concern(&self) -> Option<UiError> {
        self.vault.concern()
    }

    /// Says that what is open lies beside the vault, if it does.
    #[must_use]
    pub fn kept_beside(&self) -> Option<UiError> {
        self.vault.kept_beside()
    }

    /// Whether nothing can be changed, and why: the vault is older than one that was seen here.
    ///
    /// # Errors
    /// `vault-older-copy`.
    pub fn may_change(&self) -> Result<(), UiError> {
        self.vault.refusal().map_or(Ok(()), Err)
    }

    /// Writes what is open beside the vault, once, where another file was put in its place that
    /// does not come from it and no backup has it: nothing else has it then.
    pub fn keep_beside(&mut self) {
        let stamp = stamp(self.device);
        // The secrets leave the safe only if there is something to write.
        self.vault
            .keep_beside(&stamp, || self.accounts.to_payload());
    }

    /// A person says that the older copy is the one to go on with.
    pub fn use_older_copy(&mut self) {
        self.vault.accept();
    }

    fn merge_found(&mut self) -> Result<Option<Merged>, UiError> {
        let (ours, stamp) = (self.accounts.to_payload(), stamp(self.device));
        let mut joining = Joining::new(english::text("accounts-second-key", &[]));
        let merged = self.vault.take_in(|vault| {
            vault.merge(&stamp, &ours, |it: Join<'_>| {
                Ok::<_, UiError>(joining.join(it.base, it.ours, it.theirs)?)
            })
        })?;
        if let Some(payload) = merged.payload {
            self.accounts = read(&payload, &self.safe)?;
        }
        for left in &merged.left {
            let told = UiError::of(left.reason.id(), Vec::new());
            self.vault.warn(told.with("copy", left.name.as_str()));
        }
        let names = merged.copies.into_iter().map(|copy| copy.name);
        let copies: Vec<String> = names
            .map(|name| name.unwrap_or_else(|| text("desktop-merged-in-place", &[])))
            .collect();
        Ok((!copies.is_empty()).then_some(Merged {
            copies,
            second_keys: joining.second_keys(),
        }))
    }
}
