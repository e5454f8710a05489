//! The app in its window, as a person sees it: by the names and words on the page.

use std::ffi::OsStr;
use std::path::PathBuf;

use serde_json::json;

use crate::webdriver::{Element, Session};
use crate::{Screen, processes, until, until_some};

/// The window's title.
const TITLE: &str = "Keytick";

/// Finds the control on view with a role's selector and an accessible name.
const FIND: &str = "
const [selector, name] = arguments;
const nameOf = (e) => {
  const ids = e.getAttribute('aria-labelledby');
  if (ids) return ids.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
  return e.getAttribute('aria-label') ?? (e.labels?.length ? e.labels[0].textContent : e.textContent);
};
const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
return [...top.querySelectorAll(selector)].find((e) =>
  !e.disabled && e.checkVisibility({ visibilityProperty: true })
  && nameOf(e).replace(/\\s+/g, ' ').trim().startsWith(name)) ?? null;";

/// A running app.
pub struct App<'a> {
    screen: &'a Screen,
    session: Session,
    window: String,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The site's name.
    pub issuer: String,
    /// Whose account there.
    pub account: String,
    /// The code, without the space in it; empty while there is none.
    pub code: String,
}

impl<'a> App<'a> {
    /// Starts the app and waits until its window has the keyboard.
    pub fn open(screen: &'a Screen) -> Self {
        let session = Session::start(screen, &program());
        let window = screen.window(TITLE);
        screen.focus(&window);
        let app = Self {
            screen,
            session,
            window,
        };
        until("a painted page", || !app.text().is_empty());
        app
    }

    /// The X id of the window.
    pub fn window(&self) -> &str {
        &self.window
    }

    /// Gives the window the keyboard, as a click on its frame does. One that was hidden, as
    /// after a copy, is brought back by starting the app once more.
    pub fn focus(&self) {
        if !self.screen.has_window(TITLE) {
            self.start_again("");
            self.screen.window(TITLE);
        }
        self.screen.focus(&self.window);
    }

    /// All words on view.
    pub fn text(&self) -> String {
        let text = self.session.script("return document.body.innerText", &[]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until these words are on view.
    pub fn shows(&self, words: &str) {
        until(&format!("the words {words:?} in:\n{}", self.text()), || {
            self.text().contains(words)
        });
    }

    /// The button whose name begins so, once it is on view and can be pressed.
    pub fn button(&self, name: &str) -> Element {
        self.control("button, [role=button], a", name)
    }

    /// The field with this label.
    pub fn field(&self, label: &str) -> Element {
        self.control("input, textarea", label)
    }

    fn control(&self, selector: &str, name: &str) -> Element {
        until_some(&format!("{selector} named {name:?}"), || {
            self.session.find(FIND, &[json!(selector), json!(name)])
        })
    }

    /// Whether a control with this name is on view.
    pub fn has(&self, selector: &str, name: &str) -> bool {
        self.session
            .find(FIND, &[json!(selector), json!(name)])
            .is_some()
    }

    /// Clicks with the mouse.
    pub fn click(&self, element: &Element) {
        self.session.click(element);
    }

    /// Clicks into the field and types with the keyboard, once the field has it.
    pub fn fill(&self, label: &str, text: &str) {
        let field = self.field(label);
        self.click(&field);
        until(&format!("the keyboard in {label:?}"), || {
            self.session
                .is_true("return document.activeElement === arguments[0]", &field)
        });
        self.screen.press("ctrl+a");
        self.screen.type_text(text);
        until(&format!("{label:?} to hold what was typed"), || {
            let length = text.chars().count();
            self.session.is_true(
                &format!("return arguments[0].value.length === {length}"),
                &field,
            )
        });
    }

    /// The rows of the list, each with the code it shows.
    pub fn rows(&self) -> Vec<Row> {
        let rows = self.session.script(
            "return [...document.querySelectorAll('[role=listbox] [role=option]')].map((row) => [
               row.querySelector('.iss')?.innerText, row.querySelector('.acc')?.innerText,
               row.querySelector('.code-now')?.innerText].map((t) => (t ?? '').replace(/\\s/g, '')));",
            &[],
        );
        let rows: Vec<[String; 3]> = serde_json::from_value(rows).expect("three texts a row");
        rows.into_iter()
            .map(|[issuer, account, code]| Row {
                issuer,
                account,
                code,
            })
            .collect()
    }

    /// The page as painted, as a PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        self.session
            .try_screenshot()
            .expect("a picture of the page")
    }

    /// Runs JavaScript in the page, as the body of a function.
    pub fn script(&self, body: &str) -> serde_json::Value {
        self.session.script(body, &[])
    }

    /// Goes the first run's way: a password, the recovery key put off.
    pub fn create_vault(&self, password: &str) {
        self.fill("Password", password);
        self.fill("Same password again", password);
        self.button("Continue"); // it can be pressed once the meter has measured
        self.screen.press("Return");
        self.click(&self.button("Do this later"));
        self.shows("Add your first account");
    }

    /// The processes of the app: itself first, then those it started.
    pub fn processes(&self) -> Vec<u32> {
        processes::tree(self.screen, &program())
    }

    /// Starts the app once more, as the system does to open a link with it. It hands the link
    /// to the one that runs, and ends.
    pub fn open_link(&self, link: &str) {
        self.start_again(link);
    }

    /// Starts the app once more. It hands what it was started with to the one that runs, and
    /// ends.
    pub fn start_again(&self, argument: &str) {
        self.start_again_with(&[OsStr::new(argument)]);
    }

    /// [`Self::start_again`], with arguments that need be no text.
    pub fn start_again_with(&self, arguments: &[&OsStr]) {
        let mut program = self.screen.program(&program().to_string_lossy(), &[]);
        let again = program.args(arguments).status();
        assert!(again.expect("the app").success());
    }

    /// Ends the app as a power cut does, without a chance to tidy up.
    pub fn kill(self) {
        for pid in self.processes() {
            // A child may be gone before its turn comes.
            let _ = std::process::Command::new("kill")
                .args(["-KILL", &pid.to_string()])
                .status();
        }
        until("the window to go", || !self.screen.has_window(TITLE));
    }
}

impl Drop for App<'_> {
    /// Keeps a picture of the screen as a failed journey saw it last, beside the app.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let journey = std::thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
        let path = program().with_file_name(format!("{journey}.png"));
        if self.screen.photograph(&path) {
            eprintln!("the screen at that moment: {}", path.display());
        }
    }
}

/// The app, built with the feature `automation` into the folder that we are in.
pub fn program() -> PathBuf {
    let ours = std::env::current_exe().expect("our own path");
    let mut places = ours
        .ancestors()
        .map(|folder| folder.join("keytick-desktop"));
    places.find(|place| place.is_file()).expect("a built app")
}
