//! Guided moves: a list of sites, kept in the vault until all of them are done.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed};

fn sites(moves: &Value) -> Vec<(String, bool, bool)> {
    let sites = moves[0]["sites"].as_array().unwrap().iter();
    sites
        .map(|site| {
            let name = site["issuer"].as_str().unwrap().to_owned();
            (name, !site["new"].is_null(), site["done"] == true)
        })
        .collect()
}

#[test]
fn a_move_goes_on_after_locking_until_it_is_ended() {
    let shell = Shell::open();
    let list = "- Batch (ada)\n- Mail Desk";
    let begun = shell.get("begin_move", json!({ "app": "Authy", "list": list }));
    let (id, site) = (begun[0]["id"].clone(), begun[0]["sites"][0]["id"].clone());
    let step = |change: Value| {
        shell.get(
            "step_move",
            json!({ "id": id, "site": site, "change": change }),
        )
    };
    let account = shell.add(typed("Batch", "ada", "JBSWY3DPEHPK3PXP"));
    step(json!({ "kind": "new", "account": account }));
    let ticked = step(json!({ "kind": "done", "done": true }));
    let expected = [
        ("Batch".to_owned(), true, true),
        ("Mail Desk".to_owned(), false, false),
    ];
    assert_eq!(sites(&ticked), expected);

    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(sites(&shell.get("moves", json!({}))), expected);
    let more = json!({ "id": id, "list": "Mail Desk\nForum" });
    assert_eq!(sites(&shell.get("extend_move", more)).len(), 3);
    assert_eq!(shell.get("end_move", json!({ "id": id })), json!([]));
    assert_eq!(
        shell.refused("end_move", json!({ "id": id })),
        "accounts-unknown-move"
    );
    assert_eq!(shell.names(), ["Batch"]);
}

#[test]
fn the_old_account_of_a_site_is_known_by_its_name() {
    let shell = Shell::open();
    let old = shell.add(typed("Batch", "ada", "JBSWY3DPEHPK3PXP"));
    let new = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQ"));
    let begun = shell.get("begin_move", json!({ "app": "Duo", "list": "batch" }));
    let (id, site) = (&begun[0]["id"], &begun[0]["sites"][0]["id"]);
    let change = json!({ "kind": "new", "account": new });
    let moved = shell.get(
        "step_move",
        json!({ "id": id, "site": site, "change": change }),
    );
    assert_eq!(moved[0]["sites"][0]["old"], json!(old));
    // An account in the trash makes no codes.
    shell.get("remove_accounts", json!({ "ids": [new] }));
    let moved = shell.get("moves", json!({}));
    assert_eq!(moved[0]["sites"][0]["new"], Value::Null);
}
