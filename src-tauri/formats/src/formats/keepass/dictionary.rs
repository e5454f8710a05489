//! The variant dictionary in a KDBX header: typed values by name. The key derivation and its
//! numbers stand in one.

use std::collections::BTreeMap;

use super::cursor::{Cursor, put_sized};
use crate::Error;

/// Typed values by name.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Dictionary(BTreeMap<String, Value>);

/// A value; types that say nothing here are kept as their bytes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    U32(u32),
    U64(u64),
    Bytes(Vec<u8>),
}

const VERSION: u16 = 0x0100;
/// The first byte of the version; a higher one cannot be read.
const MAJOR: u16 = 0xff00;

const END: u8 = 0;
const U32: u8 = 0x04;
const U64: u8 = 0x05;
const BYTES: u8 = 0x42;

impl Dictionary {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let mut cursor = Cursor::new(bytes, "key derivation");
        if cursor.u16()? & MAJOR > VERSION {
            return Err(cursor.damaged());
        }
        let mut values = BTreeMap::new();
        loop {
            let kind = cursor.u8()?;
            if kind == END {
                return Ok(Self(values));
            }
            let name = String::from_utf8_lossy(cursor.sized()?).into_owned();
            let bytes = cursor.sized()?;
            let value = match kind {
                U32 => bytes.try_into().map(u32::from_le_bytes).map(Value::U32),
                U64 => bytes.try_into().map(u64::from_le_bytes).map(Value::U64),
                _ => Ok(Value::Bytes(bytes.to_vec())),
            };
            values.insert(name, value.map_err(|_| cursor.damaged())?);
        }
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = VERSION.to_le_bytes().to_vec();
        for (name, value) in &self.0 {
            let (kind, bytes) = match value {
                Value::U32(number) => (U32, number.to_le_bytes().to_vec()),
                Value::U64(number) => (U64, number.to_le_bytes().to_vec()),
                Value::Bytes(bytes) => (BYTES, bytes.clone()),
            };
            out.push(kind);
            put_sized(&mut out, name.as_bytes());
            put_sized(&mut out, &bytes);
        }
        out.push(END);
        out
    }

    pub(super) fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(super) fn u32(&self, name: &str) -> Result<u32, Error> {
        match self.0.get(name) {
            Some(Value::U32(number)) => Ok(*number),
            _ => Err(MISSING),
        }
    }

    pub(super) fn u64(&self, name: &str) -> Result<u64, Error> {
        match self.0.get(name) {
            Some(Value::U64(number)) => Ok(*number),
            _ => Err(MISSING),
        }
    }

    pub(super) fn bytes(&self, name: &str) -> Result<&[u8], Error> {
        match self.0.get(name) {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(MISSING),
        }
    }
}

const MISSING: Error = Error::Damaged {
    what: "key derivation",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let written = Dictionary::default()
            .with("$UUID", Value::Bytes(vec![1, 2]))
            .with("M", Value::U64(65_536))
            .with("V", Value::U32(0x13));
        let read = Dictionary::read(&written.write()).unwrap();
        assert_eq!(read, written);
        assert_eq!(read.u64("M"), Ok(65_536));
        assert_eq!(read.u32("M"), Err(MISSING));
        assert_eq!(read.bytes("S"), Err(MISSING));
    }

    #[test]
    fn a_number_of_the_wrong_size_is_damage() {
        let bytes = [
            &[0, 1, U32][..],
            &[1, 0, 0, 0, b'V'],
            &[1, 0, 0, 0, 9],
            &[0],
        ]
        .concat();
        assert_eq!(Dictionary::read(&bytes), Err(MISSING));
    }

    #[test]
    fn a_newer_version_and_a_cut_one_are_damage() {
        assert_eq!(Dictionary::read(&[0, 2, END]), Err(MISSING));
        assert_eq!(Dictionary::read(&[0, 1]), Err(MISSING));
    }
}
