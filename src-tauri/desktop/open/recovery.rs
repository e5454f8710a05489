//! The recovery key while it is on view, and whether its owner has a copy.

use keytick_vault::RecoveryKey;
use zeroize::Zeroizing;

use super::{Open, stamp};
use crate::clock::now;
use crate::error::UiError;
use crate::views::RecoveryKeyView;

/// The name of the sealed file beside the vault that says since when the key is not
/// checked: Unix seconds in decimal; empty once it is.
const UNCONFIRMED: &str = "recovery";

/// Seconds until an owner who did not check the key is reminded: three days.
const REMIND_AFTER: u64 = 3 * 24 * 60 * 60;

impl Open {
    /// Makes a new recovery key in place of an old one, and keeps it for as long as it is
    /// on view.
    ///
    /// # Errors
    /// Those of saving.
    pub fn new_recovery_key(&mut self) -> Result<RecoveryKeyView, UiError> {
        let stamp = stamp(self.device);
        let key = self.vault.save(|vault| vault.new_recovery_key(&stamp))?;
        Ok(self.show_recovery(key))
    }

    /// Keeps a key that was just made for as long as it is on view.
    pub(super) fn show_recovery(&mut self, key: RecoveryKey) -> RecoveryKeyView {
        let view = RecoveryKeyView {
            groups: key.groups().into(),
        };
        self.recovery = Some(key);
        self.set_unconfirmed(Some(now()));
        view
    }

    /// Whether these are the last four characters of the key on view.
    ///
    /// # Errors
    /// `desktop-no-recovery-key`.
    pub fn confirm_recovery(&mut self, last_four: &str) -> Result<bool, UiError> {
        let groups = self.recovery()?.groups();
        let typed: Zeroizing<String> =
            Zeroizing::new(last_four.trim().chars().map(as_written).collect());
        let right = groups.last().is_some_and(|last| *last == typed);
        if right {
            self.set_unconfirmed(None);
        }
        Ok(right)
    }

    /// The key on view as one text, eight groups joined by dashes.
    ///
    /// # Errors
    /// `desktop-no-recovery-key`.
    pub fn recovery_text(&self) -> Result<Zeroizing<String>, UiError> {
        let groups = self.recovery()?.groups();
        let mut text = Zeroizing::new(String::with_capacity(40));
        for (place, group) in groups.iter().enumerate() {
            if place > 0 {
                text.push('-');
            }
            text.push_str(group);
        }
        Ok(text)
    }

    /// The key leaves memory. Who did not check it is reminded three days from now.
    pub fn finish_recovery(&mut self) {
        self.recovery = None;
        if self.unconfirmed_since.is_some() {
            self.set_unconfirmed(Some(now()));
        }
    }

    /// Whether there is a recovery key whose owner has a copy.
    #[must_use]
    pub fn recovery_confirmed(&self) -> bool {
        self.unconfirmed_since.is_none()
    }

    /// Whether it is time to remind its owner.
    #[must_use]
    pub fn recovery_reminder(&self) -> bool {
        self.unconfirmed_since
            .is_some_and(|since| now().saturating_sub(since) >= REMIND_AFTER)
    }

    fn recovery(&self) -> Result<&RecoveryKey, UiError> {
        self.recovery
            .as_ref()
            .ok_or_else(|| UiError::new("desktop-no-recovery-key"))
    }

    /// Since when the key is not checked; none: it is. Where it is not known since when,
    /// or there is no key at all, it is time.
    pub(super) fn read_unconfirmed_since(&self) -> Option<u64> {
        let note = self.vault.read_sealed(UNCONFIRMED).ok().flatten();
        let since = note
            .as_deref()
            .and_then(|bytes| str::from_utf8(bytes).ok()?.parse().ok());
        match note.is_none_or(|bytes| bytes.is_empty()) {
            true if self.vault.has_recovery() => None,
            _ => Some(since.unwrap_or(0)),
        }
    }

    /// A reminder is all that depends on it: if it cannot be written, it comes once more.
    pub(super) fn set_unconfirmed(&mut self, since: Option<u64>) {
        self.unconfirmed_since = since;
        let note = since.map(|since| since.to_string()).unwrap_or_default();
        let _once_more = self.vault.write_sealed(UNCONFIRMED, note.as_bytes());
    }
}

/// A typed character as the key is written: Crockford's alphabet has no I, L and O.
/// <https://www.crockford.com/base32.html>
fn as_written(typed: char) -> char {
    match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    }
}
