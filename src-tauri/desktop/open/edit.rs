//! Changes to accounts that are there, and taking changes back.

use keytick_accounts as accounts;

use super::code_settings::resettled;
use super::{Open, parse_id, parse_ids};
use crate::error::UiError;
use crate::views::{Changes, Undone, What};

impl Open {
    /// Gives an account the names, tags and so on of `changes`, and the number by which
    /// that is taken back.
    ///
    /// # Errors
    /// `accounts-unknown`, `accounts-too-long`, those of saving, and those of
    /// [`Self::preview_code_settings`].
    pub fn edit(&mut self, id: &str, changes: Changes) -> Result<u64, UiError> {
        let settings = changes.settings.map(TryInto::try_into).transpose()?;
        let wanted = accounts::Changes {
            issuer: changes.issuer,
            account: changes.account,
            tags: changes.tags,
            note: changes.note,
            colour: changes.colour,
            icon: changes.icon,
            favourite: changes.favourite,
            ..accounts::Changes::default()
        };
        self.apply(id, wanted, settings)
    }

    /// Puts an account among the favourites, or takes it out.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn set_favourite(&mut self, id: &str, favourite: bool) -> Result<u64, UiError> {
        let wanted = accounts::Changes {
            favourite: Some(favourite),
            ..accounts::Changes::default()
        };
        self.apply(id, wanted, None)
    }

    fn apply(
        &mut self,
        id: &str,
        changes: accounts::Changes,
        settings: Option<accounts::CodeSettings>,
    ) -> Result<u64, UiError> {
        let id = parse_id(id)?;
        let undo = self.change(|accounts, edit| {
            let changes = accounts::Changes {
                key: settings
                    .map(|new| resettled(accounts, id, new))
                    .transpose()?,
                ..changes.clone()
            };
            Ok(accounts.edit(id, changes, edit)?)
        })?;
        if settings.is_some() {
            // A counter's code on view was made in the other way.
            self.shown.remove(&id);
        }
        Ok(self.remember(What::Edited, 1, vec![undo]))
    }

    /// Puts an account before another one in the person's own order, or at its end.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn place(&mut self, id: &str, before: Option<&str>) -> Result<u64, UiError> {
        let id = parse_id(id)?;
        let before = before.map(parse_id).transpose()?;
        let undo = self.change(|accounts, edit| Ok(accounts.place(id, before, edit)?))?;
        Ok(self.remember(What::Moved, 1, undo))
    }

    /// Gives accounts a tag, or takes it from them.
    ///
    /// # Errors
    /// `accounts-unknown`, `accounts-too-long`, and those of saving; then none has changed.
    pub fn tag(&mut self, ids: &[String], tag: &str, on: bool) -> Result<u64, UiError> {
        let ids = parse_ids(ids)?;
        let undo = self.change(|accounts, edit| {
            let steps = ids.iter().map(|id| accounts.tag(*id, tag, on, edit));
            Ok(steps.collect::<Result<Vec<_>, _>>()?)
        })?;
        Ok(self.remember(What::Tagged, ids.len(), undo))
    }

    /// Moves accounts to the trash.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn remove(&mut self, ids: &[String]) -> Result<u64, UiError> {
        let ids = parse_ids(ids)?;
        let undo = self.change(|accounts, edit| Ok(accounts.trash(&ids, edit)?))?;
        Ok(self.remember(What::Removed, ids.len(), vec![undo]))
    }

    /// Takes accounts out of the trash.
    ///
    /// # Errors
    /// `accounts-unknown`, and those of saving.
    pub fn restore(&mut self, ids: &[String]) -> Result<u64, UiError> {
        let ids = parse_ids(ids)?;
        let undo = self.change(|accounts, edit| Ok(accounts.restore(&ids, edit)?))?;
        Ok(self.remember(What::Restored, ids.len(), vec![undo]))
    }

    /// Takes this change back, if it is the newest of this session that can be.
    ///
    /// # Errors
    /// `desktop-nothing-to-undo`, and those of saving; the change can then be taken back
    /// again.
    pub fn undo(&mut self, change: u64) -> Result<Undone, UiError> {
        let nothing = || UiError::new("desktop-nothing-to-undo");
        if self.past.last().map(|past| past.number) != Some(change) {
            return Err(nothing());
        }
        self.undo_last()?.ok_or_else(nothing)
    }

    /// Takes the newest change of this session back; none if there is none left.
    ///
    /// # Errors
    /// Those of saving; the change can then be taken back again.
    pub fn undo_last(&mut self) -> Result<Option<Undone>, UiError> {
        let Some(past) = self.past.pop() else {
            return Ok(None);
        };
        let steps = past.undo.clone();
        let undone = self.change(|accounts, edit| {
            // The latest step first, as they may be about the same account.
            for step in steps.iter().rev() {
                accounts.undo(step.clone(), edit)?;
            }
            Ok(())
        });
        match undone {
            Ok(()) => {
                if past.what == What::Edited {
                    // A counter's code on view may have been made in the other way.
                    self.shown.clear();
                }
                Ok(Some(Undone {
                    what: past.what,
                    count: past.count,
                }))
            }
            Err(error) => {
                self.past.push(past);
                Err(error)
            }
        }
    }
}
