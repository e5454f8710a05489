//! Accounts put on a phone: QR codes after the password, for a while, and a code typed back.

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, typed, typed_counter};

const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn begin(shell: &Shell, accounts: Value, parts: bool) -> Value {
    let asked = json!({ "accounts": accounts, "parts": parts, "password": PASSWORD });
    shell.get("begin_phone", asked)
}

/// What a phone's camera reads from a picture.
fn scan(svg: &Value) -> String {
    // The picture is a path of one square a module, `M4 4h1v1h-1z`, on white.
    let svg = svg.as_str().unwrap();
    let side: usize = number(svg.split("viewBox=\"0 0 ").nth(1).unwrap());
    let scale = 4;
    let mut rgba = vec![255; side * scale * side * scale * 4];
    for square in svg.split('M').skip(1) {
        let x = number(square);
        let y = number(
            square
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .trim(),
        );
        let wide = match square.split_once('h') {
            Some((_, wide)) => number(wide),
            None => continue,
        };
        if wide == side {
            continue;
        }
        for (row, column) in (0..scale).flat_map(|r| (0..wide * scale).map(move |c| (r, c))) {
            let at = ((y * scale + row) * side * scale + x * scale + column) * 4;
            rgba[at..at + 3].fill(0);
        }
    }
    let side = u32::try_from(side * scale).unwrap();
    let picture = keytick_qr::Picture::from_rgba(side, side, rgba).unwrap();
    keytick_qr::read(&picture)[0].text.to_string()
}

fn number(text: &str) -> usize {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text[..end].parse().unwrap_or(0)
}

#[test]
fn accounts_come_as_codes_one_after_the_other() {
    let shell = Shell::open();
    shell.add(typed("Batch", "ada", KEY));
    shell.add(typed("Mail", "ada", "JBSWY3DPEHPK3PXP"));
    let phone = begin(&shell, json!({ "kind": "all" }), false);
    let names: Vec<&Value> = phone["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| &code[0]["issuer"])
        .collect();
    assert_eq!(names, ["Batch", "Mail"]);
    let code = |index: usize| json!({ "phone": phone["id"], "index": index });
    let uri = scan(&shell.get("phone_code", code(0)));
    assert!(uri.starts_with("otpauth://totp/Batch:ada?"), "{uri}");
    assert!(uri.contains(KEY));
    assert_eq!(
        shell.refused("phone_code", code(2)),
        "desktop-no-phone-codes"
    );
    shell.get("end_phone", json!({}));
    assert_eq!(
        shell.refused("phone_code", code(0)),
        "desktop-no-phone-codes"
    );
}

#[test]
fn a_transfer_for_google_comes_in_parts_without_what_it_cannot_hold() {
    let shell = Shell::open();
    for letter in 'A'..='L' {
        let key = format!("{KEY}{}", letter.to_string().repeat(8));
        shell.add(typed(&format!("Site {letter}"), "ada", &key));
    }
    let mut hourly = typed("Hourly", "ada", KEY);
    hourly["period"] = json!(3600);
    shell.add(hourly);
    let phone = begin(&shell, json!({ "kind": "all" }), true);
    let counts: Vec<usize> = phone["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| code.as_array().unwrap().len())
        .collect();
    assert_eq!(counts.iter().sum::<usize>(), 12, "{phone}");
    assert!(counts.len() >= 2);
    assert_eq!(phone["leftOut"][0]["issuer"], "Hourly");
    let code = json!({ "phone": phone["id"], "index": 0 });
    assert!(scan(&shell.get("phone_code", code)).starts_with("otpauth-migration://"));
}

#[test]
fn no_code_comes_without_the_password_or_after_locking() {
    let shell = Shell::open();
    shell.add(typed("Batch", "ada", KEY));
    let wrong = json!({ "accounts": { "kind": "all" }, "parts": false, "password": "no" });
    assert_eq!(shell.refused("begin_phone", wrong), "vault-wrong-password");
    let guessed = json!({ "phone": 1, "index": 0 });
    assert_eq!(
        shell.refused("phone_code", guessed),
        "desktop-no-phone-codes"
    );
    let phone = begin(&shell, json!({ "kind": "all" }), false);
    shell.get("lock", json!({}));
    shell.get("unlock", json!({ "password": PASSWORD }));
    let old = json!({ "phone": phone["id"], "index": 0 });
    assert_eq!(shell.refused("phone_code", old), "desktop-no-phone-codes");
}

#[test]
fn a_code_typed_back_says_whether_the_phone_has_it_right() {
    let shell = Shell::open();
    let id = shell.add(typed_counter("Counter", KEY));
    let check = |typed: &str| shell.get("check_phone", json!({ "id": id, "typed": typed }));
    // RFC 4226, appendix D: the codes of the counters 0 and 3.
    assert_eq!(check("755 224"), json!({ "kind": "right" }));
    assert_eq!(check("969429"), json!({ "kind": "counter", "counter": 3 }));
    assert_eq!(check("000000"), json!({ "kind": "unknown" }));

    let mut eight = typed("Eight", "ada", KEY);
    eight["digits"] = json!(8);
    let id = shell.add(eight);
    let now = shell.get("codes", json!({ "ids": [id] }))[0]["code"].clone();
    let typed = &now.as_str().unwrap()[2..];
    let said = shell.get("check_phone", json!({ "id": id, "typed": typed }));
    assert_eq!(said, json!({ "kind": "digits", "digits": 6 }));
}
