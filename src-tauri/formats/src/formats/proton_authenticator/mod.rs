//! Proton Authenticator: its JSON export, plain or locked with a password.

mod lock;
mod read;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Probe, Writer};

pub(super) const FORMAT: Format = Format {
    id: "proton-authenticator",
    name: "Proton Authenticator",
    help: "format-proton-authenticator-help",
    extensions: &["json"],
    reads_encrypted: true,
    detect,
    read: Some(read::read),
    write: Some(Writer {
        plain: true,
        encrypted: true,
        extension: "json",
        holds: &Holds {
            types: &["totp", "steam"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[4, 5, 6, 7, 8, 9, 10],
            periods: &[],
            fields: &[Field::Note],
        },
        write: write::write,
    }),
};

/// The newest version that is known, and that is written.
const NEWEST: u64 = 1;

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    json.at("entries").at("content").has(&["uri", "entry_type"])
        || json.keys.len() == 3 && json.has(&["version", "salt", "content"])
        || json.keys.len() == 2 && json.has(&["version", "entries"])
}
