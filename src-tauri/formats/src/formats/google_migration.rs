//! Google Authenticator's transfer codes, as pictures for its camera: one file a QR code.
//! They are read wherever QR codes and addresses are read.

use keytick_accounts::Account;
use keytick_otp::Algorithm;

use crate::{Error, Field, Format, Holds, Output, Writer, Writing, entries, google_migration};

pub(super) const FORMAT: Format = Format {
    id: "google-migration",
    name: "Google Authenticator transfer codes",
    help: "format-google-migration-help",
    extensions: &["png"],
    reads_encrypted: false,
    detect: |_| false,
    read: None,
    write: Some(Writer {
        plain: true,
        encrypted: false,
        extension: "png",
        holds: &HOLDS,
        write,
    }),
};

const HOLDS: Holds = Holds {
    types: &["totp", "hotp"],
    algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
    digits: &[6, 8],
    periods: &[30],
    fields: &[Field::Order],
};

/// Pixels a module: on a screen as large as a hand.
const SCALE: u32 = 8;

fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let batch = i32::from_be_bytes(writing.random());
    let addresses = google_migration::write(&entries::in_order(accounts), batch)?;
    let total = addresses.len();
    let picture = |(number, address): (usize, &zeroize::Zeroizing<String>)| {
        let code = keytick_qr::encode(address).map_err(|_| Error::Changed)?;
        Ok(Output {
            name: format!("google-authenticator-{number}-of-{total}.png"),
            bytes: code.to_png(SCALE),
        })
    };
    (1..).zip(&addresses).map(picture).collect()
}
