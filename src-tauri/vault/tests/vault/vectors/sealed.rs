//! Faults that only show with a secret at hand: from the commitment to the payload's schema.

use serde_json::{Value, json};

use super::{CHEAP, Vectors, base};
use crate::writer::{OTHER_RECOVERY, PASSWORD, make_trailer_good, password_slot, recovery_slot};

pub fn add(vectors: &mut Vectors) {
    wrong_secrets(vectors);
    changed_slots(vectors);
    header_mac(vectors);
    payload(vectors);
    padding(vectors);
    schema(vectors);
}

fn wrong_secrets(vectors: &mut Vectors) {
    for wrong in [
        "hunter3",
        "Hunter2",
        "HUNTER2",
        "hunter2 ",
        " hunter2",
        "hunter",
        "hunter22",
        "unter2",
        "hunter2\n",
        "hunter2\0",
        "hünter2",
        "hunter\u{200b}2",
        "hunter２ ",
        "2",
        " ",
    ] {
        vectors.password(
            "password",
            format!("the password {wrong:?}"),
            wrong,
            base().bytes(),
        );
    }
    vectors.bytes("password", "another recovery key", base().bytes());
    OTHER_RECOVERY.clone_into(&mut vectors.0.last_mut().unwrap().secret);
    vectors.header("password", "no recovery slot", |header| {
        header["slots"] = json!([password_slot(2, CHEAP)]);
    });
    let mut without = base();
    without.header["slots"] = json!([recovery_slot(1)]);
    vectors.password("password", "no password slot", PASSWORD, without.bytes());
    // Nobody can tell these from a wrong secret.
    for (name, pointer) in [
        ("the recovery slot’s commitment changed", "/slots/0/commit"),
        ("the recovery slot’s salt changed", "/slots/0/kdf/salt"),
    ] {
        vectors.header("password", name, |header| {
            *header.pointer_mut(pointer).unwrap() = json!("00".repeat(32));
        });
    }
    for (field, number) in [("m", 19_460), ("t", 2), ("p", 2)] {
        let mut writer = base();
        writer.header["slots"][1]["kdf"][field] = json!(number);
        let name = format!("the password slot’s {field} changed");
        vectors.password("password", name, PASSWORD, writer.bytes());
    }
}

/// The secret is right, and what it should open is not.
fn changed_slots(vectors: &mut Vectors) {
    let zeros = |bytes: usize| json!("00".repeat(bytes));
    for (name, pointer, value) in [
        ("the wrapped key changed", "/slots/0/wrap/ct", zeros(48)),
        (
            "the wrapping nonce changed",
            "/slots/0/wrap/nonce",
            zeros(12),
        ),
        ("a slot moved to another id", "/slots/0/id", json!(7)),
        (
            "a slot moved to another vault",
            "/vault_id",
            json!("11112233-4455-4677-8899-aabbccddeeff"),
        ),
    ] {
        vectors.header("slot", name, |header| {
            *header.pointer_mut(pointer).unwrap() = value
        });
    }
    let mut swapped = base();
    swapped.header["slots"][1]["wrap"] = swapped.header["slots"][0]["wrap"].clone();
    vectors.password(
        "slot",
        "the wrapped key of another slot",
        PASSWORD,
        swapped.bytes(),
    );
}

/// Changes by somebody without the key: what was sealed stays, the trailer is good.
fn header_mac(vectors: &mut Vectors) {
    for (name, change) in [
        (
            "the first byte of the MAC",
            (|mac: &mut [u8]| mac[0] ^= 1) as fn(&mut [u8]),
        ),
        ("the last byte of the MAC", |mac| mac[31] ^= 0x80),
        ("a MAC of zeros", |mac| mac.fill(0)),
    ] {
        vectors.writer("header-mac", name, |w| w.change_mac = change);
    }
    let whole = base().bytes();
    let mut minor = whole.clone();
    minor[11] = 1;
    make_trailer_good(&mut minor);
    vectors.bytes(
        "header-mac",
        "the minor version changed without the key",
        minor,
    );
    let slots = base().header["slots"].as_array().unwrap().clone();
    let other = json!({"id": 3, "type": "smart-card"});
    for (name, pointer, value) in [
        ("generation", "/generation", json!(2)),
        ("written_at", "/written_at", json!(0)),
        ("writer", "/writer", json!("b test")),
        ("device_id", "/device_id", json!("0102030405060709")),
        ("parents", "/parents", json!(["ab".repeat(32)])),
        ("crit", "/crit", json!(["slots"])),
        ("payload_salt", "/payload_salt", json!("00".repeat(32))),
        ("nonce", "/nonce", json!("00".repeat(12))),
        ("the order of slots", "/slots", json!([slots[1], slots[0]])),
        ("the password slot gone:", "/slots", json!([slots[0]])),
        ("a slot more:", "/slots", json!([slots[0], slots[1], other])),
        ("created_gen", "/slots/0/created_gen", json!(2)),
        ("the other slot’s cost", "/slots/1/kdf/m", json!(1_048_576)),
        (
            "the other slot’s commitment",
            "/slots/1/commit",
            json!("00".repeat(32)),
        ),
        (
            "the other slot’s type",
            "/slots/1/type",
            json!("smart-card"),
        ),
    ] {
        let mut header = base().header;
        *header.pointer_mut(pointer).unwrap() = value;
        let name = format!("{name} changed without the key");
        vectors.bytes("header-mac", name, forged(&whole, &header.to_string()));
    }
    let text = base().header.to_string();
    let known = text.replacen('{', "{ ", 1);
    vectors.bytes(
        "header-mac",
        "a space more without the key",
        forged(&whole, &known),
    );
    let more = text.replacen('{', r#"{"x":1,"#, 1);
    vectors.bytes(
        "header-mac",
        "an unknown field more without the key",
        forged(&whole, &more),
    );
}

/// A file with another header, made without the vault's key.
fn forged(whole: &[u8], header: &str) -> Vec<u8> {
    let old = u32::from_be_bytes(whole[12..16].try_into().unwrap()) as usize;
    let length = u32::try_from(header.len()).unwrap().to_be_bytes();
    let mut bytes = [
        &whole[..12],
        &length,
        &whole[16..24],
        header.as_bytes(),
        &whole[24 + old..],
    ]
    .concat();
    make_trailer_good(&mut bytes);
    bytes
}

fn payload(vectors: &mut Vectors) {
    for (name, change) in [
        (
            "the first byte of the payload",
            (|p: &mut Vec<u8>| p[0] ^= 1) as fn(&mut Vec<u8>),
        ),
        ("a byte in the middle of the payload", |p| p[2_048] ^= 0x40),
        ("the last byte of the ciphertext", |p| p[4_095] ^= 1),
        ("the first byte of the tag", |p| p[4_096] ^= 1),
        ("the last byte of the tag", |p| p[4_111] ^= 0x80),
        ("no payload", Vec::clear),
        ("a payload of 15 bytes", |p| p.truncate(15)),
        ("a payload of a tag only", |p| p.truncate(16)),
        ("the payload a byte shorter", |p| p.truncate(4_111)),
        ("the payload a byte longer", |p| p.push(0)),
        ("two blocks swapped", |p| p[..32].rotate_left(16)),
    ] {
        vectors.writer("payload", name, |w| w.change_payload = change);
    }
    let zeros = |field: &'static str, bytes: usize| {
        move |header: &mut Value| header[field] = json!("00".repeat(bytes))
    };
    vectors.header("payload", "sealed with another nonce", zeros("nonce", 12));
    vectors.header(
        "payload",
        "sealed under another salt",
        zeros("payload_salt", 32),
    );
    // The payload of one generation under the header of another.
    let (mut newer, older) = (base(), base().bytes());
    newer.header["generation"] = json!(2);
    let newer = newer.bytes();
    let start = 24 + base().header.to_string().len() + 32;
    let mut mixed = [&newer[..start], &older[start..]].concat();
    make_trailer_good(&mut mixed);
    vectors.bytes("payload", "the payload of the generation before", mixed);
}

fn padding(vectors: &mut Vectors) {
    for (name, change) in [
        (
            "the last byte of the padding is not zero",
            (|p: &mut Vec<u8>| p[4_095] = 1) as fn(&mut Vec<u8>),
        ),
        ("the first byte of the padding is not zero", |p| p[30] = 1),
        ("the content is longer than the plain text", |p| {
            p[..4].copy_from_slice(&4_093_u32.to_be_bytes())
        }),
        ("the content is longer than all files", |p| {
            p[..4].fill(0xff)
        }),
        ("the content is shorter than it is", |p| p[3] -= 1),
        ("the content has no length", |p| p[3] = 0),
        ("a byte of padding too few", |p| p.truncate(4_095)),
        ("a byte of padding too many", |p| p.push(0)),
        ("a step of padding too many", |p| p.resize(8_192, 0)),
        ("no padding", |p| p.truncate(30)),
        ("a plain text of three bytes", |p| p.truncate(3)),
        ("an empty plain text", Vec::clear),
    ] {
        vectors.writer("padding", name, |w| change(&mut w.plain));
    }
}

/// The vault is whole, and what is in it is not what Keytick keeps there.
fn schema(vectors: &mut Vectors) {
    for content in [
        "",
        " ",
        "JBSWY3DPEHPK3PXP",
        "[]",
        "null",
        "1",
        "{",
        "{}",
        r#"{"accounts":[]}"#,
        r#"{"schema":0}"#,
        r#"{"schema":2}"#,
        r#"{"schema":4294967296}"#,
        r#"{"schema":"1"}"#,
        r#"{"schema":1.0}"#,
        r#"{"schema":-1}"#,
        r#"{"schema":null}"#,
        r#"{"schema":true}"#,
        r#"{"schema":1,"accounts":{}}"#,
        r#"{"schema":1,"accounts":null}"#,
        r#"{"schema":1,"accounts":"x"}"#,
        r#"{"schema":1,"moves":7}"#,
        r#"{"schema":1}{}"#,
        r#"{"schema":1,}"#,
        "\u{feff}{\"schema\":1}",
        "{\"schema\":1}\0",
    ] {
        vectors.writer("schema", format!("the payload {content:?}"), |w| {
            w.content(content.as_bytes())
        });
    }
    vectors.writer("schema", "a payload that is not UTF-8", |w| {
        w.content(b"{\"schema\":1,\"x\":\"\xff\"}")
    });
}
