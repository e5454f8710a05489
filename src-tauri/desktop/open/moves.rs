//! Guided moves: the lists of sites, and where each of them stands.

use keytick_accounts::{Move, Site, SiteStep, read_list};

use super::{Open, parse_id};
use crate::error::UiError;
use crate::views::{MoveView, SiteChange, SiteView};

impl Open {
    /// The moves that are not done with.
    #[must_use]
    pub fn moves(&self) -> Vec<MoveView> {
        self.accounts
            .moves()
            .iter()
            .map(|it| self.view(it))
            .collect()
    }

    /// Begins a move away from `app`, with the sites of a typed or pasted list.
    ///
    /// # Errors
    /// `accounts-too-many-sites`, `accounts-too-long`, and those of saving.
    pub fn begin_move(&mut self, app: &str, list: &str) -> Result<Vec<MoveView>, UiError> {
        self.change(|accounts, edit| Ok(accounts.begin_move(app, read_list(list), edit)?))?;
        Ok(self.moves())
    }

    /// Adds the sites of a list to a move.
    ///
    /// # Errors
    /// `accounts-unknown-move`, `accounts-too-many-sites`, and those of saving.
    pub fn extend_move(&mut self, id: &str, list: &str) -> Result<Vec<MoveView>, UiError> {
        let id = parse_id(id)?;
        self.change(|accounts, edit| Ok(accounts.extend_move(id, read_list(list), edit)?))?;
        Ok(self.moves())
    }

    /// Changes one site of a move.
    ///
    /// # Errors
    /// `accounts-unknown-move`, and those of saving.
    pub fn step_move(
        &mut self,
        id: &str,
        site: &str,
        change: SiteChange,
    ) -> Result<Vec<MoveView>, UiError> {
        let (id, site) = (parse_id(id)?, parse_id(site)?);
        let step = match change {
            SiteChange::New { account } => SiteStep::New(Some(parse_id(&account)?)),
            SiteChange::Done { done } => SiteStep::Done(done),
            SiteChange::Remove => SiteStep::Remove,
        };
        self.change(|accounts, edit| Ok(accounts.step_move(id, site, step, edit)?))?;
        Ok(self.moves())
    }

    /// Forgets a move with its list. The accounts stay.
    ///
    /// # Errors
    /// `accounts-unknown-move`, and those of saving.
    pub fn end_move(&mut self, id: &str) -> Result<Vec<MoveView>, UiError> {
        let id = parse_id(id)?;
        self.change(|accounts, edit| Ok(accounts.end_move(id, edit)?))?;
        Ok(self.moves())
    }

    fn view(&self, it: &Move) -> MoveView {
        MoveView {
            id: it.id.to_string(),
            app: it.app.clone(),
            sites: it.sites.iter().map(|site| self.site_view(site)).collect(),
        }
    }

    fn site_view(&self, site: &Site) -> SiteView {
        // An account that went to the trash since makes no codes any more.
        let live = |id| self.accounts.live().find(|account| account.id == id);
        let new = site.new.and_then(live);
        let old = self.accounts.live().find(|account| {
            Some(account.id) != site.new
                && account.issuer.eq_ignore_ascii_case(&site.issuer)
                && (site.account.is_empty() || account.account == site.account)
        });
        SiteView {
            id: site.id.to_string(),
            issuer: site.issuer.clone(),
            account: site.account.clone(),
            new: new.map(|account| account.id.to_string()),
            old: old.map(|account| account.id.to_string()),
            done: site.done.is_some(),
        }
    }
}
