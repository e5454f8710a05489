//! The processes of a program that runs on a screen.

use std::path::Path;

use crate::Screen;

/// The ids of the processes of `program` on `screen`: itself first, then those that it
/// started, in the order of starting. Empty if it does not run.
pub fn tree(screen: &Screen, program: &Path) -> Vec<u32> {
    let wanted = program.canonicalize().expect("a built program");
    let Some(first) = all().find(|&pid| is_on(screen, pid) && runs(pid, &wanted)) else {
        return Vec::new();
    };
    let mut tree = vec![first];
    for pid in all() {
        if parent(pid).is_some_and(|parent| tree.contains(&parent)) {
            tree.push(pid);
        }
    }
    tree
}

/// All processes, in the order of their ids.
fn all() -> impl Iterator<Item = u32> {
    let entries = std::fs::read_dir("/proc").expect("/proc");
    let mut pids: Vec<u32> = entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    pids.sort_unstable();
    pids.into_iter()
}

/// Whether the process has the screen's home. A process that lets nobody look into it does
/// not tell, and counts.
fn is_on(screen: &Screen, pid: u32) -> bool {
    let home = format!("HOME={}\0", screen.home().display());
    match std::fs::read(format!("/proc/{pid}/environ")) {
        Ok(environment) => memchr::memmem::find(&environment, home.as_bytes()).is_some(),
        Err(error) => error.kind() == std::io::ErrorKind::PermissionDenied,
    }
}

/// Whether the process runs this program. Its command line is told to everybody.
fn runs(pid: u32, program: &Path) -> bool {
    let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    let first = line.split(|byte| *byte == 0).next().unwrap_or_default();
    let path = Path::new(std::str::from_utf8(first).unwrap_or_default());
    path.canonicalize().is_ok_and(|path| path == program)
}

/// The parent's id: the second field after the name in parentheses (proc_pid_stat(5)).
fn parent(pid: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.split_whitespace().nth(1)?.parse().ok()
}
