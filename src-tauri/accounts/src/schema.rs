//! The vault's payload: accounts as JSON, schema 1. `SCHEMA.md` describes it.
//!
//! Nothing is dropped on the way through: fields of a newer program stay in place, and an
//! account that this version cannot read is kept byte for byte.

use std::collections::BTreeMap;

use keytick_otp::{Algorithm, Digits, Kind, OtpKey, Period, Secret};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::account::{Account, Field, Id, Origin};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::error::Error;
use crate::search::Names;

/// The newest schema that this program reads, and the one it writes.
const SCHEMA: u32 = 1;

/// Bytes that an account usually takes; space is set aside so that the buffer never moves.
const USUAL_BYTES: usize = 640;

#[derive(Serialize, Deserialize)]
struct Wire {
    id: Id,
    #[serde(rename = "type")]
    kind: String,
    secret: Zeroizing<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    algorithm: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digits: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
    #[serde(default)]
    issuer: String,
    #[serde(default)]
    account: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    colour: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    icon: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    favourite: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<i64>,
    origin: String,
    created: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deleted_at: Option<u64>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    modified: BTreeMap<String, String>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// An account to write: read and perhaps changed, or kept as it was.
#[derive(Serialize)]
#[serde(untagged)]
enum Written<'a> {
    Known(Box<Wire>),
    Kept(&'a RawValue),
}

impl Accounts {
    /// Reads a payload.
    ///
    /// # Errors
    /// [`Error::Payload`] if it is not JSON of this schema, [`Error::TooNew`] if a newer
    /// program wrote it. A single account that cannot be read is no error: it is counted by
    /// [`Accounts::unreadable`] and kept.
    pub fn from_payload(payload: &[u8]) -> Result<Self, Error> {
        let mut top: BTreeMap<String, Box<RawValue>> = part(payload)?;
        let mut take = |name: &str| top.remove(name);
        let schema: u32 = match take("schema") {
            Some(raw) => part(raw.get().as_bytes())?,
            None => return Err(Error::Payload("no schema".to_owned())),
        };
        if schema > SCHEMA {
            return Err(Error::TooNew {
                schema,
                known: SCHEMA,
            });
        }
        let mut accounts = Self::new();
        if let Some(raw) = take("clock") {
            accounts.clock = part::<String>(raw.get().as_bytes())?
                .parse()
                .unwrap_or_default();
        }
        if let Some(raw) = take("tombstones") {
            let buried: BTreeMap<Id, String> = part(raw.get().as_bytes())?;
            accounts.tombstones = buried
                .into_iter()
                .filter_map(|(id, clock)| Some((id, clock.parse().ok()?)))
                .collect();
        }
        let entries: Vec<Box<RawValue>> = match take("accounts") {
            Some(raw) => part(raw.get().as_bytes())?,
            None => Vec::new(),
        };
        for raw in entries {
            match read_account(&raw) {
                // Two accounts under one id: neither may go.
                Some(account) if !accounts.all.contains_key(&account.id) => {
                    accounts.all.insert(account.id, account);
                }
                _ => accounts.unreadable.push(raw),
            }
        }
        for (name, raw) in top {
            accounts.unknown.insert(name, part(raw.get().as_bytes())?);
        }
        Ok(accounts)
    }

    /// Writes the payload.
    #[must_use]
    pub fn to_payload(&self) -> Zeroizing<Vec<u8>> {
        #[derive(Serialize)]
        struct Top<'a> {
            schema: u32,
            clock: String,
            accounts: Vec<Written<'a>>,
            tombstones: BTreeMap<Id, String>,
            #[serde(flatten)]
            unknown: &'a Map<String, Value>,
        }
        let known = self
            .all
            .values()
            .map(|account| Written::Known(Box::new(wire(account))));
        let kept = self.unreadable.iter().map(|raw| Written::Kept(raw));
        let top = Top {
            schema: SCHEMA,
            clock: self.clock.to_string(),
            accounts: known.chain(kept).collect(),
            tombstones: self
                .tombstones
                .iter()
                .map(|(id, at)| (*id, at.to_string()))
                .collect(),
            unknown: &self.unknown,
        };
        let mut payload = Zeroizing::new(Vec::with_capacity(USUAL_BYTES * (self.all.len() + 1)));
        serde_json::to_writer(&mut *payload, &top).expect("string keys, and memory that grows");
        payload
    }
}

fn part<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, Error> {
    // serde_json's own text may quote the input, which holds secrets: only the place is told.
    serde_json::from_slice(json).map_err(|error| {
        Error::Payload(format!("line {}, column {}", error.line(), error.column()))
    })
}

fn read_account(raw: &RawValue) -> Option<Account> {
    let wire: Wire = serde_json::from_str(raw.get()).ok()?;
    let (secret, _) = Secret::from_base32(&wire.secret).ok()?;
    let modified = wire
        .modified
        .iter()
        .map(|(name, clock)| Some((field(name)?, clock.parse::<Clock>().ok()?)))
        .collect::<Option<_>>()?;
    Some(Account {
        id: wire.id,
        key: OtpKey {
            secret,
            kind: kind(&wire)?,
        },
        names: Names::new(&wire.issuer, &wire.account, &wire.tags),
        issuer: wire.issuer,
        account: wire.account,
        note: wire.note,
        tags: wire.tags,
        colour: wire.colour,
        icon: wire.icon,
        favourite: wire.favourite,
        order: wire.order,
        origin: origin(&wire.origin)?,
        created: wire.created,
        deleted_at: wire.deleted_at,
        modified,
        unknown: wire.unknown,
    })
}

/// Every parameter must be there: a default would be a guess, and a wrong code.
fn kind(wire: &Wire) -> Option<Kind> {
    let algorithm = || Algorithm::parse(wire.algorithm.as_deref()?).ok();
    let digits = || Digits::new(wire.digits?).ok();
    match wire.kind.as_str() {
        "totp" => Some(Kind::Totp {
            algorithm: algorithm()?,
            digits: digits()?,
            period: Period::new(wire.period?).ok()?,
        }),
        "hotp" => Some(Kind::Hotp {
            algorithm: algorithm()?,
            digits: digits()?,
            counter: wire.counter?,
        }),
        "steam" => Some(Kind::Steam),
        _ => None,
    }
}

fn wire(account: &Account) -> Wire {
    let kind = &account.key.kind;
    let steam = matches!(kind, Kind::Steam);
    Wire {
        id: account.id,
        kind: kind.type_name().to_owned(),
        secret: account.key.secret.to_base32(),
        algorithm: (!steam).then(|| kind.algorithm().name().to_owned()),
        digits: (!steam).then(|| kind.digits()),
        period: kind.period().filter(|_| !steam),
        counter: kind.counter(),
        issuer: account.issuer.clone(),
        account: account.account.clone(),
        note: account.note.clone(),
        tags: account.tags.clone(),
        colour: account.colour,
        icon: account.icon.clone(),
        favourite: account.favourite,
        order: account.order,
        origin: match &account.origin {
            Origin::Person => "person".to_owned(),
            Origin::Import(format) => format!("import:{format}"),
            Origin::Lab => "lab".to_owned(),
        },
        created: account.created,
        deleted_at: account.deleted_at,
        modified: account
            .modified
            .iter()
            .filter_map(|(field, clock)| Some((field_name(*field)?, clock.to_string())))
            .collect(),
        unknown: account.unknown.clone(),
    }
}

fn origin(text: &str) -> Option<Origin> {
    match (text, text.strip_prefix("import:")) {
        ("person", _) => Some(Origin::Person),
        ("lab", _) => Some(Origin::Lab),
        (_, Some(format)) => Some(Origin::Import(format.to_owned())),
        _ => None,
    }
}

fn field(name: &str) -> Option<Field> {
    Field::ALL
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(field, _)| *field)
}

fn field_name(field: Field) -> Option<String> {
    let (_, name) = Field::ALL.iter().find(|(known, _)| *known == field)?;
    Some((*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Changes;
    use crate::testing::{accounts, hotp_candidate, id_of, with_edit};

    const TOTP: &str = r#"{"id":"00000000-0000-4000-8000-000000000001","type":"totp","secret":"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ","algorithm":"SHA1","digits":6,"period":30,"issuer":"Batch","account":"a","origin":"person","created":5}"#;

    fn payload(accounts: &str) -> String {
        format!(
            r#"{{"schema":1,"clock":"5.0.0101010101010101","accounts":[{accounts}],"tombstones":{{}}}}"#
        )
    }

    #[track_caller]
    fn passes_through_unchanged(json: &str) -> Accounts {
        let accounts = Accounts::from_payload(json.as_bytes()).unwrap();
        assert_eq!(String::from_utf8_lossy(&accounts.to_payload()), json);
        accounts
    }

    #[test]
    fn reads_and_writes_the_documented_shape() {
        let accounts = passes_through_unchanged(&payload(TOTP));
        assert_eq!(
            accounts
                .get(Id::from_u128(0x4000_8000_0000_0000_0001))
                .unwrap()
                .issuer,
            "Batch"
        );
    }

    #[test]
    fn a_changed_account_reads_back_equal() {
        let mut book = accounts(&[("Batch", "a")]);
        let _ = with_edit(7, |edit| book.add(vec![hotp_candidate(3)], edit)).unwrap();
        let id = id_of(&book, "Batch");
        let changes = Changes {
            note: Some("n\u{1f511}\"".into()),
            tags: Some(vec!["Work".into()]),
            colour: Some(Some(4)),
            favourite: Some(true),
            ..Changes::default()
        };
        let _ = with_edit(9, |edit| book.edit(id, changes, edit)).unwrap();
        let _ = with_edit(10, |edit| book.trash(&[id], edit)).unwrap();
        let again = Accounts::from_payload(&book.to_payload()).unwrap();
        assert_eq!(again.all, book.all);
        assert_eq!(again.clock, book.clock);
    }

    #[test]
    fn keeps_fields_and_accounts_that_a_newer_version_wrote() {
        let newer = TOTP.replace(r#""created":5"#, r#""created":5,"recovery_codes":["x"]"#);
        let yandex = r#"{"id":"00000000-0000-4000-8000-000000000002","type":"yandex","pin":"7"}"#;
        let json = payload(&format!("{newer},{yandex}"));
        let json = json.replace(r#""tombstones":{}"#, r#""tombstones":{},"tags":{"Work":3}"#);
        assert_eq!(passes_through_unchanged(&json).unreadable(), 1);
    }

    #[test]
    fn an_account_that_cannot_be_read_never_takes_a_good_one_along() {
        let broken = TOTP.replace("GEZD", "1111");
        let without_digits = TOTP.replace(r#""digits":6,"#, "");
        let accounts = passes_through_unchanged(&payload(&format!(
            "{TOTP},{broken},{without_digits},{TOTP}"
        )));
        assert_eq!((accounts.live().count(), accounts.unreadable()), (1, 3));
    }

    #[test]
    fn refuses_a_newer_schema_and_what_is_no_payload() {
        let refused = |json: &str| Accounts::from_payload(json.as_bytes()).unwrap_err();
        assert_eq!(
            refused(r#"{"schema":2}"#),
            Error::TooNew {
                schema: 2,
                known: 1
            }
        );
        assert_eq!(refused("{}"), Error::Payload("no schema".into()));
        assert_eq!(
            refused("JBSWY3DP"),
            Error::Payload("line 1, column 1".into())
        );
    }

    proptest::proptest! {
        #[test]
        fn any_names_read_back(issuer in ".*", account in ".*") {
            let book = accounts(&[(&issuer, &account)]);
            let again = Accounts::from_payload(&book.to_payload()).unwrap();
            proptest::prop_assert_eq!(&again.all, &book.all);
        }

        #[test]
        fn any_bytes_are_read_or_refused(payload: Vec<u8>) {
            let _ = Accounts::from_payload(&payload);
        }
    }
}
