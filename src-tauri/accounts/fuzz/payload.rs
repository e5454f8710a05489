//! What the fuzz target and the replay of its corpus call.

use keytick_accounts::{Accounts, Usage, read_list};

/// Reads any bytes as a payload, as the counts beside it and as a list of sites; a payload
/// that is read is written so that it reads the same, and nothing in it is dropped.
pub fn read(bytes: &[u8]) {
    let _ = Usage::from_bytes(&Usage::from_bytes(bytes).to_bytes());
    let _ = read_list(&String::from_utf8_lossy(bytes));
    let Ok(accounts) = Accounts::from_payload(bytes) else {
        return;
    };
    let written = accounts.to_payload();
    let again = Accounts::from_payload(&written).expect("what is written is read");
    assert_eq!(accounts.live().count(), again.live().count());
    assert_eq!(accounts.trashed().count(), again.trashed().count());
    assert_eq!(accounts.unreadable(), again.unreadable());
    assert!(
        *written == *again.to_payload(),
        "written differently the second time"
    );
}
