//! Writes the vaults of `tests/fixtures/vaults` again, with the same "random" bytes, and
//! compares: the format must not change without anybody noticing.
//!
//! `KEYTICK_WRITE_GOLDEN=1 cargo test -p keytick-vault golden` writes files that are not
//! there yet; those that are there are never overwritten.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::fields::{Fields, hex};
use crate::frame::Frame;
use crate::header::Header;
use crate::keys::{Key, derive_pair};
use crate::slot::{Kdf, Prepared, Slot};
use crate::{Error, KdfCost, Password, RecoveryKey, SlotKind, Stamp, cipher, file};

const TRAILER: [u8; 32] = [0x5a; 32];

/// Bytes that are the same every time: SHA-256 of a name and a counter.
struct Deterministic {
    name: &'static str,
    counter: u32,
}

impl Deterministic {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), Error> {
        for part in buffer.chunks_mut(32) {
            let hash = Sha256::new()
                .chain_update(self.name)
                .chain_update(self.counter.to_be_bytes())
                .finalize();
            part.copy_from_slice(&hash[..part.len()]);
            self.counter += 1;
        }
        Ok(())
    }
}

/// A vault in the making.
struct Golden {
    random: Deterministic,
    key: Key,
    header: Header,
    /// What opens it, as it goes into the description beside the vault.
    opens: Vec<(&'static str, String)>,
}

impl Golden {
    fn new(name: &'static str) -> Self {
        let mut random = Deterministic { name, counter: 0 };
        let key = Key::generate(&mut |buffer| random.fill(buffer)).unwrap();
        let stamp = Stamp {
            now: 1_767_225_600,
            writer: "keytick 0.1.0".to_owned(),
            device: *b"\x01\x23\x45\x67\x89\xab\xcd\xef",
        };
        let header = Header::new(&stamp, &mut |buffer| random.fill(buffer)).unwrap();
        Self {
            random,
            key,
            header,
            opens: Vec::new(),
        }
    }

    fn password(self, cost: KdfCost, text: &str) -> Self {
        let password = Password::new(Zeroizing::new(text.to_owned())).unwrap();
        let secret = password.as_bytes().to_vec();
        self.slot(
            SlotKind::Password,
            |random| Kdf::argon2id(cost, random),
            &secret,
            ("password", text.to_owned()),
        )
    }

    fn recovery(mut self) -> Self {
        let key = RecoveryKey::generate_from(&mut |buffer| self.random.fill(buffer)).unwrap();
        let shown = key.groups().map(|group| group.to_string()).join("-");
        let opens = ("recovery", shown);
        self.slot(
            SlotKind::Recovery,
            |random| Kdf::hkdf(random),
            key.as_bytes(),
            opens,
        )
    }

    fn keychain(self) -> Self {
        let secret = [0xc4; 32];
        let opens = ("keychain", hex(&secret));
        self.slot(
            SlotKind::OsKeychain,
            |random| Kdf::hkdf(random),
            &secret,
            opens,
        )
    }

    fn slot(
        mut self,
        kind: SlotKind,
        kdf: impl FnOnce(crate::random::Random) -> Result<Kdf, Error>,
        secret: &[u8],
        opens: (&'static str, String),
    ) -> Self {
        let random = &mut |buffer: &mut [u8]| self.random.fill(buffer);
        let prepared = Prepared::new(kind.clone(), kdf(random).unwrap(), secret).unwrap();
        let (generation, vault_id) = (self.header.generation, self.header.vault_id);
        let make = |id, old: Option<&Slot>| {
            prepared.wrap(id, generation, vault_id, &self.key, old, random)
        };
        self.header.replace_slot(&kind, make).unwrap();
        self.opens.push(opens);
        self
    }

    /// What a version after this one might write.
    fn written_by_a_later_version(mut self) -> Self {
        self.header.minor = 7;
        self.header.generation = 41;
        self.header.parents = vec![TRAILER, [0xa5; 32]];
        for slot in [
            r#"{"id":9,"type":"fido2-hmac-secret","credential":"AQID","salt":"00ff"}"#,
            r#"{"id":4000000000,"type":"smart-card","deep":{"a":[1,{"b":null}],"n":1e2}}"#,
        ] {
            let fields = Fields::parse(slot.as_bytes()).unwrap();
            self.header.slots.push(Slot::read(fields).unwrap());
        }
        let json = self.header.to_json().unwrap();
        let mut fields = Fields::parse(&json).unwrap();
        fields.set("colour", &"teal");
        fields.set("crit", &["slots", "nonce"]);
        self.header = Header::parse(&fields.to_json(), 7).unwrap();
        self
    }

    fn check(self, payload: &[u8]) {
        let name = self.random.name;
        let built = file::build(&self.header, &self.key, payload).unwrap();
        let mut about = Fields::default();
        for (what, value) in &self.opens {
            about.set(what, value);
        }
        about.set("payload_size", &payload.len());
        about.set("payload_sha256", &hex(&Sha256::digest(payload)));
        let mut about = about.to_json();
        about.push(b'\n');
        same_or_new(&format!("{name}.keytick"), &built.bytes);
        same_or_new(&format!("{name}.json"), &about);
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vaults")
}

fn same_or_new(name: &str, bytes: &[u8]) {
    let path = folder().join(name);
    if std::env::var_os("KEYTICK_WRITE_GOLDEN").is_some() && !path.exists() {
        std::fs::write(&path, bytes).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(kept == bytes, "{name} would be written differently today");
}

fn text(length: usize) -> Vec<u8> {
    b"The quick brown fox. "
        .iter()
        .copied()
        .cycle()
        .take(length)
        .collect()
}

#[test]
fn golden_smallest() {
    Golden::new("v1-empty").recovery().check(b"");
}

#[test]
fn golden_password() {
    Golden::new("v1-password")
        .password(KdfCost::cheap(), "correct horse battery staple")
        .check(br#"{"schema":1,"accounts":[]}"#);
}

#[test]
fn golden_password_with_the_real_cost() {
    Golden::new("v1-floor-cost")
        .password(KdfCost::FLOOR, "correct horse battery staple")
        .recovery()
        .check(&text(1_000));
}

#[test]
fn golden_password_beyond_ascii() {
    // NFKC makes the ligature two letters, the full-width digit a plain one, and composes
    // the umlaut.
    Golden::new("v1-unicode")
        .password(
            KdfCost::cheap(),
            " Zu\u{308}rich \u{fb01}ve \u{ff15} 密码 🔑 ",
        )
        .check(&text(10));
}

#[test]
fn golden_every_slot_type() {
    Golden::new("v1-slots")
        .password(KdfCost::cheap(), "hunter2")
        .recovery()
        .keychain()
        .check(&text(4_092));
}

#[test]
fn golden_written_by_a_later_minor_version() {
    Golden::new("v1-future")
        .password(KdfCost::cheap(), "hunter2")
        .recovery()
        .written_by_a_later_version()
        .check(&text(4_093));
}

#[test]
fn golden_payload_beyond_the_steps() {
    Golden::new("v1-large").recovery().check(&text(70_000));
}

/// A value from the last table of the format's description.
fn described(what: &str) -> Vec<u8> {
    let line = include_str!("../FORMAT.md")
        .lines()
        .find(|line| line.starts_with(&format!("| {what} | `")))
        .unwrap();
    let value = line.split('`').nth(1).unwrap();
    data_encoding::HEXLOWER.decode(value.as_bytes()).unwrap()
}

#[test]
fn the_numbers_in_the_description_of_the_format_are_right() {
    let bytes = std::fs::read(folder().join("v1-password.keytick")).unwrap();
    let (frame, header) = file::parse(&bytes).unwrap();
    let slot = &header.slots[0];
    let kdf: Fields = slot.fields().get("kdf").unwrap();
    let salt = kdf.hex("salt").unwrap();
    let slow = KdfCost::cheap()
        .derive(b"correct horse battery staple", &salt)
        .unwrap();
    let (slot_key, commitment) = derive_pair(slow.as_bytes(), &salt, b"slot/1\0\x01");
    let wrap: Fields = slot.fields().get("wrap").unwrap();
    let mut vault_key = wrap.hex::<48>("ct").unwrap();
    let aad = described("the slot's associated data");
    cipher::decrypt(&slot_key, &wrap.hex("nonce").unwrap(), &aad, &mut vault_key).unwrap();
    let key = Key::filled(|out| {
        out.copy_from_slice(&vault_key[..32]);
        Ok::<_, ()>(())
    });
    let key = key.unwrap();
    let header_key = key.derive(header.vault_id.as_bytes(), b"hdr/1");
    let payload_key = key.derive(&header.payload_salt, b"pay/1");
    let before_payload = Frame::before_payload(frame.authenticated, frame.mac);
    for (what, value) in [
        ("Argon2id of the password", slow.as_bytes().as_slice()),
        ("slot key", slot_key.as_bytes()),
        ("commitment", &commitment),
        ("vault key", key.as_bytes()),
        ("header key", header_key.as_bytes()),
        ("header MAC", frame.mac),
        ("payload key", payload_key.as_bytes()),
        ("the payload's associated data", &before_payload),
    ] {
        assert_eq!(hex(&described(what)), hex(value), "{what}");
    }
    let mut plain = frame.payload.to_vec();
    cipher::decrypt(&payload_key, &header.nonce, &before_payload, &mut plain).unwrap();
    let shown = described("plain text");
    assert_eq!(
        (&plain[..shown.len()], shown.len() + 4_066),
        (&shown[..], 4_096)
    );
}

#[test]
fn every_golden_vault_has_its_own_id() {
    let id = |name| Golden::new(name).header.vault_id;
    assert_ne!(id("a"), id("b"));
    assert_ne!(id("a"), Uuid::nil());
}
