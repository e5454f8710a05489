//! What the machine has: its memory.

/// The machine's physical memory, where the system tells it without asking twice. On macOS
/// it is not asked for, and only the limits of the format hold.
pub(crate) fn memory_bytes() -> Option<u64> {
    #[cfg(test)]
    if let Some(bytes) = tests::PRETENDED.get() {
        return Some(bytes);
    }
    #[cfg(target_os = "linux")]
    return meminfo_bytes(&std::fs::read_to_string("/proc/meminfo").ok()?);
    #[cfg(windows)]
    return crate::windows::memory_bytes();
    #[cfg(not(any(target_os = "linux", windows)))]
    return None;
}

#[cfg(any(target_os = "linux", test))]
fn meminfo_bytes(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find(|line| line.starts_with("MemTotal:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        /// The memory of another machine, for the tests of this thread.
        pub(crate) static PRETENDED: Cell<Option<u64>> = const { Cell::new(None) };
    }

    #[test]
    fn reads_the_total_in_kib() {
        let meminfo = "MemTotal:       16384 kB\nMemFree:         1 kB\n";
        assert_eq!(meminfo_bytes(meminfo), Some(16 << 20));
        assert_eq!(meminfo_bytes(""), None);
    }
}
