//! Codes on the clipboard: there when asked for, gone when locked, and never in the way.

use keytick_desktop::board::Content;
use serde_json::json;
use zeroize::Zeroizing;

use super::shell::{PASSWORD, Shell, typed, typed_counter};

const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

#[test]
fn a_copied_code_is_gone_when_the_vault_is_locked() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    let copied = shell.get("copy", json!({ "id": id }));
    assert_eq!(copied["seconds"], 30);
    assert_eq!(
        shell.on_clipboard().as_deref(),
        copied["code"]["code"].as_str()
    );
    assert!(shell.get("status", json!({}))["clipboardClearsAt"].is_u64());
    shell.get("lock", json!({}));
    assert_eq!(shell.on_clipboard(), None);
    shell.event("clipboard-cleared");
    assert_eq!(
        shell.get("status", json!({}))["clipboardClearsAt"],
        json!(null)
    );
}

#[test]
fn quitting_takes_the_code_along() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    shell.get("copy", json!({ "id": id }));
    shell.get("quit", json!({}));
    assert_eq!(shell.on_clipboard(), None);
    assert!(*shell.world.exited.lock().unwrap());
}

#[test]
fn what_was_copied_since_is_not_touched() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    shell.get("copy", json!({ "id": id }));
    let other = Content::Text(Zeroizing::new("a shopping list".to_owned()));
    *shell.world.clipboard.lock().unwrap() = Some(other);
    shell.get("clear_clipboard", json!({}));
    assert_eq!(shell.on_clipboard().as_deref(), Some("a shopping list"));
}

#[test]
fn without_a_clipboard_no_counter_moves_on() {
    let shell = Shell::open();
    *shell.world.has_clipboard.lock().unwrap() = false;
    let id = shell.add(typed_counter("Batch", KEY));
    assert_eq!(
        shell.refused("copy", json!({ "id": id })),
        "desktop-no-clipboard"
    );
    assert_eq!(
        shell.refused("paste", json!({ "backup": false })),
        "desktop-no-clipboard"
    );
    assert_eq!(shell.get("details", json!({ "id": id }))["counter"], 0);
    shell.get("lock", json!({}));
}

#[test]
fn copies_are_counted_and_the_count_is_there_tomorrow() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    let all = json!({ "query": "", "filter": { "kind": "all" } });
    assert_eq!(shell.get("list", all.clone())["rows"][0]["isNew"], true);
    shell.get("copy", json!({ "id": id }));
    shell.get("copy_next", json!({ "id": id }));
    assert_eq!(shell.get("list", all.clone())["rows"][0]["isNew"], false);
    let shell = shell.restart();
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.get("list", all)["rows"][0]["used"], 2);
}
