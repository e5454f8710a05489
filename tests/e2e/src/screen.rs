//! A screen of its own: an X server without a monitor, a window manager, a message bus,
//! and a person's hands on its keyboard, mouse and clipboard.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::until;

/// The title of the dialog that picks pictures.
const FILE_DIALOG: &str = "Choose screenshots";

/// The title of the dialog that asks where to save a backup.
const SAVE_DIALOG: &str = "Save backup";

/// An X server with what a desktop has at least, and a home folder.
pub struct Screen {
    display: String,
    bus: String,
    home: tempfile::TempDir,
    /// Whether programs are to tell a screen reader what they show.
    has_reader: bool,
    /// Ended when the screen is dropped, last started first.
    servers: Vec<Child>,
}

/// A monitor of a desk.
#[derive(Clone, Copy, Debug)]
pub struct Monitor {
    /// Its left and upper edge, in pixels.
    pub place: [u32; 2],
    /// Pixels across and down.
    pub size: [u32; 2],
    /// Pixels an inch: what desktops take a monitor's scale from.
    pub dpi: u32,
}

impl Monitor {
    /// In the words of xrandr: pixels and millimetres across and down, and the place.
    fn geometry(&self) -> String {
        let millimetres = |pixels: u32| pixels * 254 / (10 * self.dpi);
        let [width, height] = self.size;
        let [x, y] = self.place;
        let [across, down] = self.size.map(millimetres);
        format!("{width}/{across}x{height}/{down}+{x}+{y}")
    }
}

impl Screen {
    /// Starts the X server, the window manager and the bus.
    pub fn start() -> Self {
        Self::of_size([1600, 1000])
    }

    /// The same with several monitors.
    pub fn with_monitors(monitors: &[Monitor]) -> Self {
        let end = |axis: usize| {
            monitors
                .iter()
                .map(|it| it.place[axis] + it.size[axis])
                .max()
        };
        let screen = Self::of_size([0, 1].map(|axis| end(axis).expect("a monitor")));
        for (number, monitor) in monitors.iter().enumerate() {
            // The first takes the place of the server's only one.
            let output = if number == 0 { "screen" } else { "none" };
            let name = format!("monitor-{number}");
            let words = ["--setmonitor", &name, &monitor.geometry(), output];
            screen.does("xrandr", &words);
        }
        screen
    }

    /// The same for a screen reader to read. It costs programs some time.
    pub fn with_screen_reader() -> Self {
        let mut screen = Self::start();
        screen.has_reader = true;
        screen
    }

    fn of_size([width, height]: [u32; 2]) -> Self {
        let mut screen = Self {
            display: String::new(),
            bus: String::new(),
            home: tempfile::tempdir().expect("a temporary folder"),
            has_reader: false,
            servers: Vec::new(),
        };
        for folder in ["tmp", "run", "data", "config", "cache", "state"] {
            std::fs::create_dir(screen.folder(folder)).expect("an empty home");
        }
        // The servers print where they listen: a display number, an address.
        let number = screen.serve(
            Command::new("Xvfb")
                // Without it the server starts over when its last client leaves, and takes
                // along whoever is connecting at that moment: here the window manager.
                .arg("-noreset")
                .args(["-displayfd", "1", "-nolisten", "tcp"])
                .args(["-screen", "0", &format!("{width}x{height}x24")]),
        );
        screen.display = format!(":{number}");
        let bus = screen.program("dbus-daemon", &["--session", "--nofork", "--print-address"]);
        screen.bus = screen.serve(&mut { bus });
        let settings = screen.folder("config").join("openbox.xml");
        std::fs::write(
            &settings,
            "<openbox_config xmlns='http://openbox.org/3.4/rc'/>",
        )
        .expect("settings without keys of its own");
        let settings = settings.to_string_lossy();
        let mut window_manager = screen.program("openbox", &["--config-file", &settings]);
        let child = window_manager
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        screen.servers.push(child.expect("openbox"));
        until("the window manager", || {
            screen.hears("xdotool", &["get_desktop"]).is_some()
        });
        screen
    }

    /// Starts a server and reads the line it prints when it is ready.
    fn serve(&mut self, command: &mut Command) -> String {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut line = String::new();
        let pipe = child.stdout.take().expect("piped");
        self.servers.push(child);
        BufReader::new(pipe).read_line(&mut line).expect("a line");
        line.trim().to_owned()
    }

    /// The X server's name.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// The address of the message bus.
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// A folder in the home, e.g. `data` for `XDG_DATA_HOME`.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The home folder: everything the app can write to by itself is in it.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// `name`, to be started on this screen, in this home, with nothing else of ours.
    pub fn program(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(name);
        command
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("HOME", self.home())
            .env("TMPDIR", self.folder("tmp"))
            .env("XDG_RUNTIME_DIR", self.folder("run"))
            .env("XDG_DATA_HOME", self.folder("data"))
            .env("XDG_CONFIG_HOME", self.folder("config"))
            .env("XDG_CACHE_HOME", self.folder("cache"))
            .env("XDG_STATE_HOME", self.folder("state"));
        if !self.has_reader {
            command.env("NO_AT_BRIDGE", "1");
        }
        command
    }

    /// Runs a program to its end: what it printed, or nothing if it failed.
    pub fn hears(&self, name: &str, arguments: &[&str]) -> Option<String> {
        let output = self.program(name, arguments).output().expect(name);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(text)
    }

    fn does(&self, name: &str, arguments: &[&str]) {
        assert!(
            self.hears(name, arguments).is_some(),
            "{name} {} failed",
            arguments.join(" ")
        );
    }

    /// Presses keys together, in the words of xdotool: `ctrl+v`, `Return`.
    pub fn press(&self, keys: &str) {
        self.does("xdotool", &["key", "--clearmodifiers", keys]);
    }

    /// Types into whatever has the keyboard.
    pub fn type_text(&self, text: &str) {
        self.does("xdotool", &["type", "--delay", "8", "--", text]);
    }

    /// Works the mouse and the windows, in the words of xdotool.
    pub fn xdotool(&self, words: &[&str]) {
        self.does("xdotool", words);
    }

    /// Changes the layout of the keyboard, by its name in setxkbmap: `fr`.
    pub fn has_layout(&self, layout: &str) {
        self.does("setxkbmap", &[layout]);
    }

    /// The id of the window with this title, once there is one.
    pub fn window(&self, title: &str) -> String {
        let name = format!("^{title}$");
        crate::until_some(&format!("a window titled {title}"), || {
            let ids = self.hears("xdotool", &["search", "--onlyvisible", "--name", &name])?;
            ids.lines().next().map(str::to_owned)
        })
    }

    /// Whether a window with this title is on view.
    pub fn has_window(&self, title: &str) -> bool {
        let name = format!("^{title}$");
        self.hears("xdotool", &["search", "--onlyvisible", "--name", &name])
            .is_some()
    }

    /// Gives the window the keyboard and waits until it has it.
    pub fn focus(&self, window: &str) {
        self.does("xdotool", &["windowactivate", "--sync", window]);
    }

    /// Answers the file dialog that is about to open with a file.
    pub fn pick_file(&self, file: &Path) {
        let dialog = self.window(FILE_DIALOG);
        self.focus(&dialog);
        // A slash brings up a field for a path. It eats what is typed while it appears,
        // and nothing that could be waited for tells when it is there.
        self.type_text("/");
        sleep(Duration::from_secs(1));
        let path = file.display().to_string();
        self.type_text(path.trim_start_matches('/'));
        self.press("Return");
        until("the dialog to close", || !self.has_window(FILE_DIALOG));
    }

    /// Answers the dialog that is about to ask where to save a backup.
    pub fn save_file(&self, file: &Path) {
        let dialog = self.window(SAVE_DIALOG);
        self.focus(&dialog);
        // The name has the keyboard, and takes a whole path as well.
        self.press("ctrl+a");
        self.type_text(&file.display().to_string());
        self.press("Return");
        until("the dialog to close", || !self.has_window(SAVE_DIALOG));
    }

    /// Saves a picture of the whole screen as a PNG, if that can be done.
    pub fn photograph(&self, path: &Path) -> bool {
        const SCRIPT: &str = "import sys, gi; gi.require_version('Gdk', '3.0')\n\
            from gi.repository import Gdk; root = Gdk.get_default_root_window()\n\
            picture = Gdk.pixbuf_get_from_window(root, 0, 0, root.get_width(), root.get_height())\n\
            picture.savev(sys.argv[1], 'png', [], [])";
        let path = path.to_string_lossy();
        self.hears("/usr/bin/python3", &["-c", SCRIPT, &path])
            .is_some()
    }

    /// What a person would paste now, as text; nothing if there is none.
    pub fn clipboard(&self) -> Option<String> {
        self.hears("xclip", &["-selection", "clipboard", "-out"])
    }

    /// What a clipboard manager is told about what is there; nothing if it may keep it.
    pub fn clipboard_hint(&self) -> Option<String> {
        const HINT: &str = "x-kde-passwordManagerHint";
        self.hears("xclip", &["-selection", "clipboard", "-t", HINT, "-out"])
    }

    /// Puts text on the clipboard.
    pub fn copy_text(&self, text: &str) {
        self.copy("UTF8_STRING", text.as_bytes());
    }

    /// Puts a picture on the clipboard, as a screenshot program does.
    pub fn copy_picture(&self, png: &[u8]) {
        self.copy("image/png", png);
    }

    fn copy(&self, kind: &str, bytes: &[u8]) {
        // It stays behind to hand the bytes out, so nothing may wait for its outputs.
        let mut xclip = self
            .program("xclip", &["-selection", "clipboard", "-in", "-t", kind])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("xclip");
        let mut pipe = xclip.stdin.take().expect("piped");
        pipe.write_all(bytes).expect("xclip reads");
        drop(pipe);
        assert!(xclip.wait().expect("xclip").success());
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // A panicking journey must not leave servers behind.
        while let Some(mut server) = self.servers.pop() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
