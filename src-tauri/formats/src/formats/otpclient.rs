//! OTPClient's database of versions 2 and 3: Argon2id with costs in the header, AES-256-GCM
//! with an IV of 16 bytes, and the whole header authenticated. Inside is a JSON list.

use aes::Aes256;
use aes_gcm::AesGcm;
use aes_gcm::aead::consts::U16;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use keytick_accounts::Candidate;
use keytick_otp::{Kind, Names, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Format, Import, Kdf, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "otpclient",
    name: "OTPClient",
    help: "format-otpclient-help",
    extensions: &["enc"],
    reads_encrypted: true,
    detect: |probe| probe.bytes().starts_with(MAGIC),
    read: Some(read),
    write: None,
};

const MAGIC: &[u8] = b"OTPClient";
const IV_BYTES: usize = 16;
const SALT_BYTES: usize = 32;

const DAMAGED: Error = Error::Damaged { what: "header" };

struct Header<'a> {
    iv: &'a [u8; IV_BYTES],
    salt: &'a [u8; SALT_BYTES],
    kdf: Kdf,
    /// All of it, which is authenticated.
    bytes: &'a [u8],
    sealed: &'a [u8],
}

/// Version 3 is packed and its numbers are big-endian; version 2 is a C structure as it lay in
/// memory, with its version number aligned to four bytes.
fn header(bytes: &[u8]) -> Result<Header<'_>, Error> {
    let word = |at: usize| bytes.get(at..)?.first_chunk::<4>().copied();
    let big_endian = word(MAGIC.len()).map(u32::from_be_bytes);
    let little_endian = word(12).map(u32::from_le_bytes);
    let (iv_at, number): (_, fn([u8; 4]) -> u32) = match (big_endian, little_endian) {
        (Some(3), _) => (MAGIC.len() + 4, u32::from_be_bytes),
        (_, Some(2)) => (16, u32::from_le_bytes),
        _ => return Err(DAMAGED),
    };
    let salt_at = iv_at + IV_BYTES;
    let numbers_at = salt_at + SALT_BYTES;
    let cost = |index: usize| word(numbers_at + 4 * index).map(number).ok_or(DAMAGED);
    let kdf = Kdf::Argon2 {
        id: true,
        passes: cost(0)?,
        memory_kib: cost(1)?,
        lanes: cost(2)?,
    };
    let (header, sealed) = bytes.split_at_checked(numbers_at + 12).ok_or(DAMAGED)?;
    Ok(Header {
        iv: header[iv_at..].first_chunk().ok_or(DAMAGED)?,
        salt: header[salt_at..].first_chunk().ok_or(DAMAGED)?,
        kdf,
        bytes: header,
        sealed,
    })
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let header = header(source.bytes)?;
    let password = reading.password()?.as_bytes();
    let opened = match opened(&header, password, reading)? {
        Some(opened) => opened,
        None => opened_as_before(&header, reading)?,
    };
    // Version 2 sealed the zero at the end of a C string along.
    let json = opened.strip_suffix(&[0]).unwrap_or(&opened);
    let list: List = json::read(json, "database")?;
    entries::read(&list, reading, |place, entry: Entry| {
        let names = Names::exact(
            entry.issuer.as_deref().unwrap_or_default(),
            entry.label.as_deref().unwrap_or_default(),
        );
        let account = candidate(place, &entry, &names);
        [(names, account)]
    })
}

/// Older programs took the password's number of characters for its number of bytes.
fn opened_as_before(header: &Header, reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let password = reading.password()?;
    let characters = password.chars().count();
    if characters == password.len() {
        return Err(Error::WrongPassword);
    }
    let opened = opened(header, &password.as_bytes()[..characters], reading)?;
    opened.ok_or(Error::WrongPassword)
}

/// None if the password is another.
fn opened(
    header: &Header,
    password: &[u8],
    reading: &Reading,
) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(&header.kdf, password, header.salt, &mut *key)?;
    let payload = Payload {
        msg: header.sealed,
        aad: header.bytes,
    };
    let cipher = AesGcm::<Aes256, U16>::new((&*key).into());
    let opened = cipher.decrypt(header.iv.into(), payload);
    Ok(opened.ok().map(Zeroizing::new))
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default, rename = "type")]
    type_name: String,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    algo: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    group: Option<String>,
}

/// The program makes Steam's codes for whatever has the issuer Steam.
fn candidate(place: usize, entry: &Entry, names: &Names) -> Result<Candidate, Error> {
    let kind = match entry.type_name.to_ascii_uppercase().as_str() {
        "TOTP" if names.issuer.eq_ignore_ascii_case("steam") => Kind::Steam,
        "TOTP" => Kind::Totp {
            algorithm: settings::algorithm(&entry.algo)?.unwrap_or_default(),
            digits: settings::digits(&entry.digits)?.unwrap_or_default(),
            period: settings::period(&entry.period)?.unwrap_or_default(),
        },
        "HOTP" => Kind::Hotp {
            algorithm: settings::algorithm(&entry.algo)?.unwrap_or_default(),
            digits: settings::digits(&entry.digits)?.unwrap_or_default(),
            counter: settings::counter(&entry.counter)?.unwrap_or_default(),
        },
        _ => return Err(settings::unknown_type(&entry.type_name)),
    };
    let secret = entry.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    let notes = note
        .into_iter()
        .chain(settings::counter_note(&key.kind, &entry.counter));
    Ok(Candidate {
        tags: entry
            .group
            .iter()
            .filter(|group| !group.is_empty())
            .cloned()
            .collect(),
        order: i64::try_from(place).ok(),
        ..entries::candidate(key, notes, names)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{check_lock, read, rows, skipped};

    const LIST: &str = r#"[
        {"type":"TOTP","label":"me","issuer":"Acme","digits":8,"algo":"SHA256",
         "secret":"GEZDGNBVGY3TQOJQ","period":60,"group":"Work"},
        {"type":"HOTP","label":"you","issuer":"Acme","digits":6,"algo":"SHA1",
         "secret":"GEZDGNBVGY3TQOJQ","counter":3},
        {"type":"TOTP","label":"me","issuer":"steam","digits":5,"algo":"SHA1",
         "secret":"GEZDGNBVGY3TQOJQ","period":30},
        {"type":"XOTP","label":"odd","issuer":"","digits":6,"algo":"SHA1","secret":""}]"#;

    fn sealed(version: u32, password: &[u8], plain: &[u8]) -> Vec<u8> {
        const COSTS: [u32; 3] = [1, 8192, 1];
        let (iv, salt) = ([5; IV_BYTES], [6; SALT_BYTES]);
        let mut bytes = MAGIC.to_vec();
        let number = |number: u32| match version {
            3 => number.to_be_bytes(),
            _ => number.to_le_bytes(),
        };
        if version == 2 {
            bytes.extend([0; 3]);
        }
        bytes.extend(number(version));
        bytes.extend(iv);
        bytes.extend(salt);
        bytes.extend(COSTS.into_iter().flat_map(number));
        let kdf = header(&bytes).unwrap().kdf;
        let mut key = [0; 32];
        let derived = Reading::new(None).derive(&kdf, password, &salt, &mut key);
        derived.unwrap();
        let payload = Payload {
            msg: plain,
            aad: &bytes,
        };
        let cipher = AesGcm::<Aes256, U16>::new((&key).into());
        let sealed = cipher.encrypt((&iv).into(), payload).unwrap();
        bytes.extend(sealed);
        bytes
    }

    fn check(import: &Import) {
        assert_eq!(
            rows(import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
                "Acme|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#3",
                "steam|me|steam|GEZDGNBVGY3TQOJQ|SHA1|5|30"
            ]
        );
        assert_eq!(skipped(import), ["odd: formats-unknown-type"]);
        assert_eq!(import.accounts[0].tags, ["Work"]);
    }

    #[test]
    fn both_versions() {
        let three = sealed(3, b"test", LIST.as_bytes());
        check(&read(&FORMAT, &three, Some("test")).unwrap());
        check_lock(&FORMAT, &three);
        let two = sealed(2, b"test", format!("{LIST}\0").as_bytes());
        check(&read(&FORMAT, &two, Some("test")).unwrap());
        check_lock(&FORMAT, &two);
    }

    #[test]
    fn a_password_that_an_older_program_cut_short() {
        let password = "pässwörd";
        let cut = &password.as_bytes()[..8];
        let bytes = sealed(2, cut, LIST.as_bytes());
        check(&read(&FORMAT, &bytes, Some(password)).unwrap());
    }

    #[test]
    fn a_cut_header_is_damaged() {
        let bytes = sealed(3, b"test", b"");
        for end in MAGIC.len()..bytes.len() - 16 {
            let refused = read(&FORMAT, &bytes[..end], Some("test"));
            assert_eq!(refused, Err(DAMAGED), "{end}");
        }
    }
}
