//! Where a device's keys come from: links, pictures, a typed key. All become links.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use keytick_otp::{Kind, OtpKey, write_uri};
use keytick_qr::{Limits, Picture};
use zeroize::Zeroizing;

use crate::arguments::value;
use crate::error::Error;
use crate::{fields, secrets, sources};

/// `--uri` and `--image`.
pub(super) fn define(command: Command) -> Command {
    command
        .arg(many(value("uri", "URI")))
        .arg(many(value("image", "FILE")).value_parser(value_parser!(PathBuf)))
}

fn many(arg: Arg) -> Arg {
    arg.action(ArgAction::Append)
}

/// Whether the arguments bring a key of their own.
pub(super) fn given(matches: &ArgMatches) -> bool {
    matches.contains_id("uri") || matches.contains_id("image")
}

/// The texts of all links and of all QR codes in all pictures.
pub(super) fn texts(matches: &ArgMatches) -> Result<Vec<Zeroizing<String>>, Error> {
    let mut texts = Vec::new();
    for uri in matches.get_many::<String>("uri").into_iter().flatten() {
        texts.push(match uri.as_str() {
            "-" => secrets::line_from_stdin("uri")?,
            uri => Zeroizing::new(uri.to_owned()),
        });
    }
    for path in matches.get_many::<PathBuf>("image").into_iter().flatten() {
        let codes = keytick_qr::read(&sources::picture(path)?);
        if codes.is_empty() {
            return Err(Error::NothingFound);
        }
        texts.extend(codes.into_iter().map(|code| code.text));
    }
    Ok(texts)
}

/// The link of a key that is typed on standard input.
pub(super) fn typed(matches: &ArgMatches) -> Result<Zeroizing<String>, Error> {
    let name = |field| matches.get_one::<String>(field).map_or("", String::as_str);
    let base = Kind::default();
    fields::check(matches, &base)?;
    let secret = secrets::line_from_stdin("secret")?;
    let pin = fields::pin(matches, &base)?;
    let kind = fields::kind(matches, base, pin)?;
    let (key, _) = OtpKey::from_text(&secret, kind)?;
    Ok(write_uri(&key, name("issuer"), name("account")))
}

/// The texts in a picture that was sent to a served device.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<String>, String> {
    let picture = Picture::decode(bytes, &Limits::default());
    let picture = picture.map_err(|error| Error::from(error).sentence())?;
    let codes = keytick_qr::read(&picture);
    match codes.is_empty() {
        true => Err(Error::NothingFound.sentence()),
        false => Ok(codes.iter().map(|code| code.text.to_string()).collect()),
    }
}
