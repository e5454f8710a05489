//! What happens without anybody asking: the idle lock, and other programs.

use std::time::Duration;

use keytick_accounts::{Accounts, Candidate, Changes, Edit};
use keytick_otp::KeyUri;
use keytick_vault::Stamp;
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
    let (mut vault, _) = shell.open_elsewhere();
    let newer = br#"{"schema":2}"#;
    vault
        .update(&stamp(), |_| {
            Ok::<_, keytick_vault::Error>(Zeroizing::new(newer.to_vec()))
        })
        .unwrap();
    let failed = shell.event("failed");
    assert_eq!(failed["error"]["id"], "accounts-too-new");
    assert_eq!(failed["ends"], "nothing");
    let more = json!({ "typed": typed("More", "z", "JBSWY3DPEHPK3PXP") });
    for _ in 0..2 {
        assert_eq!(shell.refused("add_typed", more.clone()), "accounts-too-new");
    }
    assert_eq!(shell.names(), ["Here"]);
    let (_, payload) = shell.open_elsewhere();
    assert_eq!(payload.as_slice(), newer);
}

#[test]
fn what_another_program_changes_is_seen_in_names_and_codes() {
    let shell = Shell::open();
    let id = shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    let other = KeyUri::parse("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=8").unwrap();
    let expected = other.key.clone();
    change_elsewhere(&shell, |accounts, edit| {
        let changes = Changes {
            issuer: Some("There".to_owned()),
            key: Some(other.key),
            ..Changes::default()
        };
        let _undo = accounts.edit(id.parse().unwrap(), changes, edit).unwrap();
    });
    shell.event("accounts-changed");
    assert_eq!(shell.names(), ["There"]);
    let code = shell.get("codes", json!({ "ids": [id] }))[0].clone();
    let from = code["validFrom"].as_u64().unwrap();
    assert_eq!(code["code"], json!(*expected.code_at(from).text));
}

#[test]
fn an_edit_here_keeps_what_another_program_edited_meanwhile() {
    let shell = Shell::open();
    let id = shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    change_elsewhere(&shell, |accounts, edit| {
        let changes = Changes {
            note: Some("theirs".to_owned()),
            ..Changes::default()
        };
        let _undo = accounts.edit(id.parse().unwrap(), changes, edit).unwrap();
    });
    let mine = json!({ "id": id, "changes": { "issuer": "Mine" } });
    shell.get("edit_account", mine);
    let details = shell.get("details", json!({ "id": id }));
    assert_eq!(
        (&details["issuer"], &details["note"]),
        (&json!("Mine"), &json!("theirs"))
    );
}

#[test]
fn a_file_that_is_gone_is_told_and_saved_again() {
    let shell = Shell::open();
    shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    std::fs::remove_file(shell.vault()).unwrap();
    let failed = shell.event("failed");
    assert_eq!(failed["error"]["id"], "desktop-file-gone");
    assert_eq!(failed["ends"], "nothing");
    assert_eq!(shell.names(), ["Here"]);
    shell.get("save_now", json!({}));
    assert!(shell.vault().exists());
    shell.event("recovered");
}

#[test]
fn locking_saves_a_file_that_is_gone() {
    let shell = Shell::open();
    shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    std::fs::remove_file(shell.vault()).unwrap();
    shell.get("lock", json!({}));
    assert_eq!(shell.get("status", json!({}))["session"], "locked");
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["Here"]);
}

#[test]
fn a_file_whose_folder_is_gone_is_missing_and_no_first_run() {
    let shell = Shell::open();
    shell.add(typed("Here", "y", "GEZDGNBVGY3TQOJQ"));
    let (folder, away) = (
        shell.folder.path(),
        shell.folder.path().with_extension("away"),
    );
    std::fs::rename(folder, &away).unwrap();
    shell.get("lock", json!({}));
    let status = shell.get("status", json!({}));
    assert_eq!(status["session"], "missing");
    let reason = json!({ "id": "desktop-file-missing", "params": { "path": "vault.keytick" } });
    assert_eq!(status["reason"], reason);
    assert_eq!(shell.refused("deleted", json!({})), "desktop-file-missing");
    assert_eq!(
        shell.refused("create_vault", json!({ "password": PASSWORD })),
        "desktop-file-missing"
    );
    std::fs::rename(&away, folder).unwrap();
    assert_eq!(shell.get("status", json!({}))["session"], "locked");
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["Here"]);
}

/// What the command line does.
fn add_elsewhere(shell: &Shell, uri: &str) {
    change_elsewhere(shell, |accounts, edit| {
        let candidate = Candidate::from(KeyUri::parse(uri).unwrap());
        accounts.add(vec![candidate], edit).unwrap();
    });
}

fn change_elsewhere(shell: &Shell, change: impl FnOnce(&mut Accounts, &mut Edit<'_>)) {
    let (mut vault, payload) = shell.open_elsewhere();
    let mut accounts = Accounts::from_payload(&payload).unwrap();
    let mut random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
    let mut edit = Edit {
        // Later than what the shell did just now.
        now_ms: 32_000_000_000_000,
        device: [7; 8],
        random: &mut random,
    };
    change(&mut accounts, &mut edit);
    vault
        .update(&stamp(), |_| {
            Ok::<_, keytick_vault::Error>(accounts.to_payload())
        })
        .unwrap();
}

fn stamp() -> Stamp {
    Stamp {
        now: 1_790_000_000,
        writer: "another 1.0".to_owned(),
        device: [7; 8],
    }
}
