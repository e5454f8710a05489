//! The key in a key file: KeePass's own XML of version 1 or 2, 32 bytes, 64 hex digits, or
//! else the hash of whatever file it is.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Error;
use crate::encoding::{from_base64, from_hex};
use crate::xml::{self, Piece};

type Key = Zeroizing<[u8; 32]>;

const WHAT: &str = "key file";
const DAMAGED: Error = Error::Damaged { what: WHAT };

/// The key in `file`.
///
/// # Errors
/// [`Error::Damaged`] when a key file of KeePass's own kind is broken.
pub(super) fn key(file: &[u8]) -> Result<Key, Error> {
    if let Some(data) = Data::find(file) {
        return data.key();
    }
    let hex = std::str::from_utf8(file)
        .ok()
        .filter(|text| text.len() == 64);
    let hex = hex.and_then(|text| from_hex(text, WHAT).ok());
    let key = whole(hex.as_deref().map_or(file, Vec::as_slice));
    Ok(key.unwrap_or_else(|| Zeroizing::new(Sha256::digest(file).into())))
}

/// The key if it is of 32 bytes.
fn whole(bytes: &[u8]) -> Option<Key> {
    bytes.try_into().ok().map(Zeroizing::new)
}

/// What stands in the `Data` element of an XML key file.
struct Data {
    text: Zeroizing<String>,
    /// The first bytes of the key's hash in hex, in version 2.
    check: Option<String>,
}

impl Data {
    /// None if `file` is no XML key file.
    fn find(file: &[u8]) -> Option<Self> {
        let mut open: Vec<String> = Vec::new();
        let mut data: Option<Self> = None;
        let walked = xml::walk(file, |piece| {
            match piece {
                Piece::Start { name, attributes } => {
                    open.push(name);
                    if open == ["KeyFile", "Key", "Data"] {
                        let check = attributes.into_iter().find(|(name, _)| name == "Hash");
                        data = Some(Self {
                            text: Zeroizing::default(),
                            check: check.map(|(_, value)| value),
                        });
                    }
                }
                Piece::Text(text) if open == ["KeyFile", "Key", "Data"] => {
                    if let Some(data) = &mut data {
                        data.text.extend(text.split_whitespace());
                    }
                }
                Piece::Text(_) => {}
                Piece::End => {
                    open.pop();
                }
            }
            Ok(())
        });
        data.filter(|_| walked.is_ok())
    }

    fn key(&self) -> Result<Key, Error> {
        let bytes = match &self.check {
            Some(_) => from_hex(&self.text, WHAT)?,
            None => from_base64(&self.text, WHAT)?,
        };
        let key = whole(&bytes).ok_or(DAMAGED)?;
        let hash = Sha256::digest(key.as_slice());
        match &self.check {
            Some(check) if **from_hex(check, WHAT)? != hash[..4] => Err(DAMAGED),
            _ => Ok(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::{to_base64, to_hex};

    const KEY: [u8; 32] = [0xab; 32];

    fn check(file: &str, expected: Result<[u8; 32], Error>) {
        assert_eq!(key(file.as_bytes()).map(|key| *key), expected, "{file}");
    }

    #[test]
    fn reads_every_kind_of_key_file() {
        let base64 = to_base64(&KEY);
        let one = format!(
            "\u{feff}<?xml version=\"1.0\"?>\n<KeyFile><Meta><Version>1.00</Version></Meta>\
             <Key><Data>{base64}</Data></Key></KeyFile>"
        );
        check(&one, Ok(KEY));
        let hash = Sha256::digest(KEY);
        let hash = to_hex(&hash[..4]).to_uppercase();
        let row = "ABABABAB ABABABAB ABABABAB ABABABAB";
        let two = format!(
            "<KeyFile><Meta><Version>2.0</Version></Meta><Key><Data Hash=\"{hash}\">\n\
             \t{row}\n\t{row}\n</Data></Key></KeyFile>"
        );
        check(&two, Ok(KEY));
        check(&two.replacen("AB", "AC", 1), Err(DAMAGED));
        check(&one.replace(&base64, "AAAA"), Err(DAMAGED));
        check(&"aB".repeat(32), Ok(KEY));
        assert_eq!(*key(&KEY).unwrap(), KEY);
    }

    #[test]
    fn any_other_file_stands_for_its_hash() {
        for file in ["", "a photo", "<html>", &"x".repeat(64), &"é".repeat(32)] {
            check(file, Ok(Sha256::digest(file).into()));
        }
    }
}
