//! CloudOTP's backup: Argon2id and AES-256-GCM over JSON in which each token is a text with
//! JSON of its own. Its older backups, whose HMAC is no standard one, are not read.

use keytick_accounts::{Candidate, Used};
use keytick_otp::{Error as KeyError, Kind, Names, OtpKey, Period, Pin};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::encoding::split;
use crate::json::{self, List};
use crate::{Error, Format, Import, Kdf, Reading, Source, cipher, entries, settings};

pub(super) const FORMAT: Format = Format {
    id: "cloudotp",
    name: "CloudOTP",
    help: "format-cloudotp-help",
    extensions: &["bin"],
    reads_encrypted: true,
    detect: |probe| probe.bytes().starts_with(MAGIC),
    read: Some(read),
    write: None,
};

const MAGIC: &[u8] = b"CloudOTP-Backup-Encrypt-V01";

const KDF: Kdf = Kdf::Argon2 {
    id: true,
    memory_kib: 64 * 1024,
    passes: 3,
    lanes: 1,
};

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let header = Error::Damaged { what: "header" };
    let rest = source.bytes.strip_prefix(MAGIC).ok_or(header)?;
    let (salt, rest) = split::<16>(rest, "salt")?;
    let (nonce, sealed) = split::<12>(rest, "nonce")?;
    let mut key = Zeroizing::new([0; 32]);
    reading.derive(&KDF, reading.password()?.as_bytes(), salt, &mut *key)?;
    let opened = cipher::open_gcm(&key, nonce, b"", sealed)?;
    read_backup(&opened, reading)
}

#[derive(Deserialize)]
struct Backup<'a> {
    #[serde(borrow)]
    tokens: List<'a>,
    #[serde(borrow, default)]
    categories: List<'a>,
}

/// A category, as an object or as a text with one.
#[derive(Deserialize)]
struct Category {
    #[serde(default)]
    title: String,
    #[serde(default)]
    bindings: Vec<String>,
}

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    uid: String,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    secret: Option<Zeroizing<String>>,
    #[serde(default)]
    token_type: Value,
    #[serde(default)]
    algorithm: Value,
    #[serde(default)]
    digits: Value,
    #[serde(default)]
    counter: Value,
    #[serde(default)]
    period: Value,
    #[serde(default)]
    pin: Option<Zeroizing<String>>,
    #[serde(default)]
    pinned: i64,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    copy_times: u64,
    /// In milliseconds.
    #[serde(default)]
    last_copy_timestamp: u64,
}

/// Either is written as it is, or as a text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Either<T> {
    Object(T),
    Text(Zeroizing<String>),
}

impl<T: for<'de> Deserialize<'de>> Either<T> {
    fn get(self) -> Option<T> {
        match self {
            Self::Object(object) => Some(object),
            Self::Text(text) => serde_json::from_str(&text).ok(),
        }
    }
}

fn read_backup(bytes: &[u8], reading: &Reading) -> Result<Import, Error> {
    let backup: Backup = json::read(bytes, "backup")?;
    let categories: Vec<Category> = entries::readable(&backup.categories)
        .filter_map(Either::get)
        .collect();
    entries::read(&backup.tokens, reading, |place, token: Either<Token>| {
        let Some(token) = token.get() else {
            let damaged = Error::EntryDamaged;
            return [(Names::exact("", ""), Err(damaged))];
        };
        let names = Names::exact(
            token.issuer.as_deref().unwrap_or_default(),
            token.account.as_deref().unwrap_or_default(),
        );
        let account = candidate(place, &token, &names, &categories);
        [(names, account)]
    })
}

fn candidate(
    place: usize,
    token: &Token,
    names: &Names,
    categories: &[Category],
) -> Result<Candidate, Error> {
    let tags = categories
        .iter()
        .filter(|category| category.bindings.contains(&token.uid) && !token.uid.is_empty());
    let secret = token.secret.as_deref().ok_or(Error::NoKey)?;
    let (key, note) = OtpKey::from_text(secret, kind(token)?)?;
    let used = Used {
        count: token.copy_times,
        last: token.last_copy_timestamp / 1000,
    };
    let notes = note
        .into_iter()
        .chain(settings::counter_note(&key.kind, &token.counter));
    Ok(Candidate {
        note: token.description.clone().unwrap_or_default(),
        tags: tags.map(|category| category.title.clone()).collect(),
        favourite: token.pinned == 1,
        order: i64::try_from(place).ok(),
        usage: (used.count > 0).then_some(used),
        ..entries::candidate(key, notes, names)
    })
}

fn kind(token: &Token) -> Result<Kind, Error> {
    let pin = || Pin::new(token.pin.as_deref().map_or("", String::as_str));
    Ok(match token.token_type.as_u64() {
        Some(0) => Kind::Totp {
            algorithm: settings::algorithm(&token.algorithm)?.unwrap_or_default(),
            digits: settings::digits(&token.digits)?.unwrap_or_default(),
            period: settings::period(&token.period)?.unwrap_or_default(),
        },
        Some(1) => Kind::Hotp {
            algorithm: settings::algorithm(&token.algorithm)?.unwrap_or_default(),
            digits: settings::digits(&token.digits)?.unwrap_or_default(),
            counter: settings::counter(&token.counter)?.unwrap_or_default(),
        },
        // It lets people choose a period, which mOTP does not have.
        Some(2) => match settings::period(&token.period)?.map(Period::get) {
            None | Some(10) => Kind::Motp { pin: pin()? },
            Some(other) => {
                return Err(KeyError::Period {
                    found: other.to_string(),
                }
                .into());
            }
        },
        Some(3) => Kind::Steam,
        Some(4) => Kind::Yandex { pin: pin()? },
        _ => return Err(settings::unknown_type(&token.token_type.to_string())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{check_lock, read, rows, skipped};

    #[test]
    fn tokens_and_categories_are_texts_in_the_json() {
        let token = |rest: &str| {
            let token = format!(r#"{{"secret":"GEZDGNBVGY3TQOJQ",{rest}}}"#);
            serde_json::Value::String(token).to_string()
        };
        let tokens = [
            token(
                r#""uid":"u1","issuer":"Acme","account":"me","token_type":0,"algorithm":"SHA256",
                "digits":8,"counter":0,"period":60,"pinned":1,"pin":"","description":"hi",
                "copy_times":3,"last_copy_timestamp":1700000000000"#,
            ),
            token(r#""issuer":"Acme","account":"you","token_type":1,"digits":6,"counter":4"#),
            token(r#""issuer":"Steam","account":"me","token_type":3,"digits":5"#),
            token(r#""issuer":"Mobile","token_type":2,"pin":"1234","period":30"#),
            token(r#""issuer":"Odd","token_type":9"#),
            "7".to_owned(),
        ];
        let category = serde_json::json!({"title": "Work", "bindings": ["u1"]}).to_string();
        let backup = format!(
            r#"{{"tokens":[{}],"categories":[{}]}}"#,
            tokens.join(","),
            serde_json::Value::String(category)
        );
        let (salt, nonce) = ([1; 16], [2; 12]);
        let mut key = [0; 32];
        let derived = Reading::new(None).derive(&KDF, b"test", &salt, &mut key);
        derived.unwrap();
        let sealed = cipher::seal_gcm(&key, &nonce, b"", backup.as_bytes());
        let bytes = [MAGIC, &salt, &nonce, &sealed].concat();

        let import = read(&FORMAT, &bytes, Some("test")).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
                "Acme|you|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#4",
                "Steam|me|steam|GEZDGNBVGY3TQOJQ|SHA1|5|30"
            ]
        );
        assert_eq!(
            skipped(&import),
            [
                "Mobile: otp-period",
                "Odd: formats-unknown-type",
                "entry 6: formats-entry-damaged"
            ]
        );
        let first = &import.accounts[0];
        assert_eq!(
            (&*first.tags, &*first.note),
            (&["Work".to_owned()][..], "hi")
        );
        let used = first.usage.as_ref().map(|used| (used.count, used.last));
        assert_eq!((first.favourite, used), (true, Some((3, 1_700_000_000))));
        check_lock(&FORMAT, &bytes);
    }
}
