//! Codes made in another way: what they would be, before a person says so.

use keytick_accounts::{self as accounts, Accounts, Id};
use keytick_otp::OtpKey;

use super::{Open, parse_id};
use crate::clock::now;
use crate::error::UiError;
use crate::views::{CodeSettings, CodeView, SettingsPreview};

impl Open {
    /// The codes of now, made as they are and as they would be. Nothing changes by it, and no
    /// counter moves on.
    ///
    /// # Errors
    /// `accounts-unknown`, `otp-digits`, `otp-period`, and `desktop-bad-request` where the
    /// account's kind of code has nothing to set.
    pub fn preview_code_settings(
        &self,
        id: &str,
        settings: CodeSettings,
    ) -> Result<SettingsPreview, UiError> {
        let id = parse_id(id)?;
        let new = resettled(&self.accounts, id, settings.try_into()?)?;
        let old = &known(&self.accounts, id)?.key;
        let code = |key: &OtpKey| match key.kind.counter() {
            // A person can only compare what is on view.
            Some(_) => CodeView::of(id.to_string(), &key.code_at(now())),
            None => CodeView::at(id.to_string(), key, now()),
        };
        Ok(SettingsPreview {
            now: code(old),
            then: code(&new),
        })
    }
}

/// The key of an account with other settings.
pub(super) fn resettled(
    accounts: &Accounts,
    id: Id,
    settings: accounts::CodeSettings,
) -> Result<OtpKey, UiError> {
    let new = settings.apply(&known(accounts, id)?.key);
    new.ok_or_else(|| UiError::new("desktop-bad-request"))
}

fn known(accounts: &Accounts, id: Id) -> Result<&accounts::Account, UiError> {
    let account = accounts.get(id);
    account.ok_or_else(|| accounts::Error::UnknownAccount(id).into())
}
