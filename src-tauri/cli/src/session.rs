//! An unlocked vault with its accounts: opened, looked up, changed and saved.

use std::path::Path;

use keytick_accounts::{Account, Accounts, Edit, Id, Usage, Used};
use keytick_vault::{Credential, Info, KdfCost, LockedVault, Password, RecoveryKey, Stamp, Vault};

use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::timestamps;

mod copies;

/// The name of the sealed file that remembers which accounts are used.
const USAGE: &str = "usage";

/// An unlocked vault.
pub(crate) struct Session {
    /// Only [`save`] and merging write it.
    vault: Vault,
    pub(crate) accounts: Accounts,
    pub(crate) usage: Usage,
    /// The file is older than one that was seen here: it is read, but not changed.
    older: Option<Older>,
}

/// The generation of the file, and the newest that was seen here.
#[derive(Clone, Copy)]
struct Older {
    found: u64,
    newest: u64,
}

impl Session {
    /// Makes a vault without accounts.
    pub(crate) fn create(path: &Path, password: &Password, cost: KdfCost) -> Result<Self, Error> {
        let accounts = Accounts::new();
        let vault = Vault::create(path, password, cost, &accounts.to_payload(), &stamp()?)?;
        copies::remember(&vault);
        Ok(Self {
            vault,
            accounts,
            usage: Usage::default(),
            older: None,
        })
    }

    /// Opens the vault; asks for the password only where there is a vault to open.
    pub(crate) fn open(context: &Context) -> Result<Self, Error> {
        let locked = LockedVault::open(&context.vault_path()?)?;
        Self::unlock(&locked, Credential::Password(&context.password()?), context)
    }

    /// Opens a vault, with what other copies beside it have.
    pub(crate) fn unlock(
        locked: &LockedVault,
        credential: Credential<'_>,
        context: &Context,
    ) -> Result<Self, Error> {
        let (vault, payload) = locked.unlock(credential)?;
        let accounts = Accounts::from_payload(&payload)?;
        // What was used when is a convenience: without it every account counts as unused.
        let usage = vault.read_sealed(USAGE).ok().flatten();
        let usage = usage.map_or_else(Usage::default, |bytes| Usage::from_bytes(&bytes));
        let mut session = Self {
            vault,
            accounts,
            usage,
            older: None,
        };
        copies::catch_up(&mut session, context);
        Ok(session)
    }

    /// Says how many accounts cannot be read, if there are any: no list has them.
    pub(crate) fn say_unreadable(&self, context: &Context) {
        let count = self.accounts.unreadable();
        if count > 0 {
            context.say("cli-unreadable", &[("count", &count.to_string())]);
        }
    }

    /// Changes the accounts and saves them, as one step: another program's changes since
    /// are there first, and a change that fails leaves the vault as it was.
    pub(crate) fn change<T>(
        &mut self,
        mut change: impl FnMut(&mut Accounts, &mut Edit<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut random = |bytes: &mut [u8]| {
            getrandom::fill(bytes).expect("the operating system gives random bytes");
        };
        let current = &self.accounts;
        let mut outcome = None;
        save(&mut self.vault, self.older, |vault, stamp| {
            vault.update(stamp, |newer| {
                // Every try begins anew.
                let mut accounts = match newer {
                    Some(payload) => Accounts::from_payload(&payload)?,
                    None => current.clone(),
                };
                let mut edit = Edit {
                    now_ms: timestamps::now_ms(),
                    device: stamp.device,
                    random: &mut random,
                };
                accounts.expire(&mut edit);
                let done = change(&mut accounts, &mut edit)?;
                let payload = accounts.to_payload();
                outcome = Some((accounts, done));
                Ok::<_, Error>(payload)
            })
        })?;
        let (accounts, done) = outcome.expect("a saved change has an outcome");
        self.accounts = accounts;
        Ok(done)
    }

    /// Changes what opens the vault.
    pub(crate) fn change_keys<T>(
        &mut self,
        change: impl FnOnce(&mut Vault, &Stamp) -> Result<T, keytick_vault::Error>,
    ) -> Result<T, Error> {
        save(&mut self.vault, self.older, |vault, stamp| {
            Ok(change(vault, stamp)?)
        })
    }

    /// Gives the vault another key. Other copies of it are merged first, or nothing happens:
    /// the new key does not open them.
    pub(crate) fn rekey(
        &mut self,
        password: &Password,
        cost: KdfCost,
        context: &Context,
    ) -> Result<RecoveryKey, Error> {
        copies::merge(self, context)?;
        self.change_keys(|vault, stamp| vault.rekey(password, cost, stamp))
    }

    /// What the file says of itself.
    pub(crate) fn info(&self) -> &Info {
        self.vault.info()
    }

    /// Counts one use of an account. A place where it cannot be kept is no failure.
    pub(crate) fn used(&mut self, id: Id) {
        self.usage.used(id, timestamps::now());
        let _ = self.vault.write_sealed(USAGE, &self.usage.to_bytes());
    }

    /// Takes over how often accounts were used elsewhere. A place where it cannot be kept is
    /// no failure.
    pub(crate) fn take_over_usage(&mut self, used: Vec<(Id, Used)>) {
        if used.is_empty() {
            return;
        }
        for (id, used) in used {
            self.usage.set(id, used);
        }
        let _ = self.vault.write_sealed(USAGE, &self.usage.to_bytes());
    }

    /// The one account that is meant: by its id, or by words that only it matches, or
    /// that are its very names.
    pub(crate) fn find(&self, query: &str) -> Result<&Account, Error> {
        if let Ok(id) = query.parse()
            && let Some(account) = self.live(id)
        {
            return Ok(account);
        }
        let hits = self.accounts.search(query, &self.usage);
        let found: Vec<&Account> = hits.iter().filter_map(|hit| self.live(hit.id)).collect();
        let named: Vec<&Account> = found
            .iter()
            .copied()
            .filter(|account| is_name_of(query, account))
            .collect();
        match (found.as_slice(), named.as_slice()) {
            ([account], _) | (_, [account]) => Ok(account),
            ([], _) => Err(Error::NoMatch(query.to_owned())),
            _ => Err(Error::SeveralMatch {
                query: query.to_owned(),
                candidates: found.iter().map(|account| candidate(account)).collect(),
            }),
        }
    }

    /// The live accounts with these ids.
    pub(crate) fn ids<'a>(&self, ids: impl Iterator<Item = &'a String>) -> Result<Vec<Id>, Error> {
        ids.map(|text| {
            let id = text.parse().ok().filter(|id| self.live(*id).is_some());
            id.ok_or_else(|| Error::UnknownId(text.clone()))
        })
        .collect()
    }

    /// The ids in the trash among these; all of the trash if none is given.
    pub(crate) fn trashed_ids<'a>(
        &self,
        ids: impl Iterator<Item = &'a String>,
    ) -> Result<Vec<Id>, Error> {
        ids.map(|text| {
            let id = text.parse().ok();
            let id = id.filter(|id| self.accounts.trashed().any(|account| account.id == *id));
            id.ok_or_else(|| Error::NotInTrash(text.clone()))
        })
        .collect()
    }

    fn live(&self, id: Id) -> Option<&Account> {
        self.accounts
            .get(id)
            .filter(|account| account.deleted_at.is_none())
    }
}

/// Every change of a vault that was opened goes through here: none is made to an older copy,
/// and what is saved is remembered as the newest that was seen.
fn save<T>(
    vault: &mut Vault,
    older: Option<Older>,
    change: impl FnOnce(&mut Vault, &Stamp) -> Result<T, Error>,
) -> Result<T, Error> {
    if let Some(Older { found, newest }) = older {
        let path = vault.path().to_owned();
        let known = newest;
        return Err(keytick_vault::Error::OlderCopy { path, found, known }.into());
    }
    let saved = change(vault, &stamp()?)?;
    copies::remember(vault);
    copies::tell_backup_failure(vault);
    Ok(saved)
}

/// When, by what and where a vault is written.
pub(crate) fn stamp() -> Result<Stamp, Error> {
    Ok(Stamp {
        now: timestamps::now(),
        writer: concat!("keytick ", env!("CARGO_PKG_VERSION")).to_owned(),
        device: keytick_vault::device_id()?,
    })
}

/// How an account is called in a sentence.
pub(crate) fn name(issuer: &str, account: &str) -> String {
    let name = match (issuer, account) {
        ("", account) => account.to_owned(),
        (issuer, "") => issuer.to_owned(),
        (issuer, account) => format!("{issuer} ({account})"),
    };
    output::plain(&name)
}

fn candidate(account: &Account) -> String {
    format!(
        "  {}  {}",
        account.id,
        name(&account.issuer, &account.account)
    )
}

fn is_name_of(query: &str, account: &Account) -> bool {
    let query = query.to_lowercase();
    let (issuer, name) = (
        account.issuer.to_lowercase(),
        account.account.to_lowercase(),
    );
    query == issuer || query == name || query == format!("{issuer} {name}")
}
