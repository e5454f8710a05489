//! Accounts that one copy could not read and the other one has repaired.

use std::collections::BTreeMap;

use super::{Entry, Fact, fields};
use crate::account::{Account, Field, Id};
use crate::collection::Accounts;
use crate::schema::{DAMAGED_SECRET, Kept, read_damaged};

/// Takes out what cannot be read and has been repaired, and joins the rest of it with the repaired
/// account, whose key stays. That account says what was in the place of its key; anything else
/// under its id may be another key, and stays.
pub(super) fn join(all: &mut BTreeMap<Id, Account>, unreadable: &mut Vec<Kept>, base: &Accounts) {
    unreadable.retain(|kept| {
        let joined = repaired(kept, all).and_then(|(damaged, fixed)| {
            let key = Fact {
                key: fixed.key.clone(),
                clock: fixed.modified.get(&Field::Key).copied(),
                sent: false,
            };
            let entry = Entry {
                base: base.all.get(&fixed.id),
                versions: vec![fixed, &damaged],
                keys: vec![key],
                ..Entry::default()
            };
            fields::join(fixed.id, &entry, None)
        });
        let stays = joined.is_none();
        all.extend(joined.map(|account| (account.id, account)));
        stays
    });
}

/// A damaged account, and the same one repaired.
fn repaired<'a>(kept: &Kept, all: &'a BTreeMap<Id, Account>) -> Option<(Account, &'a Account)> {
    let damaged = read_damaged(kept)?;
    let fixed = all.get(&damaged.id)?;
    let text = |account: &Account| account.unknown.get(DAMAGED_SECRET).cloned();
    (text(fixed) == text(&damaged)).then_some((damaged, fixed))
}

#[cfg(test)]
mod tests {
    use crate::testing::{candidate, with_edit};
    use crate::{Accounts, Id};

    const ID: Id = Id::from_u128(0x4000_8000_0000_0000_0001);

    /// The account with this in place of its key.
    fn damaged(secret: &str) -> Accounts {
        let payload = format!(
            r#"{{"schema":1,"clock":"5.0.0101010101010101","accounts":[{{"id":"{ID}","type":"totp","secret":"{secret}","algorithm":"SHA1","digits":6,"period":30,"issuer":"Batch","account":"a","note":"mine","created":5}}],"tombstones":{{}}}}"#
        );
        Accounts::from_payload(payload.as_bytes()).unwrap()
    }

    /// The damaged account with the key that follows from `name`.
    fn fixed(now: u64, name: &str) -> Accounts {
        let mut book = damaged("GEZD!");
        let _undo = with_edit(now, |edit| book.fix(ID, candidate("Batch", name), edit)).unwrap();
        book
    }

    #[track_caller]
    fn merge(base: Option<&Accounts>, one: &Accounts, other: &Accounts) -> Accounts {
        let merged = Accounts::merge(base, one, other, "other key").accounts;
        let swapped = Accounts::merge(base, other, one, "other key").accounts;
        assert!(merged.is_same(&swapped));
        let again = Accounts::merge(base, &merged, other, "other key").accounts;
        assert!(merged.is_same(&again));
        merged
    }

    #[test]
    fn an_account_that_was_repaired_on_one_computer_is_so_on_the_other() {
        let (before, after) = (damaged("GEZD!"), fixed(9, "b"));
        for base in [None, Some(&before), Some(&after)] {
            let merged = merge(base, &after, &before);
            assert_eq!((merged.live().count(), merged.unreadable()), (1, 0));
            let account = merged.get(ID).unwrap();
            assert_eq!(account.key, candidate("Batch", "b").key);
            assert_eq!((&*account.account, &*account.note), ("b", "mine"));
        }
    }

    #[test]
    fn two_keys_entered_on_two_computers_both_stay() {
        let (one, other, third) = (fixed(9, "b"), fixed(10, "c"), damaged("GEZD!"));
        for base in [None, Some(&third)] {
            let keys = |book: &Accounts| {
                let keys = book.live().map(|it| it.key.secret.to_base32().to_string());
                let mut keys: Vec<String> = keys.collect();
                keys.sort();
                keys
            };
            let first = merge(base, &merge(base, &one, &other), &third);
            let last = merge(base, &one, &merge(base, &other, &third));
            assert!(first.is_same(&last));
            let both = [fixed(9, "b"), fixed(9, "c")].map(|book| keys(&book).remove(0));
            assert_eq!(keys(&first), both);
            assert_eq!(first.unreadable(), 0);
        }
    }

    #[test]
    fn who_has_the_old_key_still_keeps_it_whichever_copies_meet_first() {
        let whole = damaged("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let (one, other) = (fixed(9, "b"), damaged("GEZD!"));
        let first = merge(None, &merge(None, &one, &other), &whole);
        let last = merge(None, &one, &merge(None, &other, &whole));
        assert!(first.is_same(&last));
        assert_eq!((first.live().count(), first.unreadable()), (2, 0));
    }

    #[test]
    fn another_text_in_place_of_the_key_is_another_key_and_stays() {
        let merged = merge(None, &fixed(9, "b"), &damaged("OTHER!"));
        assert_eq!((merged.live().count(), merged.unreadable()), (1, 1));
    }
}
