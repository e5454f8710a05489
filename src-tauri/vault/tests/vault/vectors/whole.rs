//! What must open: the file that the faults start from, and what is odd but allowed.

use serde_json::{Value, json};

use super::{CHEAP, Vectors, base};
use crate::writer::{PASSWORD, password_slot, recovery_slot};

pub fn add(vectors: &mut Vectors) {
    vectors.bytes("ok", "whole", base().bytes());
    vectors.password("ok", "whole with the password", PASSWORD, base().bytes());
    vectors.writer("ok", "a later minor version", |w| w.version = (1, 9));
    vectors.writer("ok", "the last minor version", |w| {
        w.version = (1, u16::MAX)
    });
    headers(vectors);
    texts(vectors);
    passwords(vectors);
}

fn headers(vectors: &mut Vectors) {
    let longest = json!("\u{e9}".repeat(32));
    let trailers = json!(vec!["ab".repeat(32); 8]);
    for (name, field, value) in [
        ("crit is empty", "crit", json!([])),
        (
            "crit names known fields",
            "crit",
            json!(["slots", "crit", "slots"]),
        ),
        (
            "the last generation",
            "generation",
            json!((1_u64 << 53) - 1),
        ),
        ("the last second", "written_at", json!((1_u64 << 53) - 1)),
        ("the first second", "written_at", json!(0)),
        ("no writer", "writer", json!("")),
        ("the longest writer", "writer", longest),
        ("most parents", "parents", trailers),
        (
            "an unknown field",
            "colour",
            json!({"a": [1, -2, 3.5, 1e300, null, true]}),
        ),
        ("a large number in it", "colour", json!(u64::MAX)),
        ("an emoji in it", "colour", json!("\u{1f511}")),
    ] {
        vectors.header("ok", name, |header| header[field] = value);
    }
    vectors.header("ok", "crit is missing", |header| {
        header.as_object_mut().unwrap().remove("crit");
    });
    let other = |id: u32| json!({"id": id, "type": "x".repeat(64), "kdf": 7});
    let slots = |rest: Vec<Value>| {
        move |header: &mut Value| {
            let list = header["slots"].as_array_mut().unwrap();
            list.extend(rest);
        }
    };
    vectors.header("ok", "most slots", slots((3..=8).map(other).collect()));
    vectors.header("ok", "the last id of a slot", slots(vec![other(u32::MAX)]));
    vectors.header(
        "ok",
        "a reserved slot",
        slots(vec![json!({"id": 3, "type": "fido2-hmac-secret"})]),
    );
    vectors.header("ok", "two passwords", slots(vec![password_slot(3, CHEAP)]));
    vectors.header(
        "ok",
        "a slot of another letter case",
        slots(vec![json!({"id": 3, "type": "Password"})]),
    );
    vectors.header("ok", "a field too many in a slot", |header| {
        header["slots"][0]["x"] = json!([])
    });
    // Numbers at the limits, in a slot that is not opened.
    for (name, numbers) in [
        ("the dearest memory", [2_097_152, 4, 16]),
        ("most passes", [262_144, 32, 1]),
        ("most lanes", [19_456, 1, 16]),
    ] {
        vectors.header("ok", name, |header| {
            for (part, number) in ["m", "t", "p"].into_iter().zip(numbers) {
                header["slots"][1]["kdf"][part] = json!(number);
            }
        });
    }
}

/// JSON texts that mean the same as the base's.
fn texts(vectors: &mut Vectors) {
    let whole = base().header.to_string();
    let with = |field: &str| whole.replacen('{', &format!("{{{field},"), 1);
    vectors.text(
        "ok",
        "white space in the header",
        format!("\n\t {}\r\n", whole.replace(':', " : ")),
    );
    vectors.text(
        "ok",
        "an escaped name",
        whole.replace("\"writer\"", r#""wr\u0069ter""#),
    );
    vectors.text(
        "ok",
        "escapes of all kinds",
        with(r#""x":"\"\\\/\b\f\n\r\t\u0000\ud83d\udd11""#),
    );
    vectors.text("ok", "the deepest arrays", with(r#""x":[[[[[[[1]]]]]]]"#));
    vectors.text(
        "ok",
        "the deepest objects",
        with(r#""x":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}"#),
    );
    vectors.text(
        "ok",
        "brackets in a text",
        with(r#""x":"[[[[[[[[[{{{{\"[[[[""#),
    );
    vectors.text(
        "ok",
        "the largest float",
        with(r#""x":[1.7e308,-1.7e308,1e-999]"#),
    );
    vectors.text(
        "ok",
        "a name used twice in two objects",
        with(r#""x":[{"a":1},{"a":1}]"#),
    );
}

/// Slots of other costs, and texts that are one password in NFKC.
fn passwords(vectors: &mut Vectors) {
    for (name, numbers) in [
        ("a password slot of four lanes", (19_456, 2, 4)),
        ("a password slot of an odd size", (20_001, 1, 3)),
    ] {
        let mut writer = base();
        writer.header["slots"] = json!([recovery_slot(1), password_slot(2, numbers)]);
        vectors.password("ok", name, PASSWORD, writer.bytes());
    }
    for (name, typed) in [
        ("full-width letters", "ｈｕｎｔｅｒ２"),
        ("a superscript", "hunter²"),
    ] {
        vectors.password("ok", name, typed, base().bytes());
    }
}
