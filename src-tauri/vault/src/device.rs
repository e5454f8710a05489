//! This device's id: eight random bytes that tell apart the devices that write one vault.

use std::path::Path;
use std::sync::OnceLock;

use crate::Error;
use crate::disk::{self, Reading};
use crate::fields::{bytes_from_hex, hex};
use crate::fs::{Fs, real};
use crate::lock::SideLock;
use crate::path::local_data_folder;
use crate::step::Step;
use crate::{random, save};

/// The id of this device, made the first time and kept in the file `device-id` of the folder
/// for local application data: never beside a vault, since whoever syncs that folder would
/// give all devices one id.
///
/// Where it cannot be kept, it lasts until the program ends.
///
/// # Errors
/// The operating system gives no random numbers.
pub fn device_id() -> Result<[u8; 8], Error> {
    match local_data_folder().and_then(|folder| kept_in(&folder).ok()) {
        Some(id) => Ok(id),
        None => of_this_run(),
    }
}

/// The id in `folder`, made if it is not there yet or not readable as one.
fn kept_in(folder: &Path) -> Result<[u8; 8], Error> {
    let fs = &*real();
    let path = folder.join("device-id");
    if let Some(id) = read(fs, &path) {
        return Ok(id);
    }
    disk::create_folders(fs, folder)
        .map_err(|source| Error::io(Step::CreateFolder, &path, source))?;
    // Two programs that start at once agree on the id of the first.
    let lock = SideLock::acquire(fs, &path)?;
    if let Some(id) = read(fs, &path) {
        return Ok(id);
    }
    let id = random::generate(&mut random::system)?;
    save::side_file(fs, &lock, &path, format!("{}\n", hex(&id)).as_bytes())?;
    Ok(id)
}

fn of_this_run() -> Result<[u8; 8], Error> {
    static ID: OnceLock<[u8; 8]> = OnceLock::new();
    let id = random::generate(&mut random::system)?;
    Ok(*ID.get_or_init(|| id))
}

fn read(fs: &dyn Fs, path: &Path) -> Option<[u8; 8]> {
    let mut bytes = Vec::new();
    let mut reading = Reading::open(fs, path).ok()??;
    reading.append(&mut bytes, 32).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    bytes_from_hex(text.trim_ascii_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_once_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("keytick");
        let id = kept_in(&inner).unwrap();
        assert_eq!(kept_in(&inner).unwrap(), id);
        assert_ne!(kept_in(folder.path()).unwrap(), id);
    }

    #[test]
    fn programs_that_start_at_once_agree() {
        let folder = tempfile::tempdir().unwrap();
        let ids = std::thread::scope(|scope| {
            let programs = [(); 8].map(|()| scope.spawn(|| kept_in(folder.path()).unwrap()));
            programs.map(|program| program.join().unwrap())
        });
        assert_eq!(ids, [ids[0]; 8]);
    }

    #[test]
    fn a_damaged_file_is_replaced_and_a_left_one_swept() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join("device-id.tmp-0123456789abcdef");
        std::fs::write(folder.path().join("device-id"), "nonsense").unwrap();
        std::fs::write(&left, "half").unwrap();
        let id = kept_in(folder.path()).unwrap();
        assert_eq!(kept_in(folder.path()).unwrap(), id);
        assert!(!left.exists());
    }

    #[test]
    fn lasts_for_the_run_where_it_cannot_be_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        assert!(kept_in(&file.join("keytick")).is_err());
        assert_eq!(of_this_run().unwrap(), of_this_run().unwrap());
    }
}
