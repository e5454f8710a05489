//! The displays of macOS, by Core Graphics. Type-checked, never run.
//!
//! The call has been discouraged since macOS 15 in favour of ScreenCaptureKit, which answers
//! later and on another thread; it is there still.
#![expect(unsafe_code, reason = "the list of displays is filled by a C function")]

use objc2_core_graphics::{
    CGDataProvider, CGDirectDisplayID, CGError, CGGetActiveDisplayList, CGImage,
    CGPreflightScreenCaptureAccess, CGRequestScreenCaptureAccess,
};

use crate::pixels::Layout;
use crate::{Capture, CaptureError, Shot};

/// All active displays.
pub struct Displays;

/// Displays that are looked at: more than a Mac can have.
const MOST: usize = 32;

impl Capture for Displays {
    fn asks(&self) -> bool {
        !CGPreflightScreenCaptureAccess()
    }

    fn shots(&self) -> Result<Vec<Shot>, CaptureError> {
        // Without permission the pictures would hold only the desktop's background.
        if !CGPreflightScreenCaptureAccess() && !CGRequestScreenCaptureAccess() {
            return Err(CaptureError::Refused);
        }
        let shots: Vec<Shot> = displays().into_iter().filter_map(shot).collect();
        match shots.is_empty() {
            true => Err(CaptureError::Impossible),
            false => Ok(shots),
        }
    }
}

fn displays() -> Vec<CGDirectDisplayID> {
    let mut displays = vec![0; MOST];
    let mut count = 0;
    // SAFETY: the list has room for as many as it is said to have, and both outlive the call.
    let told = unsafe { CGGetActiveDisplayList(MOST as u32, displays.as_mut_ptr(), &mut count) };
    let count = if told == CGError::Success { count } else { 0 };
    displays.truncate(count as usize);
    displays
}

#[expect(deprecated, reason = "the only one that answers at once")]
fn shot(display: CGDirectDisplayID) -> Option<Shot> {
    let image = objc2_core_graphics::CGDisplayCreateImage(display);
    let image = image.as_deref();
    let provider = CGImage::data_provider(image);
    let data = CGDataProvider::data(provider.as_deref())?;
    let width = u32::try_from(CGImage::width(image)).ok()?;
    let height = u32::try_from(CGImage::height(image)).ok()?;
    let layout = Layout::bgrx(CGImage::bytes_per_row(image));
    layout.shot(&data.to_vec(), width, height)
}
