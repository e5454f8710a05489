//! Pictures to accounts: files, the clipboard's picture, or a text, with progress.
//!
//! A picture lives only while it is being read; what stays of it is a small copy in which
//! no decoded code can be read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use keytick_accounts::Candidate;
use keytick_formats::Pictures;
use keytick_qr::{Limits, Picture, PictureError};
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::events::Reading;
use crate::views::Problem;

/// Everything that was found.
pub struct Found {
    /// The accounts, each with its picture.
    pub accounts: Vec<(Candidate, Option<usize>)>,
    /// One PNG a picture, every decoded code made unreadable.
    pub pictures: Vec<Vec<u8>>,
    /// What could not be read, and why.
    pub problems: Vec<Problem>,
}

/// What can be read.
pub enum Input {
    /// A file on this computer.
    File(PathBuf),
    /// Pixels from the clipboard.
    Pixels {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Four bytes a pixel.
        rgba: Vec<u8>,
    },
}

/// The longer side of the copies for showing, in pixels.
const SHOWN_SIDE: u32 = 640;

/// Bytes of a file at most. A picture within the limits of pixels is smaller, and a file
/// is read whole.
const FILE_BYTES: u64 = 128 * 1024 * 1024;

/// Reads all inputs, until `stop` is set. What was read until then counts.
pub fn read(inputs: Vec<Input>, stop: &AtomicBool, progress: impl Fn(Reading)) -> Found {
    let total = inputs.len();
    let mut reader = Reader::default();
    progress(Reading {
        done: 0,
        total,
        found: 0,
    });
    for (done, input) in inputs.into_iter().enumerate() {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        reader.read(input);
        progress(Reading {
            done: done + 1,
            total,
            found: reader.found,
        });
    }
    reader.finish()
}

/// How texts begin that are read as accounts; any other text is for the search.
const ADDRESSES: [&str; 4] = ["otpauth:", "otpauth-migration:", "steam:", "apple-otpauth:"];

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
    reader.finish()
}

#[derive(Default)]
struct Reader {
    pictures: Pictures,
    shown: Vec<Vec<u8>>,
    early: Vec<Problem>,
    found: usize,
}

impl Reader {
    fn read(&mut self, input: Input) {
        match input {
            Input::File(path) => self.read_file(&path),
            Input::Pixels {
                width,
                height,
                rgba,
            } => {
                self.read_picture("", Picture::from_rgba(width, height, rgba));
            }
        }
    }

    fn read_file(&mut self, path: &Path) {
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy();
        match bytes(path) {
            Ok(bytes) => self.read_picture(&name, Picture::decode(&bytes, &Limits::default())),
            Err(reason) => {
                self.early.push(Problem {
                    picture: None,
                    name: name.into_owned(),
                    reason,
                });
            }
        }
    }

    fn read_picture(&mut self, name: &str, picture: Result<Picture, PictureError>) {
        match picture {
            Ok(picture) => {
                let codes = keytick_qr::read(&picture);
                self.found += codes.len();
                self.shown
                    .push(keytick_qr::pixelated_png(&picture, &codes, SHOWN_SIDE));
                self.pictures.add(name, Ok(&picture), &codes);
            }
            Err(error) => {
                self.shown.push(Vec::new());
                self.pictures.add(name, Err(error), &[]);
            }
        }
    }

    fn finish(self) -> Found {
        let found = self.pictures.finish();
        let problems = found.problems.into_iter().map(|problem| Problem {
            picture: problem.picture,
            name: problem.name,
            reason: problem.reason.into(),
        });
        Found {
            accounts: found.accounts,
            pictures: self.shown,
            problems: self.early.into_iter().chain(problems).collect(),
        }
    }
}

/// A file's bytes, if it is a file and not too large.
fn bytes(path: &Path) -> Result<Vec<u8>, UiError> {
    let unreadable = |_| UiError::new("desktop-cannot-read");
    // A pipe or a device would be read for ever.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(UiError::new("desktop-not-a-file"));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > FILE_BYTES {
        return Err(PictureError::TooManyBytes {
            max_bytes: FILE_BYTES,
        }
        .into());
    }
    Ok(bytes)
}
