//! The recovery key while it is on view, and whether its owner has a copy.

use keytick_vault::RecoveryKey;
use zeroize::Zeroizing;

use super::{Open, stamp};
use crate::error::UiError;
use crate::views::RecoveryKeyView;

/// The name of the sealed file beside the vault that says the key was not checked yet.
const UNCONFIRMED: &str = "recovery";

impl Open {
    /// Makes a new recovery key in place of an old one, and keeps it for as long as it is
    /// on view.
    ///
    /// # Errors
    /// Those of saving.
    pub fn new_recovery_key(&mut self) -> Result<RecoveryKeyView, UiError> {
        let key = self.vault.new_recovery_key(&stamp(self.device))?;
        let view = RecoveryKeyView {
            groups: key.groups().into(),
        };
        self.recovery = Some(key);
        self.set_recovery_confirmed(false);
        Ok(view)
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
            self.set_recovery_confirmed(true);
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

    /// The key leaves memory.
    pub fn finish_recovery(&mut self) {
        self.recovery = None;
    }

    /// Whether there is a recovery key whose owner has a copy.
    #[must_use]
    pub fn recovery_confirmed(&self) -> bool {
        self.recovery_confirmed
    }

    fn recovery(&self) -> Result<&RecoveryKey, UiError> {
        self.recovery
            .as_ref()
            .ok_or_else(|| UiError::new("desktop-no-recovery-key"))
    }

    pub(super) fn read_recovery_confirmed(&self) -> bool {
        let unconfirmed = self.vault.read_sealed(UNCONFIRMED).ok().flatten();
        self.vault.has_recovery() && unconfirmed.is_none_or(|bytes| bytes.is_empty())
    }

    /// A reminder is all that depends on it: if it cannot be written, it comes once more.
    fn set_recovery_confirmed(&mut self, confirmed: bool) {
        self.recovery_confirmed = confirmed;
        let note: &[u8] = if confirmed { b"" } else { b"not confirmed" };
        let _once_more = self.vault.write_sealed(UNCONFIRMED, note);
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
