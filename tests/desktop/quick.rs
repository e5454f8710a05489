//! Quick search and the main window's coming and going, as far as commands decide it.

use keytick_desktop::error::UiError;
use serde_json::{Value, json};
use tauri::async_runtime::block_on;

use super::shell::{Between, PASSWORD, Shell, typed, typed_counter};

const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const OTHER: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

fn found(shell: &Shell, query: &str) -> Vec<String> {
    let view = shell.get("quick_list", json!({ "query": query }));
    let rows = view["rows"].as_array().unwrap().iter();
    rows.map(|row| row["issuer"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn offers_what_was_used_lately_and_finds_the_rest() {
    let shell = Shell::open();
    shell.add(typed("Bytebase", "ada", KEY));
    let batch = shell.add(typed("Zulip", "ada", OTHER));
    assert_eq!(found(&shell, ""), ["Bytebase", "Zulip"]);
    shell.get("quick_copy", json!({ "id": batch, "next": false }));
    assert_eq!(found(&shell, ""), ["Zulip", "Bytebase"]);
    assert_eq!(found(&shell, "by"), ["Bytebase"]);
    assert_eq!(found(&shell, "nothing"), [""; 0]);
    let view = shell.get("quick_list", json!({ "query": "" }));
    assert_eq!([&view["used"], &view["total"]], [&json!(1), &json!(2)]);
    assert_eq!(view["codes"][0]["id"], json!(batch));
}

#[test]
fn copies_first_and_hides_then() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    shell.get("quick_copy", json!({ "id": id, "next": false }));
    assert_eq!(shell.on_clipboard().map(|code| code.len()), Some(6));
    assert_eq!(shell.world.moved(), ["quick search gives back"]);
}

#[test]
fn stays_where_copying_fails() {
    let shell = Shell::open();
    let id = shell.add(typed_counter("Batch", KEY));
    *shell.world.has_clipboard.lock().unwrap() = false;
    let refused = shell.refused("quick_copy", json!({ "id": id, "next": false }));
    assert_eq!(refused, "desktop-no-clipboard");
    assert_eq!(shell.world.moved(), [""; 0]);
}

fn allow_typing(shell: &Shell) {
    let mut set = shell.get("settings", json!({}));
    set["typeCodes"] = Value::Bool(true);
    shell.get("change_settings", json!({ "settings": set }));
}

#[test]
fn types_a_code_where_that_is_set_and_leaves_the_clipboard_alone() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    let typing = |refused: Option<&str>| {
        let arguments = json!({ "id": id });
        match refused {
            Some(why) => assert_eq!(shell.refused("quick_type", arguments), why),
            None => assert_eq!(shell.get("quick_type", arguments), Value::Null),
        }
        std::mem::take(&mut *shell.world.typed.lock().unwrap())
    };
    assert_eq!(typing(Some("desktop-bad-request")), [""; 0]);
    allow_typing(&shell);
    let codes = typing(None);
    let lengths: Vec<usize> = codes.iter().map(String::len).collect();
    assert_eq!(lengths, [6]);
    assert_eq!(shell.on_clipboard(), None);
    assert_eq!(shell.get("quick_list", json!({ "query": "" }))["used"], 1);
}

#[test]
fn no_counter_moves_on_for_a_window_that_takes_no_code() {
    let shell = Shell::open();
    let id = shell.add(typed_counter("Batch", KEY));
    allow_typing(&shell);
    let held = UiError::new("desktop-typing-held");
    *shell.world.not_typed.lock().unwrap() = Some(held);
    let refused = shell.refused("quick_type", json!({ "id": id }));
    assert_eq!(refused, "desktop-typing-held");
    *shell.world.not_typed.lock().unwrap() = None;
    shell.get("quick_type", json!({ "id": id }));
    // RFC 4226, appendix D: the code of the counter 0.
    assert_eq!(*shell.world.typed.lock().unwrap(), ["755224"]);
}

#[test]
fn what_was_not_typed_is_not_counted() {
    let shell = Shell::open();
    let id = shell.add(typed_counter("Batch", KEY));
    allow_typing(&shell);
    *shell.world.between.lock().unwrap() = Between::OtherWindow;
    shell.get("quick_type", json!({ "id": id }));
    let view = shell.get("quick_list", json!({ "query": "" }));
    assert_eq!(view["used"], 0);
    // The counter has moved on all the same: its code was made, and is on view.
    assert_eq!(view["codes"][0]["code"], "755224");
    *shell.world.between.lock().unwrap() = Between::Nothing;
    shell.get("quick_type", json!({ "id": id }));
    assert_eq!(*shell.world.typed.lock().unwrap(), ["287082"]);
    assert_eq!(shell.get("quick_list", json!({ "query": "" }))["used"], 1);
}

#[test]
fn nothing_is_typed_once_the_vault_is_locked() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    allow_typing(&shell);
    *shell.world.between.lock().unwrap() = Between::Lock;
    shell.get("quick_type", json!({ "id": id }));
    assert_eq!(*shell.world.typed.lock().unwrap(), [""; 0]);
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.get("quick_list", json!({ "query": "" }))["used"], 0);
}

#[test]
fn every_window_hears_that_a_code_is_on_the_clipboard() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    shell.get("quick_copy", json!({ "id": id, "next": false }));
    assert_eq!(shell.event("clipboard-filled"), json!({ "seconds": 30 }));
}

#[test]
fn an_account_is_handed_over_to_the_main_window() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    shell.get("show_account", json!({ "id": id }));
    let moved = ["quick search hides", "window comes"];
    assert_eq!(shell.world.moved(), moved);
    assert_eq!(shell.event("show-account"), json!({ "id": id }));
    shell.get("show_account", json!({ "id": null }));
    assert_eq!(shell.world.moved(), moved);
}

#[test]
fn the_main_window_goes_after_a_copy_as_it_is_set() {
    let shell = Shell::open();
    let after = |opposite: bool| {
        shell.get("after_copy", json!({ "opposite": opposite }));
        shell.world.moved().len()
    };
    assert_eq!((after(false), after(true)), (1, 0));
    let mut set = shell.get("settings", json!({}));
    set["hideAfterCopy"] = Value::Bool(false);
    shell.get("change_settings", json!({ "settings": set }));
    assert_eq!((after(false), after(true)), (0, 1));
    shell.get("hide_window", json!({}));
    assert_eq!(shell.world.moved(), ["window goes"]);
}

#[test]
fn the_last_account_is_copied_again() {
    let shell = Shell::open();
    shell.add(typed("Bytebase", "ada", KEY));
    let id = shell.add(typed("Zulip", "ada", OTHER));
    let copied = || {
        let copied = block_on(shell.state().copy_last());
        copied
            .map(|copied| copied.code.id)
            .map_err(|error| error.id)
    };
    let nothing = || Err("desktop-nothing-to-copy".into());
    assert_eq!(copied(), nothing());
    shell.get("copy", json!({ "id": id }));
    assert_eq!(copied(), Ok(id));
    // No counter moves on unseen.
    let counter = shell.add(typed_counter("Batch", KEY));
    shell.get("copy", json!({ "id": counter }));
    shell.get("clear_clipboard", json!({}));
    assert_eq!(copied(), nothing());
    assert_eq!(shell.on_clipboard(), None);
    shell.get("lock", json!({}));
    assert_eq!(copied(), Err("desktop-locked".into()));
    shell.get("unlock", json!({ "password": PASSWORD }));
    // What was counted is there again.
    assert_eq!(found(&shell, ""), ["Batch", "Zulip", "Bytebase"]);
}

/// The codes of RFC 4226, appendix D, for the counters 0 and 1.
#[test]
fn a_code_is_that_of_the_time_it_was_asked_for() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    let state = shell.state();
    let codes = state.work_open(move |open| {
        let codes = [open.take_code(&id, 29)?, open.take_next_code(&id, 29)?];
        Ok(codes.map(|code| code.text.to_string()))
    });
    assert_eq!(block_on(codes).unwrap(), ["755224", "287082"]);
}
