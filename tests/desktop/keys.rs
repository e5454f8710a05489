//! What opens the vault: another password, the recovery key, the system's keychain.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed};

const NEW: &str = "another-PassWord-77b0c";

/// Every command about what opens the vault, and about settings, of an open vault.
pub fn walk(shell: &Shell, recovery: &str) {
    let settings = shell.get("settings", json!({}));
    shell.get("change_settings", json!({ "settings": settings }));
    for command in [
        "export_settings",
        "import_settings",
        "surroundings",
        "clock_error",
    ] {
        shell.get(command, json!({}));
    }
    shell.get("keys", json!({}));
    shell.get("check_recovery_key", json!({ "key": recovery }));
    let same = json!({ "password": PASSWORD, "newPassword": PASSWORD, "rekey": false });
    shell.get("change_password", same);
    shell.get("set_keychain", json!({ "password": PASSWORD, "on": true }));
    shell.get("lock", json!({}));
    shell.get("unlock_with_keychain", json!({}));
    shell.get("set_pin", json!({ "password": PASSWORD, "pin": "2580" }));
    shell.get("lock", json!({}));
    shell.get("unlock_with_pin", json!({ "pin": "2580" }));
    shell.get("set_pin", json!({ "password": PASSWORD, "pin": null }));
}

fn change(shell: &Shell, rekey: bool) -> Result<Value, Value> {
    let arguments = json!({ "password": PASSWORD, "newPassword": NEW, "rekey": rekey });
    shell.call("change_password", arguments)
}

fn unlocks(shell: &Shell, password: &str) -> bool {
    shell.get("lock", json!({}));
    let opened = shell.call("unlock", json!({ "password": password }));
    opened.is_ok()
}

#[test]
fn a_changed_password_opens_the_vault_and_the_old_one_does_not() {
    let shell = Shell::open();
    shell.add(typed("Kept", "x", "GEZDGNBVGY3TQOJQ"));
    assert_eq!(change(&shell, false), Ok(Value::Null));
    assert!(!unlocks(&shell, PASSWORD));
    assert!(unlocks(&shell, NEW));
    assert_eq!(shell.names(), ["Kept"]);
}

#[test]
fn the_old_password_is_asked_and_the_new_one_must_be_strong() {
    let shell = Shell::open();
    for (old, new, refused) in [
        ("wrong", NEW, "vault-wrong-password"),
        (PASSWORD, "keytick1", "desktop-password-too-easy"),
    ] {
        let arguments = json!({ "password": old, "newPassword": new, "rekey": false });
        assert_eq!(shell.refused("change_password", arguments), refused);
    }
    assert!(unlocks(&shell, PASSWORD));
}

#[test]
fn a_new_key_comes_with_a_new_recovery_key_and_without_the_keychain() {
    let shell = Shell::new();
    let made = shell.get("create_vault", json!({ "password": PASSWORD }));
    shell.get("set_keychain", json!({ "password": PASSWORD, "on": true }));
    let shown = change(&shell, true).unwrap();
    let text = |view: &Value| -> String {
        let groups = view["groups"].as_array().unwrap().iter();
        groups.map(|group| group.as_str().unwrap()).collect()
    };
    for (key, outcome) in [
        (text(&made), Err("vault-wrong-recovery-key".to_owned())),
        (text(&shown), Ok(Value::Null)),
    ] {
        let checked = shell.call("check_recovery_key", json!({ "key": key }));
        let id = |error: Value| error["id"].as_str().unwrap().to_owned();
        assert_eq!(checked.map_err(id), outcome);
    }
    assert_eq!(
        shell.world.keychain.lock().unwrap().as_ref().unwrap().len(),
        0
    );
    assert_eq!(shell.get("keys", json!({}))["keychain"], false);
    assert!(unlocks(&shell, NEW));
}

#[test]
fn checking_the_recovery_key_ends_the_reminder_and_tells_a_slip_from_another_key() {
    let shell = Shell::new();
    let made = shell.get("create_vault", json!({ "password": PASSWORD }));
    assert_eq!(shell.get("keys", json!({}))["recoveryConfirmed"], false);
    let groups = made["groups"].as_array().unwrap();
    let words: Vec<&str> = groups.iter().map(|group| group.as_str().unwrap()).collect();
    let slip = json!({ "key": words[..7].join(" ") });
    assert_eq!(
        shell.refused("check_recovery_key", slip),
        "vault-recovery-key-length"
    );
    let right = json!({ "key": words.join("-").to_lowercase() });
    shell.get("check_recovery_key", right);
    assert_eq!(shell.get("keys", json!({}))["recoveryConfirmed"], true);
}

#[test]
fn the_keychain_opens_the_vault_for_those_who_asked_for_it() {
    let shell = Shell::open();
    shell.add(typed("Kept", "x", "GEZDGNBVGY3TQOJQ"));
    shell.get("lock", json!({}));
    assert_eq!(shell.get("status", json!({}))["keychain"], false);
    assert_eq!(
        shell.refused("unlock_with_keychain", json!({})),
        "desktop-no-keychain"
    );
    assert!(unlocks(&shell, PASSWORD));
    let wrong = json!({ "password": "wrong", "on": true });
    assert_eq!(shell.refused("set_keychain", wrong), "vault-wrong-password");
    shell.get("set_keychain", json!({ "password": PASSWORD, "on": true }));
    shell.get("lock", json!({}));
    assert_eq!(shell.get("status", json!({}))["keychain"], true);
    shell.get("unlock_with_keychain", json!({}));
    assert_eq!(shell.names(), ["Kept"]);

    shell.get("set_keychain", json!({ "password": PASSWORD, "on": false }));
    shell.get("lock", json!({}));
    assert_eq!(shell.get("status", json!({}))["keychain"], false);
    assert_eq!(
        shell.world.keychain.lock().unwrap().as_ref().unwrap().len(),
        0
    );
}

#[cfg(unix)]
#[test]
fn a_keychain_that_is_on_still_opens_a_vault_that_could_not_be_saved() {
    use std::os::unix::fs::PermissionsExt;

    let shell = Shell::open();
    let on = || json!({ "password": PASSWORD, "on": true });
    let mode = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(shell.vault(), mode).unwrap();
    };
    shell.get("set_keychain", on());
    mode(0o400);
    assert_eq!(shell.refused("set_keychain", on()), "vault-read-only");
    mode(0o600);
    shell.get("lock", json!({}));
    shell.get("unlock_with_keychain", json!({}));
}

#[test]
fn without_a_keychain_nothing_is_turned_on() {
    let shell = Shell::open();
    *shell.world.keychain.lock().unwrap() = None;
    let on = json!({ "password": PASSWORD, "on": true });
    assert_eq!(shell.refused("set_keychain", on), "desktop-no-keychain");
    assert_eq!(shell.get("keys", json!({}))["keychain"], false);
}
