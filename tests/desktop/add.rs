//! Adding from pictures and the clipboard: seen first, saved after a person's word.

use std::path::PathBuf;

use keytick_desktop::board::Content;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::shell::{Shell, typed, typed_counter};

const URI: &str =
    "otpauth://totp/Bytebase:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bytebase";

fn pick(shell: &Shell, files: Vec<PathBuf>) -> Value {
    *shell.world.picks.lock().unwrap() = Some(files);
    shell.get("pick_files", json!({ "what": "pictures" }))["review"].clone()
}

fn confirm(shell: &Shell, review: &Value, choices: &[Value]) -> Value {
    shell.get(
        "confirm_review",
        json!({ "review": review["id"], "choices": choices }),
    )
}

fn choice(item: usize, action: &str) -> Value {
    json!({ "item": item, "issuer": "Bytebase", "account": "ada", "tags": [], "action": action })
}

#[test]
fn picked_pictures_are_reviewed_before_anything_is_saved() {
    let shell = Shell::open();
    let good = shell.picture("good.png", URI);
    let text = shell.file("text.png", b"this is no picture");
    let gone = shell.folder.path().join("gone.png");
    let review = pick(&shell, vec![good.clone(), text, gone, good]);

    let items = review["items"].as_array().unwrap();
    let statuses: Vec<&Value> = items.iter().map(|item| &item["status"]).collect();
    assert_eq!(statuses, ["new", "repeated"]);
    assert_eq!(
        (&items[0]["source"], &items[0]["picture"]),
        (&json!("good.png"), &json!(0))
    );
    assert_eq!(items[0]["code"]["code"].as_str().unwrap().len(), 6);
    let reasons: Vec<&Value> = review["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| &problem["reason"]["id"])
        .collect();
    assert_eq!(reasons, ["desktop-cannot-read", "qr-not-a-picture"]);
    assert_eq!(shell.names(), [""; 0]);

    let added = confirm(&shell, &review, &[choice(0, "add")]);
    assert_eq!(added["ids"].as_array().unwrap().len(), 1);
    assert_eq!(shell.names(), ["Bytebase"]);
    assert_eq!(
        shell.refused(
            "review_codes",
            json!({ "review": review["id"], "items": [0] })
        ),
        "desktop-no-review"
    );
}

#[test]
fn progress_is_told_picture_by_picture() {
    let shell = Shell::open();
    let files = vec![
        shell.picture("a.png", URI),
        shell.picture("b.png", "https://example.com"),
    ];
    pick(&shell, files);
    let steps: Vec<Value> = (0..3).map(|_| shell.event("reading")).collect();
    let step = |done: usize, now: &str, found: &[Value]| json!({ "done": done, "total": 2, "pictures": true, "now": now, "found": found });
    let glimpse = json!({
        "issuer": "Bytebase",
        "account": "ada",
        "letter": "B",
        "colour": 10,
        "source": "a.png"
    });
    assert_eq!(steps[0], step(0, "a.png", &[]));
    assert_eq!(steps[1], step(1, "b.png", &[glimpse]));
    assert_eq!(steps[2], step(2, "", &[]));
}

#[test]
fn a_folder_of_screenshots_is_read_picture_by_picture() {
    let shell = Shell::open();
    let folder = shell.folder.path().join("Screenshots");
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in [("b.png", "https://example.com"), ("a.png", URI)] {
        let png = keytick_qr::encode(text).unwrap().to_png(4);
        std::fs::write(folder.join(name), &*png).unwrap();
    }
    let review = pick(&shell, vec![folder]);
    let item = &review["items"][0];
    assert_eq!(
        (&item["source"], &item["picture"]),
        (&json!("a.png"), &json!(0))
    );
    assert_eq!(review["pictures"], 2);
    let steps: Vec<Value> = (0..3).map(|_| shell.event("reading")).collect();
    assert_eq!(
        (&steps[2]["done"], &steps[2]["total"]),
        (&json!(2), &json!(2))
    );
}

#[test]
fn a_pasted_address_is_reviewed_and_other_text_goes_to_the_search() {
    let shell = Shell::open();
    let paste = |content: Content| {
        *shell.world.clipboard.lock().unwrap() = Some(content);
        shell.get("paste", json!({ "backup": false }))
    };
    let text = |text: &str| Content::Text(Zeroizing::new(text.to_owned()));
    let address = paste(text(&format!("  {URI}\n")));
    assert_eq!(address["review"]["items"][0]["issuer"], "Bytebase");
    assert_eq!(
        paste(text("byte")),
        json!({ "kind": "text", "text": "byte" })
    );
    assert_eq!(paste(Content::Empty), json!({ "kind": "empty" }));
    let files = paste(Content::Files(vec![shell.picture("a.png", URI)]));
    assert_eq!(files["review"]["items"][0]["source"], "a.png");
}

#[test]
fn a_pasted_picture_is_read() {
    let shell = Shell::open();
    let matrix = keytick_qr::encode(URI).unwrap();
    let side = (matrix.size() + 8) * 4;
    let mut rgba = vec![255; side * side * 4];
    for (y, x) in (0..side).flat_map(|y| (0..side).map(move |x| (y, x))) {
        let module = |at: usize| (at / 4).checked_sub(4).filter(|at| *at < matrix.size());
        if let (Some(column), Some(row)) = (module(x), module(y))
            && matrix.get(column, row)
        {
            rgba[(y * side + x) * 4..][..3].fill(0);
        }
    }
    let side = u32::try_from(side).unwrap();
    *shell.world.clipboard.lock().unwrap() = Some(Content::Picture {
        width: side,
        height: side,
        rgba,
    });
    let pasted = shell.get("paste", json!({ "backup": false }));
    assert_eq!(pasted["review"]["items"][0]["account"], "ada");
}

/// A failure that ends nothing on view.
fn told(id: &str) -> Value {
    json!({ "error": { "id": id, "params": {} }, "ends": "nothing" })
}

#[test]
fn dropped_files_come_as_a_review_and_not_while_locked() {
    let shell = Shell::open();
    let picture = shell.picture("a.png", URI);
    shell.drop_files(vec![picture.clone()]);
    assert_eq!(
        shell.event("review-ready")["items"][0]["issuer"],
        "Bytebase"
    );
    shell.drop_files(vec![PathBuf::from("https://example.com/qr.png")]);
    assert_eq!(shell.event("failed"), told("desktop-save-picture-first"));
    shell.get("lock", json!({}));
    shell.drop_files(vec![picture]);
    assert_eq!(shell.event("failed"), told("desktop-unlock-first"));
}

#[test]
fn what_is_here_already_is_told_and_can_be_kept_twice_replaced_or_restored() {
    let shell = Shell::open();
    let picture = shell.picture("a.png", URI);
    let id = shell.add(typed("Bytebase", "ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let review = pick(&shell, vec![picture.clone()]);
    assert_eq!(review["items"][0]["status"], "duplicate");
    assert_eq!(review["items"][0]["existing"]["issuer"], "Bytebase");
    let replaced = confirm(&shell, &review, &[choice(0, "replace")]);
    assert_eq!(replaced["ids"], json!([id]));

    let review = pick(&shell, vec![picture.clone()]);
    confirm(&shell, &review, &[choice(0, "keepBoth")]);
    assert_eq!(shell.names(), ["Bytebase", "Bytebase"]);
    shell.get("undo_last", json!({}));

    shell.get("remove_accounts", json!({ "ids": [id] }));
    let review = pick(&shell, vec![picture]);
    assert_eq!(review["items"][0]["status"], "trashed");
    confirm(&shell, &review, &[choice(0, "restore")]);
    assert_eq!(shell.names(), ["Bytebase"]);
}

#[test]
fn a_whole_address_may_be_typed_as_the_key() {
    let shell = Shell::open();
    let named = typed("", "me", URI);
    let preview = shell.get("check_key", json!({ "typed": named }));
    assert_eq!(preview["status"], "new");
    let id = shell.add(named);
    let details = shell.get("details", json!({ "id": id }));
    assert_eq!(
        (&details["issuer"], &details["account"]),
        (&json!("Bytebase"), &json!("me"))
    );
}

#[test]
fn a_choice_that_does_not_fit_changes_nothing() {
    let shell = Shell::open();
    let review = pick(&shell, vec![shell.picture("a.png", URI)])["id"].clone();
    for bad in [choice(0, "replace"), choice(7, "add")] {
        let choices = json!({ "review": review, "choices": [choice(0, "add"), bad] });
        assert_eq!(
            shell.refused("confirm_review", choices),
            "desktop-bad-request"
        );
    }
    assert_eq!(shell.names(), [""; 0]);
    shell.get("discard_review", json!({ "review": review }));
    assert_eq!(
        shell.refused("review_picture", json!({ "review": review, "picture": 0 })),
        "desktop-no-review"
    );
}

#[test]
fn a_word_on_an_older_review_is_not_taken_for_the_newer() {
    let shell = Shell::open();
    let older = pick(&shell, vec![shell.picture("a.png", URI)]);
    let other = "otpauth://totp/Other:x?secret=JBSWY3DPEHPK3PXP&issuer=Other";
    let newer = pick(&shell, vec![shell.picture("b.png", other)]);
    let old = json!({ "review": older["id"], "choices": [choice(0, "add")] });
    assert_eq!(shell.refused("confirm_review", old), "desktop-no-review");
    for command in ["discard_review", "review_codes"] {
        let old = json!({ "review": older["id"], "items": [0] });
        assert_eq!(shell.refused(command, old), "desktop-no-review");
    }
    assert_eq!(shell.names(), [""; 0]);
    confirm(&shell, &newer, &[choice(0, "add")]);
    assert_eq!(shell.names(), ["Bytebase"]);
}

#[test]
fn a_counter_that_is_in_the_trash_comes_back_and_never_starts_over() {
    let shell = Shell::open();
    let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let id = shell.add(typed_counter("Batch", key));
    shell.get("copy", json!({ "id": id }));
    shell.get("remove_accounts", json!({ "ids": [id] }));
    assert_eq!(shell.add(typed_counter("Batch", key)), id);
    assert_eq!(shell.get("details", json!({ "id": id }))["counter"], 1);

    shell.get("remove_accounts", json!({ "ids": [id] }));
    let uri = format!("otpauth://hotp/Batch:?secret={key}&issuer=Batch&counter=0");
    for action in ["add", "keepBoth"] {
        let review = pick(&shell, vec![shell.picture("a.png", &uri)]);
        let added = confirm(&shell, &review, &[choice(0, action)]);
        assert_eq!(added["ids"], json!([id]), "{action}");
        let undone = shell.get("undo", json!({ "change": added["change"] }));
        assert_eq!(undone, json!({ "what": "restored", "count": 1 }));
    }
}

#[test]
fn a_pasted_text_with_a_link_in_it_is_never_a_search() {
    let shell = Shell::open();
    let paste = |text: String| {
        *shell.world.clipboard.lock().unwrap() = Some(Content::Text(Zeroizing::new(text)));
        shell.get("paste", json!({ "backup": false }))
    };
    for text in [
        format!("see {URI}"),
        format!("Your new link:\n<{URI}>, as you asked."),
        format!("{} and {URI}", URI.replace("Bytebase", "First")),
        format!("see {}", URI.replace("otpauth", "OTPAuth")),
    ] {
        let pasted = paste(text.clone());
        assert_eq!(pasted["kind"], "review", "{text}");
        let items = pasted["review"]["items"].as_array().unwrap();
        assert_eq!(items[0]["account"], "ada", "{text}");
    }
    for text in ["my steam:JBSWY3DPEHPK3PXP", "an otpauth-migration:x"] {
        assert_eq!(paste(text.to_owned())["kind"], "review", "{text}");
    }
}

#[test]
fn a_typed_key_is_previewed_with_the_time_its_code_has() {
    let shell = Shell::open();
    let mut key = typed("Bytebase", "ada", "GEZDGNBVGY3TQOJQ");
    // A period of an hour: this test does not run for as long as that.
    key["period"] = json!(3600);
    let code = shell.get("check_key", json!({ "typed": key }))["code"].clone();
    let valid = |side: &str| code[side].as_u64().unwrap();
    assert_eq!(valid("validTo") - valid("validFrom"), 3600);
    key["period"] = json!(5);
    // The next code is there for the last five seconds.
    let code = shell.get("check_key", json!({ "typed": key }))["code"].clone();
    assert_eq!(code["next"].as_str().unwrap().len(), 6);
    let counter = typed_counter("Batch", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    let code = shell.get("check_key", json!({ "typed": counter }))["code"].clone();
    assert_eq!(code["code"], "755224");
}
