//! Raivo OTP's export: a zip archive, locked as WinZip does it, with one JSON file, which is
//! also read by itself. All values in it are texts.

use keytick_accounts::Candidate;
use keytick_otp::{Kind, Names, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Format, Import, Probe, Reading, Source, entries, settings, zip};

pub(super) const FORMAT: Format = Format {
    id: "raivo",
    name: "Raivo OTP",
    help: "format-raivo-help",
    extensions: &["zip", "json"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

const INSIDE: &str = "raivo-otp-export.json";

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    probe.zip_names().iter().any(|name| name == INSIDE)
        || json.is_array && json.has(&["kind", "timer", "secret"])
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    timer: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    pinned: Value,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    if !source.bytes.starts_with(zip::MAGIC) {
        return read_list(source.bytes, reading);
    }
    let files = zip::unpack(source.bytes, reading, |name| name == INSIDE)?;
    let file = files.first().ok_or(Error::Damaged { what: "zip" })?;
    read_list(&file.bytes, reading)
}

fn read_list(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let list: List = json::read(bytes, "JSON")?;
    entries::read(&list, reading, |place, entry: Entry| {
        let names = Names::exact(
            entry.issuer.as_deref().unwrap_or_default(),
            entry.account.as_deref().unwrap_or_default(),
        );
        let account = candidate(place, &entry, &names);
        [(names, account)]
    })
}

fn candidate(place: usize, entry: &Entry, names: &Names) -> Result<Candidate, Error> {
    let algorithm = settings::algorithm(&entry.algorithm)?.unwrap_or_default();
    let digits = settings::digits(&entry.digits)?.unwrap_or_default();
    let kind = match entry.kind.to_ascii_uppercase().as_str() {
        "TOTP" => Kind::Totp {
            algorithm,
            digits,
            period: settings::period(&entry.timer)?.unwrap_or_default(),
        },
        "HOTP" => Kind::Hotp {
            algorithm,
            digits,
            counter: settings::counter(&entry.counter)?.unwrap_or_default(),
        },
        _ => return Err(settings::unknown_type(&entry.kind)),
    };
    let secret = entry.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    let pinned = matches!(&entry.pinned, Value::Bool(true))
        || entry
            .pinned
            .as_str()
            .is_some_and(|text| text.eq_ignore_ascii_case("true"));
    let notes = note
        .into_iter()
        .chain(settings::counter_note(&key.kind, &entry.counter));
    Ok(Candidate {
        favourite: pinned,
        order: i64::try_from(place).ok(),
        ..entries::candidate(key, notes, names)
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use ::zip::write::SimpleFileOptions;
    use ::zip::{AesMode, CompressionMethod, ZipWriter};

    use super::*;
    use crate::formats::testing::{check_lock, read, rows, skipped};

    const JSON: &[u8] = br#"[
        {"kind": "TOTP", "issuer": "Acme", "account": "me", "secret": "GEZDGNBVGY3TQOJQ",
         "timer": "60", "digits": "8", "algorithm": "SHA512", "counter": "0", "pinned": "true",
         "iconType": "", "iconValue": ""},
        {"kind": "HOTP", "issuer": "Acme", "account": "you", "secret": "GEZDGNBVGY3TQOJQ",
         "timer": "30", "digits": "6", "algorithm": "SHA1", "counter": "7", "pinned": "false"},
        {"kind": "XOTP", "issuer": "Odd", "account": "", "secret": "GEZDGNBVGY3TQOJQ",
         "timer": "30"}]"#;

    fn check(import: &Import) {
        assert_eq!(
            rows(import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA512|8|60",
                "Acme|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#7"
            ]
        );
        assert_eq!(skipped(import), ["Odd: formats-unknown-type"]);
        assert!(import.accounts[0].favourite && !import.accounts[1].favourite);
    }

    #[test]
    fn reads_the_json_by_itself() {
        check(&read(&FORMAT, JSON, None).unwrap());
    }

    #[test]
    fn reads_the_locked_archive() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .with_aes_encryption(AesMode::Aes256, "test");
        zip.start_file(INSIDE, options).unwrap();
        zip.write_all(JSON).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        check(&read(&FORMAT, &bytes, Some("test")).unwrap());
        check_lock(&FORMAT, &bytes);
    }
}
