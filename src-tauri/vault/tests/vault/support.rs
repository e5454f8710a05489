//! What most tests need: a folder, a stamp, a vault in it.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;

use keytick_vault::{KdfCost, Password, RecoveryKey, Stamp, Vault};
use tempfile::TempDir;
use zeroize::Zeroizing;

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub fn path_in(folder: &TempDir) -> PathBuf {
    folder.path().join("vault.keytick")
}

pub fn password(text: &str) -> Password {
    Password::new(Zeroizing::new(text.to_owned())).unwrap()
}

pub fn stamp() -> Stamp {
    Stamp {
        now: 1_767_225_600,
        writer: "keytick 0.1.0".to_owned(),
        device: [7; 8],
    }
}

/// A new vault with the password `hunter2` and this payload.
pub fn vault(folder: &TempDir, payload: &[u8]) -> Vault {
    let path = path_in(folder);
    Vault::create(
        &path,
        &password("hunter2"),
        KdfCost::cheap(),
        payload,
        &stamp(),
    )
    .unwrap()
}

/// The same with a recovery key, which opens it without a slow key derivation.
pub fn vault_with_recovery(folder: &TempDir, payload: &[u8]) -> (Vault, RecoveryKey) {
    let mut vault = vault(folder, payload);
    let recovery = vault.new_recovery_key(&stamp()).unwrap();
    (vault, recovery)
}

/// Saves a payload that does not depend on the one before.
pub fn put(vault: &mut Vault, payload: &[u8]) -> Result<(), keytick_vault::Error> {
    vault.update(&stamp(), |_| Ok(Zeroizing::new(payload.to_vec())))
}

/// What another program has saved, if anything.
pub fn reload(vault: &mut Vault) -> Result<Option<Vec<u8>>, keytick_vault::Error> {
    let mut taken = None;
    let newer = vault.reload(|payload| {
        taken = Some(payload.to_vec());
        Ok::<_, keytick_vault::Error>(())
    })?;
    assert_eq!(newer, taken.is_some());
    Ok(taken)
}

/// Writes a file in place: file systems may flush one that is emptied and written again,
/// and that takes long for thousands of them.
pub fn overwrite(file: &mut File, bytes: &[u8]) {
    file.seek(SeekFrom::Start(0)).unwrap();
    file.write_all(bytes).unwrap();
    file.set_len(bytes.len() as u64).unwrap();
}

/// How much of something a run does: more when `cargo xtask torture` asks for it.
pub fn count(variable: &str, in_every_run: usize) -> usize {
    let asked = std::env::var(variable).ok();
    asked
        .and_then(|text| text.parse().ok())
        .unwrap_or(in_every_run)
}

/// A folder in memory where there is one: a program that is killed takes nothing from the
/// system's memory of its files, so that waiting for a disk would only make tests slower.
pub fn quick_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| folder())
}

/// A recovery key as it is typed.
pub fn key_text(key: &RecoveryKey) -> String {
    key.groups().map(|group| group.to_string()).join("-")
}

/// A line for `cargo xtask torture`, which gathers those that begin like this.
pub fn report(line: &str) {
    println!("torture: {line}");
}
