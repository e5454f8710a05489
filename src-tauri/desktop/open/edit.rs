//! Changes to accounts that are there, and taking changes back.

use keytick_accounts as accounts;

use super::{Open, parse_id, parse_ids};
use crate::error::UiError;
use crate::views::{Changes, Undone, What};

impl Open {
    /// Gives an account the names, tags and so on of `changes`.
    ///
    /// # Errors
    /// `accounts-unknown`, `accounts-too-long`, and those of saving.
    pub fn edit(&mut self, id: &str, changes: Changes) -> Result<(), UiError> {
        let wanted = accounts::Changes {
            issuer: Some(changes.issuer),
            account: Some(changes.account),
            tags: Some(changes.tags),
            note: Some(changes.note),
            colour: Some(changes.colour),
            favourite: Some(changes.favourite),
            ..accounts::Changes::default()
        };
        self.apply(id, wanted)
    }

    /// Puts an account among the favourites, or takes it out.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn set_favourite(&mut self, id: &str, favourite: bool) -> Result<(), UiError> {
        let wanted = accounts::Changes {
            favourite: Some(favourite),
            ..accounts::Changes::default()
        };
        self.apply(id, wanted)
    }

    fn apply(&mut self, id: &str, changes: accounts::Changes) -> Result<(), UiError> {
        let id = parse_id(id)?;
        let undo = self.change(|accounts, edit| Ok(accounts.edit(id, changes, edit)?))?;
        self.remember(What::Edited, 1, vec![undo]);
        Ok(())
    }

    /// Moves accounts to the trash.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn remove(&mut self, ids: &[String]) -> Result<(), UiError> {
        let ids = parse_ids(ids)?;
        let undo = self.change(|accounts, edit| Ok(accounts.trash(&ids, edit)?))?;
        self.remember(What::Removed, ids.len(), vec![undo]);
        Ok(())
    }

    /// Takes accounts out of the trash.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn restore(&mut self, ids: &[String]) -> Result<(), UiError> {
        let ids = parse_ids(ids)?;
        let undo = self.change(|accounts, edit| Ok(accounts.restore(&ids, edit)?))?;
        self.remember(What::Restored, ids.len(), vec![undo]);
        Ok(())
    }

    /// Takes the last change of this session back; none if there is none left.
    ///
    /// # Errors
    /// Those of saving; the change can then be taken back again.
    pub fn undo(&mut self) -> Result<Option<Undone>, UiError> {
        let Some(past) = self.past.pop() else {
            return Ok(None);
        };
        let steps = past.undo.clone();
        let undone = self.change(|accounts, edit| {
            // The latest step first, as they may be about the same account.
            for step in steps.into_iter().rev() {
                accounts.undo(step, edit)?;
            }
            Ok(())
        });
        match undone {
            Ok(()) => Ok(Some(Undone {
                what: past.what,
                count: past.count,
            })),
            Err(error) => {
                self.past.push(past);
                Err(error)
            }
        }
    }
}
