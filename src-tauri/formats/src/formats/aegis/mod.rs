//! Aegis: its JSON vault of versions 1 to 3, plain or locked. Its `.txt` export is a list of
//! addresses, which needs no format.
//!
//! [Aegis's own description of the format](https://github.com/beemdevelopment/Aegis/blob/master/docs/vault.md).

mod lock;
mod read;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Writer};

pub(super) const FORMAT: Format = Format {
    id: "aegis",
    name: "Aegis",
    help: "format-aegis-help",
    extensions: &["json"],
    reads_encrypted: true,
    detect: |probe| probe.json().has(&["header", "db"]),
    read: Some(read::read),
    write: Some(Writer {
        plain: true,
        encrypted: true,
        extension: "json",
        holds: &Holds {
            types: &["totp", "hotp", "steam", "motp", "yandex"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[4, 5, 6, 7, 8, 9, 10],
            periods: &[],
            fields: &[Field::Note, Field::Tags, Field::Favourite, Field::Order],
        },
        write: write::write,
    }),
};
