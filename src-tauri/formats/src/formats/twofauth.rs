//! 2FAuth, which people host themselves: its JSON export of schema 1, with the settings of
//! each account or, where the person asked for that, with its address alone.
//!
//! [Its own writer](https://github.com/Bubka/2FAuth/blob/master/app/Api/v1/Resources/TwoFAccountExportResource.php).

use keytick_accounts::Candidate;
use keytick_otp::{KeyUri, Kind, Names, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Format, Import, Probe, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "2fauth",
    name: "2FAuth",
    help: "format-2fauth-help",
    extensions: &["json"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

/// The newest schema that is known.
const NEWEST: u64 = 1;

fn detect(probe: &Probe) -> bool {
    probe.json().has(&["app", "schema", "datetime", "data"])
}

#[derive(Deserialize)]
struct Export<'a> {
    #[serde(default)]
    schema: Value,
    #[serde(borrow)]
    data: List<'a>,
}

/// An account. The address in `legacy_uri` is as it once was scanned, and is not read.
#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    uri: Option<Zeroizing<String>>,
    #[serde(default)]
    otp_type: Option<String>,
    #[serde(default)]
    service: Option<String>,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    counter: Value,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let export: Export = json::read(source.bytes, "JSON")?;
    settings::known_version(&export.schema, NEWEST)?;
    entries::read(&export.data, reading, |place, entry: Entry| {
        let (names, account) = match &entry.uri {
            Some(uri) => addressed(uri),
            None => detailed(&entry),
        };
        let account = account.map(|candidate| Candidate {
            order: i64::try_from(place).ok(),
            ..candidate
        });
        [(names, account)]
    })
}

fn addressed(uri: &str) -> entries::Entry {
    let names = KeyUri::names(uri).unwrap_or_else(|| Names::exact("", ""));
    let account = KeyUri::parse(uri).map(Candidate::from);
    (names, account.map_err(Error::from))
}

fn detailed(entry: &Entry) -> entries::Entry {
    let names = Names::exact(
        entry.service.as_deref().unwrap_or_default(),
        entry.account.as_deref().unwrap_or_default(),
    );
    let account = candidate(entry, &names);
    (names, account)
}

fn candidate(entry: &Entry, names: &Names) -> Result<Candidate, Error> {
    let secret = entry.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind(entry)?)?;
    let counter = settings::counter_note(&key.kind, &entry.counter);
    let notes = note.into_iter().chain(counter);
    Ok(entries::candidate(key, notes, names))
}

fn kind(entry: &Entry) -> Result<Kind, Error> {
    let algorithm = settings::algorithm(&entry.algorithm)?.unwrap_or_default();
    let digits = || settings::digits(&entry.digits).map(Option::unwrap_or_default);
    match entry.otp_type.as_deref().unwrap_or_default() {
        "totp" => Ok(Kind::Totp {
            algorithm,
            digits: digits()?,
            period: settings::period(&entry.period)?.unwrap_or_default(),
        }),
        "hotp" => Ok(Kind::Hotp {
            algorithm,
            digits: digits()?,
            counter: settings::counter(&entry.counter)?.unwrap_or_default(),
        }),
        "steamtotp" => Ok(Kind::Steam),
        other => Err(settings::unknown_type(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{read, rows, skipped};

    fn export(data: &str) -> Vec<u8> {
        format!(
            r#"{{"app":"2fauth_v5.6.0","schema":1,"datetime":"2026-01-01T00:00:00.000000Z",
                "data":[{data}]}}"#
        )
        .into_bytes()
    }

    #[test]
    fn every_type_with_its_settings() {
        let file = export(
            r#"{"otp_type":"totp","account":"me","service":"Acme","icon":null,"icon_mime":null,
                "icon_file":null,"secret":"GEZDGNBVGY3TQOJQ","digits":8,"algorithm":"sha256",
                "period":60,"counter":null,"legacy_uri":"otpauth://totp/x?secret=AAAA"},
               {"otp_type":"hotp","account":"you","service":null,"secret":"GEZDGNBVGY3TQOJQ",
                "digits":6,"algorithm":"sha1","period":null,"counter":7},
               {"otp_type":"steamtotp","account":"me","service":"Steam",
                "secret":"GEZDGNBVGY3TQOJQ","digits":5,"algorithm":"sha1","period":30}"#,
        );
        let import = read(&FORMAT, &file, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
                "|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#7",
                "Steam|me|steam|GEZDGNBVGY3TQOJQ|SHA1|5|30",
            ]
        );
        assert_eq!(import.accounts[2].order, Some(2));
        assert_eq!(skipped(&import), [""; 0]);
    }

    #[test]
    fn addresses_alone() {
        let file = export(r#"{"uri":"otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQ"}"#);
        let import = read(&FORMAT, &file, None).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"]);
    }

    #[test]
    fn an_odd_account_is_named_and_loses_no_other() {
        let file = export(
            r#"{"otp_type":"totp","account":"a","service":"A","secret":"GEZDGNBV","algorithm":"md5"},
               {"otp_type":"ocra","account":"b","service":"B","secret":"GEZDGNBV"},
               {"otp_type":"totp","account":"c","service":"C"},
               {"otp_type":7,"account":"d","service":"D"},
               {"otp_type":"hotp","account":"e","service":"E","secret":"GEZDGNBVGY3TQOJQ"}"#,
        );
        let import = read(&FORMAT, &file, None).unwrap();
        assert_eq!(rows(&import), ["E|e|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#0"]);
        assert_eq!(import.accounts[0].notes, ["note-counter-defaulted"]);
        assert_eq!(
            skipped(&import),
            [
                "A (a): otp-algorithm",
                "B (b): formats-unknown-type",
                "C (c): formats-no-key",
                "D (d): formats-entry-damaged",
            ]
        );
    }
}
