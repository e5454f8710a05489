//! cotp: its database, locked with Argon2id and XChaCha20-Poly1305, the same in the clear as
//! it exports it, and its list of addresses.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use keytick_accounts::Candidate;
use keytick_otp::{KeyUri, Kind, Names, OtpKey, Pin};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::encoding::{exactly, from_base64};
use crate::json::{self, List};
use crate::{Error, Format, Import, Kdf, Probe, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "cotp",
    name: "cotp",
    help: "format-cotp-help",
    extensions: &["cotp", "json"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

/// What cotp always uses; the file does not say.
const KDF: Kdf = Kdf::Argon2 {
    id: true,
    memory_kib: 32 * 1024,
    passes: 4,
    lanes: 4,
};

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    json.has(&["version", "nonce", "salt", "cipher"])
        || json.has(&["version", "elements"])
        || json.keys == ["items"]
            && probe
                .text()
                .is_some_and(|text| text.contains("\"otpauth://"))
}

/// The newest version of the database that is known.
const NEWEST: u64 = 2;

/// Any of the three files.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(default)]
    version: Value,
    #[serde(default)]
    nonce: String,
    #[serde(default)]
    salt: String,
    #[serde(default)]
    cipher: Option<String>,
    #[serde(borrow, default)]
    elements: List<'a>,
    #[serde(default)]
    items: Vec<Zeroizing<String>>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    digits: Value,
    #[serde(default, rename = "type")]
    type_name: String,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    pin: Option<Zeroizing<String>>,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let file: File = json::read(source.bytes, "JSON")?;
    settings::known_version(&file.version, NEWEST)?;
    if !file.items.is_empty() {
        return read_addresses(&file.items, reading);
    }
    let Some(cipher) = file.cipher else {
        return read_elements(&file.elements, reading);
    };
    let opened = opened(&file.nonce, &file.salt, &cipher, reading)?;
    match opened.trim_ascii_start().first() {
        // A database before version 2 was the list alone.
        Some(b'[') => read_elements(&json::read(&opened, "database")?, reading),
        _ => {
            let database: File = json::read(&opened, "database")?;
            settings::known_version(&database.version, NEWEST)?;
            read_elements(&database.elements, reading)
        }
    }
}

fn opened(
    nonce: &str,
    salt: &str,
    cipher: &str,
    reading: &Reading,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let nonce = from_base64(nonce, "nonce")?;
    let nonce = exactly::<24>(&nonce, "nonce")?;
    let salt = from_base64(salt, "salt")?;
    let cipher = from_base64(cipher, "cipher")?;
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(&KDF, reading.password()?.as_bytes(), &salt, &mut *key)?;
    XChaCha20Poly1305::new((&*key).into())
        .decrypt(&XNonce::from(*nonce), cipher.as_slice())
        .map(Zeroizing::new)
        .map_err(|_| Error::WrongPassword)
}

fn read_elements(list: &List, reading: &Reading) -> Result<Import, Error> {
    entries::read(list, reading, |place, entry: Entry| {
        let names = Names::exact(
            entry.issuer.as_deref().unwrap_or_default(),
            entry.label.as_deref().unwrap_or_default(),
        );
        let account = candidate(place, &entry, &names);
        [(names, account)]
    })
}

fn candidate(place: usize, entry: &Entry, names: &Names) -> Result<Candidate, Error> {
    let pin = || Pin::new(entry.pin.as_deref().map_or("", String::as_str));
    let kind = match entry.type_name.to_ascii_lowercase().as_str() {
        "totp" => Kind::Totp {
            algorithm: settings::algorithm(&entry.algorithm)?.unwrap_or_default(),
            digits: settings::digits(&entry.digits)?.unwrap_or_default(),
            period: settings::period(&entry.period)?.unwrap_or_default(),
        },
        "hotp" => Kind::Hotp {
            algorithm: settings::algorithm(&entry.algorithm)?.unwrap_or_default(),
            digits: settings::digits(&entry.digits)?.unwrap_or_default(),
            counter: settings::counter(&entry.counter)?.unwrap_or_default(),
        },
        "steam" => Kind::Steam,
        "motp" => Kind::Motp { pin: pin()? },
        "yandex" => Kind::Yandex { pin: pin()? },
        _ => return Err(settings::unknown_type(&entry.type_name)),
    };
    let secret = entry.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    let notes = note
        .into_iter()
        .chain(settings::counter_note(&key.kind, &entry.counter));
    Ok(Candidate {
        order: i64::try_from(place).ok(),
        ..entries::candidate(key, notes, names)
    })
}

fn read_addresses(items: &[Zeroizing<String>], reading: &Reading) -> Result<Import, Error> {
    reading.entries(items.len())?;
    let mut import = Import::default();
    for (place, item) in items.iter().enumerate() {
        let names = KeyUri::names(item).unwrap_or_else(|| Names::exact("", ""));
        let account = KeyUri::parse(item).map(Candidate::from);
        import.entry(&entries::name(&names, place), account.map_err(Error::from));
    }
    Ok(import)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_base64;
    use crate::formats::testing::{check_lock, read, rows, skipped};

    const ELEMENTS: &str = r#"[
        {"secret":"GEZDGNBVGY3TQOJQ","issuer":"Acme","label":"me","digits":8,"type":"TOTP",
         "algorithm":"SHA512","period":60,"counter":null,"pin":null},
        {"secret":"GEZDGNBVGY3TQOJQ","issuer":"Acme","label":"you","digits":6,"type":"HOTP",
         "algorithm":"SHA1","period":30,"counter":3,"pin":null},
        {"secret":"GEZDGNBVGY3TQOJQ","issuer":"Steam","label":"","digits":5,"type":"STEAM",
         "algorithm":"SHA1","period":30,"counter":null,"pin":null},
        {"secret":"e3152afee62599c8","issuer":"Mobile","label":"","digits":6,"type":"MOTP",
         "algorithm":"MD5","period":10,"counter":null,"pin":"1234"},
        {"secret":"LA2V6KMCGYMWWVEW64RNP3JA3I","issuer":"Yandex","label":"","digits":8,
         "type":"YANDEX","algorithm":"SHA256","period":30,"counter":null,"pin":null}]"#;

    fn check(import: &Import) {
        assert_eq!(
            rows(import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA512|8|60",
                "Acme|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#3",
                "Steam||steam|GEZDGNBVGY3TQOJQ|SHA1|5|30",
                "Mobile||motp|e3152afee62599c8|MD5|6|10|1234"
            ]
        );
        assert_eq!(skipped(import), ["Yandex: otp-pin-missing"]);
    }

    fn locked(database: &str) -> String {
        let (nonce, salt) = ([1; 24], [2; 16]);
        let mut key = [0; 32];
        let derived = Reading::new(None).derive(&KDF, b"test", &salt, &mut key);
        derived.unwrap();
        let sealed = XChaCha20Poly1305::new((&key).into())
            .encrypt(&XNonce::from(nonce), database.as_bytes())
            .unwrap();
        format!(
            r#"{{"version":1,"nonce":"{}","salt":"{}","cipher":"{}"}}"#,
            to_base64(&nonce),
            to_base64(&salt),
            to_base64(&sealed)
        )
    }

    #[test]
    fn its_database_locked_and_in_the_clear() {
        let database = format!(r#"{{"version":2,"elements":{ELEMENTS}}}"#);
        check(&read(&FORMAT, database.as_bytes(), None).unwrap());
        let locked_database = locked(&database);
        check(&read(&FORMAT, locked_database.as_bytes(), Some("test")).unwrap());
        check_lock(&FORMAT, locked_database.as_bytes());
        let older = locked(ELEMENTS);
        check(&read(&FORMAT, older.as_bytes(), Some("test")).unwrap());
    }

    #[test]
    fn its_list_of_addresses() {
        let file = br#"{"items":["otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQ&lock=false",
            "otpauth://totp/Odd:me?secret=0"]}"#;
        let import = read(&FORMAT, file, None).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"]);
        assert_eq!(skipped(&import), ["Odd (me): otp-secret-character"]);
    }
}
