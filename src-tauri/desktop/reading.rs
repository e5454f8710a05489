//! Pictures and backups to accounts: files, folders, the clipboard's picture, or a text,
//! with progress.
//!
//! A picture lives only while it is being read; what stays of it is a small copy in which
//! no decoded code can be read.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use keytick_accounts::Candidate;
use keytick_formats::{File, Pictures};
use keytick_qr::{FoundCode, Limits, Picture, PictureError, Watch};
use zeroize::Zeroizing;

use crate::backup::{Backup, Ears, Handed, Read, UNKNOWN};
use crate::error::UiError;
use crate::events::{Happening, Reading};
use crate::files;
use crate::marked::Source;
use crate::screenshots;
use crate::views::Problem;

/// Everything that was found.
pub struct Found {
    /// The accounts, each with its picture.
    pub accounts: Vec<(Candidate, Option<usize>)>,
    /// One PNG a picture, every decoded code made unreadable.
    pub pictures: Vec<Vec<u8>>,
    /// Where each picture is to be had again, if no code was read in it.
    pub sources: Vec<Option<Source>>,
    /// What could not be read, and why.
    pub problems: Vec<Problem>,
    /// The id of the format, where all of it comes from one backup.
    pub format: Option<&'static str>,
    /// Knows of which transfers parts are missing, should a picture give more.
    pub gathered: Pictures,
}

/// What a part of a picture gave that was read again.
pub struct Marked {
    /// Its codes, placed in the whole picture.
    pub codes: Vec<FoundCode>,
    /// A PNG of the whole picture, with them made unreadable.
    pub shown: Vec<u8>,
}

/// What a read comes to.
pub enum Outcome {
    /// Accounts and problems, to be reviewed.
    Found(Box<Found>),
    /// It was one file alone, and it cannot be read, or not without its password.
    Waits(Box<Backup>),
}

/// What can be read.
pub enum Input {
    /// A file or a folder on this computer.
    File(PathBuf),
    /// Pixels from the clipboard or a screen.
    Pixels {
        /// What they are called; empty: nothing.
        name: String,
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Four bytes a pixel.
        rgba: Vec<u8>,
    },
    /// The bytes of a picture file that is gone by now.
    Picture {
        /// What it is called.
        name: String,
        /// All of them.
        bytes: Vec<u8>,
    },
}

impl Input {
    fn name(&self) -> String {
        match self {
            Self::File(path) => files::name(path),
            Self::Pixels { name, .. } | Self::Picture { name, .. } => name.clone(),
        }
    }

    fn is_called_picture(&self) -> bool {
        match self {
            Self::File(path) => files::is_called_picture(path),
            Self::Pixels { .. } | Self::Picture { .. } => true,
        }
    }
}

/// The longer side of the copies for showing, in pixels.
const SHOWN_SIDE: u32 = 640;

/// Bytes of all copies for showing. Of a thousand pictures the last have none.
const SHOWN_BYTES: usize = 64 * 1024 * 1024;

/// Reads all inputs, until a person stops it. What was read until then counts.
pub fn read(inputs: Vec<Input>, ears: &Ears<'_>) -> Outcome {
    let inputs: Vec<Input> = inputs.into_iter().flat_map(one_by_one).collect();
    let total = inputs.len();
    let pictures = inputs.iter().all(Input::is_called_picture);
    let mut reader = Reader::default();
    let mut told = 0;
    let mut tell = |done, now, reader: &Reader| {
        let found = reader.pictures.accounts();
        let reading = Reading {
            done,
            total,
            pictures,
            now,
            found: found[told..].iter().map(|(it, _)| it.into()).collect(),
        };
        told = found.len();
        ears.outside.tell(Happening::Reading(reading));
    };
    for (done, input) in inputs.into_iter().enumerate() {
        if ears.stop.load(Ordering::Relaxed) {
            return reader.outcome(ears);
        }
        tell(done, input.name(), &reader);
        reader.read(input);
    }
    tell(total, String::new(), &reader);
    reader.outcome(ears)
}

/// The pictures of a folder of pictures, each on its own.
fn one_by_one(input: Input) -> Vec<Input> {
    let pictures = match &input {
        Input::File(path) if path.is_dir() => screenshots::pictures(path),
        _ => None,
    };
    match pictures {
        Some(pictures) => pictures.into_iter().map(Input::File).collect(),
        None => vec![input],
    }
}

/// Reads a text that may be a backup, with no password.
pub fn read_pasted(text: Zeroizing<Vec<u8>>, ears: &Ears<'_>) -> Outcome {
    let mut reader = Reader::default();
    reader.others.push(File {
        name: String::new(),
        bytes: text,
    });
    reader.outcome(ears)
}

/// Reads a part of a picture again, harder, until it is stopped.
///
/// # Errors
/// `formats-no-code`, or what keeps the code in it from being read (`qr-code-*`).
pub fn read_part(picture: &Picture, part: [u32; 4], ears: &Ears<'_>) -> Result<Marked, UiError> {
    let is_stopped = || ears.stop.load(Ordering::Relaxed);
    let mut found = |_: &FoundCode, _| {};
    let reading = keytick_qr::read_region(picture, part, Watch::new(&is_stopped, &mut found));
    if let Some(reason) = reading.why_nothing() {
        return Err(reason.into());
    }
    if reading.codes.is_empty() {
        return Err(keytick_formats::Error::NoCode.into());
    }
    Ok(Marked {
        shown: keytick_qr::pixelated_png(picture, &reading.codes, SHOWN_SIDE),
        codes: reading.codes,
    })
}

/// What was read from a backup, to be reviewed.
pub fn found(read: Read) -> Found {
    let accounts = read.import.accounts.into_iter();
    let skipped = read.import.skipped.into_iter().map(|skipped| Problem {
        picture: None,
        name: skipped.name,
        reason: skipped.reason.into(),
    });
    Found {
        accounts: accounts.map(|account| (account, None)).collect(),
        pictures: Vec::new(),
        sources: Vec::new(),
        problems: read.problems.into_iter().chain(skipped).collect(),
        format: read.format,
        gathered: Pictures::new(),
    }
}

/// How texts begin that are read as accounts; any other text is for the search.
const ADDRESSES: [&str; 5] = [
    "otpauth:",
    "otpauth-migration:",
    "steam:",
    "motp:",
    "apple-otpauth:",
];

/// Whether a text begins with an address for sign-in.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let start = text.trim_start();
    ADDRESSES.iter().any(|address| {
        start
            .get(..address.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(address))
    })
}

/// The addresses for sign-in in a text, a line each; none if there are none.
///
/// A line that begins with its only one is taken whole, since names in it may have spaces.
/// Anywhere else an address ends with its word. A text with a secret in it is no search,
/// however much is written around it.
#[must_use]
pub fn addresses(text: &str) -> Option<Zeroizing<String>> {
    // As long as it may get, so that no copy of a secret stays behind where it grew.
    let mut found = Zeroizing::new(String::with_capacity(2 * text.len() + 1));
    for line in text.lines() {
        let words = line.split_whitespace().map(address_in);
        if is_address(line) && words.clone().skip(1).all(str::is_empty) {
            push_line(&mut found, line);
        } else {
            words.for_each(|word| push_line(&mut found, word));
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

fn push_line(lines: &mut String, line: &str) {
    if !line.is_empty() {
        lines.push_str(line);
        lines.push('\n');
    }
}

/// From where an address begins in a word, without the punctuation around it.
fn address_in(word: &str) -> &str {
    let mut starts = word.char_indices().map(|(start, _)| &word[start..]);
    let address = starts.find(|rest| is_address(rest));
    let around = |end: char| r#".,;:!?"')]}>”»"#.contains(end);
    address.unwrap_or_default().trim_end_matches(around)
}

/// Reads addresses for sign-in, a line each.
#[must_use]
pub fn read_text(text: &str) -> Found {
    let mut reader = Reader::default();
    reader.pictures.add_text("", text);
    reader.pictures()
}

#[derive(Default)]
struct Reader {
    pictures: Pictures,
    shown: Vec<Vec<u8>>,
    shown_bytes: usize,
    sources: Vec<Option<Source>>,
    early: Vec<Problem>,
    /// Files that are no pictures. They are read together, as a database may have its log
    /// beside it.
    others: Vec<File>,
    folders: Vec<Handed>,
}

impl Reader {
    fn read(&mut self, input: Input) {
        match input {
            Input::File(path) => self.read_file(&path),
            Input::Pixels {
                name,
                width,
                height,
                rgba,
            } => self.read_picture(&name, Picture::from_rgba(width, height, rgba), None),
            Input::Picture { name, bytes } => {
                let picture = Picture::decode(&bytes, &Limits::default());
                drop(bytes);
                self.read_picture(&name, picture, None);
            }
        }
    }

    fn read_file(&mut self, path: &Path) {
        let name = files::name(path);
        let read = match path.is_dir() {
            true => files::folder(path).map(|files| {
                self.folders.push(Handed::folder(&name, files));
            }),
            false => files::bytes(path).map(|bytes| self.sort(path, &name, bytes)),
        };
        if let Err(reason) = read {
            self.early.push(Problem {
                picture: None,
                name,
                reason,
            });
        }
    }

    /// Not by its name: what is no picture may be a backup, and so may a PDF.
    fn sort(&mut self, path: &Path, name: &str, bytes: Zeroizing<Vec<u8>>) {
        match Picture::decode(&bytes, &Limits::default()) {
            Err(PictureError::NotAPicture) => self.others.push(File {
                name: name.to_owned(),
                bytes,
            }),
            Err(PictureError::FormatUnsupported { format: "PDF" }) => self.others.push(File {
                name: name.to_owned(),
                bytes,
            }),
            picture => self.read_picture(name, picture, Some(path)),
        }
    }

    /// What was handed over alone and cannot be read waits for what it needs; beside pictures
    /// it is one problem of theirs.
    fn outcome(mut self, ears: &Ears<'_>) -> Outcome {
        let mut handed = std::mem::take(&mut self.folders);
        match std::mem::take(&mut self.others) {
            others if others.is_empty() => {}
            others => handed.push(Handed::files(others)),
        }
        let alone = handed.len() == 1 && self.shown.is_empty() && self.early.is_empty();
        let mut backups = Vec::new();
        for handed in handed {
            match handed.read(ears) {
                Ok(read) => backups.push(read),
                Err(waits) if alone => return Outcome::Waits(waits),
                Err(waits) => self.early.push(beside(*waits)),
            }
        }
        Outcome::Found(Box::new(self.finish(backups)))
    }

    fn finish(mut self, backups: Vec<Read>) -> Found {
        let early = std::mem::take(&mut self.early);
        let alone = backups.len() == 1 && self.shown.is_empty();
        let mut all = self.pictures();
        all.problems.splice(0..0, early);
        for backup in backups.into_iter().map(found) {
            all.format = backup.format.filter(|_| alone);
            all.accounts.extend(backup.accounts);
            all.problems.extend(backup.problems);
        }
        all
    }

    /// Reads a picture, which is in a `file` unless it came as pixels.
    fn read_picture(
        &mut self,
        name: &str,
        picture: Result<Picture, PictureError>,
        file: Option<&Path>,
    ) {
        match picture {
            Ok(picture) => {
                let reading =
                    keytick_qr::read_and_tell(&picture, Watch::new(&|| false, &mut |_, _| {}));
                self.show(&picture, &reading.codes);
                let seen = reading.why_nothing().map_or(Ok(&picture), Err);
                self.pictures.add(name, seen, &reading.codes);
                let is_unread = reading.codes.is_empty();
                self.sources
                    .push(is_unread.then(|| Source::of(picture, file)));
            }
            Err(error) => {
                self.shown.push(Vec::new());
                self.sources.push(None);
                self.pictures.add(name, Err(error), &[]);
            }
        }
    }

    /// Keeps a small copy in which no code can be read, while there is room.
    fn show(&mut self, picture: &Picture, codes: &[FoundCode]) {
        let copy = match self.shown_bytes < SHOWN_BYTES {
            true => keytick_qr::pixelated_png(picture, codes, SHOWN_SIDE),
            false => Vec::new(),
        };
        self.shown_bytes += copy.len();
        self.shown.push(copy);
    }

    /// What the pictures and texts gave.
    fn pictures(mut self) -> Found {
        let found = self.pictures.so_far();
        Found {
            accounts: found.accounts,
            pictures: self.shown,
            sources: self.sources,
            problems: found.problems.into_iter().map(Problem::from).collect(),
            format: None,
            gathered: self.pictures,
        }
    }
}

impl From<keytick_formats::Problem> for Problem {
    fn from(problem: keytick_formats::Problem) -> Self {
        Self {
            picture: problem.picture,
            name: problem.name,
            reason: problem.reason.into(),
        }
    }
}

/// A file among pictures was meant to be one.
fn beside(waits: Backup) -> Problem {
    let mut problem = waits.into_problem();
    if problem.reason.id == UNKNOWN {
        problem.reason = PictureError::NotAPicture.into();
    }
    problem
}
