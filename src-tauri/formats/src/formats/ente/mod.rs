//! Ente Auth: its text export, one address a line with a `codeDisplay` of its own; the same as
//! JSON; and the encrypted export.

mod lock;
mod read;
mod secretstream;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Probe, Writer};

pub(super) const FORMAT: Format = Format {
    id: "ente",
    name: "Ente Auth",
    help: "format-ente-help",
    extensions: &["txt", "json"],
    reads_encrypted: true,
    detect,
    read: Some(read::read),
    write: Some(Writer {
        plain: true,
        encrypted: true,
        extension: "txt",
        holds: &Holds {
            types: &["totp", "hotp", "steam"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[4, 5, 6, 7, 8, 9, 10],
            periods: &[],
            fields: &[
                Field::Note,
                Field::Tags,
                Field::Favourite,
                Field::Order,
                Field::Usage,
            ],
        },
        write: write::write,
    }),
};

fn detect(probe: &Probe) -> bool {
    const LINES: usize = 1000;
    let json = probe.json();
    json.has(&["kdfParams", "encryptedData"])
        || json.at("items").has(&["rawData"])
        || probe.text().is_some_and(|text| {
            let mut lines = text.lines().take(LINES);
            lines.any(|line| {
                let line = line.trim_start().trim_start_matches('"');
                line.starts_with("otpauth://") && line.contains("codeDisplay=")
            })
        })
}
