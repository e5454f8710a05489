//! The accounts while they are open, and what belongs to the session: all of it is dropped
//! when the vault is locked.

mod backup;
mod close;
mod code_settings;
mod codes;
mod copies;
mod damaged;
mod edit;
mod export;
mod extend;
mod file;
mod keys;
mod lab;
mod list;
mod moves;
mod phone;
mod quick;
mod recovery;
mod recovery_codes;
mod review;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use keytick_accounts::{Accounts, Edit, Id, Undo, Usage};
use keytick_otp::Safe;
use keytick_vault::{RecoveryKey, Stamp, Vault};

use crate::backup::Backup;
use crate::clock::{now, now_ms};
use crate::error::UiError;
use crate::events::Merged;
use crate::numbers;
use crate::safe::SessionSafe;
use crate::views::What;

use file::VaultFile;
pub(crate) use recovery_codes::no_recovery_text;
pub use review::Pending;

/// A vault that is unlocked, and its accounts.
pub struct Open {
    /// The key of all secrets below; forgotten before anything else is dropped.
    safe: Arc<SessionSafe>,
    vault: VaultFile,
    accounts: Accounts,
    device: [u8; 8],
    usage: Usage,
    unsaved_uses: u32,
    /// Changes that can be taken back, the newest last.
    past: Vec<Past>,
    /// Accounts that came in this session and were not used yet.
    fresh: HashSet<Id>,
    /// Counter codes on view.
    shown: HashMap<Id, codes::Shown>,
    /// What was found and waits for a person's word.
    review: Option<Pending>,
    /// The file that waits for its password.
    backup: Option<Backup>,
    /// QR codes that may be asked for one by one.
    phone: Option<phone::Phone>,
    /// The recovery codes that are on view.
    codes_sheet: Option<recovery_codes::Opened>,
    /// The recovery key just made, while it is on view.
    recovery: Option<RecoveryKey>,
    /// Since when the recovery key waits to be checked, in Unix seconds; none: it was.
    unconfirmed_since: Option<u64>,
    /// Copies of the vault that were merged, to be told.
    merged: Vec<Merged>,
}

struct Past {
    number: u64,
    what: What,
    count: usize,
    undo: Vec<Undo>,
}

/// How many changes can be taken back.
const PAST: usize = 20;

/// The name of the sealed file beside the vault that counts copies.
const USAGE: &str = "usage";

/// Copies after which the counts are written. Losing some loses nothing that matters.
const USES_PER_SAVE: u32 = 5;

/// What the vault's file says about who wrote it, and when.
pub(crate) fn stamp(device: [u8; 8]) -> Stamp {
    Stamp {
        now: now(),
        writer: concat!("keytick ", env!("CARGO_PKG_VERSION")).to_owned(),
        device,
    }
}

impl Open {
    /// Takes over a vault that was just unlocked or made. What this computer remembers of
    /// vaults is in the folder `seen`.
    ///
    /// # Errors
    /// Those of a payload that cannot be read.
    pub fn new(
        vault: Vault,
        payload: &[u8],
        device: [u8; 8],
        seen: Option<PathBuf>,
    ) -> Result<Self, UiError> {
        let safe = Arc::new(SessionSafe::new()?);
        let accounts = read(payload, &safe)?;
        // Usage is a convenience: a file that cannot be read starts over.
        let usage = vault.read_sealed(USAGE).ok().flatten().unwrap_or_default();
        let mut open = Self {
            safe,
            accounts,
            device,
            usage: Usage::from_bytes(&usage),
            unsaved_uses: 0,
            past: Vec::new(),
            fresh: HashSet::new(),
            shown: HashMap::new(),
            review: None,
            backup: None,
            phone: None,
            codes_sheet: None,
            recovery: None,
            unconfirmed_since: None,
            merged: Vec::new(),
            vault: VaultFile::new(vault, seen),
        };
        // What goes wrong with a copy is told by the watch, which tries again.
        let _later = open.merge_copies();
        open.vault.compare();
        open.unconfirmed_since = open.read_unconfirmed_since();
        open.empty_old_trash();
        Ok(open)
    }

    /// Reads the file again if another program changed it; tells whether it did.
    ///
    /// # Errors
    /// Those of a file that cannot be read.
    pub fn reload(&mut self) -> Result<bool, UiError> {
        let (accounts, safe) = (&mut self.accounts, &self.safe);
        let taken = self.vault.take_in(|vault| {
            vault.reload(|payload| {
                *accounts = read(&payload, safe)?;
                Ok(())
            })
        })?;
        self.vault.settle(!taken);
        Ok(taken)
    }

    /// Writes the counts of copies, if there are any to write.
    pub fn save_usage(&mut self) {
        if self.unsaved_uses > 0
            && self
                .vault
                .write_sealed(USAGE, &self.usage.to_bytes())
                .is_ok()
        {
            self.unsaved_uses = 0;
        }
    }

    /// Whether enough was copied for [`Self::save_usage`] to be worth its while.
    #[must_use]
    pub fn usage_is_due(&self) -> bool {
        self.unsaved_uses >= USES_PER_SAVE
    }

    /// The device that changes are made on.
    #[must_use]
    pub fn device(&self) -> [u8; 8] {
        self.device
    }

    /// Changes the accounts and saves them, or changes nothing.
    ///
    /// If another program saved meanwhile, the change is made to what it saved; if that happens
    /// while it is saved, it is made anew.
    fn change<T>(
        &mut self,
        mut act: impl FnMut(&mut Accounts, &mut Edit<'_>) -> Result<T, UiError>,
    ) -> Result<T, UiError> {
        loop {
            // A copy that cannot be merged is told by the watch, and is in nobody's way here.
            let merged = self.merge_copies();
            match self.try_change(&mut act) {
                // It came between the two.
                Err(error) if error.id == "vault-forked" && merged.is_ok() => {}
                done => return done,
            }
        }
    }

    fn try_change<T>(
        &mut self,
        act: &mut impl FnMut(&mut Accounts, &mut Edit<'_>) -> Result<T, UiError>,
    ) -> Result<T, UiError> {
        let (current, device) = (&self.accounts, self.device);
        let mut outcome = None;
        self.vault.save(|vault| {
            vault.update(&stamp(device), |newer| {
                let mut accounts = match newer {
                    Some(payload) => Accounts::from_payload(&payload)?,
                    None => current.clone(),
                };
                let done = with_edit(device, |edit| act(&mut accounts, edit))?;
                let payload = accounts.to_payload();
                outcome = Some((accounts, done));
                Ok::<_, UiError>(payload)
            })
        })?;
        let (mut accounts, done) = outcome.ok_or_else(|| UiError::new("desktop-internal"))?;
        accounts.keep_in(&self.safe());
        self.accounts = accounts;
        Ok(done)
    }

    /// Saves the accounts as they are. A file that is gone is made again.
    ///
    /// # Errors
    /// Those of saving.
    pub fn save(&mut self) -> Result<(), UiError> {
        self.change(|_, _| Ok(()))
    }

    fn safe(&self) -> Arc<dyn Safe> {
        self.safe.clone()
    }

    /// Keeps what it takes to take a change back; gives the change's number.
    fn remember(&mut self, what: What, count: usize, undo: Vec<Undo>) -> u64 {
        let number = numbers::next();
        self.past.push(Past {
            number,
            what,
            count,
            undo,
        });
        if self.past.len() > PAST {
            self.past.remove(0);
        }
        number
    }

    /// What has been in the trash for thirty days goes. If that cannot be saved, it goes
    /// another day.
    fn empty_old_trash(&mut self) {
        let mut looked_at = self.accounts.clone();
        if with_edit(self.device, |edit| Ok(looked_at.expire(edit))) == Ok(true) {
            let _another_day = self.change(|accounts, edit| Ok(accounts.expire(edit)));
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.safe.forget();
    }
}

/// The accounts of a payload, with their secrets in the safe.
fn read(payload: &[u8], safe: &Arc<SessionSafe>) -> Result<Accounts, UiError> {
    let mut accounts = Accounts::from_payload(payload)?;
    let safe: Arc<dyn Safe> = safe.clone();
    accounts.keep_in(&safe);
    Ok(accounts)
}

/// Brings along what a change needs from outside.
fn with_edit<T>(
    device: [u8; 8],
    act: impl FnOnce(&mut Edit<'_>) -> Result<T, UiError>,
) -> Result<T, UiError> {
    let mut no_random = false;
    let mut random = |bytes: &mut [u8]| no_random |= getrandom::fill(bytes).is_err();
    let done = act(&mut Edit {
        now_ms: now_ms(),
        device,
        random: &mut random,
    });
    if no_random {
        Err(UiError::new("desktop-no-random"))
    } else {
        done
    }
}

/// The id that a page sent.
fn parse_id(id: &str) -> Result<Id, UiError> {
    Id::parse_str(id).map_err(|_| UiError::new("desktop-bad-request"))
}

fn parse_ids(ids: &[String]) -> Result<Vec<Id>, UiError> {
    ids.iter().map(|id| parse_id(id)).collect()
}
