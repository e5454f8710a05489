//! Where new accounts come from: pictures, links, the clipboard, a typed key.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use keytick_accounts::Candidate;
use keytick_formats::{Pictures, Problem};
use keytick_otp::{Kind, OtpKey};
use keytick_qr::{Limits, Picture};

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
    Ok(Picture::decode(&bytes, &Limits::default())?)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let source: Box<dyn Read> = match path.as_os_str() == "-" {
        true => Box::new(io::stdin().lock()),
        false => Box::new(File::open(path)?),
    };
    // One byte more than a picture may have is refused by the decoder; no more is needed.
    let mut bytes = Vec::new();
    source
        .take(Limits::default().max_bytes + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
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
