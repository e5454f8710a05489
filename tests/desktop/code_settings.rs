//! Other code settings for an account that is there: seen before they are saved, saved and taken
//! back.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed, typed_counter};

/// The key of RFC 4226 and RFC 6238, `12345678901234567890`.
const RFC_KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn by_time(digits: u8, period: u32) -> Value {
    json!({ "type": "totp", "algorithm": "SHA1", "digits": digits, "period": period })
}

fn by_counter(digits: u8) -> Value {
    json!({ "type": "hotp", "algorithm": "SHA1", "digits": digits })
}

fn preview(shell: &Shell, id: &str, settings: &Value) -> Result<Value, Value> {
    shell.call(
        "preview_code_settings",
        json!({ "id": id, "settings": settings }),
    )
}

fn settle(shell: &Shell, id: &str, settings: &Value) -> Result<Value, Value> {
    let changes = json!({ "settings": settings });
    shell.call("edit_account", json!({ "id": id, "changes": changes }))
}

/// Type, digits, period and counter.
fn settings(shell: &Shell, id: &str) -> Value {
    let details = shell.get("details", json!({ "id": id }));
    let names = ["type", "digits", "period", "counter"];
    names.map(|name| details[name].clone()).into()
}

#[test]
fn both_codes_are_seen_and_nothing_has_changed() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    let seen = preview(&shell, &id, &by_time(8, 30)).unwrap();
    let (now, then) = (&seen["now"]["code"], &seen["then"]["code"]);
    // The last digits of a longer code are those of the shorter one.
    assert_eq!(then.as_str().unwrap()[2..], *now.as_str().unwrap());
    assert_eq!(seen["now"]["validTo"], seen["then"]["validTo"]);
    assert_eq!(settings(&shell, &id), json!(["totp", 6, 30, null]));
}

#[test]
fn saved_settings_make_the_codes_until_they_are_taken_back() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    settle(&shell, &id, &by_time(8, 60)).unwrap();
    assert_eq!(settings(&shell, &id), json!(["totp", 8, 60, null]));
    let code = shell.get("codes", json!({ "ids": [id] }))[0].clone();
    assert_eq!(code["code"].as_str().unwrap().len(), 8);
    assert_eq!(
        shell.get("undo_last", json!({})),
        json!({ "what": "edited", "count": 1 })
    );
    assert_eq!(settings(&shell, &id), json!(["totp", 6, 30, null]));
}

#[test]
fn a_counter_stays_where_it_is_and_its_old_code_goes() {
    let shell = Shell::open();
    let id = shell.add(typed_counter("Batch", RFC_KEY));
    shell.get("copy", json!({ "id": id }));
    // RFC 4226, Appendix D, count 1: seen, not used.
    let seen = preview(&shell, &id, &by_counter(8)).unwrap();
    assert_eq!(seen["now"]["code"], "287082");
    assert_eq!(seen["then"]["code"], "94287082");
    settle(&shell, &id, &by_counter(8)).unwrap();
    assert_eq!(settings(&shell, &id), json!(["hotp", 8, null, 1]));
    let code = |shell: &Shell| shell.get("codes", json!({ "ids": [id] }))[0]["code"].clone();
    assert_eq!(code(&shell), json!(null));
    let copied = shell.get("copy", json!({ "id": id }));
    assert_eq!(copied["code"]["code"], "94287082");
    shell.get("undo_last", json!({}));
    assert_eq!(code(&shell), json!(null));
    assert_eq!(settings(&shell, &id), json!(["hotp", 6, null, 2]));
}

#[test]
fn what_makes_no_codes_is_refused_by_name() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    for (settings, error) in [
        (by_time(11, 30), "otp-digits"),
        (by_time(6, 0), "otp-period"),
        (by_counter(3), "otp-digits"),
        // It is a key by time: another type is another key.
        (by_counter(6), "desktop-bad-request"),
    ] {
        assert_eq!(preview(&shell, &id, &settings).unwrap_err()["id"], error);
        assert_eq!(settle(&shell, &id, &settings).unwrap_err()["id"], error);
    }
    let mut steam = typed("Steam", "ada", RFC_KEY);
    steam["type"] = "steam".into();
    let id = shell.add(steam);
    let refused = preview(&shell, &id, &by_time(6, 30)).unwrap_err();
    assert_eq!(refused["id"], "desktop-bad-request");
    assert_eq!(
        shell.refused(
            "edit_account",
            json!({ "id": id, "changes": { "settings": by_time(6, 30) } })
        ),
        "desktop-bad-request"
    );
}

#[test]
fn they_are_there_after_the_next_start() {
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", RFC_KEY));
    settle(&shell, &id, &by_time(7, 60)).unwrap();
    let shell = shell.restart();
    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(settings(&shell, &id), json!(["totp", 7, 60, null]));
}
