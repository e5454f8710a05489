//! The app in its window, how it looks, and what takes its picture.

use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use keytick_e2e::stopwatch::Stopwatch;
use keytick_e2e::{App, Screen, oathtool, until};

use crate::palette;

/// Pixels across and down.
pub type Size = (u16, u16);

/// The window as it opens, and the smallest.
pub const USUAL: Size = (900, 640);
pub const SMALLEST: Size = (360, 480);
/// Quick search.
pub const QUICK: Size = (600, 400);

const THEMES: [&str; 2] = ["light", "dark"];

/// What the photographer holds.
pub struct Camera<'a> {
    pub screen: &'a Screen,
    pub app: &'a App<'a>,
    eyes: Stopwatch,
    /// The folder in `docs/pictures/`: a language; none for English.
    pub folder: &'static str,
    /// The pictures that are wanted, by the names of their scenes; none: all.
    wanted: Vec<String>,
}

impl<'a> Camera<'a> {
    pub fn new(screen: &'a Screen, app: &'a App<'a>, wanted: Vec<String>) -> Self {
        Self {
            screen,
            app,
            eyes: Stopwatch::new(screen),
            folder: "",
            wanted,
        }
    }

    /// Whether this scene is to be taken.
    pub fn wants(&self, scene: &str) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|name| name == scene)
    }

    /// Takes the app's window, light and dark, and the same in its smallest size if asked to.
    pub fn take(&self, scene: &str, sizes: &[Size]) {
        for size in sizes {
            self.resize(*size);
            let name = match *size {
                SMALLEST => format!("{scene}-360x480"),
                _ => scene.to_owned(),
            };
            self.both(&name, self.app.window().parse().expect("a number"), *size);
        }
        self.resize(USUAL);
        self.set("{theme: 'light'}");
    }

    /// Takes any window, light and dark.
    pub fn both(&self, name: &str, window: u32, size: Size) {
        for theme in THEMES {
            self.set(&format!("{{theme: '{theme}'}}"));
            let corner = (0, 0, 1, 1);
            until(&format!("{name} to be {theme}"), || {
                let pixel = self.eyes.picture(window, corner);
                pixel
                    .first()
                    .is_some_and(|blue| (*blue < 60) == (theme == "dark"))
            });
            // What was asked for has been painted after two frames, and then fades in.
            self.app.script(
                "return new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))",
            );
            sleep(Duration::from_millis(300));
            self.eyes.until_still(window, (0, 0, size.0, size.1));
            let pixels = self.eyes.picture(window, (0, 0, size.0, size.1));
            let file = palette::png(&pixels, (size.0.into(), size.1.into()));
            let folder = pictures().join(self.folder);
            std::fs::create_dir_all(&folder).expect("docs/pictures");
            let path = folder.join(format!("{name}-{theme}.png"));
            println!("{} ({} bytes)", path.display(), file.len());
            std::fs::write(path, file).expect("docs/pictures");
        }
    }

    /// Changes settings: a JavaScript object with those that change.
    pub fn set(&self, change: &str) {
        self.app.script(&format!(
            "const {{ invoke }} = window.__TAURI_INTERNALS__;
             return invoke('settings').then((settings) =>
               invoke('change_settings', {{ settings: {{ ...settings, ...{change} }} }}));"
        ));
    }

    fn resize(&self, (width, height): Size) {
        let (width, height) = (width.to_string(), height.to_string());
        let id = self.app.window();
        self.screen
            .xdotool(&["windowsize", "--sync", id, &width, &height]);
        until("the page to have its size", || {
            self.app.script(&format!(
                "return innerWidth === {width} && innerHeight === {height}"
            )) == true
        });
    }

    /// Clicks on what a selector finds, the `n`-th from 0.
    pub fn click(&self, selector: &str, n: usize) {
        until(&format!("{n} of {selector}"), || {
            self.app.script(&format!(
                "const it = document.querySelectorAll('{selector}')[{n}]; it?.click(); return !!it"
            )) == true
        });
    }

    /// Whether a selector finds anything.
    pub fn finds(&self, selector: &str) -> bool {
        self.app
            .script(&format!("return !!document.querySelector('{selector}')"))
            == true
    }

    /// Waits until it does.
    pub fn sees(&self, selector: &str) {
        until(selector, || self.finds(selector));
    }

    /// Goes back to the list of codes, with nothing over it and nothing searched for.
    pub fn home(&self) {
        until("the list alone", || {
            const REST: &str = "return !document.querySelector('dialog[open]')
                && !!document.querySelector('[role=search] input')
                && !document.querySelector('[role=search] input').value";
            let is_there = self.app.script(REST) == true;
            if !is_there {
                self.app.focus();
                self.screen.press("Escape");
                // A sheet in which something was typed asks first.
                self.app.script(
                    "document.querySelector('dialog[open] [role=alert] ~ .btn-danger')?.click()",
                );
            }
            is_there
        });
    }

    /// Waits for a moment at which this many seconds of a period are left.
    pub fn wait_for(&self, left: std::ops::RangeInclusive<u64>) {
        let seconds_left = || 30 - oathtool::now() % 30;
        while !left.contains(&seconds_left()) {
            sleep(Duration::from_millis(100));
        }
    }
}

/// Where they are kept.
pub fn pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures")
}
