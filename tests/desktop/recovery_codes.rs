//! A site's recovery codes, from the file that it hands out to the clipboard.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed};

const FILE: &[u8] = b"Bytebase recovery codes\r\n1. 1a2b3-c4d5e\r\n2. f6a7b-8c9d0\r\n";

fn open(shell: &Shell, id: &str) -> Value {
    let asked = json!({ "id": id, "password": PASSWORD });
    shell.get("open_recovery_codes", asked)
}

/// How many codes the list says are left.
fn left(shell: &Shell) -> Value {
    let list = json!({ "query": "", "filter": { "kind": "all" } });
    shell.get("list", list)["rows"][0]["recoveryLeft"].clone()
}

#[test]
fn codes_go_from_the_file_into_the_vault_and_one_to_the_clipboard() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let wrong = json!({ "id": id, "password": "wrong" });
    assert_eq!(
        shell.refused("open_recovery_codes", wrong),
        "vault-wrong-password"
    );
    let sheet = open(&shell, &id)["sheet"].clone();
    *shell.world.picks.lock().unwrap() = Some(vec![shell.file("codes.txt", FILE)]);
    let text = shell.get("pick_recovery_file", json!({ "sheet": sheet }));
    let found = shell.get(
        "find_recovery_codes",
        json!({ "sheet": sheet, "text": text }),
    );
    assert_eq!(found["leftOut"], json!(["Bytebase recovery codes"]));
    let codes: Vec<Value> = found["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| json!({ "text": code["text"], "used": code["used"] }))
        .collect();
    assert_eq!(left(&shell), Value::Null);
    let kept = json!({ "sheet": sheet, "codes": codes });
    shell.get("set_recovery_codes", kept);
    assert_eq!(left(&shell), 2);

    shell.get("recovery_codes", json!({ "sheet": sheet }));
    let second = json!({ "sheet": sheet, "index": 1 });
    let copied = shell.get("copy_recovery_code", second);
    assert_eq!(shell.on_clipboard().as_deref(), Some("f6a7b-8c9d0"));
    assert_eq!(left(&shell), 1);
    let undone = shell.get("undo", json!({ "change": copied["change"] }));
    assert_eq!(undone, json!({ "what": "recoveryCodes", "count": 1 }));
    assert_eq!(left(&shell), 2);
    let first = json!({ "sheet": sheet, "index": 0, "used": true });
    shell.get("mark_recovery_code", first);

    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    let again = open(&shell, &id);
    let used: Vec<bool> = again["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| code["used"].is_u64())
        .collect();
    assert_eq!(used, [true, false]);
}

#[test]
fn the_code_that_is_copied_is_the_one_that_is_shown() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let sheet = open(&shell, &id)["sheet"].clone();
    let keep = |codes: &[&str]| {
        let code = |text| json!({ "text": text, "used": false });
        let codes: Vec<Value> = codes.iter().map(code).collect();
        let kept = json!({ "sheet": sheet, "codes": codes });
        shell.get("set_recovery_codes", kept);
    };
    keep(&["1a2b3-c4d5e", "f6a7b-8c9d0"]);
    shell.get("recovery_codes", json!({ "sheet": sheet }));
    // There are others by now, of which the page has not heard; and no file is picked.
    keep(&["1a2b3-c4d5e", "00000-aaaaa", "f6a7b-8c9d0"]);
    *shell.world.picks.lock().unwrap() = None;
    shell.get("pick_recovery_file", json!({ "sheet": sheet }));
    let second = json!({ "sheet": sheet, "index": 1 });
    shell.get("copy_recovery_code", second);
    assert_eq!(shell.on_clipboard().as_deref(), Some("f6a7b-8c9d0"));
}

#[test]
fn a_code_that_the_clipboard_refuses_is_not_ticked_off() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let sheet = open(&shell, &id)["sheet"].clone();
    let codes = json!([{ "text": "1a2b3-c4d5e", "used": false }]);
    let kept = json!({ "sheet": sheet, "codes": codes });
    shell.get("set_recovery_codes", kept);
    shell.get("recovery_codes", json!({ "sheet": sheet }));
    *shell.world.is_busy.lock().unwrap() = true;
    let first = json!({ "sheet": sheet, "index": 0 });
    let refused = shell.refused("copy_recovery_code", first);
    assert_eq!(refused, "desktop-clipboard-busy");
    assert_eq!(left(&shell), 1);
}

#[test]
fn what_came_since_the_sheet_was_shown_stays_when_its_codes_are_replaced() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let sheet = open(&shell, &id)["sheet"].clone();
    let keep = |codes: &[(&str, bool)]| {
        let code = |(text, used): &(&str, bool)| json!({ "text": text, "used": used });
        let codes: Vec<Value> = codes.iter().map(code).collect();
        let kept = json!({ "sheet": sheet, "codes": codes });
        shell.get("set_recovery_codes", kept)
    };
    keep(&[("1a2b3-c4d5e", false), ("f6a7b-8c9d0", false)]);
    shell.get("recovery_codes", json!({ "sheet": sheet }));
    // Of this the page has not heard.
    keep(&[
        ("1a2b3-c4d5e", true),
        ("f6a7b-8c9d0", false),
        ("00000-aaaaa", false),
    ]);
    let change = keep(&[("1a2b3-c4d5e", false), ("bbbbb-22222", false)]);
    let shown = || {
        let view = shell.get("recovery_codes", json!({ "sheet": sheet }));
        let codes = view["codes"].as_array().unwrap().iter();
        let mark = |code: &Value| if code["used"].is_u64() { " ✓" } else { "" };
        let line = |code: &Value| format!("{}{}", code["text"].as_str().unwrap(), mark(code));
        codes.map(line).collect::<Vec<_>>()
    };
    assert_eq!(shown(), ["1a2b3-c4d5e ✓", "bbbbb-22222", "00000-aaaaa"]);
    shell.get("undo", json!({ "change": change }));
    assert_eq!(shown(), ["1a2b3-c4d5e ✓", "f6a7b-8c9d0", "00000-aaaaa"]);

    // All that are shown are deleted, and no other.
    let all = [("1a2b3-c4d5e", true), ("ccccc-33333", false)];
    keep(&all);
    keep(&[]);
    assert_eq!(shown(), ["ccccc-33333"]);
}

#[test]
fn a_text_longer_than_any_sites_is_refused() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let sheet = open(&shell, &id)["sheet"].clone();
    let long = json!({ "sheet": sheet, "text": "a".repeat(64 * 1024 + 1) });
    let refused = shell.refused("find_recovery_codes", long);
    assert_eq!(refused, "desktop-no-recovery-text");
}

#[test]
fn without_the_open_sheet_nothing_is_shown_copied_or_changed() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let sheet = open(&shell, &id)["sheet"].clone();
    let codes = json!([{ "text": "1a2b3-c4d5e", "used": false }]);
    shell.get(
        "set_recovery_codes",
        json!({ "sheet": sheet, "codes": codes }),
    );
    let older = json!({ "sheet": sheet.as_u64().unwrap() - 1 });
    shell.get("close_recovery_codes", older);
    shell.get("recovery_codes", json!({ "sheet": sheet }));
    shell.get("close_recovery_codes", json!({ "sheet": sheet }));
    for (command, arguments) in [
        ("recovery_codes", json!({ "sheet": sheet })),
        ("copy_recovery_code", json!({ "sheet": sheet, "index": 0 })),
        (
            "mark_recovery_code",
            json!({ "sheet": sheet, "index": 0, "used": true }),
        ),
        ("set_recovery_codes", json!({ "sheet": sheet, "codes": [] })),
        ("pick_recovery_file", json!({ "sheet": sheet })),
        (
            "find_recovery_codes",
            json!({ "sheet": sheet, "text": "1" }),
        ),
    ] {
        assert_eq!(
            shell.refused(command, arguments),
            "desktop-no-recovery-codes",
            "{command}"
        );
    }
    assert_eq!(left(&shell), 1);
}

#[test]
fn a_picture_is_no_list_of_codes() {
    let shell = Shell::open();
    let id = shell.add(typed("Batch", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let sheet = open(&shell, &id)["sheet"].clone();
    let picture = shell.file("codes.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    *shell.world.picks.lock().unwrap() = Some(vec![picture]);
    assert_eq!(
        shell.refused("pick_recovery_file", json!({ "sheet": sheet })),
        "desktop-no-recovery-text"
    );
}
