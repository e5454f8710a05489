//! Memory that libraries in C give back is wiped, too.
#![cfg_attr(
    all(target_os = "linux", target_env = "gnu"),
    expect(unsafe_code, reason = "glibc's settings have no safe wrapper")
)]

/// From now on, glibc overwrites what is given back to it: toolkits handle the text of
/// password fields in memory that [`crate::ZeroAlloc`] never sees. Other C libraries have no
/// such setting. To be called before other threads run.
pub fn wipe_freed() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: no other thread runs yet, by what is asked of the caller; the setting changes
    // what freed memory holds, which no program may read (mallopt(3)).
    unsafe {
        libc::mallopt(libc::M_PERTURB, FILLED_WITH);
    }
}

/// What freed memory is filled with. Zero would switch the filling off; new memory gets the
/// complement.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const FILLED_WITH: i32 = 0xff;
