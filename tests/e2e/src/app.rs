//! The app in its window, as a person sees it: by the names and words on the page.

use std::path::PathBuf;

use serde_json::json;

use crate::webdriver::{Element, Session};
use crate::{Screen, until, until_some};

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
return [...document.querySelectorAll(selector)].find((e) =>
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
    pub issuer: String,
    pub account: String,
    pub code: String,
}

impl<'a> App<'a> {
    /// Starts the app and waits until its window has the keyboard.
    pub fn open(screen: &'a Screen) -> Self {
        let session = Session::start(screen, &binary());
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

    /// Gives the window the keyboard, as a click on its frame does.
    pub fn focus(&self) {
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

    /// Clicks into the field and types with the keyboard.
    pub fn fill(&self, label: &str, text: &str) {
        self.click(&self.field(label));
        self.screen.press("ctrl+a");
        self.screen.type_text(text);
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
        self.session.screenshot()
    }

    /// Runs JavaScript in the page, as the body of a function.
    pub fn script(&self, body: &str) -> serde_json::Value {
        self.session.script(body, &[])
    }

    /// Goes the first run's way: a password, the recovery key put off.
    pub fn create_vault(&self, password: &str) {
        self.fill("Password", password);
        self.fill("Same password again", password);
        self.screen.press("Return");
        self.click(&self.button("Do this later"));
        self.shows("Add your first account");
    }

    /// The processes of the app: itself first, then those it started.
    pub fn processes(&self) -> Vec<u32> {
        let wanted = binary().canonicalize().expect("a built app");
        let exe = |pid: &u32| std::fs::read_link(format!("/proc/{pid}/exe")).ok();
        let is_ours = |pid: &u32| {
            let environment = std::fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
            let home = format!("HOME={}\0", self.screen.home().display());
            String::from_utf8_lossy(&environment).contains(&home)
        };
        let ours: Vec<u32> = all_processes().into_iter().filter(is_ours).collect();
        let app = ours
            .iter()
            .copied()
            .find(|pid| exe(pid) == Some(wanted.clone()));
        let app = app.expect("a running app");
        let mut tree = vec![app];
        for pid in ours {
            if parent(pid).is_some_and(|parent| tree.contains(&parent)) {
                tree.push(pid);
            }
        }
        tree
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

/// The app as built for these journeys: `cargo build --features automation`.
fn binary() -> PathBuf {
    let test = std::env::current_exe().expect("our own path");
    // target/debug/deps/window-… beside target/debug/keytick-desktop
    let folder = test.ancestors().nth(2).expect("a target folder");
    folder.join("keytick-desktop")
}

fn all_processes() -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").expect("/proc");
    let mut pids: Vec<u32> = entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    pids.sort_unstable();
    pids
}

/// The parent's id: the second field after the name in parentheses (proc_pid_stat(5)).
fn parent(pid: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.split_whitespace().nth(1)?.parse().ok()
}
