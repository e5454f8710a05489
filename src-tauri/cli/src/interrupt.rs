//! What Ctrl C does: it ends the program at once; or, while something long runs that can say
//! how far it came, it asks that to stop, and a second one ends the program.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::INTERRUPTED;

// A signal belongs to the whole process, and so does who heeds it.
static IS_HEEDED: AtomicBool = AtomicBool::new(false);
static IS_ASKED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl C ends the program with our own exit code.
pub(crate) fn install() {
    // Where no handler can be had, the system's own end is nearly the same.
    let _ = ctrlc::set_handler(|| {
        let is_first = !IS_ASKED.swap(true, Ordering::Relaxed);
        if !(is_first && IS_HEEDED.load(Ordering::Relaxed)) {
            process::exit(i32::from(INTERRUPTED));
        }
    });
}

/// Until this is dropped, the first Ctrl C only asks.
pub(crate) struct Heed(());

pub(crate) fn heed() -> Heed {
    IS_HEEDED.store(true, Ordering::Relaxed);
    Heed(())
}

/// Whether Ctrl C has asked for an end.
pub(crate) fn is_asked() -> bool {
    IS_ASKED.load(Ordering::Relaxed)
}

impl Drop for Heed {
    fn drop(&mut self) {
        IS_HEEDED.store(false, Ordering::Relaxed);
    }
}
