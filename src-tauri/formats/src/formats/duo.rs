//! Duo Mobile's `accounts.json`, which only a rooted Android phone gives out. Accounts that
//! Duo approves by push have no key in it.

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Digits, Kind, Names, OtpKey};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Format, Import, Probe, Reading, Source, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "duo",
    name: "Duo Mobile",
    help: "format-duo-help",
    extensions: &["json"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    json.is_array && (json.has(&["name", "otpGenerator"]) || json.has(&["accountType", "pkey"]))
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    name: Option<String>,
    #[serde(default, rename = "otpGenerator")]
    generator: Option<Generator>,
}

#[derive(Deserialize)]
struct Generator {
    #[serde(default, rename = "otpSecret")]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    counter: Value,
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let list: List = json::read(source.bytes, "JSON")?;
    entries::read(&list, reading, |_, entry: Entry| {
        let names = Names::of(entry.name.as_deref().unwrap_or_default(), "");
        let account = candidate(entry.generator, &names);
        [(names, account)]
    })
}

fn candidate(generator: Option<Generator>, names: &Names) -> Result<Candidate, Error> {
    let generator = generator.ok_or(Error::NoKey)?;
    let secret = generator.secret.ok_or(Error::NoKey)?;
    let kind = match settings::counter(&generator.counter)? {
        Some(counter) => Kind::Hotp {
            algorithm: Algorithm::default(),
            digits: Digits::default(),
            counter,
        },
        None => Kind::default(),
    };
    let (key, note) = OtpKey::from_text(&secret, kind)?;
    Ok(entries::candidate(key, note, names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{read, rows, skipped};

    #[test]
    fn codes_by_time_and_by_counter_and_approval_by_push() {
        let file = br#"[
            {"accountType": "OtpAccount", "name": "Acme: me", "pkey": "1",
             "otpGenerator": {"otpSecret": "GEZDGNBVGY3TQOJQ"}},
            {"accountType": "OtpAccount", "name": "you", "pkey": "2",
             "otpGenerator": {"otpSecret": "GEZDGNBVGY3TQOJQ", "counter": 3}},
            {"accountType": "DuoAccount", "name": "Work", "pkey": "3"},
            {"name": "odd", "otpGenerator": {"otpSecret": "0"}},
            7]"#;
        let import = read(&FORMAT, file, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#3"
            ]
        );
        assert_eq!(
            skipped(&import),
            [
                "Work: formats-no-key",
                "odd: otp-secret-character",
                "entry 5: formats-entry-damaged"
            ]
        );
    }
}
