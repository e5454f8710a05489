//! Replacing a file on Windows: `std` has no call that waits for the disk.
#![expect(
    unsafe_code,
    reason = "one system call with plain arguments, beside its reason"
)]

use std::io;
use std::os::windows::ffi::OsStrExt;
use std::path::Path;

use windows_sys::Win32::Storage::FileSystem::{
    MOVEFILE_REPLACE_EXISTING, MOVEFILE_WRITE_THROUGH, MoveFileExW,
};

/// Moves `from` over `to` and returns when the disk has the move.
pub(super) fn move_over(from: &Path, to: &Path) -> io::Result<()> {
    let (from, to) = (wide(from), wide(to));
    // SAFETY: both are texts that end with a zero and live until the call returns.
    let moved = unsafe {
        MoveFileExW(
            from.as_ptr(),
            to.as_ptr(),
            MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH,
        )
    };
    match moved {
        0 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}

fn wide(path: &Path) -> Vec<u16> {
    path.as_os_str().encode_wide().chain([0]).collect()
}
