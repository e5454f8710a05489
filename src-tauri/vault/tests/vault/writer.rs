//! A second, tiny implementation of the format, written from `FORMAT.md`: it writes vaults
//! with one fault each, which the real one never would.

use std::collections::BTreeMap;
use std::sync::Mutex;

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{AeadInOut, KeyInit};
use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::HEXLOWER;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Opens the recovery slot of every vault written here.
pub const RECOVERY: &str = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXPY";
/// A recovery key without mistakes that opens nothing.
pub const OTHER_RECOVERY: &str = "0000-0000-0000-0000-0000-0000-0000-0000";
/// Opens the password slot, where there is one.
pub const PASSWORD: &str = "hunter2";
pub const VAULT_ID: &str = "00112233-4455-4677-8899-aabbccddeeff";

const KEY: [u8; 32] = [0x11; 32];
const SALT: [u8; 32] = [0x22; 32];
const NONCE: [u8; 12] = [0x33; 12];

/// A vault in parts; each part can be changed before `bytes` puts them together.
pub struct Writer {
    pub magic: [u8; 8],
    pub version: (u16, u16),
    pub header: Value,
    /// Stands in the file in the place of `header`.
    pub header_text: Option<Vec<u8>>,
    /// Added to the lengths in the frame.
    pub length_lies: (i64, i64),
    /// The plain text, padded.
    pub plain: Vec<u8>,
    pub change_mac: fn(&mut [u8]),
    pub change_payload: fn(&mut Vec<u8>),
}

impl Writer {
    /// A whole vault with a recovery slot and the payload `abc`.
    pub fn new() -> Self {
        let header = json!({
            "vault_id": VAULT_ID,
            "generation": 1,
            "parents": [],
            "device_id": "0102030405060708",
            "written_at": 1_767_225_600,
            "writer": "a test",
            "payload_salt": HEXLOWER.encode(&SALT),
            "nonce": HEXLOWER.encode(&NONCE),
            "slots": [recovery_slot(1)],
            "crit": [],
        });
        let mut writer = Self {
            magic: *b"\x89KTK\r\n\x1a\n",
            version: (1, 0),
            header,
            header_text: None,
            length_lies: (0, 0),
            plain: Vec::new(),
            change_mac: |_| {},
            change_payload: |_| {},
        };
        writer.content(b"abc");
        writer
    }

    /// The same with one change.
    pub fn with(change: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut writer = Self::new();
        change(&mut writer);
        writer.bytes()
    }

    /// With another header text and everything around it right.
    pub fn with_header_text(text: impl Into<Vec<u8>>) -> Vec<u8> {
        Self::with(|writer| writer.header_text = Some(text.into()))
    }

    /// Sets the payload, which fits into the smallest padding.
    pub fn content(&mut self, content: &[u8]) {
        self.plain = vec![0; 4096];
        let length = u32::try_from(content.len()).unwrap();
        self.plain[..4].copy_from_slice(&length.to_be_bytes());
        self.plain[4..4 + content.len()].copy_from_slice(content);
    }

    pub fn bytes(self) -> Vec<u8> {
        let header = self
            .header_text
            .unwrap_or_else(|| self.header.to_string().into_bytes());
        let payload_len = self.plain.len() as i64 + 16 + self.length_lies.1;
        let header_len = header.len() as i64 + self.length_lies.0;
        let mut file = self.magic.to_vec();
        file.extend(self.version.0.to_be_bytes());
        file.extend(self.version.1.to_be_bytes());
        file.extend((header_len as u32).to_be_bytes());
        let payload_len_at = file.len();
        file.extend((payload_len as u64).to_be_bytes());
        file.extend(&header);
        let mut mac = header_mac(&file);
        (self.change_mac)(&mut mac);
        file.extend(&mac);
        let aad = Sha256::digest(&file);
        let mut payload = encrypt(&derive(&KEY, &SALT, b"pay/1"), &NONCE, &aad, &self.plain);
        let right_len = payload.len();
        (self.change_payload)(&mut payload);
        if payload.len() != right_len {
            // The frame fits the shorter payload, so that its own check is the one to fail.
            let length = (payload.len() as u64).to_be_bytes();
            file[payload_len_at..payload_len_at + 8].copy_from_slice(&length);
            let mac_at = file.len() - 32;
            let mac = header_mac(&file[..mac_at]);
            file[mac_at..].copy_from_slice(&mac);
        }
        file.extend(&payload);
        file.extend([0; 32]);
        make_trailer_good(&mut file);
        file
    }
}

/// Writes the right trailer over the last 32 bytes.
pub fn make_trailer_good(file: &mut [u8]) {
    let end = file.len() - 32;
    let trailer = Sha256::digest(&file[..end]);
    file[end..].copy_from_slice(&trailer);
}

pub fn recovery_slot(id: u32) -> Value {
    let secret = RECOVERY.replace('-', "");
    let kdf = json!({"name": "hkdf-sha256", "salt": HEXLOWER.encode(&SALT)});
    slot(
        "recovery",
        2,
        id,
        kdf,
        secret.as_bytes(),
        &[&[0, 2][..], &[0; 16]].concat(),
    )
}

/// A password slot with these Argon2id numbers: KiB, passes, lanes.
pub fn password_slot(id: u32, (m, t, p): (u32, u32, u32)) -> Value {
    let secret = argon2id((m, t, p));
    let kdf = json!({"name": "argon2id", "v": 19, "m": m, "t": t, "p": p, "salt": HEXLOWER.encode(&SALT)});
    let numbers = [19, m, t, p].map(u32::to_be_bytes).concat();
    slot(
        "password",
        1,
        id,
        kdf,
        &secret,
        &[&[0, 1], &numbers[..]].concat(),
    )
}

/// Argon2id of [`PASSWORD`], once for each cost.
fn argon2id((m, t, p): (u32, u32, u32)) -> [u8; 32] {
    static KNOWN: Mutex<BTreeMap<(u32, u32, u32), [u8; 32]>> = Mutex::new(BTreeMap::new());
    *KNOWN.lock().unwrap().entry((m, t, p)).or_insert_with(|| {
        let mut secret = [0; 32];
        let params = Params::new(m, t, p, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(PASSWORD.as_bytes(), &SALT, &mut secret)
            .unwrap();
        secret
    })
}

fn slot(name: &str, code: u16, id: u32, kdf: Value, secret: &[u8], numbers: &[u8]) -> Value {
    let mut both = [0; 64];
    let info = [b"slot/1".as_slice(), &code.to_be_bytes()].concat();
    Hkdf::<Sha256>::new(Some(&SALT), secret)
        .expand(&info, &mut both)
        .unwrap();
    let vault_id = HEXLOWER
        .decode(VAULT_ID.replace('-', "").as_bytes())
        .unwrap();
    let aad = [
        b"\x89KTK\r\n\x1a\n".as_slice(),
        &[0, 1],
        &vault_id,
        &id.to_be_bytes(),
        &code.to_be_bytes(),
        numbers,
        &SALT,
    ]
    .concat();
    assert_eq!(aad.len(), 82);
    let wrapped = encrypt(both[..32].try_into().unwrap(), &NONCE, &aad, &KEY);
    json!({
        "id": id,
        "type": name,
        "created_gen": 1,
        "kdf": kdf,
        "commit": HEXLOWER.encode(&both[32..]),
        "wrap": {"nonce": HEXLOWER.encode(&NONCE), "ct": HEXLOWER.encode(&wrapped)},
    })
}

fn header_mac(start: &[u8]) -> [u8; 32] {
    let vault_id = HEXLOWER
        .decode(VAULT_ID.replace('-', "").as_bytes())
        .unwrap();
    let key = derive(&KEY, &vault_id, b"hdr/1");
    let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key).unwrap();
    mac.chain_update(start).finalize().into_bytes().into()
}

fn derive(secret: &[u8], salt: &[u8], info: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(info, &mut key)
        .unwrap();
    key
}

fn encrypt(key: &[u8; 32], nonce: &[u8; 12], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut bytes = plain.to_vec();
    let tag = Aes256Gcm::new(key.into())
        .encrypt_inout_detached(nonce.into(), aad, bytes.as_mut_slice().into())
        .unwrap();
    bytes.extend(tag);
    bytes
}
