//! Small sealed files beside a vault, for what may be lost: each is encrypted under a key of
//! its own that comes from the vault's key and the file's name.

use std::path::{Path, PathBuf};

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::cipher::{self, NONCE};
use crate::disk::Reading;
use crate::error::Error;
use crate::fs::{Fs, SharedFs};
use crate::keys::Key;
use crate::lock::SideLock;
use crate::path::beside;
use crate::random;
use crate::step::Step;
use crate::{payload, save};

const MAGIC: [u8; 8] = *b"\x89KTS\r\n\x1a\n";
const SALT: usize = 32;
const HEAD: usize = MAGIC.len() + SALT + NONCE;
const MAX_FILE: u64 = 1 << 20;

/// A small sealed file that is not written yet. It holds no key.
#[derive(Debug)]
pub struct SealedFile {
    fs: SharedFs,
    vault: PathBuf,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl SealedFile {
    /// Puts it beside the vault.
    ///
    /// # Errors
    /// The file cannot be written, or the vault is locked by another program.
    pub fn write(&self) -> Result<(), Error> {
        let lock = SideLock::acquire(&*self.fs, &self.vault)?;
        save::side_file(&*self.fs, &lock, &self.path, &self.bytes)
    }
}

/// Encrypts `content` for the file `name` beside the vault.
pub(crate) fn seal(
    fs: SharedFs,
    vault: &Path,
    vault_id: Uuid,
    key: &Key,
    name: &str,
    content: &[u8],
) -> Result<SealedFile, Error> {
    check_name(name)?;
    let too_large = || Error::TooLarge {
        path: vault.to_owned(),
        what: "payload",
    };
    let padded = payload::padded_len(content.len()).ok_or_else(too_large)?;
    let size = HEAD + padded + cipher::TAG;
    if size as u64 > MAX_FILE {
        return Err(too_large());
    }
    let salt: [u8; SALT] = random::generate(&mut random::system)?;
    let nonce: [u8; NONCE] = random::generate(&mut random::system)?;
    let mut bytes = Vec::with_capacity(size);
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&salt);
    bytes.extend_from_slice(&nonce);
    payload::append(&mut bytes, content, padded);
    let (head, plain) = bytes.split_at_mut(HEAD);
    let aad = associated_data(head, vault_id);
    let tag = cipher::encrypt(&file_key(key, &salt, name), &nonce, &aad, plain);
    bytes.extend_from_slice(&tag);
    Ok(SealedFile {
        fs,
        vault: vault.to_owned(),
        path: beside(vault, name),
        bytes,
    })
}

/// The content of the file `name` beside the vault, or none if it is missing or anything is
/// wrong with it.
pub(crate) fn read(
    fs: &dyn Fs,
    vault: &Path,
    vault_id: Uuid,
    key: &Key,
    name: &str,
) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    check_name(name)?;
    let path = beside(vault, name);
    match load(fs, &path) {
        Ok(Some(bytes)) => Ok(open(bytes, vault_id, key, name)),
        Ok(None) => Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(Step::Read, &path, error)),
    }
}

fn load(fs: &dyn Fs, path: &Path) -> std::io::Result<Option<Zeroizing<Vec<u8>>>> {
    let Some(mut reading) = Reading::open(fs, path)? else {
        return Ok(None);
    };
    if reading.size > MAX_FILE {
        return Ok(None);
    }
    let mut bytes = Zeroizing::new(Vec::new());
    let size = usize::try_from(reading.size).unwrap_or(0);
    reading.append(&mut bytes, size)?;
    Ok(Some(bytes))
}

fn open(
    mut bytes: Zeroizing<Vec<u8>>,
    vault_id: Uuid,
    key: &Key,
    name: &str,
) -> Option<Zeroizing<Vec<u8>>> {
    let (head, sealed) = bytes.split_at_mut_checked(HEAD)?;
    let (magic, rest) = head.split_first_chunk::<8>()?;
    let (salt, nonce) = rest.split_first_chunk::<SALT>()?;
    let nonce = nonce.first_chunk::<NONCE>()?;
    if *magic != MAGIC {
        return None;
    }
    let aad = associated_data(head, vault_id);
    let length = cipher::decrypt(&file_key(key, salt, name), nonce, &aad, sealed).ok()?;
    let content = payload::content(&sealed[..length]).ok()?;
    Some(Zeroizing::new(sealed[content].to_vec()))
}

fn file_key(key: &Key, salt: &[u8; SALT], name: &str) -> Key {
    key.derive(salt, format!("sealed/1/{name}").as_bytes())
}

fn associated_data(head: &[u8], vault_id: Uuid) -> Vec<u8> {
    [head, vault_id.as_bytes()].concat()
}

fn check_name(name: &str) -> Result<(), Error> {
    match is_name(name) {
        true => Ok(()),
        false => Err(Error::SealedName),
    }
}

/// Whether a sealed file can have this name: `lock` and the names of files that saving and
/// restoring make are taken.
pub(crate) fn is_name(name: &str) -> bool {
    let usable = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    let prefixes = ["tmp-", "recovery-", "damaged-"];
    let taken = name == "lock" || prefixes.iter().any(|prefix| name.starts_with(prefix));
    (1..=32).contains(&name.len()) && !taken && name.bytes().all(usable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fs::real;

    #[test]
    fn is_built_in_a_buffer_that_never_grows() {
        let key = Key::generate(&mut random::system).unwrap();
        let vault = Path::new("v");
        let sealed = seal(real(), vault, Uuid::nil(), &key, "usage", b"x").unwrap();
        assert_eq!(sealed.bytes.capacity(), sealed.bytes.len());
    }

    #[test]
    fn no_name_is_taken_by_another_file() {
        for free in ["usage", "a", "locks", "x-tmp-1", &"a".repeat(32)] {
            assert!(is_name(free), "{free}");
        }
        for taken in ["lock", "tmp-1", "recovery-2", "damaged-5", &"a".repeat(33)] {
            assert!(!is_name(taken), "{taken}");
        }
    }
}
