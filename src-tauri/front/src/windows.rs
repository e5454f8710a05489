//! The window in front on Windows. Type-checked, never run.
#![expect(unsafe_code, reason = "windows are known by handles of the system")]

use windows_sys::Win32::UI::WindowsAndMessaging::{
    GetForegroundWindow, GetWindowTextW, SetForegroundWindow,
};

/// A window's handle, as a number, so that it may go to another thread.
pub type Window = isize;

/// Characters of a title that are read.
const TITLE: usize = 512;

pub fn front() -> Option<(Window, String)> {
    // SAFETY: takes nothing, and gives a handle or null.
    let window = unsafe { GetForegroundWindow() };
    if window.is_null() {
        return None;
    }
    let mut title = [0_u16; TITLE];
    let room = i32::try_from(TITLE).ok()?;
    // SAFETY: the buffer has room for as many characters as are said.
    let length = unsafe { GetWindowTextW(window, title.as_mut_ptr(), room) };
    let title = title.get(..usize::try_from(length).ok()?)?;
    Some((window as Window, String::from_utf16_lossy(title)))
}

/// Windows lets only the program in front do so, which ours is while its window is hidden.
pub fn give_keyboard(window: Window) {
    // SAFETY: a handle of a window that is gone is refused.
    unsafe { SetForegroundWindow(window as _) };
}
