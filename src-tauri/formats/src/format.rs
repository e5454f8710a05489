//! What a format is: a row of plain values in one table, from which detection, menus, help,
//! file filters and the tests follow.

use keytick_accounts::Account;
use zeroize::Zeroizing;

use crate::{Error, Holds, Import, Probe, Reading, Writing};

/// One format of one program.
#[derive(Debug)]
pub struct Format {
    /// Its name for programs: `aegis`. On the command line, over IPC, in accounts' origin.
    pub id: &'static str,
    /// The program's name, as its makers write it: `Aegis`.
    pub name: &'static str,
    /// The message that says where in that program the export is found.
    pub help: &'static str,
    /// Extensions that such files usually have, for file filters alone: nothing is ever
    /// recognised by its name.
    pub extensions: &'static [&'static str],
    /// Whether such a file can be locked with a password.
    pub reads_encrypted: bool,
    /// Whether these bytes look like this format, locked or not.
    pub detect: fn(&Probe) -> bool,
    /// Reads such a file.
    pub read: Option<Read>,
    /// Writes such a file.
    pub write: Option<Writer>,
}

/// Reads a file of one format.
pub type Read = fn(&Source, &mut Reading) -> Result<Import, Error>;

/// How a format is written.
#[derive(Debug)]
pub struct Writer {
    /// Whether it can be written without a password.
    pub plain: bool,
    /// Whether it can be written with one.
    pub encrypted: bool,
    /// The extension of what is written.
    pub extension: &'static str,
    /// What such a file can hold; the rest is said before anything is written.
    pub holds: &'static Holds,
    /// Writes the accounts; [`Writing::password`] decides whether they are locked.
    pub write: fn(&[&Account], &mut Writing) -> Result<Vec<Output>, Error>,
}

/// A file to be read, with what may lie beside it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What a person calls it, for naming entries; never used to recognise it.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Other files of the same folder or archive, by name: a database's write-ahead log.
    pub beside: &'a [File],
}

/// A named file in memory.
pub struct File {
    /// Its name within its folder or archive.
    pub name: String,
    /// What is in it.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// The name and size alone.
impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "File({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// A file that a writer made; its name is without folder, `keytick.2fas`.
pub type Output = File;
