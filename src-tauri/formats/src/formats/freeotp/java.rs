//! Just so much of Java's object serialization as a `HashMap<String, String>` needs
//! ([the protocol](https://docs.oracle.com/en/java/javase/21/docs/specs/serialization/protocol.html)).
//! No class is ever looked up: whatever is not such a table is damaged.

use std::collections::BTreeMap;

use crate::{Error, Reading};

/// The stream's magic and its version 5.
pub(super) const MAGIC: &[u8] = &[0xac, 0xed, 0x00, 0x05];

const OBJECT: u8 = 0x73;
const CLASS: u8 = 0x72;
const BLOCK: u8 = 0x77;
const END_OF_BLOCK: u8 = 0x78;
const STRING: u8 = 0x74;
const LONG_STRING: u8 = 0x7c;
const REFERENCE: u8 = 0x71;
const NULL: u8 = 0x70;
/// The number of the first object that can be referred to.
const FIRST_HANDLE: u32 = 0x7e_0000;

const DAMAGED: Error = Error::Damaged {
    what: "serialized table",
};

/// The table of texts that is the stream's only object.
///
/// # Errors
/// [`Error::Damaged`], [`Error::TooMany`] and [`Error::Cancelled`].
pub(super) fn table(bytes: &[u8], reading: &Reading) -> Result<BTreeMap<String, String>, Error> {
    let mut stream = Stream {
        rest: bytes,
        handles: Vec::new(),
    };
    stream.expect(MAGIC)?;
    stream.expect(&[OBJECT, CLASS])?;
    let fields = stream.class()?;
    // The object itself takes a handle, after its class.
    stream.handles.push(None);
    for _ in 0..fields {
        let _load_factor_or_threshold = stream.take::<4>()?;
    }
    stream.expect(&[BLOCK, 8])?;
    let _buckets = stream.take::<4>()?;
    let entries = u32::from_be_bytes(*stream.take::<4>()?) as usize;
    // Two texts an entry: the secret, and what is known of it.
    reading.entries(entries.div_ceil(2))?;
    let mut table = BTreeMap::new();
    for _ in 0..entries {
        let (name, value) = (stream.text()?, stream.text()?);
        table.insert(name, value);
    }
    stream.expect(&[END_OF_BLOCK])?;
    Ok(table)
}

struct Stream<'a> {
    rest: &'a [u8],
    /// What references may name; only texts can be.
    handles: Vec<Option<&'a str>>,
}

impl<'a> Stream<'a> {
    fn take<const N: usize>(&mut self) -> Result<&'a [u8; N], Error> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(DAMAGED)?;
        self.rest = rest;
        Ok(taken)
    }

    fn expect(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.rest = self.rest.strip_prefix(bytes).ok_or(DAMAGED)?;
        Ok(())
    }

    /// Characters after their length. They are "modified UTF-8", which differs only in zeros
    /// and in what lies beyond the first 65,536 characters; neither stands in JSON of FreeOTP,
    /// which escapes them.
    fn characters(&mut self, length: u64) -> Result<&'a str, Error> {
        let length = usize::try_from(length).map_err(|_| DAMAGED)?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(DAMAGED)?;
        self.rest = rest;
        std::str::from_utf8(text).map_err(|_| DAMAGED)
    }

    fn short_text(&mut self) -> Result<&'a str, Error> {
        let length = u16::from_be_bytes(*self.take()?);
        self.characters(length.into())
    }

    /// The description of `java.util.HashMap`, and how many fields it has: numbers of four
    /// bytes, of which old Androids have one and new ones two.
    fn class(&mut self) -> Result<u16, Error> {
        if self.short_text()? != "java.util.HashMap" {
            return Err(DAMAGED);
        }
        let _version = self.take::<8>()?;
        let [_flags] = self.take::<1>()?;
        self.handles.push(None);
        let fields = u16::from_be_bytes(*self.take()?);
        for _ in 0..fields {
            let [kind] = self.take::<1>()?;
            let name = self.short_text()?;
            if !matches!((kind, name), (b'F', "loadFactor") | (b'I', "threshold")) {
                return Err(DAMAGED);
            }
        }
        self.expect(&[END_OF_BLOCK, NULL])?;
        Ok(fields)
    }

    /// A text, written out or referred to.
    fn text(&mut self) -> Result<String, Error> {
        let [tag] = self.take::<1>()?;
        let text = match *tag {
            STRING => self.short_text()?,
            LONG_STRING => {
                let length = u64::from_be_bytes(*self.take()?);
                self.characters(length)?
            }
            REFERENCE => {
                let handle = u32::from_be_bytes(*self.take()?);
                let index = handle.checked_sub(FIRST_HANDLE).ok_or(DAMAGED)?;
                let referred = self.handles.get(index as usize).copied().flatten();
                return referred.map(str::to_owned).ok_or(DAMAGED);
            }
            _ => return Err(DAMAGED),
        };
        self.handles.push(Some(text));
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::serialized;
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<(String, String)>, Error> {
        Ok(table(bytes, &Reading::new(None))?.into_iter().collect())
    }

    #[test]
    fn reads_a_table_and_nothing_else() {
        let bytes = serialized(&[("a", "1"), ("b", "2")]);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(read(&bytes), Ok(vec![pair("a", "1"), pair("b", "2")]));
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]), Err(DAMAGED), "cut at {end}");
        }
    }

    /// As Android 6 writes it.
    #[test]
    fn a_table_without_a_threshold() {
        let mut bytes = serialized(&[("a", "1")]);
        let threshold = b"I\0\x09threshold";
        let at = bytes
            .windows(threshold.len())
            .position(|window| window == threshold);
        let at = at.unwrap();
        bytes.drain(at..at + threshold.len());
        bytes[at - 14] = 1;
        bytes.drain(at + 6..at + 10);
        assert_eq!(read(&bytes), Ok(vec![("a".to_owned(), "1".to_owned())]));
    }

    #[test]
    fn a_text_that_was_written_before_is_referred_to() {
        let mut bytes = serialized(&[("a", "1")]);
        bytes.truncate(bytes.len() - 5);
        bytes.extend([REFERENCE, 0, 0x7e, 0, 2, END_OF_BLOCK]);
        assert_eq!(read(&bytes), Ok(vec![("a".to_owned(), "a".to_owned())]));
        let at = bytes.len() - 2;
        for handle in [0, 1, 3, 99] {
            bytes[at] = handle;
            assert_eq!(read(&bytes), Err(DAMAGED), "{handle}");
        }
    }

    #[test]
    fn a_length_that_is_not_there_takes_no_memory() {
        let mut bytes = serialized(&[]);
        let count = bytes.len() - 5;
        bytes[count..count + 4].copy_from_slice(&u32::MAX.to_be_bytes());
        assert!(matches!(read(&bytes), Err(Error::TooMany { .. })));
        bytes[count..count + 4].copy_from_slice(&9_u32.to_be_bytes());
        bytes.pop();
        bytes.push(LONG_STRING);
        bytes.extend(u64::MAX.to_be_bytes());
        assert_eq!(read(&bytes), Err(DAMAGED));
    }
}
