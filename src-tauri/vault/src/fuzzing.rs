//! What the fuzz targets call: any bytes at the checks of a file, also at those behind a
//! checksum and a MAC, which no chance finds.

use std::ffi::OsString;
use std::path::Path;

use uuid::Uuid;

use crate::backup_name::Name;
use crate::conflict_name::is_conflict_name;
use crate::fault::Fault;
use crate::file;
use crate::frame::{self, Frame, MAC};
use crate::header::Header;
use crate::keys::Key;
use crate::payload;

/// Reads any bytes as a file as they are, and as a header in a frame that is good.
pub fn header(bytes: &[u8]) {
    let _ = file::parse(bytes);
    let framed = framed(bytes, &[0; MAC], &[0; 16]);
    let Ok((_, header)) = file::parse(&framed) else {
        return;
    };
    // What was read is written so that it is read as the same; what is too large for a frame
    // is said to be.
    if let Ok(json) = header.to_json() {
        let again = Header::parse(&json, header.minor).expect("what is written is read");
        let json_again = again.to_json().expect("it had room before");
        assert_eq!(json, json_again);
        assert_eq!(header.vault_id, again.vault_id);
        assert_eq!(header.generation, again.generation);
    }
}

/// Opens a file of any header and any plain text, which are divided by the first NUL, sealed
/// under a key that is known.
pub fn open(bytes: &[u8]) {
    let end = bytes
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(bytes.len());
    let (json, plain) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let Ok(header) = Header::parse(json, 0) else {
        return;
    };
    let key = Key::filled(|out| {
        out.fill(0x11);
        Ok::<_, Fault>(())
    })
    .expect("a fill that never fails");
    let sealed = file::seal(&header, &key, json, plain.len(), |bytes| {
        bytes.extend_from_slice(plain);
    });
    let Ok((frame, header)) = file::parse(&sealed.bytes) else {
        // Only what does not fit into a frame.
        assert!(json.len() > frame::MAX_HEADER || plain.len() + 16 > payload::MAX_SECTION);
        return;
    };
    match file::open(&frame, &header, &key) {
        Ok(content) => {
            assert_eq!(&plain[4..4 + content.len()], &content[..]);
            assert!(plain[4 + content.len()..].iter().all(|byte| *byte == 0));
        }
        Err(fault) => assert!(matches!(
            fault,
            Fault::Tampered {
                check: crate::Check::Padding
            }
        )),
    }
    // Another vault's key opens nothing.
    let other = key.derive(Uuid::nil().as_bytes(), b"another");
    assert!(file::open(&frame, &header, &other).is_err());
}

/// Reads any two names, which are divided by the first NUL, as a vault's and that of a file
/// beside it: a conflict copy, a backup, or neither. Also makes a backup's name of any numbers.
pub fn names(bytes: &[u8]) {
    let end = bytes
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(bytes.len());
    let (vault, beside) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let (vault, beside) = (os_text(vault), os_text(beside));
    let vault = Path::new(&vault);
    let own = vault.file_name().unwrap_or_default();
    // The vault is no copy of itself.
    assert!(!is_conflict_name(vault, own));
    let is_copy = is_conflict_name(vault, &beside);
    let mut prefix = own.to_owned();
    prefix.push(".");
    if let Some(name) = Name::parse(&prefix, &beside) {
        assert!(!is_copy, "a backup is no conflict copy");
        assert_eq!(name.file_name(vault), beside);
    }
    if let Some((vault, name)) = Name::parse_any(&beside) {
        assert_eq!(format!("{vault}.{name}").as_str(), beside);
    }
    if let Some((numbers, _)) = bytes.split_first_chunk::<28>() {
        let made = any_name(numbers);
        let read = Name::parse(&prefix, &made.file_name(vault));
        assert_eq!(read.as_ref(), Some(&made));
    }
}

/// The name of a backup with these numbers; times end with the year 9999.
fn any_name(numbers: &[u8; 28]) -> Name {
    let eight = |from: usize| std::array::from_fn(|place| numbers[from + place]);
    Name {
        vault_id: std::array::from_fn(|place| numbers[place]),
        generation: u64::from_be_bytes(eight(4)),
        written_at: u64::from_be_bytes(eight(12)) % crate::backup_name::END_OF_TIME,
        trailer: eight(20),
    }
}

/// A file's name of any bytes, as far as the system has such names.
#[cfg(unix)]
fn os_text(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_text(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// A file with this header's text, its lengths and trailer right.
fn framed(json: &[u8], mac: &[u8; MAC], sealed: &[u8]) -> Vec<u8> {
    let json = &json[..json.len().min(frame::MAX_HEADER)];
    let mut bytes = Vec::new();
    frame::append_prelude(&mut bytes, 0, json.len(), sealed.len());
    bytes.extend_from_slice(json);
    bytes.extend_from_slice(mac);
    bytes.extend_from_slice(sealed);
    frame::append_trailer(&mut bytes);
    debug_assert!(Frame::parse(&bytes).is_ok());
    bytes
}
