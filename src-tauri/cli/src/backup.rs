//! Keytick's own encrypted backups: vaults that are not in their place. The formats know
//! what is in them, the vault's code how they are opened and made.

use std::path::Path;

use keytick_formats::Error;
use keytick_vault::{KdfCost, Password};
use zeroize::Zeroizing;

use crate::session;

/// What errors call it: the formats name the file.
const NAME: &str = "backup";

/// The payload of a backup's bytes.
pub(crate) fn open(bytes: &[u8], password: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let password = typed(password).map_err(|_| Error::WrongPassword)?;
    keytick_vault::unseal(Path::new(NAME), bytes, &password).map_err(|error| match error {
        keytick_vault::Error::WrongPassword { .. } => Error::WrongPassword,
        keytick_vault::Error::TooNew { .. } => Error::TooNew,
        _ => Error::Damaged { what: "vault" },
    })
}

/// The bytes of a backup with this payload.
pub(crate) fn seal(payload: &[u8], password: &str, cost: KdfCost) -> Result<Vec<u8>, Error> {
    const NOT_MADE: Error = Error::Damaged { what: "vault" };
    let password = typed(password).map_err(|_| Error::PasswordNeeded)?;
    let stamp = session::stamp().map_err(|_| NOT_MADE)?;
    keytick_vault::seal(Path::new(NAME), &password, cost, payload, &stamp).map_err(|_| NOT_MADE)
}

fn typed(password: &str) -> Result<Password, keytick_vault::Error> {
    Password::new(Zeroizing::new(password.to_owned()))
}
