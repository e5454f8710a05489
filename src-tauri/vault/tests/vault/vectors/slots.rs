//! Faults in the list of slots and in a slot's fields; none of them costs a key derivation.

use serde_json::{Value, json};

use super::header::shortened;
use super::{CHEAP, Vectors, base};
use crate::writer::{password_slot, recovery_slot};

const RECOVERY_SLOT: usize = 0;
const PASSWORD_SLOT: usize = 1;

pub fn add(vectors: &mut Vectors) {
    lists(vectors);
    fields(vectors);
    costs(vectors);
}

fn lists(vectors: &mut Vectors) {
    let other = |id: u32| json!({"id": id, "type": "smart-card"});
    let many: Vec<Value> = (1..=9).map(other).collect();
    let passwords: Vec<Value> = (1..=3).map(|id| password_slot(id, CHEAP)).collect();
    let mut whole = vec![recovery_slot(1), password_slot(2, CHEAP)];
    let mut with = |slot: Value| {
        whole.truncate(2);
        whole.push(slot);
        json!(whole)
    };
    for (name, slots) in [
        ("no slots", json!([])),
        ("slots is an object", json!({})),
        ("slots holds a number", json!([1])),
        ("slots holds a list", json!([[]])),
        ("nine slots", json!(many)),
        ("three passwords", json!(passwords)),
        ("two slots with one id", with(other(1))),
        ("a slot without an id", with(json!({"type": "smart-card"}))),
        ("a slot with the id 0", with(other(0))),
        (
            "a slot with the id -1",
            with(json!({"id": -1, "type": "smart-card"})),
        ),
        (
            "a slot with the id 1.0",
            with(json!({"id": 1.0, "type": "smart-card"})),
        ),
        (
            "a slot with the id \"3\"",
            with(json!({"id": "3", "type": "smart-card"})),
        ),
        (
            "a slot with an id too large",
            with(json!({"id": 1_u64 << 32, "type": "smart-card"})),
        ),
        ("a slot without a type", with(json!({"id": 3}))),
        (
            "a slot with an empty type",
            with(json!({"id": 3, "type": ""})),
        ),
        (
            "a slot with a type too long",
            with(json!({"id": 3, "type": "x".repeat(65)})),
        ),
        (
            "a slot with a type that is a number",
            with(json!({"id": 3, "type": 7})),
        ),
        (
            "a slot with a type that is null",
            with(json!({"id": 3, "type": null})),
        ),
    ] {
        vectors.header("header", name, |header| header["slots"] = slots);
    }
    // Of two faults, the earlier check names its own.
    vectors.header("header", "a bad slot and a missing field", |header| {
        header["slots"][RECOVERY_SLOT]["commit"] = json!("");
        header.as_object_mut().unwrap().remove("writer");
    });
    vectors.header("header", "a bad slot before one without a type", |header| {
        header["slots"][RECOVERY_SLOT]["commit"] = json!("");
        header["slots"][PASSWORD_SLOT]
            .as_object_mut()
            .unwrap()
            .remove("type");
    });
    vectors.header("header", "a bad slot and two slots with one id", |header| {
        header["slots"][RECOVERY_SLOT]["commit"] = json!("");
        header["slots"][PASSWORD_SLOT]["id"] = json!(1);
    });
}

fn fields(vectors: &mut Vectors) {
    let name_of = |slot| ["recovery", "password"][slot];
    for slot in [RECOVERY_SLOT, PASSWORD_SLOT] {
        for field in ["created_gen", "kdf", "commit", "wrap"] {
            let name = format!("the {} slot has no {field}", name_of(slot));
            vectors.header("slot", name, |header| {
                header["slots"][slot].as_object_mut().unwrap().remove(field);
            });
        }
        for (outer, inner) in [
            ("kdf", "name"),
            ("kdf", "salt"),
            ("wrap", "nonce"),
            ("wrap", "ct"),
        ] {
            let name = format!("the {} slot has no {outer}.{inner}", name_of(slot));
            vectors.header("slot", name, |header| {
                header["slots"][slot][outer]
                    .as_object_mut()
                    .unwrap()
                    .remove(inner);
            });
        }
    }
    for (pointer, values) in [
        (
            "/created_gen",
            vec![
                json!(-1),
                json!(0),
                json!(1.0),
                json!("1"),
                json!(1_u64 << 53),
                json!(null),
            ],
        ),
        (
            "/commit",
            vec![
                json!("00".repeat(31)),
                json!("00".repeat(33)),
                json!("AA".repeat(32)),
                json!(0),
                json!(null),
            ],
        ),
        ("/wrap", vec![json!("00"), json!([]), json!(null)]),
        (
            "/wrap/nonce",
            vec![json!("00".repeat(11)), json!("00".repeat(16)), json!(12)],
        ),
        (
            "/wrap/ct",
            vec![
                json!("00".repeat(47)),
                json!("00".repeat(49)),
                json!("0g".repeat(48)),
                json!(""),
            ],
        ),
        (
            "/kdf",
            vec![json!("hkdf-sha256"), json!([]), json!({}), json!(null)],
        ),
        (
            "/kdf/name",
            vec![
                json!("scrypt"),
                json!("HKDF-SHA256"),
                json!(""),
                json!(1),
                json!("argon2id"),
            ],
        ),
        (
            "/kdf/salt",
            vec![
                json!("00".repeat(16)),
                json!("00".repeat(64)),
                json!("é".repeat(32)),
            ],
        ),
    ] {
        for value in values {
            let name = format!(
                "the recovery slot’s {} is {}",
                &pointer[1..],
                shortened(&value)
            );
            vectors.header("slot", name, |header| {
                *header["slots"][RECOVERY_SLOT].pointer_mut(pointer).unwrap() = value;
            });
        }
    }
    vectors.header("slot", "a recovery slot that is slow", |header| {
        header["slots"][RECOVERY_SLOT]["kdf"] = header["slots"][PASSWORD_SLOT]["kdf"].clone();
    });
    vectors.header("slot", "a password slot that is fast", |header| {
        header["slots"][PASSWORD_SLOT]["kdf"] = header["slots"][RECOVERY_SLOT]["kdf"].clone();
    });
    vectors.header("slot", "a keychain slot that is slow", |header| {
        header["slots"][PASSWORD_SLOT]["type"] = json!("os-keychain");
    });
}

/// Argon2id numbers outside the limits.
fn costs(vectors: &mut Vectors) {
    let text = base().header.to_string();
    for (field, right, numbers) in [
        (
            "m",
            "19456",
            [
                "0",
                "1",
                "19455",
                "-19456",
                "2097153",
                "4294967295",
                "4294967296",
                "18446744073709551615",
                "19456.0",
                "1e5",
                "\"19456\"",
            ]
            .as_slice(),
        ),
        (
            "t",
            "1",
            &["0", "33", "-1", "4294967295", "1.0", "1e0", "true"],
        ),
        ("p", "1", &["0", "17", "-1", "4294967296", "1.5", "null"]),
        ("v", "19", &["16", "0", "20", "19.0", "\"19\""]),
    ] {
        for number in numbers {
            let changed = text.replacen(
                &format!("\"{field}\":{right}"),
                &format!("\"{field}\":{number}"),
                1,
            );
            assert_ne!(changed, text);
            vectors.text("slot", format!("Argon2id with {field} = {number}"), changed);
        }
    }
    for field in ["m", "t", "p", "v"] {
        vectors.header("slot", format!("Argon2id without {field}"), |header| {
            header["slots"][PASSWORD_SLOT]["kdf"]
                .as_object_mut()
                .unwrap()
                .remove(field);
        });
    }
    for (memory, passes) in [(2_097_152, 5), (262_145, 32), (1_048_576, 9)] {
        vectors.header(
            "slot",
            format!("Argon2id of {memory} KiB in {passes} passes"),
            |header| {
                header["slots"][PASSWORD_SLOT]["kdf"]["m"] = json!(memory);
                header["slots"][PASSWORD_SLOT]["kdf"]["t"] = json!(passes);
            },
        );
    }
}
