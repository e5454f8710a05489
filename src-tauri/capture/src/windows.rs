//! The monitors of Windows, by GDI. Type-checked, never run.
//!
//! The rectangles are in physical pixels, as the window's library makes the program aware of
//! each monitor's scale.
#![expect(unsafe_code, reason = "screens are read through the Win32 API")]

use std::mem::size_of;
use std::ptr::{null, null_mut};
use std::slice;

use windows_sys::Win32::Foundation::{LPARAM, RECT};
use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, BitBlt, CAPTUREBLT, CreateCompatibleDC, CreateDIBSection,
    DIB_RGB_COLORS, DeleteDC, DeleteObject, EnumDisplayMonitors, GdiFlush, GetDC, HDC, HMONITOR,
    ReleaseDC, SRCCOPY, SelectObject,
};

use crate::pixels::Layout;
use crate::{Capture, CaptureError, Shot};

/// All monitors of the desktop.
pub struct Monitors;

impl Capture for Monitors {
    fn asks(&self) -> bool {
        false
    }

    fn shots(&self) -> Result<Vec<Shot>, CaptureError> {
        let shots: Vec<Shot> = monitors().into_iter().filter_map(shot).collect();
        match shots.is_empty() {
            true => Err(CaptureError::Impossible),
            false => Ok(shots),
        }
    }
}

fn monitors() -> Vec<RECT> {
    let mut found: Vec<RECT> = Vec::new();
    // SAFETY: `found` lives until the call returns, and only `push` has it until then.
    unsafe { EnumDisplayMonitors(null_mut(), null(), Some(push), (&raw mut found) as LPARAM) };
    found
}

unsafe extern "system" fn push(_: HMONITOR, _: HDC, place: *mut RECT, found: LPARAM) -> i32 {
    let found = found as *mut Vec<RECT>;
    // SAFETY: the system hands on what `monitors` gave it, and a rectangle that lives until
    // this returns.
    unsafe { (*found).push(*place) };
    1
}

fn shot(place: RECT) -> Option<Shot> {
    let width = u32::try_from(place.right.checked_sub(place.left)?).ok()?;
    let height = u32::try_from(place.bottom.checked_sub(place.top)?).ok()?;
    let stride = usize::try_from(width).ok()?.checked_mul(4)?;
    let length = stride.checked_mul(usize::try_from(height).ok()?)?;
    let header = BITMAPINFOHEADER {
        biSize: size_of::<BITMAPINFOHEADER>() as u32,
        biWidth: i32::try_from(width).ok()?,
        // Negative: the first row is the top one.
        biHeight: -i32::try_from(height).ok()?,
        biPlanes: 1,
        biBitCount: 32,
        biCompression: BI_RGB,
        ..BITMAPINFOHEADER::default()
    };
    let info = BITMAPINFO {
        bmiHeader: header,
        ..BITMAPINFO::default()
    };
    // SAFETY: every handle is checked or refused by the next call, and given back in the order
    // that GDI wants. The bitmap has `length` bytes, and lives until they are copied.
    unsafe {
        let screen = GetDC(null_mut());
        let memory = CreateCompatibleDC(screen);
        let mut bits = null_mut();
        let bitmap = CreateDIBSection(screen, &info, DIB_RGB_COLORS, &mut bits, null_mut(), 0);
        let mut shot = None;
        if !bitmap.is_null() && !bits.is_null() {
            let before = SelectObject(memory, bitmap);
            let (x, y, across, down) = (place.left, place.top, header.biWidth, -header.biHeight);
            let how = SRCCOPY | CAPTUREBLT;
            if BitBlt(memory, 0, 0, across, down, screen, x, y, how) != 0 {
                GdiFlush();
                let data = slice::from_raw_parts(bits.cast::<u8>(), length);
                shot = Layout::bgrx(stride).shot(data, width, height);
            }
            SelectObject(memory, before);
            DeleteObject(bitmap);
        }
        DeleteDC(memory);
        ReleaseDC(null_mut(), screen);
        shot
    }
}
