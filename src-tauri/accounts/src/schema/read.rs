//! Reading a payload, piece by piece, so that one bad piece costs nothing else.

use std::collections::BTreeMap;

use keytick_otp::{Algorithm, Digits, Kind, OtpKey, Period, Pin, Secret};
use serde::Deserialize;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::{DAMAGED_SECRET, Kept, SCHEMA};
use crate::account::{Account, Field, Origin};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::error::Error;
use crate::moves::{Move, Site};
use crate::recovery::{self, RecoveryCodes};
use crate::search::Names;

/// The length of what stands in for a key that cannot be read.
const NO_KEY_BYTES: usize = 16;

impl Accounts {
    /// Reads a payload.
    ///
    /// # Errors
    /// [`Error::Payload`] if it is not JSON of this schema, [`Error::TooNew`] if a newer
    /// program wrote it. A single account that cannot be read is no error: it is counted by
    /// [`Accounts::unreadable`] and kept.
    pub fn from_payload(payload: &[u8]) -> Result<Self, Error> {
        let mut top = Fields(parse(payload)?);
        match top.take::<u32>("schema") {
            Some(SCHEMA) => {}
            Some(schema) if schema > SCHEMA => {
                return Err(Error::TooNew {
                    schema,
                    known: SCHEMA,
                });
            }
            _ => return Err(Error::Payload("schema".to_owned())),
        }
        let mut accounts = Self::new();
        let clock = top.take::<String>("clock");
        for raw in top.list("accounts")? {
            match read_account(raw) {
                // Two accounts under one id: neither may go.
                Some(account) if !accounts.all.contains_key(&account.id) => {
                    accounts.all.insert(account.id, account);
                }
                _ => accounts.unreadable.push(Kept::new(raw)),
            }
        }
        (accounts.tombstones, accounts.other_tombstones) =
            top.clocks("tombstones", |id| id.parse().ok());
        for raw in top.list("moves")? {
            match read_move(raw) {
                Some(read) => accounts.moves.push(read),
                None => accounts.unread_moves.push(Kept::new(raw)),
            }
        }
        accounts.clock = clock
            .and_then(|text| text.parse::<Clock>().ok())
            .unwrap_or_default()
            .max(newest(&accounts));
        accounts.unknown = top.rest();
        Ok(accounts)
    }
}

/// The fields of one JSON object, still unread.
struct Fields<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Fields<'a> {
    /// Takes a field out if it can be read as `T`; one that cannot stays.
    fn take<T: Deserialize<'a>>(&mut self, name: &str) -> Option<T> {
        let value = serde_json::from_str(self.0.get(name)?.get()).ok()?;
        self.0.remove(name);
        Some(value)
    }

    /// Takes an optional field out: absent is `Some(None)`, unreadable `None`.
    fn optional<T: Deserialize<'a>>(&mut self, name: &str) -> Option<Option<T>> {
        if self.0.contains_key(name) {
            self.take(name)
        } else {
            Some(None)
        }
    }

    fn list(&mut self, name: &str) -> Result<Vec<&'a RawValue>, Error> {
        self.0
            .remove(name)
            .map_or(Ok(Vec::new()), |raw| parse(raw.get().as_bytes()))
    }

    /// Takes a table of clocks out: those that are known, and the rest as it is.
    fn clocks<K: Ord>(
        &mut self,
        name: &str,
        key: impl Fn(&str) -> Option<K>,
    ) -> (BTreeMap<K, Clock>, BTreeMap<String, Kept>) {
        let table: BTreeMap<String, &RawValue> = self.take(name).unwrap_or_default();
        let (mut known, mut other) = (BTreeMap::new(), BTreeMap::new());
        for (name, raw) in table {
            let clock = serde_json::from_str::<String>(raw.get()).ok();
            match (key(&name), clock.and_then(|text| text.parse().ok())) {
                (Some(key), Some(clock)) => {
                    known.insert(key, clock);
                }
                _ => {
                    other.insert(name, Kept::new(raw));
                }
            }
        }
        (known, other)
    }

    fn rest(self) -> BTreeMap<String, Kept> {
        self.0
            .into_iter()
            .map(|(name, raw)| (name, Kept::new(raw)))
            .collect()
    }
}

/// Reads an account; none if anything is odd that the codes, the names or the trash need.
fn read_account(raw: &RawValue) -> Option<Account> {
    read_with(raw, read_key)
}

/// Reads an account of which nothing but the key cannot be read. It gets a key that is none, for
/// the caller to replace, and keeps the text in its place as [`DAMAGED_SECRET`]. A key that is no
/// text is one of a newer version.
pub(crate) fn read_damaged(kept: &Kept) -> Option<Account> {
    let json = kept.0.expose();
    let raw: &RawValue = serde_json::from_slice(&json).ok()?;
    if read_account(raw).is_some() {
        return None;
    }
    read_with(raw, |fields| {
        let secret = fields.0.remove("secret").unwrap_or(RawValue::NULL);
        serde_json::from_str::<Zeroizing<Option<String>>>(secret.get()).ok()?;
        fields.0.insert(DAMAGED_SECRET.to_owned(), secret);
        Some(OtpKey {
            secret: Secret::from_bytes(vec![0; NO_KEY_BYTES]).ok()?,
            kind: read_kind(fields)?,
        })
    })
}

fn read_with<'a>(
    raw: &'a RawValue,
    key: impl FnOnce(&mut Fields<'a>) -> Option<OtpKey>,
) -> Option<Account> {
    let mut fields = Fields(parse(raw.get().as_bytes()).ok()?);
    let id = fields.take("id")?;
    let key = key(&mut fields)?;
    let issuer: String = fields.optional("issuer")?.unwrap_or_default();
    let account: String = fields.optional("account")?.unwrap_or_default();
    let tags: Vec<String> = fields.optional("tags")?.unwrap_or_default();
    let created = fields.take("created")?;
    let deleted_at = fields.optional("deleted_at")?;
    let (modified, other_modified) = fields.clocks("modified", field);
    Some(Account {
        id,
        key,
        names: Names::new(&issuer, &account, &tags),
        issuer,
        account,
        tags,
        note: fields.optional("note")?.unwrap_or_default(),
        colour: fields.optional("colour")?,
        icon: fields.optional("icon")?,
        favourite: fields.optional("favourite")?.unwrap_or_default(),
        order: fields.optional("order")?,
        origin: fields
            .optional("origin")?
            .map_or(Origin::Person, read_origin),
        created,
        recovery: read_recovery(&mut fields),
        deleted_at,
        modified,
        other_modified,
        unknown: fields.rest(),
    })
}

fn read_key(fields: &mut Fields<'_>) -> Option<OtpKey> {
    let secret: Zeroizing<String> = fields.take("secret")?;
    let (secret, _) = Secret::from_base32(&secret).ok()?;
    OtpKey::new(secret, read_kind(fields)?).ok()
}

/// The recovery codes, if they can be read; if not, they stay as they are.
fn read_recovery(fields: &mut Fields<'_>) -> RecoveryCodes {
    let read = fields.0.get(recovery::FIELD);
    let Some(codes) = read.and_then(|raw| recovery::read_field(raw)) else {
        return RecoveryCodes::default();
    };
    fields.0.remove(recovery::FIELD);
    codes
}

/// Reads a move whole, or not at all: a list with holes would look done.
fn read_move(raw: &RawValue) -> Option<Move> {
    let mut fields = Fields(parse(raw.get().as_bytes()).ok()?);
    let sites: Vec<&RawValue> = fields.take("sites")?;
    Some(Move {
        id: fields.take("id")?,
        app: fields.take("app")?,
        started: fields.take("started")?,
        sites: sites.into_iter().map(read_site).collect::<Option<_>>()?,
        unknown: fields.rest(),
    })
}

fn read_site(raw: &RawValue) -> Option<Site> {
    let mut fields = Fields(parse(raw.get().as_bytes()).ok()?);
    let modified: String = fields.take("modified")?;
    Some(Site {
        id: fields.take("id")?,
        issuer: fields.take("issuer")?,
        account: fields.take("account")?,
        new: fields.optional("new")?,
        done: fields.optional("done")?,
        modified: modified.parse().ok()?,
        unknown: fields.rest(),
    })
}

/// Every parameter must be there: a default would be a guess, and a wrong code.
fn read_kind(fields: &mut Fields<'_>) -> Option<Kind> {
    let name: String = fields.take("type")?;
    let hash = |fields: &mut Fields<'_>| {
        let algorithm: String = fields.take("algorithm")?;
        Some((
            Algorithm::parse(&algorithm).ok()?,
            Digits::new(fields.take("digits")?).ok()?,
        ))
    };
    match name.as_str() {
        "totp" => {
            let (algorithm, digits) = hash(fields)?;
            let period = Period::new(fields.take("period")?).ok()?;
            Some(Kind::Totp {
                algorithm,
                digits,
                period,
            })
        }
        "hotp" => {
            let (algorithm, digits) = hash(fields)?;
            Some(Kind::Hotp {
                algorithm,
                digits,
                counter: fields.take("counter")?,
            })
        }
        "steam" => Some(Kind::Steam),
        "motp" => Some(Kind::Motp {
            pin: read_pin(fields)?,
        }),
        "yandex" => Some(Kind::Yandex {
            pin: read_pin(fields)?,
        }),
        _ => None,
    }
}

fn read_pin(fields: &mut Fields<'_>) -> Option<Pin> {
    let pin: Zeroizing<String> = fields.take("pin")?;
    Pin::new(&pin).ok()
}

fn read_origin(text: String) -> Origin {
    match (text.as_str(), text.strip_prefix("import:")) {
        ("person", _) => Origin::Person,
        ("lab", _) => Origin::Lab,
        (_, Some(format)) => Origin::Import(format.to_owned()),
        _ => Origin::Other(text),
    }
}

fn field(name: &str) -> Option<Field> {
    let (field, _) = Field::ALL.iter().find(|(_, known)| *known == name)?;
    Some(*field)
}

/// The newest clock that any account carries.
fn newest(accounts: &Accounts) -> Clock {
    let modified = accounts
        .all
        .values()
        .flat_map(|account| account.modified.values());
    let buried = accounts.tombstones.values();
    let moved = accounts.moves.iter().flat_map(|it| &it.sites);
    let moved = moved.map(|site| &site.modified);
    modified
        .chain(buried)
        .chain(moved)
        .copied()
        .max()
        .unwrap_or_default()
}

fn parse<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, Error> {
    // serde_json's own text may quote the input, which holds secrets: only the place is told.
    serde_json::from_slice(json).map_err(|error| {
        Error::Payload(format!("line {}, column {}", error.line(), error.column()))
    })
}
