//! What building, opening and testing Keytick needs from the system, as a table.
//! `setup.rs` installs what of it is missing.

use crate::process::{command, find_program, succeeds};
use crate::system::System;

/// What a need is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum For {
    /// Building and opening the app.
    Run,
    /// Running the tests, on top of that.
    Test,
    /// Checking for Windows, on top of running.
    Platforms,
}

/// How to see whether it is there.
pub enum Check {
    /// A program; any one of these names.
    Program(&'static [&'static str]),
    /// A library with its headers, by its pkg-config name.
    Library(&'static str),
    /// A GTK library that Debian's own Python can open, by name and version.
    PythonGtk(&'static str, &'static str),
    /// Modules of Debian's own Python.
    PythonModules(&'static str),
    /// A program that the message bus starts, by its name on the bus.
    BusService(&'static str),
    /// A font file somewhere under /usr/share/fonts.
    AnyFont,
    /// Microsoft's WebView2 runtime.
    WebView2,
}

/// One thing that is needed. An empty package name: not needed on that system.
pub struct Need {
    pub name: &'static str,
    pub why: &'static str,
    pub for_what: For,
    pub check: Check,
    pub debian: &'static str,
    pub fedora: &'static str,
    pub arch: &'static str,
    /// A command to type.
    pub macos: &'static str,
    /// A page to open.
    pub windows: &'static str,
}

const NOTHING: Need = Need {
    name: "",
    why: "",
    for_what: For::Run,
    check: Check::AnyFont,
    debian: "",
    fedora: "",
    arch: "",
    macos: "",
    windows: "",
};

/// Everything that is needed besides Rust and Node.js.
pub const NEEDS: &[Need] = &[
    Need {
        name: "C compiler",
        why: "links Rust programs",
        check: Check::Program(&["cc", "clang", "link"]),
        debian: "build-essential",
        fedora: "gcc",
        arch: "base-devel",
        macos: "xcode-select --install",
        ..NOTHING
    },
    Need {
        name: "pkg-config",
        why: "finds the libraries below",
        check: Check::Program(&["pkg-config"]),
        debian: "pkg-config",
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
        ..NOTHING
    },
    Need {
        name: "GTK 3",
        why: "the window",
        check: Check::Library("gtk+-3.0"),
        debian: "libgtk-3-dev",
        fedora: "gtk3-devel",
        arch: "gtk3",
        ..NOTHING
    },
    Need {
        name: "WebKitGTK 4.1",
        why: "the page in the window",
        check: Check::Library("webkit2gtk-4.1"),
        debian: "libwebkit2gtk-4.1-dev",
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
        ..NOTHING
    },
    Need {
        name: "WebView2",
        why: "the page in the window",
        check: Check::WebView2,
        windows: "https://developer.microsoft.com/microsoft-edge/webview2/",
        ..NOTHING
    },
    Need {
        name: "Xvfb",
        why: "a screen for the window under test",
        for_what: For::Test,
        check: Check::Program(&["Xvfb"]),
        debian: "xvfb",
        fedora: "xorg-x11-server-Xvfb",
        arch: "xorg-server-xvfb",
        ..NOTHING
    },
    Need {
        name: "a window manager",
        why: "gives the window under test the keyboard",
        for_what: For::Test,
        check: Check::Program(&["openbox"]),
        debian: "openbox",
        fedora: "openbox",
        arch: "openbox",
        ..NOTHING
    },
    Need {
        name: "WebKitWebDriver",
        why: "drives the page in the real window",
        for_what: For::Test,
        check: Check::Program(&["WebKitWebDriver"]),
        debian: "webkit2gtk-driver",
        fedora: "webkit2gtk4.1",
        arch: "webkit2gtk-4.1",
        ..NOTHING
    },
    Need {
        name: "Chromium",
        why: "runs the page's tests and draws the web pages that are scanned",
        for_what: For::Test,
        check: Check::Program(CHROMIUM),
        debian: "chromium",
        fedora: "chromium",
        arch: "chromium",
        macos: "brew install --cask google-chrome",
        windows: "https://www.google.com/chrome/",
    },
    Need {
        name: "oathtool",
        why: "makes the codes that ours are compared with",
        for_what: For::Test,
        check: Check::Program(&["oathtool"]),
        debian: "oathtool",
        fedora: "oathtool",
        arch: "oath-toolkit",
        macos: "brew install oath-toolkit",
        ..NOTHING
    },
    Need {
        name: "xclip",
        why: "puts pictures on the clipboard and looks what is on it",
        for_what: For::Test,
        check: Check::Program(&["xclip"]),
        debian: "xclip",
        fedora: "xclip",
        arch: "xclip",
        ..NOTHING
    },
    Need {
        name: "xdotool",
        why: "presses keys and drags files",
        for_what: For::Test,
        check: Check::Program(&["xdotool"]),
        debian: "xdotool",
        fedora: "xdotool",
        arch: "xdotool",
        ..NOTHING
    },
    Need {
        name: "xrandr",
        why: "gives the screen under test several monitors",
        for_what: For::Test,
        check: Check::Program(&["xrandr"]),
        debian: "x11-xserver-utils",
        fedora: "xrandr",
        arch: "xorg-xrandr",
        ..NOTHING
    },
    Need {
        name: "sway",
        why: "a Wayland desktop for the clipboard's test",
        for_what: For::Test,
        check: Check::Program(&["sway"]),
        debian: "sway",
        fedora: "sway",
        arch: "sway",
        ..NOTHING
    },
    Need {
        name: "wl-clipboard",
        why: "looks what is on the clipboard of a Wayland desktop",
        for_what: For::Test,
        check: Check::Program(&["wl-paste"]),
        debian: "wl-clipboard",
        fedora: "wl-clipboard",
        arch: "wl-clipboard",
        ..NOTHING
    },
    Need {
        name: "D-Bus",
        why: "a message bus for the window under test",
        for_what: For::Test,
        check: Check::Program(&["dbus-daemon"]),
        debian: "dbus",
        fedora: "dbus-daemon",
        arch: "dbus",
        ..NOTHING
    },
    Need {
        name: "AT-SPI",
        why: "the bus of screen readers, over which the window under test is read",
        for_what: For::Test,
        check: Check::BusService("org.a11y.Bus"),
        debian: "at-spi2-core",
        fedora: "at-spi2-core",
        arch: "at-spi2-core",
        ..NOTHING
    },
    Need {
        name: "GTK for Python",
        why: "a window to drag files out of",
        for_what: For::Test,
        check: Check::PythonGtk("Gtk", "3.0"),
        debian: "python3-gi gir1.2-gtk-3.0",
        fedora: "python3-gobject gtk3",
        arch: "python-gobject gtk3",
        ..NOTHING
    },
    Need {
        name: "KeePassXC",
        why: "opens the databases that Keytick writes",
        for_what: For::Test,
        check: Check::Program(&["keepassxc-cli"]),
        debian: "keepassxc",
        fedora: "keepassxc",
        arch: "keepassxc",
        ..NOTHING
    },
    Need {
        name: "cryptography for Python",
        why: "reads the backups that Keytick writes, in readers of the tests’ own",
        for_what: For::Test,
        check: Check::PythonModules("cryptography, argon2, nacl.bindings"),
        debian: "python3-cryptography python3-argon2 python3-nacl",
        fedora: "python3-cryptography python3-argon2-cffi python3-pynacl",
        arch: "python-cryptography python-argon2-cffi python-pynacl",
        ..NOTHING
    },
    Need {
        name: "pytest",
        why: "runs the examples in Python",
        for_what: For::Test,
        check: Check::PythonModules("pytest, requests"),
        debian: "python3-pytest python3-requests",
        fedora: "python3-pytest python3-requests",
        arch: "python-pytest python-requests",
        ..NOTHING
    },
    Need {
        name: "curl",
        why: "runs the examples for the shell",
        for_what: For::Test,
        check: Check::Program(&["curl"]),
        debian: "curl",
        fedora: "curl",
        arch: "curl",
        ..NOTHING
    },
    Need {
        name: "a font",
        why: "text in the web pages that are scanned",
        for_what: For::Test,
        check: Check::AnyFont,
        debian: "fonts-dejavu-core",
        fedora: "dejavu-sans-fonts",
        arch: "ttf-dejavu",
        ..NOTHING
    },
    Need {
        name: "MinGW",
        why: "compiles C for Windows and links there",
        for_what: For::Platforms,
        check: Check::Program(&["x86_64-w64-mingw32-gcc"]),
        debian: "gcc-mingw-w64-x86-64",
        fedora: "mingw64-gcc",
        arch: "mingw-w64-gcc",
        macos: "brew install mingw-w64",
        ..NOTHING
    },
];

/// Names under which Chromium or Chrome can be started.
pub const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

impl Need {
    /// The package, command or page that brings it on `system`; empty: not needed there.
    pub fn on(&self, system: System) -> &'static str {
        match system {
            System::Debian { .. } | System::OtherLinux => self.debian,
            System::Fedora => self.fedora,
            System::Arch => self.arch,
            System::MacOs => self.macos,
            System::Windows => self.windows,
        }
    }

    fn is_there(&self) -> bool {
        match self.check {
            Check::Program(names) => names.iter().any(|name| find_program(name).is_some()),
            Check::Library(name) => succeeds(&mut command("pkg-config", &["--exists", name])),
            Check::PythonGtk(name, version) => {
                let script = format!("import gi; gi.require_version('{name}', '{version}')");
                succeeds(&mut command("/usr/bin/python3", &["-c", &script]))
            }
            Check::PythonModules(names) => {
                let script = format!("import {names}");
                succeeds(&mut command("/usr/bin/python3", &["-c", &script]))
            }
            Check::BusService(name) => {
                let file = format!("/usr/share/dbus-1/services/{name}.service");
                std::path::Path::new(&file).exists()
            }
            Check::AnyFont => std::fs::read_dir("/usr/share/fonts")
                .is_ok_and(|mut folders| folders.next().is_some()),
            Check::WebView2 => webview2_is_there(),
        }
    }
}

/// What `for_what` needs on `system` and this machine lacks.
pub fn missing(system: System, for_what: For) -> Vec<&'static Need> {
    NEEDS
        .iter()
        .filter(|need| need.for_what == For::Run || need.for_what == for_what)
        .filter(|need| !need.on(system).is_empty() && !need.is_there())
        .collect()
}

/// As Microsoft says to detect the runtime: its updater's key, for the machine or the user.
fn webview2_is_there() -> bool {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    [
        r"HKLM\SOFTWARE\WOW6432Node",
        r"HKLM\SOFTWARE",
        r"HKCU\Software",
    ]
    .iter()
    .any(|hive| {
        let key = format!(r"{hive}\{CLIENT}");
        succeeds(&mut command("reg", &["query", &key, "/v", "pv"]))
    })
}
