//! Archives: unpacked into memory, never further than the limits allow, whatever they say
//! of themselves.

use std::io::{Cursor, Read};

use ::zip::ZipArchive;
use ::zip::result::ZipError;
use zeroize::Zeroizing;

use crate::{Error, File, Reading};

const DAMAGED: Error = Error::Damaged { what: "zip" };

/// The first bytes of an archive with something in it.
pub(crate) const MAGIC: &[u8] = b"PK\x03\x04";

/// The names of the files in an archive; empty for anything else.
pub(crate) fn names(bytes: &[u8]) -> Vec<String> {
    /// Enough to know an archive by.
    const MOST: usize = 1000;
    if !bytes.starts_with(MAGIC) {
        return Vec::new();
    }
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let names = archive.file_names().take(MOST).filter_map(Result::ok);
    names.map(|name| name.into_owned()).collect()
}

/// Unpacks the files whose names `wanted` picks.
///
/// # Errors
/// [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::Damaged`],
/// [`Error::TooMany`], [`Error::TooLarge`] and [`Error::Cancelled`].
pub(crate) fn unpack(
    bytes: &[u8],
    reading: &Reading,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<File>, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    reading.limits.check_files(archive.len())?;
    let mut files = Vec::new();
    let mut left = reading.limits.max_bytes;
    for index in 0..archive.len() {
        if (reading.cancelled)() {
            return Err(Error::Cancelled);
        }
        let raw = archive.by_index_raw(index).map_err(|_| DAMAGED)?;
        let (name, locked) = (
            raw.name().map_err(|_| DAMAGED)?.into_owned(),
            raw.encrypted(),
        );
        if raw.is_dir() || !wanted(&name) {
            continue;
        }
        drop(raw);
        let entry = match locked {
            true => archive.by_index_decrypt(index, reading.password()?.as_bytes()),
            false => archive.by_index(index),
        };
        let entry = entry.map_err(refused)?;
        let bytes = read_at_most(entry, left, locked, reading)?;
        left -= bytes.len() as u64;
        files.push(File { name, bytes });
    }
    Ok(files)
}

/// Sizes in the archive are only believed as far as `left`.
fn read_at_most(
    entry: impl Read,
    left: u64,
    locked: bool,
    reading: &Reading,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut bytes = Zeroizing::new(Vec::new());
    let read = entry.take(left + 1).read_to_end(&mut bytes);
    // The older cipher tells a wrong password from a right one in 255 of 256 cases, and the
    // checksum of what comes out in the rest.
    read.map_err(|_| match locked {
        true => Error::WrongPassword,
        false => DAMAGED,
    })?;
    match bytes.len() as u64 > left {
        true => Err(reading.limits.too_large()),
        false => Ok(bytes),
    }
}

fn refused(error: ZipError) -> Error {
    match error {
        ZipError::InvalidPassword => Error::WrongPassword,
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Error::Damaged {
                what: "compression method",
            }
        }
        _ => DAMAGED,
    }
}
