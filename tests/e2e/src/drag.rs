//! Dragging files out of another program's window and dropping them on the app's: a
//! small GTK window offers them, the mouse carries them over.

use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::{App, Screen};

const SOURCE: &str = include_str!("drag.py");

/// Drags the files onto the middle of the app's window and lets go.
pub fn drop_files(screen: &Screen, app: &App, files: &[PathBuf]) {
    let source = Source::open(screen, files);
    let window = screen.window("Files to drag");
    // Side by side, so that neither hides the other.
    screen.xdotool(&["windowmove", "--sync", app.window(), "0", "40"]);
    screen.xdotool(&["windowmove", "--sync", &window, "1200", "200"]);
    screen.xdotool(&["mousemove", "--window", &window, "60", "60"]);
    screen.xdotool(&["mousedown", "1"]);
    // GTK starts a drag once the mouse has moved some pixels with its button down.
    for step in [70, 80, 90, 100] {
        screen.xdotool(&["mousemove", "--window", &window, &step.to_string(), "70"]);
    }
    for (x, y) in [
        ("700", "300"),
        ("450", "320"),
        ("451", "321"),
        ("450", "320"),
    ] {
        screen.xdotool(&["mousemove", "--sync", "--window", app.window(), x, y]);
    }
    app.shows("Drop ");
    screen.xdotool(&["mouseup", "1"]);
    drop(source);
}

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
        // It leaves by itself when its drag has ended; this is for a journey that failed.
        let _ = self.0.wait();
    }
}
