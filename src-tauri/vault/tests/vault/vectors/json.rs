//! Faults in the header's text: what is no JSON, and what two readers could read differently.

use super::{Vectors, base};

pub fn add(vectors: &mut Vectors) {
    let whole = base().header.to_string();
    for (name, text) in whole_texts(&whole) {
        vectors.text("header", name, text);
    }
    for (name, field) in FIELDS {
        let text = whole.replacen('{', &format!("{{{field},"), 1);
        vectors.text("header", *name, text);
    }
    let long = format!(r#"{{"x":{},"#, "9".repeat(400));
    vectors.text(
        "header",
        "a whole number beyond all floats",
        whole.replacen('{', &long, 1),
    );
    for (name, raw) in RAW {
        let mut text = whole.clone().into_bytes();
        text.splice(1..1, [b"\"x\":\"", *raw, b"\","].concat());
        vectors.text("header", *name, text);
    }
}

fn whole_texts(whole: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("no header at all", Vec::new()),
        ("white space only", text(" \n")),
        ("an array", text("[]")),
        ("an array around the header", text(&format!("[{whole}]"))),
        ("a text", text("\"vault_id\"")),
        ("a number", text("1")),
        ("null", text("null")),
        ("true", text("true")),
        ("an empty object", text("{}")),
        ("an open brace", text("{")),
        ("the closing brace lost", text(&whole[..whole.len() - 1])),
        ("a brace too many", text(&format!("{whole}}}"))),
        ("two headers", text(&format!("{whole}{whole}"))),
        ("a comma after it", text(&format!("{whole},"))),
        ("a NUL after it", text(&format!("{whole}\0"))),
        ("a byte order mark", text(&format!("\u{feff}{whole}"))),
        ("a form feed as white space", text(&format!("\x0c{whole}"))),
        (
            "a no-break space as white space",
            text(&format!("\u{a0}{whole}")),
        ),
        ("UTF-16", utf16),
        ("single quotes", text(&whole.replace('"', "'"))),
        (
            "a comma before the closing brace",
            text(&format!("{},}}", &whole[..whole.len() - 1])),
        ),
        ("depth of a thousand", text(&"[".repeat(1_000))),
        (
            "depth of a thousand objects",
            text(&"{\"a\":".repeat(1_000)),
        ),
    ]
}

/// A field that is put before the others.
const FIELDS: &[(&str, &str)] = &[
    ("a name twice", r#""writer":"x""#),
    ("a name twice, once escaped", r#""wr\u0069ter":"x""#),
    ("a name twice, the empty one", r#""":1,"":2"#),
    ("a name twice, the same value", r#""generation":1"#),
    ("a name twice further in", r#""x":{"a":1,"a":1}"#),
    ("a name twice in an array", r#""x":[{"b":1,"\u0062":2}]"#),
    ("nine arrays deep", r#""x":[[[[[[[[]]]]]]]]"#),
    (
        "nine objects deep",
        r#""x":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}"#,
    ),
    ("a number beyond all floats", r#""x":1e999"#),
    ("a number below all floats", r#""x":-1e999"#),
    ("NaN", r#""x":NaN"#),
    ("Infinity", r#""x":Infinity"#),
    ("minus Infinity", r#""x":-Infinity"#),
    ("a leading zero", r#""x":01"#),
    ("a plus sign", r#""x":+1"#),
    ("a minus sign alone", r#""x":-"#),
    ("a point without digits after it", r#""x":1."#),
    ("a point without digits before it", r#""x":.5"#),
    ("an exponent without digits", r#""x":1e"#),
    ("a hexadecimal number", r#""x":0x10"#),
    ("digits of another script", r#""x":١"#),
    ("a name without quotes", r#"x:1"#),
    ("a name that is a number", r#"1:1"#),
    ("a name without a value", r#""x""#),
    ("two colons", r#""x"::1"#),
    ("True", r#""x":True"#),
    ("a comment", r#"/* x */"x":1"#),
    ("an escape that there is not", r#""x":"\x41""#),
    ("an escape cut short", r#""x":"\u12""#),
    ("a high surrogate alone", r#""x":"\ud800""#),
    ("a low surrogate alone", r#""x":"\udc00""#),
    ("surrogates the wrong way round", r#""x":"\udd11\ud83d""#),
    ("a surrogate alone in a name", r#""\ud800":1"#),
    ("a line end in a text", "\"x\":\"a\nb\""),
    ("a NUL in a text", "\"x\":\"a\0b\""),
    ("an array that ends as an object", r#""x":[1}"#),
    ("a comma before the end of an array", r#""x":[1,]"#),
    ("an array of two values without a comma", r#""x":[1 2]"#),
];

/// Bytes that are not UTF-8, in a text.
const RAW: &[(&str, &[u8])] = &[
    ("Latin-1", b"\xfc"),
    ("a byte that no UTF-8 has", b"\xff"),
    ("UTF-8 cut short", b"\xe2\x82"),
    ("UTF-8 longer than needed", b"\xc0\x80"),
    ("a surrogate in UTF-8", b"\xed\xa0\x80"),
    ("beyond Unicode", b"\xf4\x90\x80\x80"),
];
