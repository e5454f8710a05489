//! An archive of files of any of the other formats. Those whose own files are archives come
//! before it in the table.

use crate::{Error, File, Format, Reading, Source, zip};

pub(crate) const FORMAT: Format = Format {
    id: "zip",
    name: "Archive of backups",
    help: "format-zip-help",
    extensions: &["zip"],
    reads_encrypted: true,
    detect: |probe| probe.bytes().starts_with(zip::MAGIC),
    // What it is opened for is read by the formats of what is in it.
    read: Some(|_, _| Err(Error::Unknown)),
    write: None,
};

/// All files in it.
pub(crate) fn unpack(source: &Source, reading: &Reading) -> Result<Vec<File>, Error> {
    zip::unpack(source.bytes, reading, |_| true)
}
