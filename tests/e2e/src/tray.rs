//! A tray, as desktops have one, and a person's pointer on it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use crate::Screen;

const SOURCE: &str = include_str!("tray.py");

/// The tray, for as long as this lives.
pub struct Tray {
    program: Child,
    words: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Tray {
    /// Puts a tray on the screen.
    pub fn open(screen: &Screen) -> Self {
        let mut program = screen
            .program("/usr/bin/python3", &["-c", SOURCE])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python with GLib");
        let words = program.stdin.take().expect("piped");
        let answers = BufReader::new(program.stdout.take().expect("piped"));
        let mut tray = Self {
            program,
            words,
            answers,
        };
        assert_eq!(tray.hear(), "ready");
        tray
    }

    /// A number that the icon's pixels make; none while there is no icon.
    pub fn icon(&mut self) -> Option<u32> {
        self.tell("icon").parse().ok()
    }

    /// Clicks on the icon.
    pub fn click(&mut self) {
        self.tell("activate");
    }

    /// Chooses what its menu calls so.
    pub fn choose(&mut self, name: &str) {
        self.tell(&format!("menu {name}"));
    }

    fn tell(&mut self, words: &str) -> String {
        writeln!(self.words, "{words}").expect("the tray listens");
        self.hear()
    }

    fn hear(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("a line");
        line.trim().to_owned()
    }
}

impl Drop for Tray {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
