//! What the fuzz target and the replay of its corpus call.

use keytick_accounts::{Account, Accounts};

/// Merges two payloads, which are divided by the first NUL: the same whichever is first, and
/// every secret of both is in it.
pub fn both(bytes: &[u8]) {
    let end = bytes
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(bytes.len());
    let (one, other) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let (Ok(one), Ok(other)) = (Accounts::from_payload(one), Accounts::from_payload(other)) else {
        return;
    };
    let merged = Accounts::merge(None, &one, &other, "other key").accounts;
    let back = Accounts::merge(None, &other, &one, "other key").accounts;
    assert!(
        *merged.to_payload() == *back.to_payload(),
        "the order counts"
    );
    let twice = Accounts::merge(None, &merged, &other, "other key").accounts;
    assert!(
        *merged.to_payload() == *twice.to_payload(),
        "again is another"
    );
    for account in all(&one).chain(all(&other)) {
        let kept = all(&merged).any(|kept| kept.key.secret == account.key.secret);
        assert!(kept, "a secret is lost");
    }
}

fn all(accounts: &Accounts) -> impl Iterator<Item = &Account> {
    accounts.live().chain(accounts.trashed())
}
