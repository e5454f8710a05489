//! Stratum, which was Authenticator Pro: its backup, plain or in either of its two
//! encryptions. What it exports as HTML or as a list of addresses holds plain addresses.
//!
//! [Stratum's own description](https://github.com/stratumauth/app/blob/master/doc/BACKUP_FORMAT.md).

mod lock;
mod read;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Writer};

pub(super) const FORMAT: Format = Format {
    id: "stratum",
    name: "Stratum",
    help: "format-stratum-help",
    extensions: &["stratum", "authpro", "bin", "json"],
    reads_encrypted: true,
    detect: |probe| probe.json().has(&["Authenticators"]) || lock::is_locked(probe.bytes()),
    read: Some(read::read),
    write: Some(Writer {
        plain: false,
        encrypted: true,
        extension: "stratum",
        holds: &Holds {
            types: &["totp", "hotp", "steam", "motp", "yandex"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[6, 7, 8, 9, 10],
            periods: &[],
            fields: &[Field::Tags, Field::Icon, Field::Order],
        },
        write: write::write,
    }),
};
