//! The processes of a program that runs on a screen.

use std::path::Path;

use crate::Screen;

/// The ids of the processes of `program` on `screen`: itself first, then those that it
/// started, in the order of starting. Empty if it does not run.
pub fn tree(screen: &Screen, program: &Path) -> Vec<u32> {
    let wanted = program.canonicalize().expect("a built program");
    let exe = |pid: u32| std::fs::read_link(format!("/proc/{pid}/exe")).ok();
    let Some(first) = of_screen(screen).find(|&pid| exe(pid).as_ref() == Some(&wanted)) else {
        return Vec::new();
    };
    let mut tree = vec![first];
    for pid in of_screen(screen) {
        if parent(pid).is_some_and(|parent| tree.contains(&parent)) {
            tree.push(pid);
        }
    }
    tree
}

/// All processes whose home is the screen's.
fn of_screen(screen: &Screen) -> impl Iterator<Item = u32> {
    let home = format!("HOME={}\0", screen.home().display());
    let entries = std::fs::read_dir("/proc").expect("/proc");
    let mut pids: Vec<u32> = entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    pids.sort_unstable();
    pids.into_iter().filter(move |pid| {
        let environment = std::fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
        memchr::memmem::find(&environment, home.as_bytes()).is_some()
    })
}

/// The parent's id: the second field after the name in parentheses (proc_pid_stat(5)).
fn parent(pid: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.split_whitespace().nth(1)?.parse().ok()
}
