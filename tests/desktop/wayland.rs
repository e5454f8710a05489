//! The clipboard of a Wayland desktop, with the shell's own commands: sway without a monitor is
//! the desktop, wl-paste is another program on it. The X11 one is in the journeys.
#![cfg(target_os = "linux")]

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::shell::{PASSWORD, REAL_CLIPBOARD, Shell, typed};

/// What clipboard managers that keep a history ask for.
const HINT: &str = "x-kde-passwordManagerHint";

const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// As long as the slowest machine takes for what is to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until it is true; a desktop tells nobody when.
fn until(what: &str, is_true: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_true() {
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        park_timeout(Duration::from_millis(50));
    }
}

/// A desktop without a monitor.
struct Sway {
    program: Child,
    run: TempDir,
}

impl Sway {
    /// None where one of the programs is missing.
    fn start() -> Option<Self> {
        let is_there = |name| Command::new(name).arg("--version").output().is_ok();
        if !["sway", "wl-paste", "wl-copy"].into_iter().all(is_there) {
            println!("not run: there is no sway with wl-clipboard");
            return None;
        }
        let run = tempfile::tempdir().unwrap();
        let settings = run.path().join("settings");
        std::fs::write(&settings, "xwayland disable\n").unwrap();
        let mut sway = Command::new("sway");
        sway.arg("--config")
            .arg(&settings)
            .env("XDG_RUNTIME_DIR", run.path())
            .env("WLR_BACKENDS", "headless")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .env("WLR_RENDERER", "pixman")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if is_root(&run) {
            // It does not start for root, as containers have it.
            const NOBODY: u32 = 65534;
            let everybody = std::fs::Permissions::from_mode(0o755);
            std::fs::set_permissions(&settings, everybody).unwrap();
            std::os::unix::fs::chown(run.path(), Some(NOBODY), Some(NOBODY)).unwrap();
            sway.uid(NOBODY).gid(NOBODY);
        }
        let program = sway.spawn().unwrap();
        let sway = Self { program, run };
        until("sway", || sway.socket().is_some());
        Some(sway)
    }

    /// Where it listens.
    fn socket(&self) -> Option<PathBuf> {
        let files = std::fs::read_dir(self.run.path()).unwrap().flatten();
        let mut paths = files.map(|file| file.path());
        paths.find(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("wayland-") && !name.ends_with(".lock")
        })
    }
}

impl Drop for Sway {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Files belong to whoever makes them.
fn is_root(folder: &TempDir) -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(folder.path()).unwrap().uid() == 0
}

#[test]
fn a_code_on_a_wayland_clipboard_is_marked_and_gone_in_time() {
    let Some(sway) = Sway::start() else { return };
    let us = std::env::current_exe().unwrap();
    let played = Command::new(us)
        .args(["--exact", "desktop::wayland::played_on_the_desktop"])
        .arg("--nocapture")
        .env(REAL_CLIPBOARD, "1")
        .env("XDG_RUNTIME_DIR", sway.run.path())
        .env("WAYLAND_DISPLAY", sway.socket().unwrap())
        .env_remove("DISPLAY")
        .status();
    assert!(played.unwrap().success());
}

/// What another program finds on the clipboard; none: nothing.
fn pasted(arguments: &[&str]) -> Option<String> {
    let output = Command::new("wl-paste")
        .arg("--no-newline")
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    output.status.success().then_some(text)
}

/// The other half of the test above, in a process of its own.
#[test]
fn played_on_the_desktop() {
    if std::env::var_os(REAL_CLIPBOARD).is_none() {
        return;
    }
    let shell = Shell::open();
    let id = shell.add(typed("Bytebase", "ada", KEY));
    let copy = || {
        let copied = shell.get("copy", json!({ "id": id }));
        let code = copied["code"]["code"].as_str().unwrap().to_owned();
        assert_eq!(pasted(&[]).as_deref(), Some(&*code));
        assert_eq!(pasted(&["--type", HINT]).as_deref(), Some("secret"));
    };

    copy();
    let copied = Instant::now();
    until("an empty clipboard", || pasted(&[]).is_none());
    let lasted = copied.elapsed().as_secs_f64();
    assert!(
        (29.0..31.0).contains(&lasted),
        "the code stayed for {lasted} s"
    );

    copy();
    shell.get("lock", json!({}));
    assert_eq!(pasted(&[]), None);

    shell.get("unlock", json!({ "password": PASSWORD }));
    copy();
    let mine = Command::new("wl-copy").arg("mine").status();
    assert!(mine.unwrap().success());
    shell.get("lock", json!({}));
    assert_eq!(pasted(&[]).as_deref(), Some("mine"));

    shell.get("unlock", json!({ "password": PASSWORD }));
    copy();
    shell.get("quit", json!({}));
    assert_eq!(pasted(&[]), None);
}
