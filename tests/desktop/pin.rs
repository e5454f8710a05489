//! A PIN in place of the password, until the program ends.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed};

const PIN: &str = "2580";

/// A shell with an account, a PIN, and the vault locked.
fn locked() -> Shell {
    let shell = Shell::open();
    shell.add(typed("Kept", "x", "GEZDGNBVGY3TQOJQ"));
    shell.get("set_pin", json!({ "password": PASSWORD, "pin": PIN }));
    shell.get("lock", json!({}));
    shell
}

fn asks_pin(shell: &Shell) -> Value {
    shell.get("status", json!({}))["pin"].clone()
}

fn try_pin(shell: &Shell, pin: &str) -> String {
    shell.refused("unlock_with_pin", json!({ "pin": pin }))
}

#[test]
fn the_pin_opens_the_vault_for_those_who_asked_for_it() {
    let shell = Shell::open();
    assert_eq!(shell.get("keys", json!({}))["pin"], false);
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), false);
    assert_eq!(try_pin(&shell, PIN), "desktop-pin-forgotten");

    let shell = locked();
    assert_eq!(asks_pin(&shell), true);
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
    assert_eq!(shell.names(), ["Kept"]);
    let keys = shell.get("keys", json!({}));
    assert_eq!(
        (&keys["pin"], asks_pin(&shell)),
        (&json!(true), json!(false))
    );
    // What is changed then is saved.
    shell.add(typed("More", "x", "MFRGGZDFMZTWQ2LK"));
    shell.get("lock", json!({}));
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
    assert_eq!(shell.names(), ["Kept", "More"]);
}

#[test]
fn three_wrong_pins_in_a_row_forget_it_until_the_password_comes() {
    let shell = locked();
    for _ in 0..2 {
        assert_eq!(try_pin(&shell, "2581"), "vault-wrong-pin");
        assert_eq!(try_pin(&shell, "2581"), "vault-wrong-pin");
        shell.get("unlock_with_pin", json!({ "pin": PIN }));
        shell.get("lock", json!({}));
    }
    for refused in [
        "vault-wrong-pin",
        "vault-wrong-pin",
        "desktop-pin-forgotten",
    ] {
        assert_eq!(try_pin(&shell, "2581"), refused);
    }
    assert_eq!(asks_pin(&shell), false);
    assert_eq!(try_pin(&shell, PIN), "desktop-pin-forgotten");
    shell.get("unlock", json!({ "password": PASSWORD }));
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), true);
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
}

#[test]
fn a_program_that_was_just_started_asks_for_the_password() {
    let shell = locked().restart();
    assert_eq!(asks_pin(&shell), false);
    assert_eq!(try_pin(&shell, PIN), "desktop-pin-forgotten");
    shell.get("unlock", json!({ "password": PASSWORD }));
    shell.get("lock", json!({}));
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
}

#[test]
fn a_pin_is_set_after_the_password_and_is_long_enough() {
    let shell = Shell::open();
    for (password, pin, refused) in [
        ("wrong", PIN, "vault-wrong-password"),
        (PASSWORD, "258", "desktop-pin-short"),
        (PASSWORD, "", "desktop-pin-short"),
    ] {
        let arguments = json!({ "password": password, "pin": pin });
        assert_eq!(shell.refused("set_pin", arguments), refused);
    }
    assert_eq!(shell.get("keys", json!({}))["pin"], false);
}

#[test]
fn without_it_the_password_is_asked_again() {
    let shell = locked();
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
    shell.get("set_pin", json!({ "password": PASSWORD, "pin": null }));
    assert_eq!(shell.get("keys", json!({}))["pin"], false);
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), false);
    shell.get("unlock", json!({ "password": PASSWORD }));
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), false);
}

/// The file that keeps what the PIN gives, for the next start.
fn kept(shell: &Shell) -> std::path::PathBuf {
    let entries = std::fs::read_dir(shell.folder.path()).unwrap().flatten();
    let mut paths = entries.map(|entry| entry.path());
    let is_kept = |path: &std::path::PathBuf| path.to_string_lossy().contains(".pin-");
    paths.find(is_kept).unwrap()
}

#[test]
fn a_pin_that_cannot_be_taken_away_for_good_says_so() {
    let shell = locked();
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
    // No file can be moved to where a folder is.
    let path = kept(&shell);
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir_all(path.join("x")).unwrap();
    let off = json!({ "password": PASSWORD, "pin": null });
    assert_eq!(shell.refused("set_pin", off), "vault-io");
    // Until the program ends it is gone in any case.
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), false);
}

#[test]
fn the_recovery_key_arms_it_again_under_the_new_password() {
    let shell = Shell::new();
    let made = shell.get("create_vault", json!({ "password": PASSWORD }));
    let groups = made["groups"].as_array().unwrap().iter();
    let key: String = groups.map(|group| group.as_str().unwrap()).collect();
    shell.get("set_pin", json!({ "password": PASSWORD, "pin": PIN }));
    shell.get("lock", json!({}));
    let new = json!({ "key": key, "newPassword": "another-PassWord-77b0c" });
    shell.get("unlock_with_recovery", new);
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), true);
    shell.get("unlock_with_pin", json!({ "pin": PIN }));
}

#[test]
fn a_vault_that_was_given_up_takes_it_along() {
    let shell = locked();
    shell.file("vault.keytick", b"rotten");
    shell.get("start_again", json!({}));
    shell.get("create_vault", json!({ "password": PASSWORD }));
    shell.get("lock", json!({}));
    assert_eq!(asks_pin(&shell), false);
}

#[test]
fn it_stays_when_the_password_or_the_key_is_changed_here_and_not_when_elsewhere() {
    let new = "another-PassWord-77b0c";
    for rekey in [false, true] {
        let shell = locked();
        shell.get("unlock_with_pin", json!({ "pin": PIN }));
        let change = json!({ "password": PASSWORD, "newPassword": new, "rekey": rekey });
        shell.get("change_password", change);
        shell.get("lock", json!({}));
        shell.get("unlock_with_pin", json!({ "pin": PIN }));
    }

    let shell = locked();
    let (mut vault, _) = shell.open_elsewhere();
    let stamp = keytick_vault::Stamp {
        now: 0,
        writer: "another 1.0".to_owned(),
        device: [7; 8],
    };
    let new = keytick_vault::Password::new(zeroize::Zeroizing::new(new.to_owned())).unwrap();
    let cost = keytick_vault::KdfCost::cheap();
    vault.set_password(&new, cost, &stamp).unwrap();
    assert_eq!(try_pin(&shell, PIN), "desktop-pin-forgotten");
}
