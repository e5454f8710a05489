//! Damaged accounts of one copy whose key was entered again in the other.

use std::borrow::Cow;

use crate::account::Account;
use crate::collection::Accounts;
use crate::schema::{DAMAGED_SECRET, Kept, read_damaged};

/// `copy`, its damaged accounts that were repaired in `other` with the key that they got there:
/// from then on they are versions of one account, joined like any other's. The repaired one says
/// what was in the place of its key. Anything else that cannot be read may be another account's,
/// and stays.
pub(super) fn as_in<'a>(copy: &'a Accounts, other: &Accounts) -> Cow<'a, Accounts> {
    let mut fixed = Cow::Borrowed(copy);
    for kept in &copy.unreadable {
        let account = repaired(kept, other);
        if let Some(account) = account.filter(|it| !fixed.all.contains_key(&it.id)) {
            let fixed = fixed.to_mut();
            fixed.unreadable.retain(|it| it != kept);
            fixed.all.insert(account.id, account);
        }
    }
    fixed
}

fn repaired(kept: &Kept, other: &Accounts) -> Option<Account> {
    let damaged = read_damaged(kept)?;
    let there = other.all.get(&damaged.id)?;
    let text = |account: &Account| account.unknown.get(DAMAGED_SECRET).cloned();
    (text(there) == text(&damaged)).then(|| Account {
        key: there.key.clone(),
        ..damaged
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{candidate, with_edit};
    use crate::{Accounts, Id};

    const ID: Id = Id::from_u128(0x4000_8000_0000_0000_0001);

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
    fn another_text_in_place_of_the_key_is_another_key_and_stays() {
        let merged = merge(None, &fixed(9, "b"), &damaged("OTHER!"));
        assert_eq!((merged.live().count(), merged.unreadable()), (1, 1));
    }
}
