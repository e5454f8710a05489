//! A site's recovery codes in a sheet of their own, which takes the password and is closed
//! again after a while. What is asked about a code names its place in the sheet.

use std::time::Duration;

use keytick_accounts::{
    Id, RECOVERY_TEXT_BYTES, RecoveryCode, RecoveryCodes, read_recovery_codes, recovery_text,
};
use zeroize::Zeroizing;

use super::Open;
use crate::clock::{Moment, now};
use crate::error::UiError;
use crate::numbers;
use crate::views::{CodeFound, CodeKept, CodeOnView, CodesFound, RecoveryCodesView, What};

/// The sheet that is open.
pub struct Opened {
    id: u64,
    account: Id,
    /// The codes as the page has them.
    shown: RecoveryCodes,
    last: Moment,
}

/// How long after the last use nothing more is shown.
const SHOWN: Duration = Duration::from_secs(600);

impl Open {
    /// Opens the sheet of an account. Only after the password was asked again.
    ///
    /// # Errors
    /// `accounts-unknown`, `desktop-bad-request`.
    pub fn open_recovery_codes(&mut self, id: &str) -> Result<RecoveryCodesView, UiError> {
        let account = self.account(id)?.id;
        self.codes_sheet = Some(Opened {
            id: numbers::next(),
            account,
            shown: RecoveryCodes::default(),
            last: Moment::now(),
        });
        self.show_codes()
    }

    /// The codes as they are now.
    ///
    /// # Errors
    /// `desktop-no-recovery-codes`, `accounts-unknown`.
    pub fn recovery_codes(&mut self, sheet: u64) -> Result<RecoveryCodesView, UiError> {
        self.codes_sheet(sheet)?;
        self.show_codes()
    }

    /// Ticks a code off as used, or takes the tick away; gives the number by which that is
    /// taken back.
    ///
    /// # Errors
    /// `desktop-no-recovery-codes`, `accounts-unknown-recovery-code`, and those of saving.
    pub fn mark_recovery_code(
        &mut self,
        sheet: u64,
        index: usize,
        used: bool,
    ) -> Result<u64, UiError> {
        let code = self.recovery_code(sheet, index)?;
        let account = self.codes_sheet(sheet)?.account;
        let undo = self.change(|accounts, edit| {
            Ok(accounts.mark_recovery_code(account, &code, used, edit)?)
        })?;
        Ok(self.remember(What::RecoveryCodes, 1, vec![undo]))
    }

    /// The code at this place of the sheet.
    ///
    /// # Errors
    /// `desktop-no-recovery-codes`.
    pub fn recovery_code(
        &mut self,
        sheet: u64,
        index: usize,
    ) -> Result<Zeroizing<String>, UiError> {
        let code = self.codes_sheet(sheet)?.shown.get(index);
        code.map(RecoveryCode::text).ok_or_else(gone)
    }

    /// What is found in a text that came from the site.
    ///
    /// # Errors
    /// `desktop-no-recovery-codes`, `desktop-no-recovery-text` if it is as long as no site's.
    pub fn find_recovery_codes(&mut self, sheet: u64, text: &str) -> Result<CodesFound, UiError> {
        self.codes_sheet(sheet)?;
        let text = recovery_text(text.as_bytes()).ok_or_else(no_recovery_text)?;
        let found = read_recovery_codes(&text);
        let codes = found.codes.into_iter().map(|code| CodeFound {
            text: code.text,
            used: code.used,
            sure: code.sure,
        });
        Ok(CodesFound {
            codes: codes.collect(),
            left_out: found.left_out,
        })
    }

    /// Keeps these codes in place of those that the page has; gives the number by which that is
    /// taken back. A code that was used before keeps its time. What another device has brought
    /// since, codes and ticks, stays.
    ///
    /// # Errors
    /// `desktop-no-recovery-codes`, `accounts-too-many-recovery-codes`, `accounts-too-long`,
    /// and those of saving.
    pub fn set_recovery_codes(&mut self, sheet: u64, codes: &[CodeKept]) -> Result<u64, UiError> {
        let sheet = self.codes_sheet(sheet)?;
        let (account, shown) = (sheet.account, sheet.shown.clone());
        let at = now();
        let undo = self.change(|accounts, edit| {
            let before = accounts.get(account).map(|it| it.recovery.clone());
            let before = before.unwrap_or_default();
            let kept = codes.iter().map(|code| {
                let text = code.text.as_str();
                let since = before.used(text);
                let used = match code.used {
                    true => since.or(Some(at)),
                    // The person took the tick away, or has not seen it.
                    false => since.filter(|_| shown.used(text).is_none()),
                };
                (text, used)
            });
            let kept = RecoveryCodes::new(kept)?.and(&before.without(&shown));
            Ok(accounts.set_recovery_codes(account, kept, edit)?)
        })?;
        Ok(self.remember(What::RecoveryCodes, 1, vec![undo]))
    }

    /// Closes this sheet; one that was opened since stays.
    pub fn close_recovery_codes(&mut self, sheet: u64) {
        self.codes_sheet.take_if(|open| open.id == sheet);
    }

    /// Whether the sheet with this number is still open. What it shows stays as it is.
    ///
    /// # Errors
    /// `desktop-no-recovery-codes`.
    pub fn check_codes_sheet(&mut self, sheet: u64) -> Result<(), UiError> {
        self.codes_sheet(sheet).map(drop)
    }

    /// The sheet with this number, if it is still open.
    fn codes_sheet(&mut self, sheet: u64) -> Result<&mut Opened, UiError> {
        if self.codes_sheet.as_ref().is_some_and(Opened::is_over) {
            self.codes_sheet = None;
        }
        let open = self.codes_sheet.as_mut().filter(|open| open.id == sheet);
        let open = open.ok_or_else(gone)?;
        open.last = Moment::now();
        Ok(open)
    }

    fn show_codes(&mut self) -> Result<RecoveryCodesView, UiError> {
        let sheet = self.codes_sheet.as_mut().ok_or_else(gone)?;
        let account = self.accounts.get(sheet.account);
        let account = account.ok_or(keytick_accounts::Error::UnknownAccount(sheet.account))?;
        sheet.shown = account.recovery.clone();
        let codes = sheet.shown.iter().map(|code| CodeOnView {
            text: code.text(),
            used: code.used,
        });
        Ok(RecoveryCodesView {
            sheet: sheet.id,
            codes: codes.collect(),
        })
    }
}

impl Opened {
    fn is_over(&self) -> bool {
        self.last.elapsed() >= SHOWN
    }
}

/// What is said of a file or a text that cannot be a list of codes.
pub(crate) fn no_recovery_text() -> UiError {
    UiError::new("desktop-no-recovery-text").with("limit", RECOVERY_TEXT_BYTES / 1024)
}

fn gone() -> UiError {
    UiError::new("desktop-no-recovery-codes")
}
