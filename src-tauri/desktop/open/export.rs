//! Which accounts leave, and what is lost on the way.

use keytick_accounts::{Account, Origin};
use keytick_formats::{Loss, Writer};

use super::{Open, parse_ids};
use crate::error::UiError;
use crate::views::{FieldLoss, LeftOut, Losses, Selection};

impl Open {
    /// What the format cannot hold of these accounts, said before anything is written.
    ///
    /// # Errors
    /// `desktop-bad-request`.
    pub fn losses(
        &self,
        selection: &Selection,
        lab: bool,
        writer: &Writer,
    ) -> Result<Losses, UiError> {
        let (chosen, left) = self.with_or_without_lab(selection, lab)?;
        let mut losses = Losses {
            accounts: 0,
            lab: left,
            left_out: Vec::new(),
            fields: Vec::new(),
        };
        for account in chosen {
            let lost = writer.holds.losses(account);
            match lost.iter().find_map(reason) {
                Some(reason) => losses.left_out.push(left_out(account, reason)),
                None => losses.accounts += 1,
            }
            let fields = lost.iter().filter_map(|loss| match loss {
                Loss::Field(field) => Some(field.loss_id()),
                Loss::Account(..) => None,
            });
            fields.for_each(|field| add_field(&mut losses.fields, field, account));
        }
        Ok(losses)
    }

    /// Copies of the accounts that are meant and that the format can hold.
    ///
    /// # Errors
    /// `desktop-bad-request`.
    pub fn chosen(
        &self,
        selection: &Selection,
        lab: bool,
        writer: &Writer,
    ) -> Result<Vec<Account>, UiError> {
        let (chosen, _) = self.with_or_without_lab(selection, lab)?;
        let fits = |account: &&Account| reason_of(writer, account).is_none();
        // They are written while the vault may be locked: their secrets come out of the safe.
        let mut copies: Vec<Account> = chosen.into_iter().filter(fits).cloned().collect();
        for copy in &mut copies {
            copy.take_out();
        }
        Ok(copies)
    }

    /// The accounts that are meant, as they are listed, and how many of practice sites stay
    /// out. Those that were chosen one by one are meant, whatever they are.
    pub(super) fn with_or_without_lab(
        &self,
        selection: &Selection,
        lab: bool,
    ) -> Result<(Vec<&Account>, usize), UiError> {
        let ids = match selection {
            Selection::Chosen { ids } => Some(parse_ids(ids)?),
            _ => None,
        };
        let hits = self.accounts.search("", &self.usage).into_iter();
        let (out, chosen): (Vec<&Account>, Vec<&Account>) = hits
            .filter_map(|hit| self.accounts.get(hit.id))
            .filter(|account| match selection {
                Selection::All => true,
                Selection::Favourites => account.favourite,
                Selection::Tag { name } => account.tags.contains(name),
                Selection::Chosen { .. } => {
                    ids.as_ref().is_some_and(|ids| ids.contains(&account.id))
                }
            })
            .partition(|account| !lab && ids.is_none() && account.origin == Origin::Lab);
        Ok((chosen, out.len()))
    }
}

pub(super) fn left_out(account: &Account, reason: UiError) -> LeftOut {
    LeftOut {
        issuer: account.issuer.clone(),
        account: account.account.clone(),
        reason,
    }
}

/// Why the format cannot hold the account at all.
pub(super) fn reason_of(writer: &Writer, account: &Account) -> Option<UiError> {
    let lost = writer.holds.losses(account);
    lost.iter().find_map(reason)
}

fn reason(loss: &Loss) -> Option<UiError> {
    match loss {
        Loss::Account(id, params) => Some(UiError::of(id, params.clone())),
        Loss::Field(_) => None,
    }
}

fn add_field(fields: &mut Vec<FieldLoss>, field: &str, account: &Account) {
    let name = match account.issuer.as_str() {
        "" => account.account.clone(),
        issuer => issuer.to_owned(),
    };
    match fields.iter_mut().find(|known| known.field == field) {
        Some(known) => known.names.push(name),
        None => fields.push(FieldLoss {
            field: field.to_owned(),
            names: vec![name],
        }),
    }
}
