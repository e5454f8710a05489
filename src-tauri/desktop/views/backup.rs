//! Other programs' formats and files, as the page sees them.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::Review;
use crate::error::UiError;

/// A format of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FormatView {
    /// Its name for programs.
    pub id: String,
    /// The program's name, as its makers write it.
    pub name: String,
    /// The message that says where in that program the export is found.
    pub help: String,
    /// Whether such files are read.
    pub reads: bool,
    /// How such files are written, if they are.
    pub writes: Option<WriterView>,
}

/// How a format is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WriterView {
    /// What kind of file it is to a person.
    pub kind: FileKind,
    /// Whether it can be written without a password.
    pub plain: bool,
    /// Whether it can be locked with one.
    pub locked: bool,
    /// The extension of what is written.
    pub extension: String,
}

/// What a written file is to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// Keytick's own backup.
    Own,
    /// A file of another app.
    App,
    /// QR codes, to scan or to print.
    Codes,
    /// A list that everything reads.
    Text,
}

/// A file that was opened, but cannot be reviewed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Its number, which the commands about it take.
    pub id: u64,
    /// The file's name; empty for pasted text.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many files it is, where it is a folder.
    pub files: Option<usize>,
    /// Its format, by its content; none where that is not known.
    pub format: Option<String>,
    /// The format it resembles most, where it is of none that is known.
    pub resembles: Option<String>,
    /// Whether its password is wanted. If not, `problem` says why it cannot be read.
    pub locked: bool,
    /// What is wrong with it.
    pub problem: Option<UiError>,
    /// Whether such files can be locked with a key file, too.
    pub asks_key_file: bool,
    /// The name of the key file that was chosen.
    pub key_file: Option<String>,
}

/// What became of files or a text that a person handed over.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Taken {
    /// They were read.
    Review {
        /// What was found.
        review: Review,
    },
    /// It is a file that needs a password, or that cannot be read.
    Backup {
        /// The file.
        backup: BackupView,
    },
}
