//! The header: JSON text that anybody can read and only the holder of the vault's key can
//! change.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::Error;
use crate::ancestor::{self, Ancestor};
use crate::cipher::NONCE;
use crate::fault::Fault;
use crate::fields::{Fields, bytes_from_hex, hex};
use crate::frame::{MAX_HEADER, MINOR, TRAILER};
use crate::random::{self, Random};
use crate::slot::{self, Slot, SlotKind};
use crate::vault::{Known, Stamp};

/// The fields that this version understands; `crit` may name no others.
const KNOWN: [&str; 11] = [
    "vault_id",
    "generation",
    "parents",
    "ancestors",
    "device_id",
    "written_at",
    "writer",
    "payload_salt",
    "nonce",
    "slots",
    "crit",
];
pub(crate) const MAX_SLOTS: usize = 8;
const MAX_PASSWORD_SLOTS: usize = 2;
const MAX_PARENTS: usize = 8;
const MAX_WRITER: usize = 64;
/// Whole numbers up to this one survive in every JSON reader (RFC 7493).
const MAX_NUMBER: u64 = (1 << 53) - 1;

/// Everything that the header says.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) minor: u16,
    pub(crate) vault_id: Uuid,
    /// How many times the vault was saved, from 1.
    pub(crate) generation: u64,
    /// The trailers of the files that this one came from: none for a new vault, one after a
    /// save, several after a merge.
    pub(crate) parents: Vec<[u8; TRAILER]>,
    pub(crate) device_id: [u8; 8],
    /// Unix seconds.
    pub(crate) written_at: u64,
    pub(crate) writer: String,
    pub(crate) payload_salt: [u8; 32],
    pub(crate) nonce: [u8; NONCE],
    pub(crate) slots: Vec<Slot>,
    /// What the parents came from, and they themselves; empty if the file does not tell.
    pub(crate) ancestors: BTreeSet<Ancestor>,
    /// Every field as read, the unknown ones too.
    fields: Fields,
}

impl Header {
    /// The header of a new vault, still without slots.
    pub(crate) fn new(stamp: &Stamp, random: Random) -> Result<Self, Error> {
        let vault_id = uuid::Builder::from_random_bytes(random::generate(random)?).into_uuid();
        let mut header = Self {
            minor: MINOR,
            vault_id,
            generation: 0,
            parents: Vec::new(),
            ancestors: BTreeSet::new(),
            device_id: [0; 8],
            written_at: 0,
            writer: String::new(),
            payload_salt: [0; 32],
            nonce: [0; NONCE],
            slots: Vec::new(),
            fields: Fields::default(),
        };
        header.fields.set("crit", &[""; 0]);
        header.advance(&[], stamp, random)?;
        Ok(header)
    }

    /// Makes this the header of the next file: a generation later, with fresh salt and nonce.
    pub(crate) fn advance(
        &mut self,
        parents: &[&Known],
        stamp: &Stamp,
        random: Random,
    ) -> Result<(), Error> {
        self.generation += 1;
        self.descend(parents);
        self.device_id = stamp.device;
        self.written_at = stamp.now.min(MAX_NUMBER);
        let end = stamp.writer.floor_char_boundary(MAX_WRITER);
        self.writer = stamp.writer[..end].to_owned();
        self.payload_salt = random::generate(random)?;
        self.nonce = random::generate(random)?;
        Ok(())
    }

    /// Names the files that this one comes from.
    pub(crate) fn descend(&mut self, parents: &[&Known]) {
        self.parents = parents.iter().map(|it| it.trailer).collect();
        self.ancestors = ancestor::of(parents);
    }

    /// Reads a header's JSON text.
    pub(crate) fn parse(json: &[u8], minor: u16) -> Result<Self, Fault> {
        let fields = Fields::parse(json).map_err(Fault::header)?;
        check_crit(&fields)?;
        let mut header = Self::read(fields, minor).map_err(Fault::header)?;
        header.slots = read_slots(&header.fields)?;
        header.ancestors = ancestor::read(&header.fields, &header.parents);
        Ok(header)
    }

    /// Reads everything but the slots.
    fn read(fields: Fields, minor: u16) -> Result<Self, String> {
        let vault_id: String = fields.get("vault_id")?;
        let parents: Vec<String> = fields.get("parents")?;
        let writer: String = fields.get("writer")?;
        if parents.len() > MAX_PARENTS {
            return Err("too many parents".to_owned());
        }
        if writer.len() > MAX_WRITER {
            return Err("writer is too long".to_owned());
        }
        let header = Self {
            minor,
            vault_id: canonical_uuid(&vault_id).ok_or("vault_id is not a UUID")?,
            generation: number(&fields, "generation")?,
            parents: parents
                .iter()
                .map(|text| bytes_from_hex(text).ok_or("parents are not hexadecimal"))
                .collect::<Result<_, _>>()?,
            device_id: fields.hex("device_id")?,
            written_at: number(&fields, "written_at")?,
            writer,
            payload_salt: fields.hex("payload_salt")?,
            nonce: fields.hex("nonce")?,
            slots: Vec::new(),
            ancestors: BTreeSet::new(),
            fields,
        };
        if header.generation == 0 {
            return Err("generation is zero".to_owned());
        }
        Ok(header)
    }

    /// The header as JSON text, with what this version does not know as it was read, or what
    /// of it is over the limits.
    pub(crate) fn to_json(&self) -> Result<Vec<u8>, &'static str> {
        let mut fields = self.fields.clone();
        let parents: Vec<String> = self.parents.iter().map(|parent| hex(parent)).collect();
        let slots: Vec<&Fields> = self.slots.iter().map(Slot::fields).collect();
        fields.set("vault_id", &self.vault_id.to_string());
        fields.set("generation", &self.generation);
        fields.set("parents", &parents);
        let ancestors = self.ancestors.iter().rev().map(Ancestor::to_string);
        let ancestors: Vec<String> = ancestors.collect();
        match ancestors.is_empty() {
            true => fields.remove("ancestors"),
            false => fields.set("ancestors", &ancestors),
        }
        fields.set("device_id", &hex(&self.device_id));
        fields.set("written_at", &self.written_at);
        fields.set("writer", &self.writer);
        fields.set("payload_salt", &hex(&self.payload_salt));
        fields.set("nonce", &hex(&self.nonce));
        fields.set("slots", &slots);
        let json = fields.to_json();
        if self.slots.len() > MAX_SLOTS {
            return Err("slots");
        }
        if json.len() > MAX_HEADER || self.generation > MAX_NUMBER {
            return Err("header");
        }
        Ok(json)
    }

    /// The slots of a kind.
    pub(crate) fn slots_of(&self, kind: &SlotKind) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(move |slot| slot.kind == *kind)
    }

    /// Puts `make`'s slot in the place of all slots of its kind, or adds it. `make` gets the
    /// id for the slot and the one whose place it takes.
    pub(crate) fn replace_slot(
        &mut self,
        kind: &SlotKind,
        make: impl FnOnce(u32, Option<&Slot>) -> Result<Slot, Error>,
    ) -> Result<(), Error> {
        let place = self.slots.iter().position(|slot| slot.kind == *kind);
        let old = place.map(|place| &self.slots[place]);
        let new = make(old.map_or_else(|| self.free_id(), |slot| slot.id), old)?;
        let place = place.unwrap_or(self.slots.len());
        self.slots.retain(|slot| slot.kind != *kind);
        self.slots.insert(place.min(self.slots.len()), new);
        Ok(())
    }

    fn free_id(&self) -> u32 {
        let taken = |id: &u32| self.slots.iter().any(|slot| slot.id == *id);
        (1..=u32::MAX)
            .find(|id| !taken(id))
            .expect("a header has eight slots at most")
    }
}

/// Refuses a file whose writer says that a reader must understand a field that this version
/// does not know.
fn check_crit(fields: &Fields) -> Result<(), Fault> {
    let crit: Vec<String> = fields
        .optional("crit")
        .map_err(Fault::header)?
        .unwrap_or_default();
    if crit.iter().all(|name| KNOWN.contains(&name.as_str())) {
        return Ok(());
    }
    Err(Fault::TooNew {
        needs: "a header field that this version does not know".to_owned(),
    })
}

/// Reads the slots: first how many they are, their ids and types, then what is in each.
fn read_slots(fields: &Fields) -> Result<Vec<Slot>, Fault> {
    let list: Vec<Fields> = fields.get("slots").map_err(Fault::header)?;
    if list.is_empty() || list.len() > MAX_SLOTS {
        return Err(Fault::header("not 1 to 8 slots"));
    }
    let names = list.iter().map(slot::read_name);
    let names: Vec<(u32, SlotKind)> = names.collect::<Result<_, _>>().map_err(Fault::header)?;
    let passwords = names.iter().filter(|(_, kind)| *kind == SlotKind::Password);
    if passwords.count() > MAX_PASSWORD_SLOTS {
        return Err(Fault::header("more than 2 password slots"));
    }
    for (index, (id, _)) in names.iter().enumerate() {
        if names[..index].iter().any(|(other, _)| other == id) {
            return Err(Fault::header("two slots with one id"));
        }
    }
    list.into_iter().map(Slot::read).collect()
}

/// A whole number as it may stand in a header.
pub(crate) fn number(fields: &Fields, name: &str) -> Result<u64, String> {
    let number = fields.get(name)?;
    if number > MAX_NUMBER {
        return Err(format!("{name} is too large"));
    }
    Ok(number)
}

/// A UUID in the one form that is written: lower case with hyphens.
fn canonical_uuid(text: &str) -> Option<Uuid> {
    let uuid = Uuid::try_parse(text).ok()?;
    (uuid.to_string() == text).then_some(uuid)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The header of a new vault.
    pub(crate) fn header() -> Header {
        let stamp = Stamp {
            now: 1_767_225_600,
            writer: "keytick 0.1.0".to_owned(),
            device: [7; 8],
        };
        Header::new(&stamp, &mut random::system).unwrap()
    }

    #[test]
    fn writes_up_to_the_last_generation() {
        let mut header = header();
        header.generation = MAX_NUMBER;
        assert!(header.to_json().is_ok());
        header.generation += 1;
        assert_eq!(header.to_json(), Err("header"));
    }

    #[test]
    fn writes_up_to_the_longest_header() {
        let mut header = header();
        header.fields.set("x", &"");
        let left = MAX_HEADER - header.to_json().unwrap().len();
        header.fields.set("x", &"x".repeat(left));
        assert_eq!(header.to_json().unwrap().len(), MAX_HEADER);
        header.fields.set("x", &"x".repeat(left + 1));
        assert_eq!(header.to_json(), Err("header"));
    }
}
