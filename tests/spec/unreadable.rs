//! Accounts in a vault that this version cannot read: damaged, or of a newer one.

use keytick_vault::{Credential, LockedVault, Password, Stamp};
use zeroize::Zeroizing;

use crate::keytick::{PASSWORD, Vault};

#[test]
fn an_account_that_cannot_be_read_is_counted_and_stays() {
    let vault = Vault::with(&["otpauth://totp/Batch:a?secret=GEZDGNBVGY3TQOJQ"]);
    let damaged = r#"{"id":"00000000-0000-4000-8000-000000000001","type":"totp","secret":"1111"}"#;
    let password = Password::new(Zeroizing::new(PASSWORD.to_owned())).unwrap();
    let locked = LockedVault::open(&vault.path()).unwrap();
    let (mut open, payload) = locked.unlock(Credential::Password(&password)).unwrap();
    let payload = String::from_utf8(payload.to_vec()).unwrap();
    let with_damaged = payload.replace("\"accounts\":[", &format!("\"accounts\":[{damaged},"));
    let stamp = Stamp {
        now: 1_790_000_000,
        writer: "test".to_owned(),
        device: [7; 8],
    };
    open.update(&stamp, |_| {
        Ok::<_, keytick_vault::Error>(Zeroizing::new(with_damaged.clone().into_bytes()))
    })
    .unwrap();
    let one = [("count", "1")];
    let unreadable = keytick_texts::text("cli-unreadable", &one);
    let checked = keytick_texts::text("cli-checked", &one);
    let check = vault.keytick(["vault", "check"]).run();
    assert_eq!(check.stderr_text(), format!("{unreadable}\n{checked}\n"));
    assert_eq!(vault.names(), ["Batch/a"]);
    let list = vault.keytick(["list"]).run();
    assert_eq!(list.stderr_text(), format!("{unreadable}\n"));
}
