//! TOTP Authenticator (BinaryBoot): its backup, which is always locked, with a password that
//! every copy of the app has where the person set none; and its preferences on Android.
//!
//! The key is SHA-256 of the password, the cipher AES-256-CBC with an IV of zeros. Nothing
//! authenticates the file: what comes out is right if it is JSON.

use std::collections::BTreeMap;

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Kind, Names, OtpKey, Secret};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::encoding::from_base64;
use crate::json::{self, List};
use crate::{Error, Format, Import, Probe, Reading, Source, cipher, entries, settings, xml};

pub(super) const FORMAT: Format = Format {
    id: "totp-authenticator",
    name: "TOTP Authenticator",
    help: "format-totp-authenticator-help",
    extensions: &["encrypt", "bin", "xml"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

const PREFERENCE: &str = "STATIC_TOTP_CODES_LIST";
/// What the app locks with where a person chose nothing.
const BUILT_IN_PASSWORD: &str = "TotpAuthenticator";
const BLOCK: usize = 16;

/// One run of base64 that is whole blocks long, or the preferences.
fn detect(probe: &Probe) -> bool {
    const SHORTEST: usize = 64;
    let is_blocks = |text: &str| {
        let text = text.trim();
        let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(&byte);
        text.len() >= SHORTEST
            && text.bytes().all(is_base64)
            && from_base64(text, "").is_ok_and(|bytes| bytes.len().is_multiple_of(BLOCK))
    };
    probe.markup_with(PREFERENCE) || probe.text().is_some_and(is_blocks)
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    if source.bytes.trim_ascii_start().starts_with(b"<") {
        let values = xml::preferences(source.bytes)?;
        let list = values.into_iter().find(|(name, _)| name == PREFERENCE);
        let (_, list) = list.ok_or(Error::Damaged { what: PREFERENCE })?;
        return read_list(Zeroizing::new(list).as_bytes(), reading);
    }
    let text = std::str::from_utf8(source.bytes).map_err(|_| Error::Damaged { what: "base64" })?;
    let sealed = from_base64(text, "base64")?;
    reading.unmarked.set(true);
    let list = match reading.password {
        Some(password) => {
            reading.locked.set(true);
            opened(&sealed, password).ok_or(Error::WrongPassword)?
        }
        None => opened(&sealed, BUILT_IN_PASSWORD).ok_or(Error::PasswordNeeded)?,
    };
    read_list(list.as_bytes(), reading)
}

/// The list: it stands as the only key of an object.
fn opened(sealed: &[u8], password: &str) -> Option<Zeroizing<String>> {
    let key = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(password)));
    let plain = cipher::open_cbc(&key, &[0; BLOCK], sealed).ok()?;
    let object: BTreeMap<String, IgnoredAny> = serde_json::from_slice(&plain).ok()?;
    object.into_keys().next().map(Zeroizing::new)
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    key: Option<Zeroizing<String>>,
    #[serde(default)]
    base: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default, rename = "isFavorite")]
    favourite: Option<bool>,
}

/// Older versions put each entry into a text of its own.
#[derive(Deserialize)]
#[serde(untagged)]
enum Shape {
    Object(Entry),
    Text(Zeroizing<String>),
}

fn read_list(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let list: List = json::read(bytes, "JSON")?;
    entries::read(&list, reading, |_, shape: Shape| {
        let entry = match shape {
            Shape::Object(entry) => Ok(entry),
            Shape::Text(text) => serde_json::from_str::<Entry>(&text),
        };
        let Ok(entry) = entry else {
            let damaged = Error::EntryDamaged;
            return [(Names::exact("", ""), Err(damaged))];
        };
        let names = Names::exact(
            entry.issuer.as_deref().unwrap_or_default(),
            entry.name.as_deref().unwrap_or_default(),
        );
        let account = candidate(&entry, &names);
        [(names, account)]
    })
}

fn candidate(entry: &Entry, names: &Names) -> Result<Candidate, Error> {
    let text = entry.key.as_deref().ok_or(Error::NoKey)?;
    let (secret, note) = match number(&entry.base) {
        Some(16) => (Secret::from_hex(text)?, None),
        Some(32) => Secret::from_base32(text)?,
        Some(64) => {
            let bytes = from_base64(text, "key")?;
            (Secret::from_bytes(bytes.to_vec())?, None)
        }
        _ => return Err(Error::Damaged { what: "base" }),
    };
    let kind = Kind::Totp {
        algorithm: Algorithm::default(),
        digits: settings::digits(&entry.digits)?.unwrap_or_default(),
        period: settings::period(&entry.period)?.unwrap_or_default(),
    };
    Ok(Candidate {
        favourite: entry.favourite.unwrap_or_default(),
        ..entries::candidate(OtpKey::new(secret, kind)?, note, names)
    })
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        value => value.as_u64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_base64;
    use crate::formats::testing::{read, rows, skipped};

    const LIST: &str = r#"[
        {"issuer":"Acme","name":"me","key":"31323334353637383930","base":16,"digits":"6",
         "period":"30","isFavorite":true},
        "{\"issuer\":\"Acme\",\"name\":\"you\",\"key\":\"GEZDGNBVGY3TQOJQ\",\"base\":32,\"digits\":\"8\",\"period\":\"60\"}",
        {"issuer":"Third","name":"","key":"MTIzNDU2Nzg5MA==","base":"64"},
        {"issuer":"Odd","name":"","key":"00","base":58}, "no entry"]"#;

    fn check(import: &Import) {
        assert_eq!(
            rows(import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "Acme|you|totp|GEZDGNBVGY3TQOJQ|SHA1|8|60",
                "Third||totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"
            ]
        );
        assert_eq!(
            skipped(import),
            ["Odd: formats-damaged", "entry 5: formats-entry-damaged"]
        );
        assert!(import.accounts[0].favourite);
    }

    fn locked(password: &str) -> String {
        let key = <[u8; 32]>::from(Sha256::digest(password));
        let object = serde_json::json!({ LIST: "" }).to_string();
        to_base64(&cipher::seal_cbc(&key, &[0; BLOCK], object.as_bytes()))
    }

    #[test]
    fn the_built_in_password_is_tried_first_and_any_other_asked_for() {
        let built_in = locked(BUILT_IN_PASSWORD);
        check(&read(&FORMAT, built_in.as_bytes(), None).unwrap());
        let own = locked("own");
        check(&read(&FORMAT, own.as_bytes(), Some("own")).unwrap());
        crate::formats::testing::check_lock(&FORMAT, own.as_bytes());
    }

    #[test]
    fn the_preferences_hold_the_same_list() {
        let escaped = LIST.replace('&', "&amp;").replace('"', "&quot;");
        let file = format!(
            "<?xml version='1.0' encoding='utf-8'?>\n<map><int name=\"a\" value=\"1\" />\
             <string name=\"{PREFERENCE}\">{escaped}</string></map>"
        );
        check(&read(&FORMAT, file.as_bytes(), None).unwrap());
    }
}
