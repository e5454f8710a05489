//! Dragging files out of another program's window and dropping them on the app's: a
//! small GTK window offers them, the mouse carries them over.

use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::{App, Screen, until};

const SOURCE: &str = include_str!("drag.py");

/// Drags the files onto the middle of the app's window and lets go.
pub fn drop_files(screen: &Screen, app: &App, files: &[PathBuf]) {
    // Files are handed over after the mouse has let go.
    let _source = let_go_over(screen, app, files, OVERLAY);
    until("the app to take the drop", || !app.text().contains(OVERLAY));
}

/// The same while the app is locked: what it says stays on view.
pub fn drop_on_locked(screen: &Screen, app: &App, files: &[PathBuf]) {
    let _source = let_go_over(screen, app, files, LOCKED);
}

fn let_go_over(screen: &Screen, app: &App, files: &[PathBuf], overlay: &str) -> Source {
    let source = Source::open(screen, files);
    let window = screen.window("Files to drag");
    // Side by side, so that neither hides the other.
    screen.xdotool(&["windowmove", "--sync", app.window(), "0", "40"]);
    screen.xdotool(&["windowmove", "--sync", &window, "1200", "200"]);
    screen.xdotool(&["mousemove", "--sync", "--window", &window, "60", "60"]);
    screen.xdotool(&["mousedown", "1"]);
    // GTK starts a drag once the mouse has moved some pixels with its button down.
    screen.xdotool(&["mousemove", "--sync", "--window", &window, "90", "70"]);
    // Moving on and on, as a hand does, until the app has seen what comes.
    let mut x = 440;
    until("the app to see the drag", || {
        x = if x == 440 { 450 } else { 440 };
        screen.xdotool(&[
            "mousemove",
            "--sync",
            "--window",
            app.window(),
            &x.to_string(),
            "320",
        ]);
        app.text().contains(overlay)
    });
    screen.xdotool(&["mouseup", "1"]);
    source
}

/// What the app says while something is held over it and it is locked; and afterwards, too.
const LOCKED: &str = "Unlock first, then drop again.";

/// What the app says while something is held over it.
const OVERLAY: &str = "You choose what to keep before anything is saved.";

struct Source(Child);

impl Source {
    fn open(screen: &Screen, files: &[PathBuf]) -> Self {
        let child = screen
            .program("/usr/bin/python3", &["-c", SOURCE])
            .args(files)
            .stdout(Stdio::null())
            .spawn();
        Self(child.expect("Python with GTK"))
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
