//! `keytick scan`: every QR code in every picture. Needs no vault.

mod batch;
mod named;

use std::path::PathBuf;
use std::time::Instant;

use clap::{ArgMatches, Command, value_parser};
use keytick_qr::{FoundCode, Picture, Reading, Watch};
use serde::{Serialize, Serializer};

use super::Entry;
use crate::arguments::positional;
use crate::context::Context;
use crate::error::Error;
use crate::status_line::StatusLine;
use crate::{interrupt, output, sources};
use named::Named;

pub(super) const ENTRY: Entry = Entry {
    name: "scan",
    define,
    run,
    json: r#"{"images":[{"file","width","height","ms","codes":[{"text","kind":"otpauth|migration|other","corners":[[x,y],[x,y],[x,y],[x,y]]}],"error":null,"nothing":null}]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(
        positional("image", "IMAGE")
            .num_args(1..)
            .value_parser(value_parser!(PathBuf)),
    )
}

#[derive(Serialize)]
struct Answer {
    images: Vec<Image>,
}

#[derive(Default, Serialize)]
struct Image {
    file: String,
    width: Option<u32>,
    height: Option<u32>,
    ms: u64,
    codes: Vec<Code>,
    error: Option<String>,
    #[serde(skip)]
    hint: Option<String>,
    /// Why no code was read, where the picture tells.
    nothing: Option<Told>,
}

/// A reason and what to do about it. As JSON the sentence alone.
struct Told {
    sentence: String,
    hint: Option<String>,
}

impl Told {
    fn of(error: &Error) -> Self {
        Self {
            sentence: error.sentence(),
            hint: error.hint(),
        }
    }
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.sentence)
    }
}

#[derive(Serialize)]
struct Code {
    text: String,
    kind: &'static str,
    corners: [[f64; 2]; 4],
}

/// One picture ends with the program; of several, those that were read until then are told.
fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let paths = matches.get_many::<PathBuf>("image").into_iter().flatten();
    let named = named::all(paths);
    let _heed = (named.len() > 1).then(interrupt::heed);
    let line = StatusLine::new(context);
    let total = named.len().to_string();
    let mut images = Vec::new();
    batch::in_order(
        &named,
        scan,
        |count| {
            let args = [("done", &*count.to_string()), ("total", &*total)];
            line.show(&output::sentence("cli-scan-progress", &args));
        },
        |image| {
            if !context.json {
                line.clear();
                tell(&image, context)?;
            }
            images.push(image);
            Ok::<(), Error>(())
        },
    )?;
    line.clear();
    end(images, &total, context)
}

/// The answer in JSON, what was not reached, and how it ends.
fn end(images: Vec<Image>, total: &str, context: &Context) -> Result<(), Error> {
    let done = images.len().to_string();
    let found = images.iter().any(|image| !image.codes.is_empty());
    let unread = images.iter().all(|image| image.error.is_some());
    if context.json {
        output::json(&Answer { images })?;
    }
    if interrupt::is_asked() {
        context.say("cli-scan-stopped", &[("done", &done), ("total", total)]);
        return Err(Error::Interrupted);
    }
    match (found, unread) {
        (true, _) => Ok(()),
        (false, true) => Err(Error::NothingRead),
        (false, false) => Err(Error::NothingFound),
    }
}

/// None if there is no time for it any more.
fn scan(named: &Named) -> Option<Image> {
    let start = Instant::now();
    let mut image = Image {
        file: named.name.clone(),
        ..Image::default()
    };
    let picture = match &named.problem {
        None => sources::picture(&named.path).map_err(|error| Told::of(&error)),
        Some(problem) => Err(Told::of(problem)),
    };
    match picture {
        Ok(picture) => {
            let reading = reading(&picture);
            // What was cut short and has found nothing says nothing of the picture.
            if reading.codes.is_empty() && interrupt::is_asked() {
                return None;
            }
            image.width = Some(picture.width());
            image.height = Some(picture.height());
            image.codes = reading.codes.iter().map(code).collect();
            image.nothing = reading.why_nothing().map(|why| Told::of(&why.into()));
        }
        Err(told) => {
            image.error = Some(told.sentence);
            image.hint = told.hint;
        }
    }
    image.ms = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    Some(image)
}

/// On one thread, as several pictures are read at once.
fn reading(picture: &Picture) -> Reading {
    keytick_qr::read_and_tell(
        picture,
        Watch {
            threads: 1,
            ..Watch::new(&interrupt::is_asked, &mut |_, _| {})
        },
    )
}

fn code(found: &FoundCode) -> Code {
    Code {
        text: found.text.to_string(),
        kind: kind(&found.text),
        // A tenth of a pixel is finer than any corner is known.
        corners: found
            .corners
            .map(|corner| corner.map(|at| (f64::from(at) * 10.0).round() / 10.0)),
    }
}

fn kind(text: &str) -> &'static str {
    let scheme = text.split(':').next().unwrap_or_default();
    match scheme.to_ascii_lowercase().as_str() {
        "otpauth" => "otpauth",
        "otpauth-migration" => "migration",
        _ => "other",
    }
}

fn tell(image: &Image, context: &Context) -> Result<(), Error> {
    for code in &image.codes {
        output::line(&output::plain(&code.text))?;
    }
    let (reason, hint) = match (&image.error, &image.nothing) {
        (Some(error), _) => (error, &image.hint),
        (None, Some(told)) => (&told.sentence, &told.hint),
        (None, None) => {
            if image.codes.is_empty() {
                context.say("cli-scan-no-code", &[("file", &image.file)]);
            }
            return Ok(());
        }
    };
    let args = [("file", &*image.file), ("reason", &**reason)];
    context.say("cli-file-problem", &args);
    if let Some(hint) = hint {
        context.show(hint);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn the_scheme_tells_the_kind() {
        assert_eq!(kind("OTPAUTH://totp/x?secret=AA"), "otpauth");
        assert_eq!(kind("otpauth-migration://offline?data=x"), "migration");
        assert_eq!(kind("https://example.com"), "other");
        assert_eq!(kind(""), "other");
    }
}
