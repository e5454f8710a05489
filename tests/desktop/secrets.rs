//! No secret crosses to the page but through the commands that are made for it.
//!
//! Secrets that are easy to recognise go in; every command is driven; every answer, error
//! and event is searched for them, whole or in part and in several spellings.

use std::collections::BTreeSet;

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER};
use keytick_capture::Shot;
use keytick_desktop::board::Content;
use serde_json::json;
use zeroize::Zeroizing;

use super::bindings::command_names;
use super::marked;
use super::shell::{PASSWORD, Shell, typed, typed_counter};

/// A secret, and the commands whose answers may hold it.
struct Sentinel {
    name: &'static str,
    spellings: Vec<String>,
    allowed: &'static [&'static str],
}

/// How much of a secret counts as found.
const PART: usize = 10;

impl Sentinel {
    fn key(name: &'static str, bytes: &[u8]) -> Self {
        let spellings = vec![
            BASE32_NOPAD.encode(bytes),
            BASE64_NOPAD.encode(bytes),
            BASE64URL_NOPAD.encode(bytes),
            HEXLOWER.encode(bytes),
            bytes.iter().map(|byte| char::from(*byte)).collect(),
        ];
        Self {
            name,
            spellings,
            allowed: &["reveal_key", "phone_code"],
        }
    }

    fn recovery(name: &'static str, groups: &[String], allowed: &'static [&'static str]) -> Self {
        let spellings = vec![groups.concat(), groups.join("-"), groups.join("\",\"")];
        Self {
            name,
            spellings,
            allowed,
        }
    }

    fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.spellings.iter().any(|spelling| {
            let spelling: Vec<char> = spelling.to_lowercase().chars().collect();
            spelling
                .windows(PART)
                .any(|part| text.contains(&part.iter().collect::<String>()))
        })
    }
}

/// A password for files, strong enough too.
const BACKUP_PASSWORD: &str = "sentinel-BackUp-55e7a";

const TYPED: &[u8] = b"sentinelTypedKey-41x";
const COUNTED: &[u8] = b"sentinelCounter-52y!";
const PICTURED: &[u8] = b"sentinelPicture-63z?";
const PASTED: &[u8] = b"sentinelPastedKey74w";

const FIXED: &[u8] = b"sentinelFixedKey-08v";

/// What stands where an account's key should be.
const DAMAGED: &str = "sentinel19damaged20!";

/// A site's recovery code.
const RECOVERY: &str = "sentinel85site96recovery07";

fn uri(name: &str, key: &[u8]) -> String {
    format!(
        "otpauth://totp/{name}:me?secret={}&issuer={name}",
        BASE32_NOPAD.encode(key)
    )
}

#[test]
fn no_answer_and_no_event_holds_a_secret() {
    let shell = Shell::new();
    let [first, second] = drive_every_command(&shell);

    let sentinels = [
        Sentinel::key("the typed key", TYPED),
        Sentinel::key("the counter's key", COUNTED),
        Sentinel::key("the key in a picture", PICTURED),
        Sentinel::key("the pasted key", PASTED),
        Sentinel {
            name: "the backup's password",
            spellings: vec![BACKUP_PASSWORD.to_owned()],
            allowed: &[],
        },
        Sentinel {
            name: "the password",
            spellings: vec![PASSWORD.to_owned()],
            allowed: &[],
        },
        Sentinel {
            name: "a site's recovery code",
            spellings: vec![RECOVERY.to_owned()],
            allowed: &[
                "open_recovery_codes",
                "recovery_codes",
                "find_recovery_codes",
                "pick_recovery_file",
            ],
        },
        Sentinel::key("the key of a repaired account", FIXED),
        Sentinel {
            name: "what was in place of its key",
            spellings: vec![DAMAGED.to_owned()],
            allowed: &[],
        },
        Sentinel::recovery("the first recovery key", &first, &["create_vault"]),
        Sentinel::recovery("the second recovery key", &second, &["new_recovery_key"]),
    ];
    let said = shell.said.lock().unwrap();
    for sentinel in &sentinels {
        for (source, text) in &*said {
            let allowed = sentinel.allowed.contains(&source.as_str());
            assert!(
                allowed || !sentinel.is_in(text),
                "{source} gives away {}",
                sentinel.name
            );
        }
    }
    // The search can find: where a secret is meant to be, it is.
    for (source, sentinel) in [
        ("reveal_key", &sentinels[0]),
        ("recovery_codes", &sentinels[6]),
        ("create_vault", &sentinels[9]),
        ("new_recovery_key", &sentinels[10]),
    ] {
        assert!(
            said.iter()
                .any(|(from, text)| from == source && sentinel.is_in(text)),
            "{source}"
        );
    }
    let driven: BTreeSet<String> = said.iter().map(|(source, _)| source.clone()).collect();
    assert_eq!(
        command_names().difference(&driven).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

/// Gives the groups of both recovery keys that were made.
fn drive_every_command(shell: &Shell) -> [Vec<String>; 2] {
    let password = json!({ "password": PASSWORD });
    let groups = groups(&shell.get("create_vault", password.clone()));
    before_and_after(shell, &groups);
    let id = add_all(shell);
    use_all(shell, &id);
    shell.get("reveal_key", json!({ "id": id, "password": PASSWORD }));
    shell.refused("reveal_key", json!({ "id": id, "password": "no" }));
    in_quick_search(shell, &id);
    out_and_in_again(shell, &id);
    move_site_by_site(shell, &id);
    keep_recovery_codes(shell, &id);
    super::damaged::walk(shell, DAMAGED, &BASE32_NOPAD.encode(FIXED));
    super::lab::walk(shell);
    let renewed = self::groups(&shell.get("new_recovery_key", password.clone()));
    with_the_key_on_view(shell, &renewed);
    shell.get("lock", json!({}));
    shell.refused(
        "unlock_with_recovery",
        json!({ "key": groups.concat(), "newPassword": PASSWORD }),
    );
    restore_nothing(shell);
    shell.get("unlock", password);
    super::keys::walk(shell, &renewed.concat());
    shell.get("quit", json!({}));
    [groups, renewed]
}

/// What restores a vault, while there is nothing to restore it from.
fn restore_nothing(shell: &Shell) {
    shell.get("vault_backups", json!({}));
    shell.refused("restore_backup", json!({ "name": "none" }));
    *shell.world.picks.lock().unwrap() = None;
    shell.get("restore_file", json!({}));
    shell.refused("start_again", json!({}));
    shell.refused("use_older_copy", json!({}));
}

/// The small window, and what both windows ask of the system.
fn in_quick_search(shell: &Shell, id: &str) {
    for (command, arguments) in [
        ("quick_ready", json!({})),
        ("page_ready", json!({})),
        ("let_page_go", json!({})),
        ("quick_list", json!({ "query": "" })),
        ("quick_copy", json!({ "id": id, "next": false })),
        ("close_quick", json!({})),
        ("show_account", json!({ "id": id })),
        ("hide_window", json!({})),
        ("after_copy", json!({ "opposite": false })),
        ("language", json!({})),
    ] {
        shell.get(command, arguments);
    }
    shell.refused("quick_type", json!({ "id": id }));
    shell.refused("open_clock_settings", json!({}));
}

/// To a file of another app, to a phone, and back in from the file.
fn out_and_in_again(shell: &Shell, id: &str) {
    let file = shell.folder.path().join("aegis.json");
    *shell.world.target.lock().unwrap() = Some(file.clone());
    shell.get("formats", json!({}));
    let target = json!({ "format": "aegis", "accounts": { "kind": "all" }, "lab": false });
    shell.get("export_losses", json!({ "target": target }));
    let lock = json!({ "kind": "other", "password": BACKUP_PASSWORD });
    let export = |password: &str| {
        json!({
            "target": target, "password": password, "lock": lock, "understood": false,
        })
    };
    shell.refused("export_accounts", export("no"));
    shell.get("export_accounts", export(PASSWORD));

    *shell.world.picks.lock().unwrap() = Some(vec![file.clone()]);
    let picked = shell.get("pick_files", json!({ "what": "backup" }));
    let backup = picked["backup"]["id"].clone();
    shell.refused("open_backup", json!({ "backup": backup, "password": "no" }));
    *shell.world.key_file.lock().unwrap() = Some(vec![file.clone()]);
    shell.get("pick_key_file", json!({ "backup": backup }));
    let opened = json!({ "backup": backup, "password": BACKUP_PASSWORD });
    let review = shell.get("open_backup", opened)["id"].clone();
    shell.get("discard_review", json!({ "review": review }));
    shell.drop_files(vec![file]);
    let dropped = shell.event("backup-ready")["id"].clone();
    shell.get("discard_backup", json!({ "backup": dropped }));

    let chosen = json!({ "kind": "chosen", "ids": [id] });
    let begun = json!({ "accounts": chosen, "parts": false, "password": PASSWORD });
    let phone = shell.get("begin_phone", begun)["id"].clone();
    shell.get("phone_code", json!({ "phone": phone, "index": 0 }));
    shell.get("check_phone", json!({ "id": id, "typed": "123456" }));
    shell.get("end_phone", json!({}));
}

/// Into their sheet, out of it, and away; the list has been read with them there.
fn keep_recovery_codes(shell: &Shell, id: &str) {
    let asked = |password: &str| json!({ "id": id, "password": password });
    shell.refused("open_recovery_codes", asked("no"));
    let sheet = shell.get("open_recovery_codes", asked(PASSWORD))["sheet"].clone();
    let text = format!("Keep these\n{RECOVERY}");
    let file = shell.file("codes.txt", text.as_bytes());
    *shell.world.picks.lock().unwrap() = Some(vec![file]);
    shell.get("pick_recovery_file", json!({ "sheet": sheet }));
    let given = json!({ "sheet": sheet, "text": text });
    shell.get("find_recovery_codes", given);
    let codes = json!([{ "text": RECOVERY, "used": false }]);
    let kept = json!({ "sheet": sheet, "codes": codes });
    shell.get("set_recovery_codes", kept);
    shell.get("recovery_codes", json!({ "sheet": sheet }));
    let first = json!({ "sheet": sheet, "index": 0, "used": false });
    shell.get("mark_recovery_code", first);
    let first = json!({ "sheet": sheet, "index": 0 });
    shell.get("copy_recovery_code", first.clone());
    shell.get("list", json!({ "query": "", "filter": { "kind": "all" } }));
    shell.get("details", json!({ "id": id }));
    shell.get("quick_list", json!({ "query": "" }));
    shell.get("close_recovery_codes", json!({ "sheet": sheet }));
    shell.refused("copy_recovery_code", first);
}

fn move_site_by_site(shell: &Shell, id: &str) {
    let begun = json!({ "app": "Authy", "list": "Typed (me)" });
    let moves = shell.get("begin_move", begun);
    let (it, site) = (&moves[0]["id"], &moves[0]["sites"][0]["id"]);
    shell.get("extend_move", json!({ "id": it, "list": "Other" }));
    let change = json!({ "kind": "new", "account": id });
    shell.get(
        "step_move",
        json!({ "id": it, "site": site, "change": change }),
    );
    shell.get("moves", json!({}));
    shell.get("end_move", json!({ "id": it }));
}

fn groups(made: &serde_json::Value) -> Vec<String> {
    serde_json::from_value(made["groups"].clone()).unwrap()
}

fn before_and_after(shell: &Shell, groups: &[String]) {
    shell.get("status", json!({}));
    shell.get("suggest_password", json!({}));
    shell.get("password_strength", json!({ "password": PASSWORD }));
    with_the_key_on_view(shell, groups);
    shell.get("touch", json!({}));
}

fn with_the_key_on_view(shell: &Shell, groups: &[String]) {
    shell.get("confirm_recovery", json!({ "lastFour": groups[7] }));
    *shell.world.target.lock().unwrap() = Some(shell.folder.path().join("key.txt"));
    shell.get("save_recovery_key", json!({}));
    shell.get("copy_recovery_key", json!({}));
    shell.get("finish_recovery", json!({}));
}

/// By hand, from a picture, from the clipboard; gives the id of the typed one.
fn add_all(shell: &Shell) -> String {
    let key = typed("Typed", "me", &BASE32_NOPAD.encode(TYPED));
    shell.get("check_key", json!({ "typed": key }));
    let id = shell.add(key);
    shell.refused(
        "check_key",
        json!({ "typed": typed("Bad", "", &format!("{}!", BASE32_NOPAD.encode(TYPED))) }),
    );
    shell.add(typed_counter("Counter", &BASE32_NOPAD.encode(COUNTED)));

    let pictures = vec![
        shell.picture("one.png", &uri("Pictured", PICTURED)),
        shell.file("broken.png", &shell_picture_cut_short(PICTURED)),
        shell.picture(
            "odd.png",
            &uri("Pictured", PICTURED).replace("totp", "motp"),
        ),
    ];
    *shell.world.picks.lock().unwrap() = Some(pictures.clone());
    let picked = shell.get("pick_files", json!({ "what": "pictures" }));
    let review = picked["review"]["id"].clone();
    shell.get(
        "review_codes",
        json!({ "review": review, "items": [0, 1, 2] }),
    );
    unreadable(&shell.get("review_picture", json!({ "review": review, "picture": 0 })));
    let choice =
        json!({ "item": 0, "issuer": "Pictured", "account": "me", "tags": [], "action": "add" });
    shell.get(
        "confirm_review",
        json!({ "review": review, "choices": [choice] }),
    );
    shell.get("stop_reading", json!({}));
    mark_a_part(shell);
    from_the_screen_and_a_link(shell);
    shell.drop_files(pictures);
    shell.event("review-ready");

    let text = Content::Text(Zeroizing::new(uri("Pasted", PASTED)));
    *shell.world.clipboard.lock().unwrap() = Some(text);
    shell.get("has_picture", json!({}));
    let pasted = shell.get("paste", json!({ "backup": false }));
    let review = pasted["review"]["id"].clone();
    shell.get("discard_review", json!({ "review": review }));
    id
}

/// Of a picture in which the reader sees no code by itself.
fn mark_a_part(shell: &Shell) {
    let uri = uri("Pictured", PICTURED);
    *shell.world.picks.lock().unwrap() = Some(vec![marked::screenshot_file(shell, &uri)]);
    let picked = shell.get("pick_files", json!({ "what": "pictures" }));
    let found = shell.get(
        "read_region",
        marked::region(&picked["review"], marked::AROUND),
    );
    unreadable(&shell.get(
        "review_picture",
        json!({ "review": found["id"], "picture": 0 }),
    ));
    shell.get("discard_review", json!({ "review": found["id"] }));
}

fn from_the_screen_and_a_link(shell: &Shell) {
    let uri = uri("Pictured", PICTURED);
    let png = keytick_qr::encode(&uri).unwrap().to_png(4);
    *shell.world.screens.lock().unwrap() = Ok(vec![Shot::File(png.to_vec())]);
    shell.get("capture_view", json!({}));
    let review = shell.get("capture", json!({}));
    unreadable(&shell.get(
        "review_picture",
        json!({ "review": review["id"], "picture": 0 }),
    ));
    shell.get("open_capture_settings", json!({}));
    shell.state().wait_for_review([uri]);
    let review = shell.get("take_links", json!({}));
    shell.get("discard_review", json!({ "review": review["id"] }));
}

fn shell_picture_cut_short(key: &[u8]) -> Vec<u8> {
    let png = keytick_qr::encode(&uri("Pictured", key)).unwrap().to_png(4);
    png[..png.len() / 2].to_vec()
}

/// A picture that is shown holds no code that anything could read.
fn unreadable(address: &serde_json::Value) {
    let encoded = address
        .as_str()
        .unwrap()
        .strip_prefix("data:image/png;base64,")
        .unwrap();
    let png = data_encoding::BASE64.decode(encoded.as_bytes()).unwrap();
    let picture = keytick_qr::Picture::decode(&png, &keytick_qr::Limits::default()).unwrap();
    assert!(picture.width() > 40);
    assert_eq!(keytick_qr::read(&picture), []);
}

fn use_all(shell: &Shell, id: &str) {
    let one = json!({ "id": id });
    let ids = json!({ "ids": [id] });
    shell.get("list", json!({ "query": "e", "filter": { "kind": "all" } }));
    shell.get("codes", ids.clone());
    shell.get("copy", one.clone());
    shell.get("copy_next", one.clone());
    shell.get("clear_clipboard", json!({}));
    shell.get("set_favourite", json!({ "id": id, "favourite": true }));
    shell.get("details", one);
    let changes = json!({
        "issuer": "Typed", "account": "you", "tags": ["Work"], "note": "n", "colour": null,
        "favourite": false,
    });
    shell.get("edit_account", json!({ "id": id, "changes": changes }));
    let settings = json!({ "type": "totp", "algorithm": "SHA512", "digits": 8, "period": 60 });
    let preview = json!({ "id": id, "settings": settings });
    shell.get("preview_code_settings", preview);
    shell.get("place_account", json!({ "id": id, "before": null }));
    let tag = json!({ "ids": [id], "tag": "Work", "on": true });
    shell.get("tag_accounts", tag);
    shell.get("remove_accounts", ids.clone());
    shell.get("deleted", json!({}));
    let restored = shell.get("restore_accounts", ids);
    shell.get("undo", json!({ "change": restored }));
    shell.get("undo_last", json!({}));
    shell.get("save_now", json!({}));
}
