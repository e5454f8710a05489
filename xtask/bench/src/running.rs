//! A program on a screen of its own, with a vault of many accounts to open, and nobody looking
//! into it but the kernel.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use keytick_e2e::stopwatch::Stopwatch;
use keytick_e2e::{Screen, processes, until};

use crate::commands::built;

pub const PASSWORD: &str = "seven brave otters paint";

/// Where the unlock field's edge and words stand in the main window, in pixels.
pub const FIELD: (i16, i16, u16, u16) = (290, 300, 100, 60);

/// Where the first row's name stands in the list.
pub const NAME: (i16, i16, u16, u16) = (240, 70, 150, 24);

/// A bare Tauri window.
pub const BARE: Program = Program {
    name: "bare-window",
    arguments: &[],
    title: "Bare window",
    painted: (0, 0, 150, 60),
};

/// The same with a field and ten rows: the least that typing can cost.
pub const BARE_LIST: Program = Program {
    arguments: &["typing"],
    painted: NAME,
    ..BARE
};

/// The same with a number that changes once a second: the least that a countdown can cost.
pub const BARE_SECONDS: Program = Program {
    arguments: &["seconds"],
    ..BARE
};

/// Keytick, locked.
pub const KEYTICK: Program = Program {
    name: "keytick-desktop",
    arguments: &[],
    title: "Keytick",
    painted: FIELD,
};

/// A program with a window.
#[derive(Clone, Copy)]
pub struct Program {
    pub name: &'static str,
    pub arguments: &'static [&'static str],
    pub title: &'static str,
    /// The part of its window that has more than one colour once something is painted.
    pub painted: (i16, i16, u16, u16),
}

/// One that runs, until this is dropped.
pub struct Running<'a> {
    pub screen: &'a Screen,
    pub watch: Stopwatch,
    pub window: u32,
    program: PathBuf,
    child: Child,
}

impl<'a> Running<'a> {
    /// Starts it and waits until its window is painted.
    pub fn start(screen: &'a Screen, program: Program) -> Self {
        Self::start_with(screen, program, &[])
    }

    /// The same with variables of its own.
    pub fn start_with(screen: &'a Screen, program: Program, variables: &[(&str, &str)]) -> Self {
        let watch = Stopwatch::new(screen);
        let path = built(program.name);
        let child = screen
            .program(&path.to_string_lossy(), program.arguments)
            .envs(variables.iter().copied())
            .stderr(Stdio::null())
            .spawn()
            .expect(program.name);
        let window = watch.until_titled(program.title);
        watch.until_painted(window, program.painted);
        Self {
            screen,
            watch,
            window,
            program: path,
            child,
        }
    }

    /// Opens the vault and waits for the first row.
    pub fn unlock(&self) {
        self.screen.focus(&self.window.to_string());
        self.screen.type_text(PASSWORD);
        self.screen.press("Return");
        self.watch.until_painted(self.window, NAME);
    }

    /// Puts the window out of sight, as Ctrl W does.
    pub fn hide(&self) {
        self.screen.press("ctrl+w");
        self.watch.until_hidden(self.window);
    }

    /// Whether a process shows a page.
    pub fn has_page(&self) -> bool {
        self.processes().into_iter().any(|pid| {
            let name = std::fs::read_to_string(format!("/proc/{pid}/comm"));
            name.is_ok_and(|name| name.starts_with("WebKitWebProces"))
        })
    }

    /// Its processes: itself first, then those that it started.
    pub fn processes(&self) -> Vec<u32> {
        processes::tree(self.screen, &self.program)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
        until("its processes to end", || self.processes().is_empty());
    }
}

/// Makes a vault whose accounts are called by all words of `length` letters out of ten: each
/// letter that is typed has another account come first.
pub fn fill(screen: &Screen, length: u32) {
    let links = screen.home().join("links.txt");
    let all: String = (0..10_u32.pow(length))
        .map(|number| {
            let word = word(number, length);
            let key = word.to_uppercase();
            format!("otpauth://totp/{word}:me?secret=GEZDGNBVGY3TQOJQ{key:A<8}&issuer={word}\n")
        })
        .collect();
    std::fs::write(&links, all).expect("a file of links");
    keytick(screen, &["vault", "create"]);
    keytick(screen, &["import", &links.to_string_lossy(), "--yes"]);
    std::fs::remove_file(&links).expect("the file of links");
}

/// A number in letters.
pub fn word(number: u32, length: u32) -> String {
    let digits = (0..length)
        .rev()
        .map(|place| number / 10_u32.pow(place) % 10);
    digits
        .filter_map(|digit| char::from_digit(digit + 10, 36))
        .collect()
}

fn keytick(screen: &Screen, arguments: &[&str]) {
    let program = built("keytick");
    let mut child = screen
        .program(&program.to_string_lossy(), arguments)
        .arg("--password-stdin")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("keytick");
    let mut input = child.stdin.take().expect("piped");
    writeln!(input, "{PASSWORD}").expect("keytick reads");
    drop(input);
    assert!(child.wait().expect("keytick").success(), "{arguments:?}");
}
