//! How often and when last each account was used. Losing it loses nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Id;

/// Use counts, kept apart from the accounts so that copying a code is no change to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    accounts: BTreeMap<Id, Used>,
}

/// How often and when last one account was used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// Times.
    pub count: u64,
    /// When last, in Unix seconds; 0 where that is not known.
    pub last: u64,
}

impl Usage {
    /// What [`Usage::to_bytes`] wrote; anything else counts as never used.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self {
            accounts: serde_json::from_slice(bytes).unwrap_or_default(),
        }
    }

    /// JSON: `{"<id>":{"count":3,"last":1732262400}}`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(&self.accounts).unwrap_or_default()
    }

    /// Counts one use at `now`, in Unix seconds. It is later than that of any other account,
    /// within one second and after a clock was set back, too: what was used last is never a guess.
    pub fn used(&mut self, id: Id, now: u64) {
        let others = self.accounts.iter().filter(|(other, _)| **other != id);
        let after = others.map(|(_, used)| used.last.saturating_add(1)).max();
        let used = self.accounts.entry(id).or_default();
        used.count = used.count.saturating_add(1);
        used.last = used.last.max(now).max(after.unwrap_or(0));
    }

    /// Takes over how often an account was used in another program.
    pub fn set(&mut self, id: Id, used: Used) {
        self.accounts.insert(id, used);
    }

    /// How often the account was used.
    #[must_use]
    pub fn count(&self, id: Id) -> u64 {
        self.accounts.get(&id).map_or(0, |used| used.count)
    }

    /// When the account was used last, in Unix seconds.
    #[must_use]
    pub fn last(&self, id: Id) -> Option<u64> {
        let last = self.accounts.get(&id)?.last;
        (last > 0).then_some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_reads_back() {
        let id = Id::from_u128(7);
        let mut usage = Usage::default();
        usage.used(id, 50);
        usage.used(id, 40);
        assert_eq!((usage.count(id), usage.last(id)), (2, Some(50)));
        assert_eq!(Usage::from_bytes(&usage.to_bytes()), usage);
    }

    #[test]
    fn two_accounts_used_within_a_second_are_told_apart() {
        let [first, second] = [Id::from_u128(9), Id::from_u128(8)];
        let mut usage = Usage::default();
        usage.used(first, 50);
        usage.used(second, 50);
        assert!(usage.last(second) > usage.last(first));
        usage.used(first, 50);
        assert!(usage.last(first) > usage.last(second));
    }

    #[test]
    fn takes_over_what_another_program_counted() {
        let id = Id::from_u128(7);
        let mut usage = Usage::default();
        usage.set(id, Used { count: 3, last: 0 });
        assert_eq!((usage.count(id), usage.last(id)), (3, None));
    }

    #[test]
    fn damaged_bytes_count_as_never_used() {
        assert_eq!(Usage::from_bytes(b"{\"x\""), Usage::default());
    }
}
