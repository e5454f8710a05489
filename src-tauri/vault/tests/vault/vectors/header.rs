//! Faults in the header's own fields.

use serde_json::{Value, json};

use super::{Vectors, base};

pub fn add(vectors: &mut Vectors) {
    let fields = base().header;
    for name in fields.as_object().unwrap().keys() {
        if name != "crit" {
            vectors.header("header", format!("{name} is missing"), |header| {
                header.as_object_mut().unwrap().remove(name);
            });
        }
        vectors.header("header", format!("{name} is null"), |header| {
            header[name] = Value::Null
        });
    }
    let parent = "ab".repeat(32);
    for (field, values) in [
        (
            "vault_id",
            vec![
                json!("{00112233-4455-4677-8899-aabbccddeeff}"),
                json!("00112233-4455-4677-8899-AABBCCDDEEFF"),
                json!("00112233445546778899aabbccddeeff"),
                json!("urn:uuid:00112233-4455-4677-8899-aabbccddeeff"),
                json!("00112233-4455-4677-8899-aabbccddeef"),
                json!("00112233-4455-4677-8899-aabbccddeeff\n"),
                json!("g0112233-4455-4677-8899-aabbccddeeff"),
                json!(""),
                json!(1),
            ],
        ),
        (
            "parents",
            vec![
                json!({}),
                json!(parent),
                json!([parent[2..]]),
                json!([parent.to_uppercase()]),
                json!([1]),
                json!(vec![&parent; 9]),
            ],
        ),
        (
            "device_id",
            vec![
                json!("01020304050607"),
                json!("010203040506070A"),
                json!("010203040506070g"),
                json!([1, 2]),
            ],
        ),
        (
            "writer",
            vec![
                json!("x".repeat(65)),
                json!("\u{20ac}".repeat(22)),
                json!(7),
                json!(["x"]),
            ],
        ),
        (
            "payload_salt",
            vec![
                json!("22"),
                json!("22".repeat(33)),
                json!("AB".repeat(32)),
                json!(""),
            ],
        ),
        (
            "nonce",
            vec![json!("33"), json!("33".repeat(16)), json!(" 3".repeat(12))],
        ),
        (
            "crit",
            vec![
                json!("slots"),
                json!([1]),
                json!([["slots"]]),
                json!({"slots": true}),
            ],
        ),
    ] {
        for value in values {
            let name = format!("{field} is {}", shortened(&value));
            vectors.header("header", name, |header| header[field] = value);
        }
    }
    // As text, since not all of them are values of JSON libraries.
    for (field, numbers) in [
        (
            "generation",
            [
                "0",
                "-1",
                "-0",
                "1.0",
                "1e2",
                "\"1\"",
                "true",
                "9007199254740992",
                "18446744073709551616",
            ],
        ),
        (
            "written_at",
            [
                "-1",
                "-0",
                "0.5",
                "1e2",
                "1767225600.0",
                "\"1\"",
                "[1]",
                "9007199254740992",
                "1e300",
            ],
        ),
    ] {
        for number in numbers {
            let text = fields.to_string();
            let right = format!("\"{field}\":{}", fields[field]);
            let text = text.replacen(&right, &format!("\"{field}\":{number}"), 1);
            vectors.text("header", format!("{field} is {number}"), text);
        }
    }
}

/// A value for a name: long ones at their start, with their length.
pub fn shortened(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(50) {
        Some((end, _)) => format!("{}… of {} bytes", &text[..end], text.len()),
        None => text,
    }
}
