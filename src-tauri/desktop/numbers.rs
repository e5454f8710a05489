//! Numbers for what the page refers to later.

use std::sync::atomic::{AtomicU64, Ordering};

/// A number that was not given before while the program runs, whatever was locked and
/// unlocked since: what an old window still names is never taken for something newer.
pub fn next() -> u64 {
    static GIVEN: AtomicU64 = AtomicU64::new(0);
    GIVEN.fetch_add(1, Ordering::Relaxed) + 1
}
