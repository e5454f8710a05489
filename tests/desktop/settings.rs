//! What a person sets, and what follows from it.

use keytick_presence::Leaving;
use serde_json::json;

use super::shell::{PASSWORD, Shell};

#[test]
fn settings_are_there_again_after_a_restart() {
    let shell = Shell::open();
    let mut set = shell.get("settings", json!({}));
    assert_eq!(
        set,
        json!({
            "lockAfter": 10, "lockWithScreen": true, "lockOnSleep": true,
            "clearClipboardAfter": 30,
        })
    );
    set["lockAfter"] = json!(null);
    set["clearClipboardAfter"] = json!(10);
    shell.get("change_settings", json!({ "settings": set }));
    let shell = shell.restart();
    assert_eq!(shell.get("settings", json!({})), set);
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
