//! andOTP: its JSON backup, plain or in either of its two encryptions. Nothing marks an
//! encrypted one, so that this format comes last. The third encryption is OpenPGP's, which
//! needs the person's own key.

mod lock;
mod read;
mod write;

#[cfg(test)]
mod tests;

use keytick_otp::Algorithm;

use crate::{Field, Format, Holds, Probe, Writer};

pub(super) const FORMAT: Format = Format {
    id: "andotp",
    name: "andOTP",
    help: "format-andotp-help",
    extensions: &["json", "aes", "bin"],
    reads_encrypted: true,
    detect,
    read: Some(read::read),
    write: Some(Writer {
        plain: true,
        encrypted: true,
        extension: "json",
        holds: &Holds {
            types: &["totp", "hotp", "steam"],
            algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
            digits: &[4, 5, 6, 7, 8, 9, 10],
            periods: &[],
            fields: &[Field::Tags, Field::Order, Field::Usage],
        },
        write: write::write,
    }),
};

fn detect(probe: &Probe) -> bool {
    let json = probe.json();
    let is_empty = probe.bytes().trim_ascii() == b"[]";
    is_empty
        || json.is_array && json.has(&["secret", "label", "type"])
        || probe.text().is_none() && lock::could_be(probe.bytes())
}
