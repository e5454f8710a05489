//! While the vault is locked, nothing gives anything away and nothing breaks.

use std::collections::BTreeSet;

use keytick_desktop::settings::Settings;
use serde_json::{Value, json};

use super::bindings::command_names;
use super::shell::{PASSWORD, Shell, typed};

/// The id of no account.
pub const NOBODY: &str = "00000000-0000-4000-8000-000000000001";

/// What each command says while the vault is locked: the id of an error, or nothing where
/// it does its work.
pub fn while_locked() -> Vec<(&'static str, Value, Option<&'static str>)> {
    let id = NOBODY;
    let ids = json!({ "ids": [id] });
    let key = json!({ "typed": typed("A", "b", "JBSWY3DPEHPK3PXP") });
    let fixed = json!({ "id": id, "typed": key["typed"] });
    let changes = json!({
        "issuer": "", "account": "", "tags": [], "note": "", "colour": null, "favourite": false,
    });
    let target = json!({ "format": "uri-list", "accounts": { "kind": "all" }, "lab": false });
    let site = json!({ "site": "strict" });
    let locked = Some("desktop-locked");
    vec![
        ("status", json!({}), None),
        ("password_strength", json!({ "password": "x" }), None),
        ("suggest_password", json!({}), None),
        (
            "create_vault",
            json!({ "password": PASSWORD }),
            Some("vault-exists"),
        ),
        ("new_recovery_key", json!({ "password": PASSWORD }), locked),
        ("confirm_recovery", json!({ "lastFour": "ABCD" }), locked),
        ("save_recovery_key", json!({}), locked),
        ("copy_recovery_key", json!({}), locked),
        ("finish_recovery", json!({}), locked),
        (
            "unlock",
            json!({ "password": "wrong" }),
            Some("vault-wrong-password"),
        ),
        (
            "unlock_with_recovery",
            json!({ "key": "AAAA", "newPassword": PASSWORD }),
            Some("vault-recovery-key-length"),
        ),
        ("lock", json!({}), None),
        ("keys", json!({}), locked),
        (
            "change_password",
            json!({ "password": PASSWORD, "newPassword": PASSWORD, "rekey": true }),
            locked,
        ),
        ("check_recovery_key", json!({ "key": "AAAA" }), locked),
        (
            "set_keychain",
            json!({ "password": PASSWORD, "on": true }),
            locked,
        ),
        (
            "unlock_with_keychain",
            json!({}),
            Some("desktop-no-keychain"),
        ),
        (
            "set_pin",
            json!({ "password": PASSWORD, "pin": "2580" }),
            locked,
        ),
        (
            "unlock_with_pin",
            json!({ "pin": "2580" }),
            Some("desktop-pin-forgotten"),
        ),
        ("settings", json!({}), None),
        (
            "change_settings",
            json!({ "settings": Settings::default() }),
            None,
        ),
        ("export_settings", json!({}), None),
        ("import_settings", json!({}), None),
        ("surroundings", json!({}), None),
        ("clock_error", json!({}), None),
        (
            "open_clock_settings",
            json!({}),
            Some("desktop-no-clock-settings"),
        ),
        ("vault_backups", json!({}), None),
        (
            "restore_backup",
            json!({ "name": "none" }),
            Some("desktop-no-vault-backup"),
        ),
        ("restore_file", json!({}), None),
        ("start_again", json!({}), Some("vault-exists")),
        ("use_older_copy", json!({}), locked),
        ("touch", json!({}), None),
        ("quit", json!({}), None),
        (
            "list",
            json!({ "query": "", "filter": { "kind": "all" } }),
            locked,
        ),
        ("codes", ids.clone(), locked),
        ("copy", json!({ "id": id }), locked),
        ("copy_next", json!({ "id": id }), locked),
        ("clear_clipboard", json!({}), None),
        ("language", json!({}), None),
        ("quick_ready", json!({}), None),
        ("page_ready", json!({}), None),
        ("let_page_go", json!({}), None),
        ("quick_list", json!({ "query": "" }), locked),
        ("quick_copy", json!({ "id": id, "next": false }), locked),
        ("quick_type", json!({ "id": id }), locked),
        ("close_quick", json!({}), None),
        ("show_account", json!({ "id": id }), None),
        ("hide_window", json!({}), None),
        ("after_copy", json!({ "opposite": false }), None),
        (
            "set_favourite",
            json!({ "id": id, "favourite": true }),
            locked,
        ),
        ("paste", json!({ "backup": false }), locked),
        ("has_picture", json!({}), locked),
        ("formats", json!({}), None),
        ("pick_files", json!({ "what": "backup" }), locked),
        (
            "open_backup",
            json!({ "backup": 1, "password": "x" }),
            locked,
        ),
        ("pick_key_file", json!({ "backup": 1 }), locked),
        ("discard_backup", json!({ "backup": 1 }), locked),
        ("stop_reading", json!({}), locked),
        ("capture_view", json!({}), None),
        ("capture", json!({}), locked),
        ("open_capture_settings", json!({}), None),
        ("take_links", json!({}), locked),
        (
            "review_picture",
            json!({ "review": 1, "picture": 0 }),
            locked,
        ),
        (
            "read_region",
            json!({ "review": 1, "picture": 0, "part": super::marked::part(super::marked::AROUND) }),
            locked,
        ),
        ("review_codes", json!({ "review": 1, "items": [] }), locked),
        (
            "confirm_review",
            json!({ "review": 1, "choices": [] }),
            locked,
        ),
        ("discard_review", json!({ "review": 1 }), locked),
        ("check_key", key.clone(), locked),
        ("fix_key", fixed, locked),
        ("add_typed", key, locked),
        ("details", json!({ "id": id }), locked),
        (
            "edit_account",
            json!({ "id": id, "changes": changes }),
            locked,
        ),
        (
            "preview_code_settings",
            json!({
                "id": id,
                "settings": { "type": "totp", "algorithm": "SHA1", "digits": 8, "period": 30 },
            }),
            locked,
        ),
        ("place_account", json!({ "id": id, "before": null }), locked),
        (
            "tag_accounts",
            json!({ "ids": [id], "tag": "Work", "on": true }),
            locked,
        ),
        ("remove_accounts", ids.clone(), locked),
        ("undo", json!({ "change": 1 }), locked),
        ("undo_last", json!({}), locked),
        ("save_now", json!({}), locked),
        ("deleted", json!({}), locked),
        ("restore_accounts", ids, locked),
        (
            "reveal_key",
            json!({ "id": id, "password": PASSWORD }),
            locked,
        ),
        ("export_losses", json!({ "target": target }), locked),
        (
            "export_accounts",
            json!({
                "target": target, "password": PASSWORD, "lock": { "kind": "none" },
                "understood": true,
            }),
            locked,
        ),
        (
            "begin_phone",
            json!({ "accounts": { "kind": "all" }, "parts": false, "password": PASSWORD }),
            locked,
        ),
        ("phone_code", json!({ "phone": 1, "index": 0 }), locked),
        ("end_phone", json!({}), locked),
        (
            "check_phone",
            json!({ "id": id, "typed": "123456" }),
            locked,
        ),
        (
            "open_recovery_codes",
            json!({ "id": id, "password": PASSWORD }),
            locked,
        ),
        ("recovery_codes", json!({ "sheet": 1 }), locked),
        (
            "mark_recovery_code",
            json!({ "sheet": 1, "index": 0, "used": true }),
            locked,
        ),
        (
            "copy_recovery_code",
            json!({ "sheet": 1, "index": 0 }),
            locked,
        ),
        (
            "find_recovery_codes",
            json!({ "sheet": 1, "text": "1234-5678" }),
            locked,
        ),
        ("pick_recovery_file", json!({ "sheet": 1 }), locked),
        (
            "set_recovery_codes",
            json!({ "sheet": 1, "codes": [{ "text": "1234-5678", "used": false }] }),
            locked,
        ),
        ("close_recovery_codes", json!({ "sheet": 1 }), locked),
        ("moves", json!({}), locked),
        ("begin_move", json!({ "app": "Authy", "list": "A" }), locked),
        ("extend_move", json!({ "id": id, "list": "A" }), locked),
        (
            "step_move",
            json!({ "id": id, "site": id, "change": { "kind": "remove" } }),
            locked,
        ),
        ("end_move", json!({ "id": id }), locked),
        ("lab_sites", json!({}), locked),
        ("start_site", site.clone(), locked),
        ("stop_site", site.clone(), locked),
        ("open_site", site.clone(), locked),
        ("site_log", site.clone(), locked),
        ("site_state", site.clone(), locked),
        (
            "move_site_clock",
            json!({ "site": "strict", "change": { "kind": "stop" } }),
            locked,
        ),
        (
            "set_site_fault",
            json!({ "site": "strict", "fault": "late", "on": true }),
            locked,
        ),
        (
            "set_site_rules",
            json!({
                "site": "strict", "rules": { "digits": 6, "period": 30, "window": [-1, 1] },
            }),
            locked,
        ),
        ("save_site_log", site.clone(), locked),
        ("clear_site_faults", site.clone(), locked),
        ("reset_site", site.clone(), locked),
        ("add_site_account", site, locked),
    ]
}

#[test]
fn every_command_is_in_the_walk() {
    let walked: BTreeSet<String> = while_locked()
        .into_iter()
        .map(|(command, ..)| command.to_owned())
        .collect();
    assert_eq!(walked, command_names());
}

#[test]
fn locked_gives_a_typed_error() {
    let shell = Shell::open();
    shell.get("lock", json!({}));
    for (command, arguments, error) in while_locked() {
        let id = shell
            .call(command, arguments)
            .err()
            .map(|error| error["id"].clone());
        assert_eq!(id, error.map(Value::from), "{command}");
    }
}

#[test]
fn without_a_vault_there_is_nothing_to_open() {
    let shell = Shell::new();
    assert_eq!(shell.get("status", json!({}))["session"], "noVault");
    assert_eq!(
        shell.refused("unlock", json!({ "password": PASSWORD })),
        "vault-not-found"
    );
    assert_eq!(shell.refused("deleted", json!({})), "desktop-no-vault");
}

#[test]
fn five_wrong_passwords_cost_a_wait() {
    let shell = Shell::open();
    shell.get("lock", json!({}));
    for _ in 0..5 {
        assert_eq!(
            shell.refused("unlock", json!({ "password": "no" })),
            "vault-wrong-password"
        );
    }
    let refused = shell
        .call("unlock", json!({ "password": PASSWORD }))
        .unwrap_err();
    assert_eq!(
        refused,
        json!({ "id": "desktop-wait", "params": { "seconds": "5" } })
    );
    assert!(shell.get("status", json!({}))["waitUntil"].is_u64());
}

#[test]
fn a_damaged_file_is_told_with_the_reason_and_left_alone() {
    let shell = Shell::new();
    let file = shell.file("vault.keytick", b"not a vault");
    let status = shell.get("status", json!({}));
    assert_eq!(status["session"], "damaged");
    assert_eq!(status["reason"]["id"], "vault-not-a-vault");
    shell.refused("unlock", json!({ "password": PASSWORD }));
    assert_eq!(
        shell.refused("create_vault", json!({ "password": PASSWORD })),
        "vault-exists"
    );
    assert_eq!(std::fs::read(file).unwrap(), b"not a vault");
}

#[test]
fn no_error_says_where_the_vault_lies() {
    let shell = Shell::open();
    shell.get("lock", json!({}));
    shell.refused("unlock", json!({ "password": "no" }));
    let folder = shell.folder.path().to_str().unwrap();
    let said = shell.said.lock().unwrap();
    assert!(said.iter().all(|(_, text)| !text.contains(folder)));
}

#[test]
fn an_easy_password_is_refused() {
    let shell = Shell::new();
    let easy = json!({ "password": "password1" });
    assert_eq!(
        shell.refused("create_vault", easy),
        "desktop-password-too-easy"
    );
    assert!(!shell.vault().exists());
}

/// Not in every run, since nothing can be said of a time on a busy machine: the lock of a vault
/// with 1,000 accounts, from the command to its answer.
#[test]
fn how_long_locking_takes() {
    if std::env::var_os("KEYTICK_MEASURE").is_none() {
        eprintln!("not run: KEYTICK_MEASURE is not set");
        return;
    }
    let shell = Shell::open();
    let (mut vault, _) = shell.open_elsewhere();
    let mut accounts = keytick_accounts::Accounts::new();
    let candidates = (0..1_000).map(|number| {
        let uri = format!("otpauth://totp/Site{number}:x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        keytick_otp::KeyUri::parse(&uri).unwrap().into()
    });
    let mut random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
    let mut edit = keytick_accounts::Edit {
        now_ms: 1_790_000_000_000,
        device: [7; 8],
        random: &mut random,
    };
    accounts.add(candidates.collect(), &mut edit).unwrap();
    let stamp = keytick_vault::Stamp {
        now: 1_790_000_000,
        writer: "another 1.0".to_owned(),
        device: [7; 8],
    };
    let saved = vault.update(&stamp, |_| {
        Ok::<_, keytick_vault::Error>(accounts.to_payload())
    });
    saved.unwrap();
    let mut times: Vec<std::time::Duration> = (0..21)
        .map(|_| {
            shell.get("lock", json!({}));
            shell.get("unlock", json!({ "password": PASSWORD }));
            let start = std::time::Instant::now();
            shell.get("lock", json!({}));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    eprintln!(
        "lock with 1,000 accounts: median {:?}, most {:?}",
        times[10], times[20]
    );
}
