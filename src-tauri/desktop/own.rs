//! Keytick's own backups: vaults of their own, with passwords of their own.

use std::path::Path;

use keytick_formats::Error;
use keytick_vault::{KdfCost, Password, Stamp, seal as seal_vault, unseal};
use zeroize::Zeroizing;

/// What errors call it; the page never sees them.
const NAME: &str = "backup";

/// The payload of a backup.
///
/// # Errors
/// [`Error::WrongPassword`], [`Error::TooNew`], or [`Error::Damaged`] for everything else.
pub fn open(bytes: &[u8], password: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let password = taken(password)?;
    unseal(Path::new(NAME), bytes, &password).map_err(|error| match error {
        keytick_vault::Error::WrongPassword { .. } => Error::WrongPassword,
        keytick_vault::Error::TooNew { .. } => Error::TooNew,
        _ => Error::Damaged { what: NAME },
    })
}

/// Makes a backup of a payload.
///
/// # Errors
/// [`Error::Damaged`] where this machine has too little memory for the key.
pub fn seal(
    payload: &[u8],
    password: &str,
    cost: KdfCost,
    stamp: &Stamp,
) -> Result<Vec<u8>, Error> {
    let password = taken(password)?;
    seal_vault(Path::new(NAME), &password, cost, payload, stamp)
        .map_err(|_| Error::Damaged { what: NAME })
}

fn taken(password: &str) -> Result<Password, Error> {
    let password = Zeroizing::new(password.to_owned());
    Password::new(password).map_err(|_| Error::WrongPassword)
}
