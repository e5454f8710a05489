//! FreeOTP+: its JSON backup. Tokens are known there by issuer and label alone, secrets are
//! lists of signed bytes, and counters stand one below the next to use.

use std::collections::{HashMap, HashSet};

use keytick_accounts::{Account, Candidate};
use keytick_otp::{Algorithm, Error as KeyError, Kind, Names, Note, OtpKey, Secret};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::json::{self, List};
use crate::{Error, Field, Format, Holds, Import, Output, Reading, Source, Writer, Writing};
use crate::{entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "freeotp-plus",
    name: "FreeOTP+",
    help: "format-freeotp-plus-help",
    extensions: &["json"],
    reads_encrypted: false,
    detect: |probe| probe.json().has(&["tokens", "tokenOrder"]),
    read: Some(read),
    write: Some(Writer {
        plain: true,
        encrypted: false,
        extension: "json",
        holds: &Holds {
            types: &["totp", "hotp", "steam"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[5, 6, 7, 8],
            periods: &[],
            fields: &[Field::Order],
        },
        write,
    }),
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Backup<'a> {
    #[serde(borrow)]
    tokens: List<'a>,
    #[serde(default)]
    token_order: Vec<String>,
}

/// A token as FreeOTP 1 and FreeOTP+ keep it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Token {
    #[serde(default)]
    algo: Value,
    #[serde(default)]
    counter: i64,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    period: Value,
    /// Signed bytes.
    #[serde(default)]
    secret: Zeroizing<Vec<i16>>,
    #[serde(default, rename = "type")]
    type_name: String,
    /// Before the label in the address that was scanned.
    #[serde(default)]
    issuer_ext: Option<String>,
    /// The parameter of that address.
    #[serde(default)]
    issuer_int: Option<String>,
    /// What a person made of it.
    #[serde(default)]
    issuer_alt: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    label_alt: Option<String>,
}

/// The issuer by which alone these programs know Steam's keys.
const STEAM: &str = "Steam";

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let backup: Backup = json::read(source.bytes, "JSON")?;
    let places: HashMap<&str, i64> = backup
        .token_order
        .iter()
        .map(String::as_str)
        .zip(0..)
        .collect();
    entries::read(&backup.tokens, reading, |_, token: Token| {
        let order = places.get(token.id().as_str()).copied();
        let (names, account) = token.entry();
        let account = account.map(|account| Candidate { order, ..account });
        [(names, account)]
    })
}

impl Token {
    /// A token of FreeOTP 2, which keeps the secret elsewhere and the next counter itself.
    pub(super) fn of_freeotp_2(self, secret: &[u8]) -> Self {
        Self {
            secret: Zeroizing::new(secret.iter().copied().map(i16::from).collect()),
            counter: self.counter.saturating_sub(1),
            ..self
        }
    }

    /// Its names and account.
    pub(super) fn entry(&self) -> entries::Entry {
        let names = self.names();
        let account = self.candidate(&names);
        (names, account)
    }

    fn names(&self) -> Names {
        let label = filled(&self.label_alt).or(filled(&self.label));
        let label = label.unwrap_or_default();
        let issuer = filled(&self.issuer_alt)
            .or(filled(&self.issuer_ext))
            .or(filled(&self.issuer_int));
        match self.is_steam() {
            true if self.issuer_alt.is_none() => entries::steam_names(label),
            _ => Names::exact(issuer.unwrap_or_default(), label),
        }
    }

    /// What the list that keeps the order calls it.
    fn id(&self) -> String {
        let label = self.label.as_deref().unwrap_or_default();
        match filled(&self.issuer_int).or(filled(&self.issuer_ext)) {
            Some(issuer) => format!("{issuer}:{label}"),
            None => label.to_owned(),
        }
    }

    fn is_steam(&self) -> bool {
        self.type_name == "TOTP" && self.issuer_ext.as_deref() == Some(STEAM)
    }

    fn candidate(&self, names: &Names) -> Result<Candidate, Error> {
        let bytes: Option<Vec<u8>> = self.secret.iter().copied().map(byte).collect();
        let secret = Secret::from_bytes(bytes.ok_or(Error::Damaged { what: "key" })?)?;
        let key = OtpKey::new(secret, self.kind()?)?;
        let short = key.secret.is_short().then_some(Note::ShortKey);
        Ok(Candidate {
            notes: short.into_iter().map(Note::id).collect(),
            ..Candidate::new(key, names.issuer.as_str(), names.account.as_str())
        })
    }

    fn kind(&self) -> Result<Kind, Error> {
        let algorithm = settings::algorithm(&self.algo)?.unwrap_or_default();
        let digits = || settings::digits(&self.digits).map(Option::unwrap_or_default);
        match self.type_name.as_str() {
            "TOTP" if self.is_steam() => Ok(Kind::Steam),
            "TOTP" => Ok(Kind::Totp {
                algorithm,
                digits: digits()?,
                period: settings::period(&self.period)?.unwrap_or_default(),
            }),
            "HOTP" => Ok(Kind::Hotp {
                algorithm,
                digits: digits()?,
                counter: self.next_counter()?,
            }),
            other => Err(settings::unknown_type(other)),
        }
    }

    /// One above the stored one, which is -1 before the first use.
    fn next_counter(&self) -> Result<u64, KeyError> {
        u64::try_from(self.counter.saturating_add(1)).map_err(|_| KeyError::Counter {
            found: self.counter.to_string(),
        })
    }
}

fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewBackup {
    token_order: Vec<String>,
    tokens: Vec<NewToken>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewToken {
    algo: &'static str,
    counter: i64,
    digits: u8,
    issuer_ext: String,
    issuer_int: String,
    label: String,
    period: u32,
    secret: Zeroizing<Vec<i8>>,
    #[serde(rename = "type")]
    type_name: &'static str,
}

fn write(accounts: &[&Account], _: &mut Writing) -> Result<Vec<Output>, Error> {
    let mut ids = HashSet::new();
    let mut token_order = Vec::new();
    let mut tokens = Vec::new();
    for account in entries::in_order(accounts) {
        let mut token = token(account);
        let id = unique(&mut token, &ids);
        ids.insert(id.clone());
        token_order.push(id);
        tokens.push(token);
    }
    let backup = NewBackup {
        token_order,
        tokens,
    };
    Ok(vec![Output {
        name: "keytick-freeotp-plus.json".to_owned(),
        bytes: json::write(&backup).into(),
    }])
}

fn token(account: &Account) -> NewToken {
    const DEFAULT_PERIOD: u32 = 30;
    let kind = &account.key.kind;
    let secret = account.key.secret.expose();
    let (issuer, label) = match kind {
        Kind::Steam => (STEAM.to_owned(), entries::steam_label(account)),
        // Any other key of exactly that issuer would make Steam's codes there.
        _ if account.issuer == STEAM => (format!("{STEAM} "), account.account.clone()),
        _ => (account.issuer.clone(), account.account.clone()),
    };
    NewToken {
        algo: kind.algorithm_name(),
        counter: stored_counter(kind),
        digits: kind.digits(),
        issuer_int: issuer.clone(),
        issuer_ext: issuer,
        label,
        period: kind.period().unwrap_or(DEFAULT_PERIOD),
        secret: Zeroizing::new(secret.iter().map(|byte| *byte as i8).collect()),
        type_name: match kind {
            Kind::Hotp { .. } => "HOTP",
            _ => "TOTP",
        },
    }
}

/// One below the next to use.
fn stored_counter(kind: &Kind) -> i64 {
    match kind.counter() {
        Some(counter) => i64::try_from(counter).unwrap_or(i64::MAX) - 1,
        None => 0,
    }
}

/// Of two tokens of one id FreeOTP+ keeps only one. The issuer that is part of the id, but not
/// shown, takes spaces until the id is its own.
fn unique(token: &mut NewToken, taken: &HashSet<String>) -> String {
    loop {
        let id = match token.issuer_int.as_str() {
            "" => token.label.clone(),
            issuer => format!("{issuer}:{}", token.label),
        };
        if !taken.contains(&id) {
            return id;
        }
        token.issuer_int.push(' ');
    }
}

/// Java's bytes have a sign; other programs write them without. Any other number is no byte,
/// and cutting it to one would make another key.
fn byte(number: i16) -> Option<u8> {
    let signed = i8::try_from(number).map(i8::cast_unsigned);
    signed.or_else(|_| u8::try_from(number)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{account, read, rows, skipped, written};

    fn backup(tokens: &str) -> Vec<u8> {
        let order = r#"["Acme:me","Acme:b"]"#;
        format!(r#"{{"tokenOrder":{order},"tokens":{tokens}}}"#).into_bytes()
    }

    const SECRET: &str = r#""secret":[-28,-110,112,-16,-46,31,54,92,-124,8]"#;
    const BASE32: &str = "4SJHB4GSD43FZBAI";

    #[test]
    fn reads_signed_bytes_and_counters_one_below() {
        let file = backup(&format!(
            r#"[{{"algo":"SHA256","counter":-1,"digits":8,"issuerExt":"Acme","issuerInt":"Acme",
                 "label":"b","period":60,{SECRET},"type":"HOTP"}},
                {{"algo":"SHA512","counter":0,"digits":7,"issuerExt":"Acme","label":"me",
                 "period":60,{SECRET},"type":"TOTP"}},
                {{"algo":"SHA1","digits":5,"issuerExt":"Steam","issuerInt":"Valve","label":"c",
                 "period":30,{SECRET},"type":"TOTP"}},
                {{"digits":6,"issuerExt":"","issuerInt":"Int","issuerAlt":"Alt","label":"d",
                 "labelAlt":"D",{SECRET},"type":"TOTP"}}]"#
        ));
        let import = read(&FORMAT, &file, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                format!("Acme|b|hotp|{BASE32}|SHA256|8|#0"),
                format!("Acme|me|totp|{BASE32}|SHA512|7|60"),
                format!("Steam|c|steam|{BASE32}|SHA1|5|30"),
                format!("Alt|D|totp|{BASE32}|SHA1|6|30"),
            ]
        );
        let orders: Vec<_> = import
            .accounts
            .iter()
            .map(|account| account.order)
            .collect();
        assert_eq!(orders, [Some(1), Some(0), None, None]);
    }

    #[test]
    fn an_odd_token_is_named_and_loses_no_other() {
        let file = backup(&format!(
            r#"[{{"algo":"MD5","label":"a","digits":6,{SECRET},"type":"TOTP"}},
                {{"label":"b","digits":6,"secret":[],"type":"TOTP"}},
                {{"label":"c","digits":6,{SECRET},"type":"OCRA"}},
                {{"label":"d","digits":6,{SECRET},"type":"HOTP","counter":-7}},
                {{"label":"e","secret":["x"]}},
                {{"label":"f","digits":6,"secret":[72,1010],"type":"TOTP"}}]"#
        ));
        let import = read(&FORMAT, &file, None).unwrap();
        assert_eq!(rows(&import), [""; 0]);
        assert_eq!(
            skipped(&import),
            [
                "a: otp-algorithm",
                "b: otp-secret-empty",
                "c: formats-unknown-type",
                "d: otp-counter",
                "e: formats-entry-damaged",
                "f: formats-damaged",
            ]
        );
    }

    #[test]
    fn writes_counters_one_below_and_signed_bytes() {
        let one = account(
            &format!("otpauth://hotp/Acme:me?secret={BASE32}&counter=0"),
            |_| (),
        );
        let file = written(&FORMAT, &[&one], None);
        let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "tokenOrder": ["Acme:me"],
                "tokens": [{
                    "algo": "SHA1", "counter": -1, "digits": 6, "issuerExt": "Acme",
                    "issuerInt": "Acme", "label": "me", "period": 30,
                    "secret": [-28, -110, 112, -16, -46, 31, 54, 92, -124, 8], "type": "HOTP",
                }],
            })
        );
    }

    /// FreeOTP+ would keep one of two tokens of the same name, and makes Steam's codes for all
    /// keys of that issuer.
    #[test]
    fn no_token_is_lost_and_none_changes_its_codes() {
        let uris = [
            "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP",
            "otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQ",
            "otpauth://totp/me?secret=JBSWY3DPEHPK3PXP",
            "otpauth://totp/me?secret=GEZDGNBVGY3TQOJQ",
            "otpauth://steam/Boeing:Sophia?secret=JBSWY3DPEHPK3PXP",
            "otpauth://totp/Steam:me?secret=JBSWY3DPEHPK3PXP&digits=8",
        ];
        let accounts = uris.map(|uri| account(uri, |_| ()));
        let accounts: Vec<&Account> = accounts.iter().collect();
        let file = written(&FORMAT, &accounts, None);
        let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
        let order = serde_json::json!([
            "Acme:me",
            "Acme :me",
            "me",
            " :me",
            "Steam:Boeing:Sophia",
            "Steam :me"
        ]);
        assert_eq!(json["tokenOrder"], order);
        let import = read(&FORMAT, &file, None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
                "|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
                "Boeing|Sophia|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
                "Steam|me|totp|JBSWY3DPEHPK3PXP|SHA1|8|30",
            ]
        );
    }
}
