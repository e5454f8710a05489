//! Reading a vault file: never more of it than a vault can have.

use std::path::Path;

use crate::disk::Reading;
use crate::error::Error;
use crate::fault::Fault;
use crate::frame::{Lengths, PRELUDE, TRAILER};
use crate::fs::Fs;
use crate::step::Step;

/// The bytes of a file whose first bytes and size are those of a vault.
pub(crate) fn whole(fs: &dyn Fs, path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |source| Error::io(Step::Read, path, source);
    let refused = |fault: Fault| fault.at(path);
    let mut reading = open(fs, path)?;
    let mut bytes = Vec::new();
    reading.append(&mut bytes, PRELUDE).map_err(failed)?;
    let lengths = Lengths::parse(&bytes).map_err(refused)?;
    // Before anything is allocated for what the file only promises.
    lengths.check(reading.size).map_err(refused)?;
    let rest = lengths.file() - bytes.len();
    reading.append(&mut bytes, rest).map_err(failed)?;
    Ok(bytes)
}

/// The size and the trailer of the file that is there now, unchecked: they tell whether it
/// is a file that was seen before.
pub(crate) fn identity(fs: &dyn Fs, path: &Path) -> Result<(u64, Option<[u8; TRAILER]>), Error> {
    let mut reading = open(fs, path)?;
    let trailer = reading
        .last()
        .map_err(|source| Error::io(Step::Read, path, source))?;
    Ok((reading.size, trailer))
}

fn open(fs: &dyn Fs, path: &Path) -> Result<Reading, Error> {
    Reading::open(fs, path)
        .map_err(|source| Error::io(Step::Read, path, source))?
        .ok_or_else(|| Error::NotAFile {
            path: path.to_owned(),
        })
}
