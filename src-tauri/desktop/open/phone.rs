//! Accounts on their way to a phone: QR codes that are shown one by one after the password
//! was asked, for a short time.

use std::time::Duration;

use keytick_accounts::Account;
use keytick_formats::{google_migration, read_text};
use keytick_otp::{diagnose, write_uri};
use zeroize::Zeroizing;

use super::Open;
use super::export::{left_out, reason_of};
use crate::clock::{Moment, now};
use crate::error::UiError;
use crate::export::writer;
use crate::numbers;
use crate::views::{Diagnosis, LeftOut, PhoneAccount, PhoneView, Selection};

/// The texts of QR codes that may be asked for.
pub struct Phone {
    id: u64,
    texts: Vec<Zeroizing<String>>,
    last: Moment,
}

/// How long after the last one no further code is given.
const SHOWN: Duration = Duration::from_secs(300);

/// The format that carries many accounts in one code.
const PARTS: &str = "google-migration";

impl Open {
    /// Gets the QR codes of these accounts ready: one each, or in `parts` as Google
    /// Authenticator reads them. Only after the password was asked again.
    ///
    /// # Errors
    /// `desktop-nothing-to-export`, `desktop-bad-request`.
    pub fn begin_phone(
        &mut self,
        selection: &Selection,
        parts: bool,
    ) -> Result<PhoneView, UiError> {
        let (chosen, _) = self.with_or_without_lab(selection, false)?;
        let (codes, left) = match parts {
            true => in_parts(&chosen)?,
            false => (one_each(&chosen), Vec::new()),
        };
        if codes.is_empty() {
            return Err(UiError::new("desktop-nothing-to-export"));
        }
        let id = numbers::next();
        let view = PhoneView {
            id,
            codes: codes.iter().map(|code| code.accounts.clone()).collect(),
            left_out: left,
        };
        self.phone = Some(Phone {
            id,
            texts: codes.into_iter().map(|code| code.text).collect(),
            last: Moment::now(),
        });
        Ok(view)
    }

    /// One of those codes, as an SVG picture.
    ///
    /// # Errors
    /// `desktop-no-phone-codes`, `qr-text-too-long`.
    pub fn phone_code(&mut self, id: u64, index: usize) -> Result<Zeroizing<String>, UiError> {
        let gone = || UiError::new("desktop-no-phone-codes");
        if self.phone.as_ref().is_some_and(Phone::is_over) {
            self.phone = None;
        }
        let phone = self.phone.as_mut().filter(|phone| phone.id == id);
        let phone = phone.ok_or_else(gone)?;
        let text = phone.texts.get(index).ok_or_else(gone)?;
        let svg = keytick_qr::encode(text)?.to_svg();
        phone.last = Moment::now();
        Ok(svg)
    }

    /// Puts the codes away.
    pub fn end_phone(&mut self) {
        self.phone = None;
    }

    /// What a code that a phone shows for this account says about that phone.
    ///
    /// # Errors
    /// `accounts-unknown`.
    pub fn check_phone(&self, id: &str, typed: &str) -> Result<Diagnosis, UiError> {
        let account = self.account(id)?;
        Ok(diagnose(&account.key, typed, now()).into())
    }
}

impl Phone {
    fn is_over(&self) -> bool {
        self.last.elapsed() >= SHOWN
    }
}

/// The text of a QR code, and what is in it.
struct Ready {
    text: Zeroizing<String>,
    accounts: Vec<PhoneAccount>,
}

fn one_each(chosen: &[&Account]) -> Vec<Ready> {
    let ready = |account: &&Account| Ready {
        text: write_uri(&account.key, &account.issuer, &account.account),
        accounts: vec![phone_account(account)],
    };
    chosen.iter().map(ready).collect()
}

fn in_parts(chosen: &[&Account]) -> Result<(Vec<Ready>, Vec<LeftOut>), UiError> {
    let (_, writer) = writer(PARTS)?;
    let (mut held, mut left) = (Vec::new(), Vec::new());
    for account in chosen {
        match reason_of(writer, account) {
            Some(reason) => left.push(left_out(account, reason)),
            None => held.push(*account),
        }
    }
    let batch = getrandom::u32().map_err(|_| UiError::new("desktop-no-random"))?;
    let parts = google_migration::write(&held, batch.cast_signed())?;
    let mut rest = held.as_slice();
    let ready = parts.into_iter().map(|text| {
        let (here, after) = rest.split_at(count(&text).min(rest.len()));
        rest = after;
        Ready {
            text,
            accounts: here.iter().map(|it| phone_account(it)).collect(),
        }
    });
    Ok((ready.collect(), left))
}

/// How many accounts a part of a transfer holds, which keeps their order.
fn count(part: &str) -> usize {
    read_text(part, "").accounts.len()
}

fn phone_account(account: &Account) -> PhoneAccount {
    PhoneAccount {
        id: account.id.to_string(),
        issuer: account.issuer.clone(),
        account: account.account.clone(),
    }
}
