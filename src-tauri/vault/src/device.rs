//! This device's id: eight random bytes that tell apart the devices that write one vault.

use std::path::Path;

use crate::Error;
use crate::disk::{self, Reading, Temp};
use crate::fields::{bytes_from_hex, hex};
use crate::random;
use crate::step::Step;

/// The id of this device, kept in the file `device-id` of `folder`, and made there if it is
/// not there yet or not readable as one.
///
/// The folder must not be one that is shared with other devices: the local data folder is
/// right, also for a vault that lies elsewhere.
///
/// # Errors
/// The folder cannot be written, or the operating system gives no random numbers.
pub fn device_id(folder: &Path) -> Result<[u8; 8], Error> {
    let path = folder.join("device-id");
    if let Some(id) = read(&path) {
        return Ok(id);
    }
    let failed = |step, source| Error::io(step, &path, source);
    disk::create_folder(folder).map_err(|source| failed(Step::CreateFolder, source))?;
    let id: [u8; 8] = random::generate(&mut random::system)?;
    let temp_path = folder.join(format!("device-id.tmp-{}", hex(&id)));
    let mut temp = Temp::create(temp_path).map_err(|source| failed(Step::CreateTemp, source))?;
    temp.write(format!("{}\n", hex(&id)).as_bytes())
        .map_err(|source| failed(Step::WriteTemp, source))?;
    temp.replace(&path)
        .map_err(|source| failed(Step::Replace, source))?;
    // Two programs that start at once agree on the one that came last.
    Ok(read(&path).unwrap_or(id))
}

fn read(path: &Path) -> Option<[u8; 8]> {
    let mut bytes = Vec::new();
    let mut reading = Reading::open(path).ok()??;
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
        let id = device_id(&inner).unwrap();
        assert_eq!(device_id(&inner).unwrap(), id);
        assert_ne!(device_id(folder.path()).unwrap(), id);
    }

    #[test]
    fn a_damaged_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("device-id"), "nonsense").unwrap();
        let id = device_id(folder.path()).unwrap();
        assert_eq!(device_id(folder.path()).unwrap(), id);
    }
}
