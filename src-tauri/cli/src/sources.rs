//! Where new accounts come from: pictures, links, the clipboard, a typed key.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use keytick_accounts::Candidate;
use keytick_formats::{Pictures, Problem};
use keytick_otp::{Kind, OtpKey};
use keytick_qr::{Limits, Picture, PictureError};

use crate::clipboard::{self, Pasted};
use crate::error::{Error, borrowed};
use crate::{fields, output, secrets};

/// What was found, and what could not be read, by name.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) skipped: Vec<Skipped>,
}

/// Something that could not be added.
pub(crate) struct Skipped {
    /// The file or entry.
    pub(crate) name: String,
    /// Why, as a sentence.
    pub(crate) reason: String,
    /// What to do about it, where there is something.
    pub(crate) hint: Option<String>,
}

/// Reads and decodes a picture; `-` is standard input.
pub(crate) fn picture(path: &Path) -> Result<Picture, Error> {
    let bytes = bytes(path).map_err(|reason| Error::File {
        path: path.to_owned(),
        reason,
    })?;
    Ok(Picture::decode(&bytes?, &Limits::USUAL)?)
}

fn bytes(path: &Path) -> io::Result<Result<Vec<u8>, PictureError>> {
    if path.as_os_str() == "-" {
        return bytes_of(io::stdin().lock(), 0);
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    bytes_of(file, length)
}

/// All bytes of a source that says it is this long. One that is no picture, or too large for
/// one, is refused by its start.
fn bytes_of(mut source: impl Read, length: u64) -> io::Result<Result<Vec<u8>, PictureError>> {
    let max_bytes = Limits::USUAL.max_file_bytes;
    let too_large = PictureError::FileTooLarge { max_bytes };
    let mut bytes = Vec::with_capacity(Picture::START);
    let start = Picture::START as u64;
    source.by_ref().take(start).read_to_end(&mut bytes)?;
    if let Err(refused) = Picture::check_start(&bytes) {
        return Ok(Err(refused));
    }
    if length > max_bytes {
        return Ok(Err(too_large));
    }
    // All at once: where it grows it is there twice.
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0));
    source.take(max_bytes + 1 - start).read_to_end(&mut bytes)?;
    Ok(match bytes.len() as u64 > max_bytes {
        true => Err(too_large),
        false => Ok(bytes),
    })
}

/// Everything that the arguments of `add` name.
pub(crate) fn gather(matches: &ArgMatches) -> Result<Gathered, Error> {
    let mut gathered = Gathered::default();
    let mut pictures = Pictures::new();
    for path in matches.get_many::<PathBuf>("image").into_iter().flatten() {
        add_picture(path, &mut pictures, &mut gathered);
    }
    for uri in matches.get_many::<String>("uri").into_iter().flatten() {
        match uri.as_str() {
            "-" => pictures.add_text("-", &secrets::rest_of_stdin()?),
            uri => pictures.add_text("", uri),
        }
    }
    if matches.get_flag("clipboard") {
        match clipboard::read()? {
            Pasted::Text(text) => pictures.add_text("", &text),
            Pasted::Picture(picture) => {
                let codes = keytick_qr::read(&picture);
                pictures.add("", Ok(&picture), &codes);
            }
        }
    }
    let found = pictures.finish();
    let candidates = found.accounts.into_iter().map(|(candidate, _)| candidate);
    gathered.candidates.extend(candidates);
    gathered
        .skipped
        .extend(found.problems.into_iter().map(skipped));
    if matches.get_flag("secret-stdin")
        || matches.contains_id("issuer")
        || matches.contains_id("account")
    {
        gathered.candidates.push(typed(matches)?);
    }
    Ok(gathered)
}

/// In a text there is no QR code to speak of; where that matters, a message of its own
/// says the same of a line.
fn skipped(problem: Problem) -> Skipped {
    let id = format!("{}-in-text", problem.reason.id());
    let params = problem.reason.params();
    let error = Error::from(problem.reason);
    let (reason, hint) = match problem.picture.is_none() && keytick_texts::exists(&id) {
        true => {
            let params = borrowed(&params);
            (output::sentence(&id, &params), output::hint(&id, &params))
        }
        false => (error.sentence(), error.hint()),
    };
    Skipped {
        name: problem.name,
        reason,
        hint,
    }
}

fn add_picture(path: &Path, pictures: &mut Pictures, gathered: &mut Gathered) {
    let name = path.display().to_string();
    match picture(path) {
        Ok(picture) => pictures.add(&name, Ok(&picture), &keytick_qr::read(&picture)),
        Err(Error::Picture(reason)) => pictures.add(&name, Err(reason), &[]),
        Err(error) => gathered.skipped.push(Skipped {
            name,
            reason: error.sentence(),
            hint: error.hint(),
        }),
    }
}

/// An account given by its fields.
fn typed(matches: &ArgMatches) -> Result<Candidate, Error> {
    let field = |name| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let base = Kind::default();
    fields::check(matches, &base)?;
    let secret = match matches.get_flag("secret-stdin") {
        true => secrets::line_from_stdin("secret")?,
        false => secrets::hidden("cli-ask-secret", "secret")?,
    };
    let pin = fields::pin(matches, &base)?;
    let kind = fields::kind(matches, base, pin)?;
    let (key, note) = OtpKey::from_text(&secret, kind)?;
    Ok(Candidate {
        note: field("note"),
        tags: matches
            .get_many("tag")
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
        notes: note.iter().map(|note| note.id()).collect(),
        ..Candidate::new(key, field("issuer"), field("account"))
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

    /// Counts the bytes that were taken out of it.
    struct Counted<'a, R>(R, &'a Cell<u64>);

    impl<R: Read> Read for Counted<'_, R> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(buffer)?;
            self.1.set(self.1.get() + read as u64);
            Ok(read)
        }
    }

    /// What a file that begins so and goes on with zeros is refused for, and how much of it
    /// was read until then.
    fn refused(start: &[u8], length: u64, told: u64) -> (PictureError, u64) {
        let taken = Cell::new(0);
        let file = start.chain(io::repeat(0)).take(length);
        let read = bytes_of(Counted(file, &taken), told).unwrap();
        (read.unwrap_err(), taken.get())
    }

    #[test]
    fn a_large_file_is_refused_before_it_is_read() {
        const LARGE: u64 = 300 * 1024 * 1024;
        let max_bytes = 128 * 1024 * 1024;
        let too_large = PictureError::FileTooLarge { max_bytes };
        assert_eq!(
            refused(b"", LARGE, LARGE),
            (PictureError::NotAPicture, 4096)
        );
        assert_eq!(refused(PNG, LARGE, LARGE), (too_large.clone(), 4096));
        // A pipe does not say how much will come.
        assert_eq!(refused(PNG, LARGE, 0), (too_large, max_bytes + 1));
    }

    #[test]
    fn a_picture_is_read_to_its_end() {
        let picture = [PNG, &[7; 10_000]].concat();
        for told in [0, 5_000, 10_008] {
            assert_eq!(bytes_of(&*picture, told).unwrap(), Ok(picture.clone()));
        }
    }
}
