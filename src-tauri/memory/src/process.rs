//! A process that other programs cannot look into.

/// Hardens the process: no core dumps, and no other program of the same person may read its
/// memory or attach to it. To be called first.
///
/// - Linux: `RLIMIT_CORE` 0, which programs that it starts inherit, and `PR_SET_DUMPABLE` 0
/// - macOS: `RLIMIT_CORE` 0 and `PT_DENY_ATTACH`
/// - Windows: an access list that lets others only ask whether it runs, or end it
///
/// Whoever administers the computer is not kept out. A step that the system refuses is left
/// out: a program that shows no codes helps nobody.
pub fn harden() {
    let mut config = secmem_proc::Config::new_with_anti_tracing(false);
    config.set_fs(false);
    let _refused = config.harden_process();
    crate::wipe_freed();
}

/// Runs `act` while other programs of the same person can look into this one, as the
/// desktop portals do to find out who asks (they read `/proc/PID/root`).
pub fn while_readable<T>(act: impl FnOnce() -> T) -> T {
    struct Closed;
    impl Drop for Closed {
        fn drop(&mut self) {
            deny_readers();
        }
    }
    let _closed = Closed;
    allow_readers();
    act()
}

#[cfg(target_os = "linux")]
fn deny_readers() {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    let _refused = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(target_os = "linux")]
fn allow_readers() {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    let _refused = set_dumpable_behavior(DumpableBehavior::Dumpable);
}

#[cfg(not(target_os = "linux"))]
fn deny_readers() {}

#[cfg(not(target_os = "linux"))]
fn allow_readers() {}
