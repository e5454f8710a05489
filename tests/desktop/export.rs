//! Files for other apps: what they cannot hold is said, and what was written is read back.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed, typed_counter};

fn target(format: &str, accounts: Value) -> Value {
    json!({ "format": format, "accounts": accounts, "lab": false })
}

fn all() -> Value {
    json!({ "kind": "all" })
}

/// Two accounts by the clock and one by a counter.
fn three() -> (Shell, String) {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    shell.add(typed("Mail", "ada", "JBSWY3DPEHPK3PXP"));
    shell.add(typed_counter("Counter", "GEZDGNBVGY3TQOJQ"));
    let changes = json!({ "tags": ["Work", "Home"], "note": "n" });
    shell.get("edit_account", json!({ "id": id, "changes": changes }));
    (shell, id)
}

/// Exports under the vault's own password, or in the clear.
fn export(shell: &Shell, format: &str, accounts: Value, lock: &str) -> Result<Value, Value> {
    *shell.world.target.lock().unwrap() = Some(shell.folder.path().join("export"));
    shell.call(
        "export_accounts",
        json!({
            "target": target(format, accounts), "password": PASSWORD,
            "lock": { "kind": lock }, "understood": lock == "none",
        }),
    )
}

#[test]
fn every_format_that_is_written_is_read_back() {
    let (shell, _) = three();
    let formats = shell.get("formats", json!({}));
    let mut tried = 0;
    for format in formats.as_array().unwrap() {
        let Some(writes) = format["writes"].as_object() else {
            continue;
        };
        let id = format["id"].as_str().unwrap();
        if writes["kind"] == "codes" {
            std::fs::create_dir_all(shell.folder.path().join("export")).ok();
            continue;
        }
        for (lock, can) in [("own", &writes["locked"]), ("none", &writes["plain"])] {
            if *can == true {
                let losses = shell.get("export_losses", json!({ "target": target(id, all()) }));
                std::fs::remove_dir(shell.folder.path().join("export")).ok();
                let saved = export(&shell, id, all(), lock);
                let saved = saved.unwrap_or_else(|error| panic!("{id} {lock}: {error}"));
                assert_eq!(saved["accounts"], losses["accounts"], "{id} {lock}");
                tried += 1;
            }
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn what_a_format_cannot_hold_is_said_by_name_before_anything_is_written() {
    let (shell, _) = three();
    let losses =
        |format: &str| shell.get("export_losses", json!({ "target": target(format, all()) }));
    let own = losses("keytick");
    assert_eq!((&own["accounts"], &own["fields"]), (&json!(3), &json!([])));
    let list = losses("uri-list");
    assert_eq!(list["accounts"], 3);
    let fields = list["fields"].as_array().unwrap();
    assert!(
        fields
            .iter()
            .all(|field| field["names"] == json!(["Batch"])),
        "{fields:?}"
    );
    let proton = losses("proton-authenticator");
    assert_eq!(proton["accounts"], 2);
    assert_eq!(proton["leftOut"][0]["issuer"], "Counter");
    assert_eq!(proton["leftOut"][0]["reason"]["id"], "formats-loss-type");
    assert_eq!(
        shell.refused("export_losses", json!({ "target": target("raivo", all()) })),
        "desktop-unknown-format"
    );
}

#[test]
fn only_the_accounts_that_were_chosen_leave() {
    let (shell, id) = three();
    let chosen = json!({ "kind": "chosen", "ids": [id] });
    assert_eq!(
        export(&shell, "uri-list", chosen, "none").unwrap()["accounts"],
        1
    );
    let written = std::fs::read_to_string(shell.folder.path().join("export")).unwrap();
    assert!(written.contains("Batch") && !written.contains("Mail"));
    let tagged = json!({ "kind": "tag", "name": "Work" });
    assert_eq!(
        export(&shell, "aegis", tagged, "own").unwrap()["accounts"],
        1
    );
    let none = export(&shell, "uri-list", json!({ "kind": "favourites" }), "none");
    assert_eq!(none.unwrap_err()["id"], "desktop-nothing-to-export");
}

#[test]
fn nothing_is_written_without_the_password_or_in_the_clear_by_mistake() {
    let (shell, _) = three();
    let place = shell.folder.path().join("export");
    *shell.world.target.lock().unwrap() = Some(place.clone());
    let refused = |password: &str, lock: Value, understood: bool| {
        shell.refused(
            "export_accounts",
            json!({
                "target": target("aegis", all()), "password": password, "lock": lock,
                "understood": understood,
            }),
        )
    };
    let plain = json!({ "kind": "none" });
    assert_eq!(refused("no", plain.clone(), true), "vault-wrong-password");
    assert_eq!(
        refused(PASSWORD, plain, false),
        "desktop-plain-not-understood"
    );
    let easy = json!({ "kind": "other", "password": "1234" });
    assert_eq!(refused(PASSWORD, easy, false), "desktop-password-too-easy");
    assert!(!place.exists());
}

#[test]
fn a_place_that_cannot_be_written_is_said_and_a_changed_mind_is_no_error() {
    let (shell, _) = three();
    *shell.world.target.lock().unwrap() = None;
    let asked = json!({
        "target": target("aegis", all()), "password": PASSWORD, "lock": { "kind": "own" },
        "understood": false,
    });
    assert_eq!(shell.get("export_accounts", asked.clone()), Value::Null);
    *shell.world.target.lock().unwrap() = Some(shell.folder.path().join("no/such/folder/x"));
    assert_eq!(
        shell.refused("export_accounts", asked),
        "desktop-cannot-save"
    );
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let (shell, _) = three();
    export(&shell, "uri-list", all(), "none").unwrap();
    let mode = std::fs::metadata(shell.folder.path().join("export"))
        .unwrap()
        .permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);
}
