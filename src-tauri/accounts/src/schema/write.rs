//! Writing a payload into one buffer of the right size: growing would leave copies behind.

use std::collections::BTreeMap;
use std::io;

use keytick_otp::Kind;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use zeroize::Zeroizing;

use super::{Kept, PARAMETERS, SCHEMA};
use crate::account::{Account, Field, Origin};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::moves::{Move, Site};
use crate::recovery;

impl Accounts {
    /// Writes the payload.
    #[must_use]
    pub fn to_payload(&self) -> Zeroizing<Vec<u8>> {
        const WHOLE: &str = "the keys are strings, and what was kept was read as JSON";
        let mut size = Count(0);
        serde_json::to_writer(&mut size, self).expect(WHOLE);
        let mut payload = Zeroizing::new(Vec::with_capacity(size.0));
        serde_json::to_writer(&mut *payload, self).expect(WHOLE);
        payload
    }
}

/// Counts what would be written.
struct Count(usize);

impl io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Serialize for Accounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut top = serializer.serialize_map(None)?;
        top.serialize_entry("schema", &SCHEMA)?;
        top.serialize_entry("clock", &self.clock.to_string())?;
        top.serialize_entry("accounts", &List(self))?;
        top.serialize_entry(
            "tombstones",
            &Clocks(&self.tombstones, &self.other_tombstones),
        )?;
        let moves = Moves(self);
        entry_if(&mut top, "moves", &moves, !moves.is_empty())?;
        for (name, kept) in &self.unknown {
            top.serialize_entry(name, kept)?;
        }
        top.end()
    }
}

struct List<'a>(&'a Accounts);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Entry<'a> {
            Known(Written<'a>),
            Kept(&'a Kept),
        }
        let known = self
            .0
            .all
            .values()
            .map(|account| Entry::Known(Written(account)));
        serializer.collect_seq(known.chain(self.0.unreadable.iter().map(Entry::Kept)))
    }
}

struct Moves<'a>(&'a Accounts);

impl Moves<'_> {
    fn is_empty(&self) -> bool {
        self.0.moves.is_empty() && self.0.unread_moves.is_empty()
    }
}

impl Serialize for Moves<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Entry<'a> {
            Known(WrittenMove<'a>),
            Kept(&'a Kept),
        }
        let known = self.0.moves.iter().map(|it| Entry::Known(WrittenMove(it)));
        serializer.collect_seq(known.chain(self.0.unread_moves.iter().map(Entry::Kept)))
    }
}

struct WrittenMove<'a>(&'a Move);

impl Serialize for WrittenMove<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.0.id)?;
        map.serialize_entry("app", &self.0.app)?;
        map.serialize_entry("started", &self.0.started)?;
        let sites: Vec<WrittenSite<'_>> = self.0.sites.iter().map(WrittenSite).collect();
        map.serialize_entry("sites", &sites)?;
        for (name, kept) in &self.0.unknown {
            map.serialize_entry(name, kept)?;
        }
        map.end()
    }
}

struct WrittenSite<'a>(&'a Site);

impl Serialize for WrittenSite<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.0.id)?;
        map.serialize_entry("issuer", &self.0.issuer)?;
        map.serialize_entry("account", &self.0.account)?;
        entry_if(&mut map, "new", &self.0.new, self.0.new.is_some())?;
        entry_if(&mut map, "done", &self.0.done, self.0.done.is_some())?;
        map.serialize_entry("modified", &self.0.modified.to_string())?;
        for (name, kept) in &self.0.unknown {
            map.serialize_entry(name, kept)?;
        }
        map.end()
    }
}

/// An account as it is written: what is not set is left out.
struct Written<'a>(&'a Account);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let account = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &account.id)?;
        map.serialize_entry("type", account.key.kind.type_name())?;
        map.serialize_entry("secret", account.key.secret.to_base32().as_str())?;
        parameters(&mut map, &account.key.kind)?;
        map.serialize_entry("issuer", &account.issuer)?;
        map.serialize_entry("account", &account.account)?;
        entry_if(&mut map, "note", &account.note, !account.note.is_empty())?;
        entry_if(&mut map, "tags", &account.tags, !account.tags.is_empty())?;
        entry_if(
            &mut map,
            "colour",
            &account.colour,
            account.colour.is_some(),
        )?;
        entry_if(&mut map, "icon", &account.icon, account.icon.is_some())?;
        entry_if(&mut map, "favourite", &true, account.favourite)?;
        entry_if(&mut map, "order", &account.order, account.order.is_some())?;
        map.serialize_entry("origin", &origin(&account.origin))?;
        map.serialize_entry("created", &account.created)?;
        entry_if(
            &mut map,
            "deleted_at",
            &account.deleted_at,
            account.deleted_at.is_some(),
        )?;
        let clocks = Clocks(&account.modified, &account.other_modified);
        entry_if(&mut map, "modified", &clocks, !clocks.is_empty())?;
        let codes = &account.recovery;
        entry_if(&mut map, recovery::FIELD, codes, !codes.is_empty())?;
        for (name, kept) in &account.unknown {
            entry_if(&mut map, name, kept, !is_written(account, name))?;
        }
        map.end()
    }
}

/// What a kind says about its codes. What is the same for all keys of a kind is left out.
fn parameters<M: SerializeMap>(map: &mut M, kind: &Kind) -> Result<(), M::Error> {
    match kind {
        Kind::Totp { .. } | Kind::Hotp { .. } => {
            map.serialize_entry("algorithm", kind.algorithm_name())?;
            map.serialize_entry("digits", &kind.digits())?;
            entry_if(map, "period", &kind.period(), kind.period().is_some())?;
            entry_if(map, "counter", &kind.counter(), kind.counter().is_some())
        }
        _ => match kind.pin() {
            Some(pin) => map.serialize_entry("pin", pin.as_str()),
            None => Ok(()),
        },
    }
}

/// Whether a field of this name is written for what this version knows: a parameter of the
/// kind of key, or recovery codes.
fn is_written(account: &Account, name: &str) -> bool {
    if name == recovery::FIELD {
        return !account.recovery.is_empty();
    }
    let kind = &account.key.kind;
    let has_parameters = matches!(kind, Kind::Totp { .. } | Kind::Hotp { .. });
    PARAMETERS.contains(&name)
        && match name {
            "pin" => kind.pin().is_some(),
            "period" => has_parameters && kind.period().is_some(),
            "counter" => kind.counter().is_some(),
            _ => has_parameters,
        }
}

fn entry_if<M: SerializeMap>(
    map: &mut M,
    name: &str,
    value: &impl Serialize,
    there: bool,
) -> Result<(), M::Error> {
    if there {
        map.serialize_entry(name, value)
    } else {
        Ok(())
    }
}

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Person => "person".to_owned(),
        Origin::Lab => "lab".to_owned(),
        Origin::Import(format) => format!("import:{format}"),
        Origin::Other(text) => text.clone(),
    }
}

/// A table of clocks: the known ones, then the kept ones.
struct Clocks<'a, K>(&'a BTreeMap<K, Clock>, &'a BTreeMap<String, Kept>);

impl<K> Clocks<'_, K> {
    fn is_empty(&self) -> bool {
        self.0.is_empty() && self.1.is_empty()
    }
}

impl<K: ClockKey> Serialize for Clocks<'_, K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, clock) in self.0 {
            map.serialize_entry(&key.name(), &clock.to_string())?;
        }
        for (name, kept) in self.1 {
            map.serialize_entry(name, kept)?;
        }
        map.end()
    }
}

/// What a table of clocks is ordered by: ids of accounts, or fields of one.
trait ClockKey {
    fn name(&self) -> String;
}

impl ClockKey for crate::Id {
    fn name(&self) -> String {
        self.to_string()
    }
}

impl ClockKey for Field {
    fn name(&self) -> String {
        let named = Field::ALL.iter().find(|(field, _)| field == self);
        named.map_or_else(String::new, |(_, name)| (*name).to_owned())
    }
}
