//! 2FAGuard's backup: Argon2id and AEGIS-256 over JSON.

mod aegis256;

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Error as KeyError, Kind, Names, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::encoding::split;
use crate::json::{self, List};
use crate::{Error, Format, Import, Kdf, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "2faguard",
    name: "2FAGuard",
    help: "format-2faguard-help",
    extensions: &["2fabackup"],
    reads_encrypted: true,
    detect: |probe| probe.bytes().starts_with(MAGIC),
    read: Some(read),
    write: None,
};

const MAGIC: &[u8] = b"2FAGuardBackupV1";

const KDF: Kdf = Kdf::Argon2 {
    id: true,
    memory_kib: 67_108,
    passes: 3,
    lanes: 1,
};

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let header = Error::Damaged { what: "header" };
    let rest = source.bytes.strip_prefix(MAGIC).ok_or(header)?;
    let (salt, rest) = split::<16>(rest, "salt")?;
    let (nonce, sealed) = split::<32>(rest, "nonce")?;
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(&KDF, reading.password()?.as_bytes(), salt, &mut *key)?;
    let opened = aegis256::open(&key, nonce, sealed).ok_or(Error::WrongPassword)?;
    read_backup(&opened, reading)
}

#[derive(Deserialize)]
struct Backup<'a> {
    #[serde(borrow, rename = "Tokens")]
    tokens: List<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Token {
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    notes: Option<String>,
}

fn read_backup(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let backup: Backup = json::read(bytes, "backup")?;
    entries::read(&backup.tokens, reading, |place, token: Token| {
        let names = Names::exact(
            token.issuer.as_deref().unwrap_or_default(),
            token.username.as_deref().unwrap_or_default(),
        );
        let account = candidate(place, &token, &names);
        [(names, account)]
    })
}

fn candidate(place: usize, token: &Token, names: &Names) -> Result<Candidate, Error> {
    let kind = Kind::Totp {
        algorithm: algorithm(&token.algorithm)?,
        digits: settings::digits(&token.digits)?.unwrap_or_default(),
        period: settings::period(&token.period)?.unwrap_or_default(),
    };
    let secret = token.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind)?;
    Ok(Candidate {
        note: token.notes.clone().unwrap_or_default(),
        order: i64::try_from(place).ok(),
        ..entries::candidate(key, note, names)
    })
}

/// A number in the program's list, or nothing.
fn algorithm(value: &Value) -> Result<Algorithm, KeyError> {
    match value.as_u64() {
        Some(0) => Ok(Algorithm::Sha1),
        Some(1) => Ok(Algorithm::Sha256),
        Some(2) => Ok(Algorithm::Sha512),
        _ => settings::algorithm(value).map(Option::unwrap_or_default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{check_lock, read, rows, skipped};

    #[test]
    fn its_backup() {
        const JSON: &[u8] = br#"{"Version":1,"Tokens":[
            {"Issuer":"Acme","Username":"me","Secret":"GEZDGNBVGY3TQOJQ","Algorithm":1,
             "Digits":8,"Period":60,"Icon":null,"IconType":0,"Notes":"hi","UpdatedTime":null,
             "CreationTime":"2026-11-22T10:00:00","IconBase64":null},
            {"Issuer":"Other","Username":null,"Secret":"GEZDGNBVGY3TQOJQ","Algorithm":null,
             "Digits":null,"Period":null},
            {"Issuer":"Odd","Secret":"GEZDGNBVGY3TQOJQ","Algorithm":7}]}"#;
        let (salt, nonce) = ([1; 16], [2; 32]);
        let mut key = [0; 32];
        let derived = Reading::new(None).derive(&KDF, b"test", &salt, &mut key);
        derived.unwrap();
        let sealed = aegis256::tests::seal(&key, &nonce, JSON);
        let bytes = [MAGIC, &salt, &nonce, &sealed].concat();
        let import = read(&FORMAT, &bytes, Some("test")).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
                "Other||totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"
            ]
        );
        assert_eq!(import.accounts[0].note, "hi");
        assert_eq!(skipped(&import), ["Odd: otp-algorithm"]);
        check_lock(&FORMAT, &bytes);
    }
}
