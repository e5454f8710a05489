//! Bitwarden: the JSON and CSV exports of its vault and of Bitwarden Authenticator, and the
//! JSON export protected by a password. An export that only the exporting account can open is
//! refused with what to do instead.

mod lock;
mod read;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Probe, Writer};

pub(super) const FORMAT: Format = Format {
    id: "bitwarden",
    name: "Bitwarden",
    help: "format-bitwarden-help",
    extensions: &["json", "csv"],
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
            fields: &[Field::Note, Field::OneTag, Field::Favourite],
        },
        write: write::write,
    }),
};

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    json.has(&["encrypted", "items"])
        || json.has(&["encrypted", "data"])
        || probe.has_columns(&["login_uri", "login_totp"])
}
