//! The list: search, filter and what stands beside it.

use keytick_accounts::{Account, Hit, Order};

use super::{Open, parse_id};
use crate::error::UiError;
use crate::views::{CodeType, Deleted, Details, Filter, ListView, Row, TagView};

impl Open {
    /// What a search and a filter leave; without a search in this order.
    #[must_use]
    pub fn list(&self, query: &str, filter: &Filter, order: Order) -> ListView {
        let hits = match query.trim() {
            "" => self.accounts.list(order, &self.usage),
            query => self.accounts.search(query, &self.usage),
        };
        let rows = hits.into_iter().filter_map(|hit| {
            let account = self.accounts.get(hit.id)?;
            filter
                .lets(account.favourite, &account.tags)
                .then(|| self.row(account, hit))
        });
        ListView {
            total: self.accounts.live().count(),
            favourites: self
                .accounts
                .live()
                .filter(|account| account.favourite)
                .count(),
            deleted: self.accounts.trashed().count(),
            tags: self.tags(),
            damaged: self.damaged(query, filter),
            rows: rows.collect(),
        }
    }

    /// Everything about an account but its key.
    ///
    /// # Errors
    /// `accounts-unknown`.
    pub fn details(&self, id: &str) -> Result<Details, UiError> {
        let account = self.account(id)?;
        Ok(Details {
            id: account.id.to_string(),
            r#type: (&account.key.kind).into(),
            issuer: account.issuer.clone(),
            account: account.account.clone(),
            tags: account.tags.clone(),
            note: account.note.clone(),
            colour: account.colour,
            icon: account.icon.clone(),
            favourite: account.favourite,
            algorithm: account.key.kind.algorithm_name().to_owned(),
            digits: account.key.kind.digits(),
            period: account.key.kind.period(),
            counter: account.key.kind.counter(),
            created: account.created,
        })
    }

    /// What is in the trash, the latest first.
    #[must_use]
    pub fn deleted(&self) -> Vec<Deleted> {
        let mut deleted: Vec<Deleted> = self.accounts.trashed().map(deleted).collect();
        deleted.sort_by_key(|account| std::cmp::Reverse(account.deleted_at));
        deleted
    }

    pub(super) fn account(&self, id: &str) -> Result<&Account, UiError> {
        let id = parse_id(id)?;
        let account = self.accounts.get(id);
        account.ok_or_else(|| keytick_accounts::Error::UnknownAccount(id).into())
    }

    fn tags(&self) -> Vec<TagView> {
        let tags = self.accounts.tags().into_iter();
        tags.map(|tag| TagView {
            colour: tag.colour(),
            name: tag.name,
            count: tag.count,
        })
        .collect()
    }

    pub(super) fn row(&self, account: &Account, hit: Hit) -> Row {
        Row {
            id: account.id.to_string(),
            r#type: (&account.key.kind).into(),
            issuer: account.issuer.clone(),
            account: account.account.clone(),
            tags: account.tags.clone(),
            note: account.note.clone(),
            colour: account.avatar_colour(),
            letter: account.avatar_letter(),
            icon: account.icon.clone(),
            favourite: account.favourite,
            digits: account.key.kind.digits(),
            period: account.key.kind.period(),
            counter: account.key.kind.counter(),
            used: self.usage.count(account.id),
            is_new: self.fresh.contains(&account.id),
            recovery_left: (!account.recovery.is_empty()).then(|| account.recovery.left()),
            issuer_matches: hit.issuer,
            account_matches: hit.account,
        }
    }
}

impl Filter {
    pub(super) fn lets(&self, favourite: bool, tags: &[String]) -> bool {
        match self {
            Self::All => true,
            Self::Favourites => favourite,
            Self::Tag { name } => tags.contains(name),
        }
    }
}

fn deleted(account: &Account) -> Deleted {
    Deleted {
        id: account.id.to_string(),
        issuer: account.issuer.clone(),
        account: account.account.clone(),
        deleted_at: account.deleted_at.unwrap_or_default(),
        letter: account.avatar_letter(),
        colour: account.avatar_colour(),
    }
}

impl From<&keytick_otp::Kind> for CodeType {
    fn from(kind: &keytick_otp::Kind) -> Self {
        match kind.type_name() {
            "hotp" => Self::Hotp,
            "steam" => Self::Steam,
            "motp" => Self::Motp,
            "yandex" => Self::Yandex,
            _ => Self::Totp,
        }
    }
}
