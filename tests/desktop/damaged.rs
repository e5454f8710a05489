//! Accounts whose key cannot be read: listed by name, and repaired with the key typed again.

use keytick_vault::Stamp;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::shell::{PASSWORD, Shell, typed};

const ID: &str = "00000000-0000-4000-8000-0000000000aa";
/// The key of RFC 6238, `12345678901234567890`.
const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// Puts an account in the vault with this text where its key should be.
fn damage(shell: &Shell, text: &str) {
    let entry = json!({
        "id": ID, "type": "totp", "secret": text, "algorithm": "SHA256", "digits": 8,
        "period": 60, "issuer": "Old Forum", "account": "home", "note": "mine",
        "tags": ["Home"], "created": 5,
    });
    let (mut vault, payload) = shell.open_elsewhere();
    let mut payload: Value = serde_json::from_slice(&payload).unwrap();
    payload["accounts"].as_array_mut().unwrap().push(entry);
    let stamp = Stamp {
        now: 1_790_000_000,
        writer: "another 1.0".to_owned(),
        device: [7; 8],
    };
    let payload = Zeroizing::new(payload.to_string().into_bytes());
    let saved = vault.update(&stamp, |_| Ok::<_, keytick_vault::Error>(payload.clone()));
    saved.unwrap();
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
}

fn listed(shell: &Shell, query: &str, filter: &Value) -> Value {
    shell.get("list", json!({ "query": query, "filter": filter }))["damaged"].clone()
}

fn fix(shell: &Shell, key: &str) -> Result<Value, Value> {
    let typed = typed("Old Forum", "home", key);
    shell.call("fix_key", json!({ "id": ID, "typed": typed }))
}

/// Every command about damaged accounts, for one with this text where its key should be.
pub fn walk(shell: &Shell, text: &str, key: &str) {
    damage(shell, text);
    listed(shell, "", &json!({ "kind": "all" }));
    shell.get("quick_list", json!({ "query": "" }));
    fix(shell, text).unwrap_err();
    fix(shell, key).unwrap();
    shell.get("details", json!({ "id": ID }));
    listed(shell, "", &json!({ "kind": "all" }));
}

#[test]
fn a_damaged_account_is_listed_with_all_but_its_key() {
    let shell = Shell::open();
    damage(&shell, "GEZD!");
    let all = json!({ "kind": "all" });
    assert_eq!(
        listed(&shell, "", &all),
        json!([{
            "id": ID, "issuer": "Old Forum", "account": "home", "colour": 3, "letter": "O",
            "icon": null, "type": "totp", "algorithm": "SHA256", "digits": 8, "period": 60,
            "counter": null,
        }])
    );
    for (query, filter, count) in [
        ("old", all.clone(), 1),
        ("new", all, 0),
        ("", json!({ "kind": "tag", "name": "Home" }), 1),
        ("", json!({ "kind": "favourites" }), 0),
    ] {
        let found = listed(&shell, query, &filter);
        assert_eq!(found.as_array().unwrap().len(), count, "{query} {filter}");
    }
}

#[test]
fn the_key_typed_again_repairs_it_in_place_until_that_is_taken_back() {
    let shell = Shell::open();
    damage(&shell, "GEZD!");
    let all = json!({ "kind": "all" });
    fix(&shell, KEY).unwrap();
    assert_eq!(listed(&shell, "", &all), json!([]));
    assert_eq!(shell.names(), ["Old Forum"]);
    let details = shell.get("details", json!({ "id": ID }));
    assert_eq!(
        [&details["note"], &details["tags"], &details["digits"]],
        [&json!("mine"), &json!(["Home"]), &json!(6)]
    );
    let revealed = shell.get("reveal_key", json!({ "id": ID, "password": PASSWORD }));
    assert_eq!(revealed["key"].as_str().unwrap().replace(' ', ""), KEY);

    let undone = shell.get("undo_last", json!({}));
    assert_eq!(undone, json!({ "what": "edited", "count": 1 }));
    assert_eq!(shell.names(), Vec::<String>::new());
    assert_eq!(listed(&shell, "", &all)[0]["id"], ID);
}

#[test]
fn a_key_that_is_none_and_an_account_that_is_whole_change_nothing() {
    let shell = Shell::open();
    damage(&shell, "GEZD!");
    assert_eq!(
        fix(&shell, "1189").unwrap_err()["id"],
        "otp-secret-character"
    );
    fix(&shell, KEY).unwrap();
    assert_eq!(fix(&shell, KEY).unwrap_err()["id"], "accounts-unknown");
}
