//! What happens without anybody asking: the idle lock, and other programs.

use std::time::Duration;

use keytick_accounts::{Accounts, Candidate, Edit};
use keytick_otp::KeyUri;
use keytick_vault::{Credential, LockedVault, Password, Stamp, Vault};
use serde_json::json;
use zeroize::Zeroizing;

use super::shell::{PASSWORD, Shell, typed};

#[test]
fn an_idle_vault_locks_itself() {
    let shell = Shell::with_idle(Duration::from_millis(300));
    shell.get("create_vault", json!({ "password": PASSWORD }));
    assert_eq!(shell.event("session-changed")["session"], "unlocked");
    assert_eq!(shell.event("session-changed")["session"], "locked");
}

#[test]
fn what_another_program_adds_appears() {
    let shell = Shell::open();
    add_elsewhere(
        &shell,
        "otpauth://totp/Elsewhere:x?secret=JBSWY3DPEHPK3PXP&issuer=Elsewhere",
    );
    shell.event("accounts-changed");
    assert_eq!(shell.names(), ["Elsewhere"]);
}

#[test]
fn a_change_here_keeps_what_another_program_added_meanwhile() {
    let shell = Shell::open();
    add_elsewhere(
        &shell,
        "otpauth://totp/Elsewhere:x?secret=JBSWY3DPEHPK3PXP&issuer=Elsewhere",
    );
    shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    assert_eq!(shell.names(), ["Elsewhere", "Here"]);
}

#[test]
fn a_vault_that_a_newer_program_saved_is_never_saved_over() {
    let shell = Shell::open();
    shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    let (mut vault, _) = open_elsewhere(&shell);
    let newer = br#"{"schema":2}"#;
    vault
        .update(&stamp(), |_| {
            Ok::<_, keytick_vault::Error>(Zeroizing::new(newer.to_vec()))
        })
        .unwrap();
    assert_eq!(shell.event("failed")["id"], "accounts-too-new");
    let more = json!({ "typed": typed("More", "z", "JBSWY3DPEHPK3PXP") });
    for _ in 0..2 {
        assert_eq!(shell.refused("add_typed", more.clone()), "accounts-too-new");
    }
    assert_eq!(shell.names(), ["Here"]);
    let (_, payload) = open_elsewhere(&shell);
    assert_eq!(payload.as_slice(), newer);
}

/// What the command line does.
fn add_elsewhere(shell: &Shell, uri: &str) {
    let (mut vault, payload) = open_elsewhere(shell);
    let mut accounts = Accounts::from_payload(&payload).unwrap();
    let mut random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
    let mut edit = Edit {
        now_ms: 1_790_000_000_000,
        device: [7; 8],
        random: &mut random,
    };
    let candidate = Candidate::from(KeyUri::parse(uri).unwrap());
    accounts.add(vec![candidate], &mut edit).unwrap();
    vault
        .update(&stamp(), |_| {
            Ok::<_, keytick_vault::Error>(accounts.to_payload())
        })
        .unwrap();
}

fn open_elsewhere(shell: &Shell) -> (Vault, Zeroizing<Vec<u8>>) {
    let password = Password::new(Zeroizing::new(PASSWORD.to_owned())).unwrap();
    let locked = LockedVault::open(&shell.vault()).unwrap();
    locked.unlock(Credential::Password(&password)).unwrap()
}

fn stamp() -> Stamp {
    Stamp {
        now: 1_790_000_000,
        writer: "another 1.0".to_owned(),
        device: [7; 8],
    }
}
