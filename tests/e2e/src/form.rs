//! Another program's window with a field in it, which a code is for.

use std::process::Child;

use crate::{Screen, until};

const SOURCE: &str = include_str!("form.py");

/// The window, for as long as this lives.
pub struct Form<'a> {
    screen: &'a Screen,
    program: Child,
    /// What the X server calls it.
    pub window: String,
}

impl<'a> Form<'a> {
    /// Opens the window with this title, and gives it the keyboard.
    pub fn open(screen: &'a Screen, title: &str) -> Self {
        let program = screen
            .program("/usr/bin/python3", &["-c", SOURCE, title])
            .spawn()
            .expect("Python with GTK");
        let window = screen.window(title);
        screen.focus(&window);
        Self {
            screen,
            program,
            window,
        }
    }

    /// Waits until keys go to it again.
    pub fn has_keyboard(&self) {
        until("the keyboard in the form", || {
            let active = self.screen.hears("xdotool", &["getactivewindow"]);
            active.is_some_and(|active| active.trim() == self.window)
        });
    }

    /// Pastes into its empty field, and waits until this is in it.
    pub fn takes(&self, text: &str) {
        self.has_keyboard();
        self.screen.press("ctrl+a");
        self.screen.press("ctrl+v");
        until(&format!("{text} in the form"), || {
            self.title() == format!("Typed {text}")
        });
    }

    /// What stands in its title bar: with something in its field, what that is.
    pub fn title(&self) -> String {
        let words = ["getwindowname", &self.window];
        let title = self.screen.hears("xdotool", &words).unwrap_or_default();
        title.trim().to_owned()
    }
}

impl Drop for Form<'_> {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
