//! What a person sets, and what follows from it.

use keytick_desktop::error::UiError;
use keytick_desktop::settings::Settings;
use keytick_presence::Leaving;
use serde_json::json;

use super::shell::{PASSWORD, Shell, typed};

#[test]
fn settings_are_there_again_after_a_restart() {
    let shell = Shell::open();
    let mut set = shell.get("settings", json!({}));
    let usual = json!({
        "lockAfter": 10, "lockWithScreen": true, "lockOnSleep": true, "lockOnClose": false,
        "hideFromCapture": true, "clearClipboardAfter": 30, "hideAfterCopy": true,
        "lastSeconds": "copy", "typeCodes": false, "theme": "system", "density": "normal", "textSize": 100,
        "hideCodes": false, "readOnMove": false, "grouping": "threes", "countdown": "dial",
        "nextCode": "last", "order": "name", "siteIcons": false, "language": null,
        "quickKeys": "Ctrl Shift D", "copyLastKeys": null, "desktopKeys": false, "keys": {}, "autostart": false,
        "startHidden": true, "closeToTray": true, "keepQuickReady": true,
    });
    assert_eq!(set, usual);
    set["lockAfter"] = json!(null);
    set["theme"] = json!("dark");
    set["keys"] = json!({ "edit": "F4" });
    shell.get("change_settings", json!({ "settings": set }));
    assert_eq!(shell.event("settings-changed"), set);
    let shell = shell.restart();
    assert_eq!(shell.get("settings", json!({})), set);
}

#[test]
fn what_the_system_refuses_is_not_set() {
    let shell = Shell::open();
    let before = shell.get("settings", json!({}));
    let mut set = before.clone();
    set["quickKeys"] = json!("Ctrl Alt K");
    *shell.world.refuses.lock().unwrap() = Some(UiError::new("desktop-keys-taken"));
    let refused = shell.refused("change_settings", json!({ "settings": set }));
    assert_eq!(refused, "desktop-keys-taken");
    assert_eq!(shell.get("settings", json!({})), before);
    // What may have been done until then is set back.
    let applied = shell.world.applied.lock().unwrap();
    let keys = |(before, now): &(Settings, Settings)| {
        [before, now].map(|set| set.quick_keys.clone().unwrap_or_default())
    };
    assert_eq!(
        applied.iter().map(keys).collect::<Vec<_>>(),
        [
            ["Ctrl Shift D", "Ctrl Alt K"],
            ["Ctrl Alt K", "Ctrl Shift D"]
        ]
    );
}

#[test]
fn settings_go_to_another_computer_in_a_file_without_a_secret() {
    let shell = Shell::open();
    shell.add(typed("Bytebase", "ada", "GEZDGNBVGY3TQOJQ"));
    let mut set = shell.get("settings", json!({}));
    set["density"] = json!("roomy");
    shell.get("change_settings", json!({ "settings": set }));
    assert_eq!(shell.get("export_settings", json!({})), json!(false));
    let file = shell.folder.path().join("mine.json");
    *shell.world.target.lock().unwrap() = Some(file.clone());
    assert_eq!(shell.get("export_settings", json!({})), json!(true));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains("Bytebase") && !text.contains("ada"));

    let other = Shell::open();
    assert_eq!(other.get("import_settings", json!({})), json!(null));
    *other.world.picks.lock().unwrap() = Some(vec![file]);
    assert_eq!(other.get("import_settings", json!({})), set);
    assert_eq!(other.get("settings", json!({}))["density"], "normal");
    // An older program knew fewer of them: the others stay as they are.
    other.get("change_settings", json!({ "settings": set }));
    let older = other.folder.path().join("older.json");
    std::fs::write(&older, r#"{"theme":"dark"}"#).unwrap();
    *other.world.picks.lock().unwrap() = Some(vec![older]);
    set["theme"] = json!("dark");
    assert_eq!(other.get("import_settings", json!({})), set);
    let vault = Some(vec![other.vault()]);
    *other.world.picks.lock().unwrap() = vault;
    let refused = other.refused("import_settings", json!({}));
    assert_eq!(refused, "desktop-no-settings");
}

#[test]
fn the_list_is_in_the_order_that_is_set() {
    let shell = Shell::open();
    let ids = ["Ant", "Bee", "Cow"].map(|name| shell.add(typed(name, "x", "GEZDGNBVGY3TQOJQ")));
    shell.get("copy", json!({ "id": ids[1] }));
    let last = json!({ "id": ids[2], "before": ids[0] });
    let placed = shell.get("place_account", last);
    let mut set = shell.get("settings", json!({}));
    for (order, names) in [
        ("name", ["Ant", "Bee", "Cow"]),
        ("most", ["Bee", "Ant", "Cow"]),
        ("lately", ["Bee", "Ant", "Cow"]),
        ("own", ["Cow", "Ant", "Bee"]),
    ] {
        set["order"] = json!(order);
        shell.get("change_settings", json!({ "settings": set }));
        assert_eq!(shell.names(), names, "{order}");
    }
    let undone = shell.get("undo", json!({ "change": placed }));
    assert_eq!(undone, json!({ "what": "moved", "count": 1 }));
    assert_eq!(shell.names(), ["Ant", "Bee", "Cow"]);
}

#[test]
fn many_accounts_get_a_tag_at_once_and_lose_it_at_once() {
    let shell = Shell::open();
    let ids = ["Ant", "Bee"].map(|name| shell.add(typed(name, "x", "GEZDGNBVGY3TQOJQ")));
    let tag = json!({ "ids": ids, "tag": "Work", "on": true });
    let tagged = shell.get("tag_accounts", tag);
    let count = || {
        let list = json!({ "query": "", "filter": { "kind": "tag", "name": "Work" } });
        shell.get("list", list)["rows"].as_array().unwrap().len()
    };
    assert_eq!(count(), 2);
    let undone = shell.get("undo", json!({ "change": tagged }));
    assert_eq!(undone, json!({ "what": "tagged", "count": 2 }));
    assert_eq!(count(), 0);
}

#[test]
fn the_next_code_is_there_from_the_start_where_it_is_set() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", "GEZDGNBVGY3TQOJQ"));
    let mut set = shell.get("settings", json!({}));
    set["nextCode"] = json!("always");
    shell.get("change_settings", json!({ "settings": set }));
    let codes = shell.get("codes", json!({ "ids": [id] }));
    assert_eq!(codes[0]["next"].as_str().map(str::len), Some(6));
}

#[test]
fn what_the_system_knows_of_its_clock_is_told() {
    let shell = Shell::new();
    assert_eq!(shell.get("clock_error", json!({})), json!(null));
    *shell.world.clock_error.lock().unwrap() = Some(42);
    assert_eq!(shell.get("clock_error", json!({})), json!(42));
}

#[test]
fn nonsense_is_refused() {
    let shell = Shell::open();
    let mut set = shell.get("settings", json!({}));
    set["lockAfter"] = json!(0);
    let refused = shell.refused("change_settings", json!({ "settings": set }));
    assert_eq!(refused, "desktop-bad-request");
}

#[test]
fn leaving_locks_where_it_is_set() {
    for (leaving, setting) in [
        (Leaving::ScreenLocked, "lockWithScreen"),
        (Leaving::Sleep, "lockOnSleep"),
    ] {
        let shell = Shell::open();
        let mut set = shell.get("settings", json!({}));
        set[setting] = json!(false);
        shell.get("change_settings", json!({ "settings": set }));
        shell.state().leave(leaving);
        assert_eq!(shell.get("status", json!({}))["session"], "unlocked");

        set[setting] = json!(true);
        shell.get("change_settings", json!({ "settings": set }));
        shell.state().leave(leaving);
        assert_eq!(shell.get("status", json!({}))["session"], "locked");
        shell.get("unlock", json!({ "password": PASSWORD }));
    }
}
