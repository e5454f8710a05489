//! Every check with files that have exactly one fault: the class named must be that of the
//! check, and no later one may hide it.

use keytick_vault::{Credential, Error, LockedVault, RecoveryKey};
use serde_json::{Value, json};

use crate::support::{folder, password, path_in};
use crate::writer::{PASSWORD, RECOVERY, Writer, make_trailer_good, password_slot, recovery_slot};

const CHEAP: (u32, u32, u32) = (19 * 1024, 1, 1);

/// Opens a file with the recovery key.
fn open(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    open_with(
        bytes,
        Credential::Recovery(&RecoveryKey::parse(RECOVERY).unwrap()),
    )
}

fn open_with(bytes: &[u8], credential: Credential) -> Result<Vec<u8>, Error> {
    let folder = folder();
    std::fs::write(path_in(&folder), bytes).unwrap();
    let locked = LockedVault::open(&path_in(&folder))?;
    let (_, payload) = locked.unlock(credential)?;
    Ok(payload.to_vec())
}

#[track_caller]
fn check(class: &str, id: &str, bytes: &[u8]) {
    let error = open(bytes).unwrap_err();
    assert_eq!((error.class(), error.id()), (Some(class), id), "{error}");
}

#[track_caller]
fn check_header(class: &str, id: &str, change: impl FnOnce(&mut Value)) {
    check(
        class,
        id,
        &Writer::with(|writer| change(&mut writer.header)),
    );
}

#[track_caller]
fn check_slot(change: impl FnOnce(&mut Value)) {
    check_header("slot", "vault-damaged", |header| {
        change(&mut header["slots"][0])
    });
}

#[test]
fn the_file_they_all_start_from_is_whole() {
    assert_eq!(open(&Writer::new().bytes()).unwrap(), b"abc");
}

#[test]
fn magic() {
    let id = "vault-not-a-vault";
    check(
        "magic",
        id,
        b"\x89PNG\r\n\x1a\n and so on, much longer than a prelude",
    );
    check("magic", id, b"hello");
    check("magic", id, &Writer::with(|w| w.magic[0] = 0x09));
    // A transfer as text.
    let mangled = Writer::with(|_| {})
        .splitn(2, |b| *b == b'\r')
        .collect::<Vec<_>>()
        .concat();
    check("magic", id, &mangled);
}

#[test]
fn length() {
    let id = "vault-damaged";
    check("length", id, b"");
    check("length", id, b"\x89KTK");
    check("length", id, &Writer::with(|w| w.length_lies.0 = 1));
    check("length", id, &Writer::with(|w| w.length_lies.0 = -1));
    check("length", id, &Writer::with(|w| w.length_lies.1 = 1));
    check("length", id, &Writer::with(|w| w.length_lies.0 = 65_537));
    check(
        "length",
        id,
        &Writer::with(|w| w.length_lies.0 = i64::from(u32::MAX)),
    );
    check("length", id, &Writer::with(|w| w.length_lies.1 = 32 << 20));
    check(
        "length",
        id,
        &Writer::with(|w| w.length_lies.1 = i64::MAX - 5_000),
    );
    check("length", id, &Writer::with(|w| w.length_lies.1 = -5_000));
    let mut longer = Writer::new().bytes();
    longer.push(0);
    check("length", id, &longer);
}

#[test]
fn trailer() {
    let mut bytes = Writer::new().bytes();
    *bytes.last_mut().unwrap() ^= 1;
    check("trailer", "vault-damaged", &bytes);
}

#[test]
fn version() {
    let id = "vault-too-new";
    check("version", id, &Writer::with(|w| w.version = (2, 0)));
    // No program ever wrote it, and no newer one will.
    check(
        "version",
        "vault-damaged",
        &Writer::with(|w| w.version = (0, 0)),
    );
    check("version", id, &Writer::with(|w| w.version = (u16::MAX, 0)));
    check_header("version", id, |header| {
        header["crit"] = json!(["slots", "colour"])
    });
    // The frame is read first, also of a later version.
    let mut bytes = Writer::with(|w| w.version = (2, 0));
    *bytes.last_mut().unwrap() ^= 1;
    check("trailer", "vault-damaged", &bytes);
    // What a later version calls a header need not be one.
    let bytes = Writer::with(|w| {
        w.version = (2, 0);
        w.header_text = Some(b"CBOR".to_vec());
    });
    check("version", id, &bytes);
    assert!(open(&Writer::with(|w| w.version = (1, 9))).is_ok());
    assert!(open(&Writer::with(|w| w.header["crit"] = json!(["slots"]))).is_ok());
}

#[test]
fn a_newer_version_is_named() {
    let error = open(&Writer::with(|w| w.version = (2, 1))).unwrap_err();
    let needs = error
        .params()
        .into_iter()
        .find(|(name, _)| *name == "needs");
    assert_eq!(needs, Some(("needs", "format 2.1".to_owned())));
}

#[test]
fn header_text() {
    let whole = Writer::new().header.to_string();
    let twice = whole.replacen('{', r#"{"writer":"x","#, 1);
    let escaped = whole.replacen('{', r#"{"wr\u0069ter":"x","#, 1);
    let deep = whole.replacen('{', r#"{"x":[[[[[[[[]]]]]]]],"#, 1);
    let twice_inside = whole.replacen('{', r#"{"x":{"a":1,"a":2},"#, 1);
    let huge_number = whole.replacen('{', r#"{"x":1e999,"#, 1);
    for text in [
        "".to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        "{".to_owned(),
        "{}".to_owned(),
        format!("{whole}{whole}"),
        format!("\u{feff}{whole}"),
        format!("{whole}\0"),
        twice,
        escaped,
        deep,
        twice_inside,
        huge_number,
        "[".repeat(65_536),
        "{\"a\":".repeat(13_000),
    ] {
        check("header", "vault-damaged", &Writer::with_header_text(text));
    }
    let mut latin1 = whole.into_bytes();
    latin1.splice(1..1, *b"\"x\":\"\xfc\",");
    check("header", "vault-damaged", &Writer::with_header_text(latin1));
}

#[test]
fn every_header_field_must_be_there() {
    let names = Writer::new().header.as_object().unwrap().clone();
    for name in names.keys().filter(|name| *name != "crit") {
        check_header("header", "vault-damaged", |header| {
            header.as_object_mut().unwrap().remove(name);
        });
    }
    let without_crit = Writer::with(|writer| {
        writer.header.as_object_mut().unwrap().remove("crit");
    });
    assert!(open(&without_crit).is_ok());
}

#[test]
fn header_fields_are_within_their_limits() {
    let too_large = (1_u64 << 53).to_string();
    let long_writer = json!("x".repeat(65)).to_string();
    let trailers = json!(vec!["00".repeat(32); 9]).to_string();
    for (name, value) in [
        ("vault_id", r#""{00112233-4455-4677-8899-aabbccddeeff}""#),
        ("vault_id", r#""00112233-4455-4677-8899-AABBCCDDEEFF""#),
        ("vault_id", r#""00112233445546778899aabbccddeeff""#),
        ("vault_id", r#""""#),
        ("generation", "0"),
        ("generation", "-1"),
        ("generation", "1.0"),
        ("generation", "1e2"),
        ("generation", r#""1""#),
        ("generation", "null"),
        ("generation", "18446744073709551616"),
        ("generation", &too_large),
        ("written_at", &too_large),
        ("written_at", "-1"),
        ("parents", "null"),
        ("parents", r#"["00"]"#),
        ("parents", &trailers),
        ("device_id", r#""01020304050607""#),
        ("device_id", r#""010203040506070A""#),
        ("writer", &long_writer),
        ("writer", "7"),
        ("payload_salt", r#""22""#),
        ("nonce", r#""33""#),
        ("slots", "[]"),
        ("slots", "{}"),
        ("slots", "[1]"),
        ("crit", r#""slots""#),
        ("crit", "[1]"),
    ] {
        let value: Value = serde_json::from_str(value).unwrap();
        check_header("header", "vault-damaged", |header| header[name] = value);
    }
}

#[test]
fn slots_are_few_and_have_ids_of_their_own() {
    let other = |id: u32| json!({"id": id, "type": "smart-card"});
    let many: Vec<Value> = (1..=9).map(other).collect();
    check_header("header", "vault-damaged", |header| {
        header["slots"] = json!(many)
    });
    let twins = json!([recovery_slot(1), other(1)]);
    check_header("header", "vault-damaged", |header| header["slots"] = twins);
    for slot in [
        json!({"type": "smart-card"}),
        json!({"id": 0, "type": "smart-card"}),
        json!({"id": 4_294_967_296_u64, "type": "smart-card"}),
        json!({"id": 1}),
        json!({"id": 1, "type": ""}),
        json!({"id": 1, "type": "x".repeat(65)}),
        json!({"id": 1, "type": 7}),
    ] {
        check_header("header", "vault-damaged", |header| {
            header["slots"] = json!([slot])
        });
    }
    let passwords: Vec<Value> = (1..=3).map(|id| password_slot(id, CHEAP)).collect();
    check_header("header", "vault-damaged", |header| {
        header["slots"] = json!(passwords)
    });
}

#[test]
fn slot_fields_must_be_there_and_fit() {
    for name in ["created_gen", "kdf", "commit", "wrap"] {
        check_slot(|slot| {
            slot.as_object_mut().unwrap().remove(name);
        });
    }
    check_slot(|slot| slot["commit"] = json!("00".repeat(31)));
    check_slot(|slot| slot["commit"] = json!("00".repeat(33)));
    check_slot(|slot| slot["commit"] = json!("AA".repeat(32)));
    check_slot(|slot| slot["wrap"]["ct"] = json!("00".repeat(47)));
    check_slot(|slot| slot["wrap"]["nonce"] = json!("00".repeat(16)));
    check_slot(|slot| slot["wrap"] = json!("00"));
    check_slot(|slot| slot["kdf"]["salt"] = json!("00".repeat(16)));
    check_slot(|slot| slot["kdf"]["name"] = json!("scrypt"));
    check_slot(|slot| slot["created_gen"] = json!(-1));
    // A kdf of another type of slot.
    check_slot(|slot| slot["kdf"] = password_slot(1, CHEAP)["kdf"].take());
    check_slot(|slot| slot["type"] = json!("password"));
}

#[test]
fn key_derivation_numbers_are_limited_before_anything_is_derived() {
    let number = |name: &'static str, value: Value| {
        move |header: &mut Value| {
            let mut slot = password_slot(2, CHEAP);
            slot["kdf"][name] = value;
            header["slots"] = json!([recovery_slot(1), slot]);
        }
    };
    for (name, value) in [
        ("m", json!(0)),
        ("m", json!(19 * 1024 - 1)),
        ("m", json!(2048 * 1024 + 1)),
        ("m", json!(u32::MAX)),
        ("m", json!(u64::MAX)),
        ("m", json!(-1)),
        ("m", json!(19456.0)),
        ("m", json!("19456")),
        ("m", json!(null)),
        ("t", json!(0)),
        ("t", json!(33)),
        ("t", json!(u32::MAX)),
        ("p", json!(0)),
        ("p", json!(17)),
        ("p", json!(1_u64 << 32)),
        ("v", json!(16)),
        ("v", json!(20)),
    ] {
        check_header("slot", "vault-damaged", number(name, value));
    }
    // Each number is allowed, their product is not.
    check_header("slot", "vault-damaged", |header| {
        let mut slot = password_slot(2, CHEAP);
        slot["kdf"]["m"] = json!(1024 * 1024);
        slot["kdf"]["t"] = json!(9);
        header["slots"] = json!([recovery_slot(1), slot]);
    });
}

#[test]
fn a_changed_wrapped_key_is_told_from_a_wrong_password() {
    check_header("slot", "vault-tampered", |header| {
        header["slots"][0]["wrap"]["ct"] = json!("00".repeat(48));
    });
    check_header("slot", "vault-tampered", |header| {
        header["slots"][0]["wrap"]["nonce"] = json!("00".repeat(12));
    });
    // A slot that was moved to another id, or into another vault.
    check_header("slot", "vault-tampered", |header| {
        header["slots"][0]["id"] = json!(2)
    });
    check_header("slot", "vault-tampered", |header| {
        header["vault_id"] = json!("11112233-4455-4677-8899-aabbccddeeff");
    });
}

#[test]
fn a_changed_salt_or_commitment_is_a_wrong_key() {
    let id = "vault-wrong-recovery-key";
    check_header("password", id, |header| {
        header["slots"][0]["commit"] = json!("00".repeat(32));
    });
    check_header("password", id, |header| {
        header["slots"][0]["kdf"]["salt"] = json!("00".repeat(32));
    });
}

#[test]
fn password_slots_open_with_their_password_and_their_numbers() {
    let typed = password(PASSWORD);
    let file = |slot: Value| Writer::with(|writer| writer.header["slots"] = json!([slot]));
    for numbers in [CHEAP, (19 * 1024, 2, 4), (20_000, 1, 3)] {
        let bytes = file(password_slot(1, numbers));
        let payload = open_with(&bytes, Credential::Password(&typed)).unwrap();
        assert_eq!(payload, b"abc", "{numbers:?}");
    }
    let wrong = |bytes: &[u8], text: &str| {
        let error = open_with(bytes, Credential::Password(&password(text))).unwrap_err();
        assert_eq!(error.id(), "vault-wrong-password");
    };
    wrong(&file(password_slot(1, CHEAP)), "hunter3");
    for (name, value) in [("m", 19 * 1024 + 4), ("t", 2), ("p", 2)] {
        let mut slot = password_slot(1, CHEAP);
        slot["kdf"][name] = json!(value);
        wrong(&file(slot), PASSWORD);
    }
}

#[test]
fn a_slot_that_is_not_there_is_named() {
    let typed = password(PASSWORD);
    let error = open_with(&Writer::new().bytes(), Credential::Password(&typed)).unwrap_err();
    assert_eq!(
        (error.id(), error.class()),
        ("vault-no-slot", Some("password"))
    );
    assert!(error.to_string().ends_with("it has no password slot"));
}

#[test]
fn header_mac() {
    let id = "vault-tampered";
    check(
        "header-mac",
        id,
        &Writer::with(|w| w.change_mac = |mac| mac[0] ^= 1),
    );
    // Whoever has no key can change the text and make the trailer good again.
    let mut bytes = Writer::new().bytes();
    let writer = bytes.windows(6).position(|part| part == b"a test").unwrap();
    bytes[writer] = b'b';
    make_trailer_good(&mut bytes);
    check("header-mac", id, &bytes);
    let mut bytes = Writer::new().bytes();
    bytes[11] = 1;
    make_trailer_good(&mut bytes);
    check("header-mac", id, &bytes);
}

#[test]
fn payload() {
    let id = "vault-tampered";
    check(
        "payload",
        id,
        &Writer::with(|w| w.change_payload = |p| p[0] ^= 1),
    );
    check(
        "payload",
        id,
        &Writer::with(|w| w.change_payload = |p| *p.last_mut().unwrap() ^= 1),
    );
    check(
        "payload",
        id,
        &Writer::with(|w| w.change_payload = Vec::clear),
    );
    check(
        "payload",
        id,
        &Writer::with(|w| w.change_payload = |p| p.truncate(15)),
    );
    check(
        "payload",
        id,
        &Writer::with(|w| w.change_payload = |p| p.truncate(16)),
    );
    let other_nonce = |header: &mut Value| header["nonce"] = json!("00".repeat(12));
    check_header("payload", id, other_nonce);
    let other_salt = |header: &mut Value| header["payload_salt"] = json!("00".repeat(32));
    check_header("payload", id, other_salt);
}

#[test]
fn padding() {
    let id = "vault-tampered";
    check("padding", id, &Writer::with(|w| w.plain[4095] = 1));
    check("padding", id, &Writer::with(|w| w.plain[7] = 1));
    check("padding", id, &Writer::with(|w| w.plain[0] = 1));
    check("padding", id, &Writer::with(|w| w.plain[..4].fill(0xff)));
    check("padding", id, &Writer::with(|w| w.plain.truncate(4095)));
    check("padding", id, &Writer::with(|w| w.plain.resize(8192, 0)));
    check("padding", id, &Writer::with(|w| w.plain.truncate(3)));
    check("padding", id, &Writer::with(|w| w.plain.clear()));
}

#[test]
fn an_error_shows_neither_secret_nor_content() {
    let bytes = Writer::with_header_text(r#"{"vault_id":"sentinel"}"#);
    let shown = format!("{:?} {0}", open(&bytes).unwrap_err());
    assert!(!shown.contains("sentinel"), "{shown}");
}
