//! The main job: make a vault, add, see, copy, change, lock, and find everything again.

use std::time::{SystemTime, UNIX_EPOCH};

use keytick_otp::{Kind, OtpKey, Secret};
use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed, typed_counter};

/// The key of RFC 4226 and RFC 6238, `12345678901234567890`.
const RFC_KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

#[test]
fn add_see_remove_undo_lock_and_unlock() {
    let shell = Shell::open();
    let id = shell.add(typed(
        "Bytebase",
        "ada",
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
    ));
    assert_eq!(shell.names(), ["Bytebase"]);

    let code = shell.get("codes", json!({ "ids": [id] }))[0].clone();
    let from = code["validFrom"].as_u64().unwrap();
    assert_eq!(code["code"].as_str().unwrap(), expected(from));
    assert_eq!(code["validTo"].as_u64().unwrap(), from + 30);
    assert!(now().abs_diff(from) <= 31);

    shell.get("remove_accounts", json!({ "ids": [id] }));
    assert_eq!(shell.names(), [""; 0]);
    assert_eq!(shell.get("deleted", json!({}))[0]["issuer"], "Bytebase");
    assert_eq!(
        shell.get("undo_last", json!({})),
        json!({ "what": "removed", "count": 1 })
    );
    assert_eq!(shell.names(), ["Bytebase"]);

    shell.get("lock", json!({}));
    assert_eq!(shell.get("status", json!({}))["session"], "locked");
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.names(), ["Bytebase"]);

    let shell = shell.restart();
    assert_eq!(shell.get("status", json!({}))["session"], "locked");
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(
        shell.get("codes", json!({ "ids": [id] }))[0]["id"]
            .as_str()
            .unwrap(),
        id
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell's codes are those of now"
)]
fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs()
}

/// What the library makes of the same key.
fn expected(at: u64) -> String {
    let (secret, _) = Secret::from_base32(RFC_KEY).unwrap();
    OtpKey {
        secret,
        kind: Kind::default(),
    }
    .code_at(at)
    .text
    .to_string()
}

#[test]
fn a_counter_moves_on_and_is_saved_before_its_code_is_known() {
    let shell = Shell::open();
    let id = shell.add(typed_counter("Batch", RFC_KEY));
    let hidden = shell.get("codes", json!({ "ids": [id] }))[0].clone();
    assert_eq!(
        (&hidden["code"], &hidden["counter"]),
        (&json!(null), &json!(0))
    );
    assert_eq!(
        shell.refused("copy_next", json!({ "id": id })),
        "desktop-nothing-to-copy"
    );

    // RFC 4226, Appendix D.
    let codes = ["755224", "287082", "359152"];
    for (counter, code) in codes.into_iter().enumerate() {
        let copied = shell.get("copy", json!({ "id": id }))["code"].clone();
        assert_eq!(
            (&copied["code"], &copied["counter"]),
            (&json!(code), &json!(counter))
        );
        assert_eq!(shell.on_clipboard().as_deref(), Some(code));
    }
    assert_eq!(
        shell.get("codes", json!({ "ids": [id] }))[0]["code"],
        "359152"
    );
    assert_eq!(
        shell.get("copy_next", json!({ "id": id }))["code"]["code"],
        "359152"
    );

    let shell = shell.restart();
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.get("details", json!({ "id": id }))["counter"], 3);
}

#[test]
fn edits_are_seen_and_taken_back() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    let changes = json!({
        "issuer": "Byte", "account": "ada@example.com", "tags": ["Work"], "note": "desk",
        "colour": 3, "favourite": true,
    });
    shell.get("edit_account", json!({ "id": id, "changes": changes }));
    let details = shell.get("details", json!({ "id": id }));
    for (field, value) in changes.as_object().unwrap() {
        assert_eq!(&details[field], value, "{field}");
    }
    let tag = json!({ "query": "byte", "filter": { "kind": "tag", "name": "Work" } });
    let list = shell.get("list", tag);
    assert_eq!(list["rows"][0]["issuerMatches"], json!([[0, 4]]));
    assert_eq!(
        (&list["favourites"], &list["tags"][0]["count"]),
        (&json!(1), &json!(1))
    );

    assert_eq!(
        shell.get("undo_last", json!({})),
        json!({ "what": "edited", "count": 1 })
    );
    assert_eq!(
        shell.get("details", json!({ "id": id }))["issuer"],
        "Bytebase"
    );
    assert_eq!(
        shell.get("undo_last", json!({})),
        json!({ "what": "added", "count": 1 })
    );
    assert_eq!(shell.get("undo_last", json!({})), json!(null));
    assert_eq!(shell.names(), [""; 0]);
}

#[test]
fn the_recovery_key_is_checked_saved_and_opens_the_vault() {
    let shell = Shell::new();
    let made = shell.get("create_vault", json!({ "password": PASSWORD }));
    let groups: Vec<&str> = made["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group.as_str().unwrap())
        .collect();
    assert_eq!(shell.get("status", json!({}))["recoveryConfirmed"], false);
    assert_eq!(
        shell.get("confirm_recovery", json!({ "lastFour": "????" })),
        false
    );
    let last = groups[7].to_lowercase();
    assert_eq!(
        shell.get("confirm_recovery", json!({ "lastFour": last })),
        true
    );
    assert_eq!(shell.get("status", json!({}))["recoveryConfirmed"], true);

    assert_eq!(shell.get("save_recovery_key", json!({})), false);
    let target = shell.folder.path().join("key.txt");
    *shell.world.target.lock().unwrap() = Some(target.clone());
    assert_eq!(shell.get("save_recovery_key", json!({})), true);
    let saved = std::fs::read_to_string(&target).unwrap();
    assert!(saved.ends_with(&format!("\n\n{}\n", groups.join("-"))));
    only_for_its_owner(&target);

    assert_eq!(shell.get("copy_recovery_key", json!({})), 60);
    shell.get("finish_recovery", json!({}));
    assert_eq!(
        shell.refused("copy_recovery_key", json!({})),
        "desktop-no-recovery-key"
    );

    let shell = shell.restart();
    let other = "another-PassWord-77aa";
    let key = json!({ "key": groups.concat(), "newPassword": other });
    shell.get("unlock_with_recovery", key);
    shell.get("lock", json!({}));
    let old = json!({ "password": PASSWORD });
    assert_eq!(shell.refused("unlock", old), "vault-wrong-password");
    shell.get("unlock", json!({ "password": other }));
    assert_eq!(shell.get("status", json!({}))["recoveryConfirmed"], true);
}

#[cfg(unix)]
fn only_for_its_owner(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[cfg(not(unix))]
fn only_for_its_owner(_: &std::path::Path) {}

#[test]
fn a_reminder_to_save_the_recovery_key_outlives_the_program() {
    let shell = Shell::open().restart();
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.get("status", json!({}))["recoveryConfirmed"], false);
}

#[test]
fn revealing_a_key_asks_for_the_password() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    let wrong = json!({ "id": id, "password": "no" });
    assert_eq!(shell.refused("reveal_key", wrong), "vault-wrong-password");
    let revealed = shell.get("reveal_key", json!({ "id": id, "password": PASSWORD }));
    assert_eq!(revealed["key"], RFC_KEY);
    assert!(revealed["qrSvg"].as_str().unwrap().contains("<svg"));
}

#[test]
fn an_odd_key_is_refused_with_the_character_and_its_place() {
    let shell = Shell::open();
    let refused = shell.call("check_key", json!({ "typed": typed("A", "", "ABCD8FGH") }));
    let params = json!({ "character": "8", "position": "5" });
    assert_eq!(
        refused.unwrap_err(),
        json!({ "id": "otp-secret-character", "params": params })
    );
}

#[test]
fn another_vault_in_its_place_reveals_nothing() {
    let (shell, other) = (Shell::open(), Shell::new());
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    let theirs = "their-PassWord-55bb";
    other.get("create_vault", json!({ "password": theirs }));
    std::fs::copy(other.vault(), shell.vault()).unwrap();
    assert_eq!(
        shell.refused("reveal_key", json!({ "id": id, "password": theirs })),
        "vault-wrong-password"
    );
    assert_eq!(
        shell.refused("new_recovery_key", json!({ "password": theirs })),
        "vault-wrong-password"
    );
    let revealed = shell.get("reveal_key", json!({ "id": id, "password": PASSWORD }));
    assert_eq!(revealed["key"], RFC_KEY);
}

#[test]
fn an_undo_takes_back_what_it_was_offered_for_and_nothing_else() {
    let shell = Shell::open();
    let added = shell.get(
        "add_typed",
        json!({ "typed": typed("Bytebase", "ada", RFC_KEY) }),
    );
    let id = added["ids"][0].clone();
    let favourite = shell.get("set_favourite", json!({ "id": id, "favourite": true }));
    let removed = shell.get("remove_accounts", json!({ "ids": [id] }));
    let nothing = "desktop-nothing-to-undo";
    assert_eq!(
        shell.refused("undo", json!({ "change": favourite })),
        nothing
    );
    assert_eq!(
        shell.get("undo", json!({ "change": removed })),
        json!({ "what": "removed", "count": 1 })
    );
    assert_eq!(shell.refused("undo", json!({ "change": removed })), nothing);
    shell.get("undo", json!({ "change": favourite }));
    shell.get("undo", json!({ "change": added["change"] }));
    assert_eq!(shell.get("undo_last", json!({})), json!(null));
}

#[test]
fn an_edit_changes_what_it_names() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    let edit = |changes: Value| {
        shell.get("edit_account", json!({ "id": id, "changes": changes }));
        let details = shell.get("details", json!({ "id": id }));
        (
            details["issuer"].clone(),
            details["note"].clone(),
            details["colour"].clone(),
        )
    };
    let all = |issuer: &str, note: &str, colour: Value| (json!(issuer), json!(note), colour);
    assert_eq!(edit(json!({ "colour": 3 })), all("Bytebase", "", json!(3)));
    assert_eq!(
        edit(json!({ "note": "desk" })),
        all("Bytebase", "desk", json!(3))
    );
    assert_eq!(
        edit(json!({ "colour": null })),
        all("Bytebase", "desk", json!(null))
    );
    assert_eq!(
        edit(json!({ "issuer": "Byte" })),
        all("Byte", "desk", json!(null))
    );
}

#[test]
fn the_reminder_comes_after_three_days() {
    let shell = Shell::open();
    let reminded = |shell: &Shell| shell.get("status", json!({}))["recoveryReminder"].clone();
    assert_eq!(reminded(&shell), false);
    let unlocked_with = |shell: Shell, since: u64| {
        let (vault, _) = shell.open_elsewhere();
        vault
            .write_sealed("recovery", since.to_string().as_bytes())
            .unwrap();
        let shell = shell.restart();
        shell.get("unlock", json!({ "password": PASSWORD }));
        shell
    };
    let days = 24 * 60 * 60;
    let shell = unlocked_with(shell, now() - 2 * days);
    assert_eq!(reminded(&shell), false);
    let shell = unlocked_with(shell, now() - 3 * days);
    assert_eq!(reminded(&shell), true);
    // "Do this later".
    shell.get("finish_recovery", json!({}));
    assert_eq!(reminded(&shell), false);
    let shell = shell.restart();
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(reminded(&shell), false);
}
