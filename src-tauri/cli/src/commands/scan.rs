//! `keytick scan`: every QR code in every picture. Needs no vault.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{ArgMatches, Command, value_parser};
use keytick_qr::FoundCode;
use serde::Serialize;

use super::Entry;
use crate::arguments::positional;
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::sources;

pub(super) const ENTRY: Entry = Entry {
    name: "scan",
    define,
    run,
    json: r#"{"images":[{"file","width","height","ms","codes":[{"text","kind":"otpauth|migration|other","corners":[[x,y],[x,y],[x,y],[x,y]]}],"error":null}]}"#,
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

#[derive(Serialize)]
struct Image {
    file: String,
    width: Option<u32>,
    height: Option<u32>,
    ms: u64,
    codes: Vec<Code>,
    error: Option<String>,
    #[serde(skip)]
    hint: Option<String>,
}

#[derive(Serialize)]
struct Code {
    text: String,
    kind: &'static str,
    corners: [[f64; 2]; 4],
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let paths = matches.get_many::<PathBuf>("image").into_iter().flatten();
    let images: Vec<Image> = paths.map(|path| scan(path)).collect();
    if !context.json {
        tell(&images, context)?;
    }
    let found = images.iter().any(|image| !image.codes.is_empty());
    if context.json {
        output::json(&Answer { images })?;
    }
    match found {
        true => Ok(()),
        false => Err(Error::NothingFound),
    }
}

fn scan(path: &Path) -> Image {
    let start = Instant::now();
    let picture = sources::picture(path);
    let (codes, size, problem) = match picture {
        Ok(picture) => (
            keytick_qr::read(&picture),
            Some((picture.width(), picture.height())),
            None,
        ),
        Err(error) => (Vec::new(), None, Some(error)),
    };
    Image {
        file: path.display().to_string(),
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        ms: u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX),
        codes: codes.iter().map(code).collect(),
        error: problem.as_ref().map(Error::sentence),
        hint: problem.as_ref().and_then(Error::hint),
    }
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

fn tell(images: &[Image], context: &Context) -> Result<(), Error> {
    for image in images {
        for code in &image.codes {
            output::line(&output::plain(&code.text))?;
        }
        match &image.error {
            Some(error) => {
                context.say(
                    "cli-file-problem",
                    &[("file", &image.file), ("reason", error)],
                );
                if let Some(hint) = &image.hint {
                    context.show(hint);
                }
            }
            None if image.codes.is_empty() => {
                context.say("cli-scan-no-code", &[("file", &image.file)]);
            }
            None => {}
        }
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
