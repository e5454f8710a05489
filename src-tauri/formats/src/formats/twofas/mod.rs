//! 2FAS: its `.2fas` backups of schema 1 to 4, from Android and iOS, plain or locked.

mod lock;
mod read;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Writer};

pub(super) const FORMAT: Format = Format {
    id: "2fas",
    name: "2FAS",
    help: "format-2fas-help",
    extensions: &["2fas", "json"],
    reads_encrypted: true,
    detect: |probe| probe.json().has(&["services", "schemaVersion"]),
    read: Some(read::read),
    write: Some(Writer {
        plain: true,
        encrypted: true,
        extension: "2fas",
        holds: &Holds {
            types: &["totp", "hotp", "steam"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[5, 6, 7, 8],
            // Others become 30 seconds there without a word.
            periods: &[10, 30, 60, 90],
            fields: &[Field::OneTag, Field::Order],
        },
        write: write::write,
    }),
};
