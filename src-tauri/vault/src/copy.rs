//! A vault that is no file of this machine: a backup on its way to a place or from one, with
//! a password of its own. Saving it is for the caller.

use std::path::Path;

use zeroize::Zeroizing;

use crate::error::Error;
use crate::header::Header;
use crate::keys::Key;
use crate::slot::SlotKind;
use crate::vault::{add_slot, prepare_password};
use crate::{Credential, KdfCost, Password, Stamp, file, random};

/// Makes the bytes of a new vault that `password` opens. `name` is for errors. Deriving a key
/// from the password takes long on purpose: not for the thread of a window.
///
/// # Errors
/// The payload is too large, or this machine has too little memory.
pub fn seal(
    name: &Path,
    password: &Password,
    cost: KdfCost,
    payload: &[u8],
    stamp: &Stamp,
) -> Result<Vec<u8>, Error> {
    let random = &mut random::system;
    let prepared = prepare_password(name, password, cost)?;
    let key = Key::generate(random)?;
    let mut header = Header::new(stamp, random)?;
    add_slot(&mut header, &key, SlotKind::Password, prepared)?;
    let built = file::build(&header, &key, payload).map_err(|what| Error::TooLarge {
        path: name.to_owned(),
        what,
    })?;
    Ok(built.bytes)
}

/// The payload of a vault's bytes. `name` is for errors. As slow as [`seal`].
///
/// # Errors
/// The password is not this vault's, or the bytes are damaged, too new or no vault: see
/// [`Error::class`].
pub fn unseal(name: &Path, bytes: &[u8], password: &Password) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (frame, header) = file::parse(bytes).map_err(|fault| fault.at(name))?;
    let key = Credential::Password(password).find_key(&header, name)?;
    file::open(&frame, &header, &key).map_err(|fault| fault.at(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LockedVault;

    fn password(text: &str) -> Password {
        Password::new(Zeroizing::new(text.to_owned())).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_and_is_a_vault_once_it_is_saved() {
        let stamp = Stamp {
            now: 1_767_225_600,
            writer: "keytick 0.1.0".to_owned(),
            device: [7; 8],
        };
        let name = Path::new("backup.keytick");
        let bytes = seal(name, &password("x"), KdfCost::cheap(), b"one", &stamp).unwrap();
        let payload = unseal(name, &bytes, &password("x")).unwrap();
        assert_eq!(payload.as_slice(), b"one");

        let wrong = unseal(name, &bytes, &password("y")).unwrap_err();
        assert_eq!(wrong.id(), "vault-wrong-password");
        let cut = unseal(name, &bytes[..bytes.len() - 1], &password("x"));
        assert!(cut.is_err());

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.keytick");
        std::fs::write(&path, &bytes).unwrap();
        let locked = LockedVault::open(&path).unwrap();
        let (_, payload) = locked.unlock(Credential::Password(&password("x"))).unwrap();
        assert_eq!(payload.as_slice(), b"one");
    }
}
