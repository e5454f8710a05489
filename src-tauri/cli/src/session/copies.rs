//! Other copies of the vault: what a sync program left beside it is merged when it is opened,
//! and an older copy in its place is noticed.

use keytick_accounts::{Accounts, Joining};
use keytick_texts::{english, text};
use keytick_vault::{Join, MergedCopy, Seen, Vault, state_folder};

use super::{Older, Session, stamp};
use crate::context::Context;
use crate::error::Error;
use crate::output;

/// Merges what lies beside the vault, and looks whether it is the newest that was seen here.
/// Nothing of this keeps anybody from their codes: what goes wrong is told.
pub(super) fn catch_up(session: &mut Session, context: &Context) {
    if let Err(error) = merge(session, context) {
        context.say("cli-merge-failed", &[("reason", &error.sentence())]);
    }
    let Some(folder) = state_folder() else {
        return;
    };
    match session.vault.seen(&folder) {
        Seen::Newest => {}
        Seen::Restored { found, newest } => {
            let (found, newest) = (found.to_string(), newest.to_string());
            context.say(
                "cli-restored-copy",
                &[("found", &found), ("newest", &newest)],
            );
        }
        Seen::Forked => context.say("cli-forked-copy", &[]),
        Seen::Older { found, newest } => {
            let (found_text, newest_text) = (found.to_string(), newest.to_string());
            let args = [
                ("found", found_text.as_str()),
                ("newest", newest_text.as_str()),
            ];
            context.say("cli-older-copy", &args);
            session.older = Some(Older { found, newest });
            return;
        }
    }
    remember(&session.vault);
}

/// Remembers this generation as the newest. A computer that cannot is none the worse for it.
pub(super) fn remember(vault: &Vault) {
    if let Some(folder) = state_folder() {
        let _not_now = vault.remember(&folder);
    }
}

/// Tells where the last save made no backup of what was there before.
pub(super) fn tell_backup_failure(vault: &Vault) {
    if let Some(failure) = vault.backup_failure() {
        let params = failure.params();
        let params: Vec<(&str, &str)> = params.iter().map(|(name, it)| (*name, &**it)).collect();
        output::tell(&output::sentence(failure.id(), &params));
        if let Some(hint) = output::hint(failure.id(), &params) {
            output::tell(&hint);
        }
    }
}

/// Merges other copies of the vault, if there are any.
pub(super) fn merge(session: &mut Session, context: &Context) -> Result<(), Error> {
    if !session.vault.has_copies() {
        return Ok(());
    }
    let ours = session.accounts.to_payload();
    let mut joining = Joining::new(english::text("accounts-second-key", &[]));
    let merged = session.vault.merge(&stamp()?, &ours, |it: Join<'_>| {
        Ok::<_, Error>(joining.join(it.base, it.ours, it.theirs)?)
    })?;
    if let Some(payload) = merged.payload {
        session.accounts = Accounts::from_payload(&payload)?;
    }
    if !merged.copies.is_empty() {
        let names: Vec<String> = merged.copies.iter().map(name).collect();
        context.say("cli-merged", &[("copies", &names.join(", "))]);
    }
    for left in &merged.left {
        context.say(left.reason.id(), &[("copy", &output::plain(&left.name))]);
    }
    if joining.second_keys() > 0 {
        let count = joining.second_keys().to_string();
        context.say("cli-second-keys", &[("count", &count)]);
    }
    Ok(())
}

fn name(copy: &MergedCopy) -> String {
    match &copy.name {
        Some(name) => output::plain(name),
        None => text("cli-merged-in-place", &[]),
    }
}
