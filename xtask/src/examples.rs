//! `cargo xtask examples`, and a step of `test`: everything in `examples/`, run as its readers
//! would run it, against the simulator that was built; and `tests/sites`, which goes through the
//! five flows in a browser. With `--pictures` it keeps pages of theirs in `docs/pictures/`.
//!
//! Playwright and pytest start their own server through the packages in `sdk/`; the others use
//! one that runs already, as in a service container.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::needs::{CHROMIUM, For};
use crate::process::{
    built, built_program, cargo, command, find_program, root, run as run_command,
};
use crate::{Result, page, setup};

/// Runs every example.
pub fn run(arguments: &[String]) -> Result {
    setup::ensure(For::Test)?;
    page::install()?;
    run_command(&mut cargo(&["build", "--package=keytick-cli"]))?;
    let pictures = arguments.iter().any(|argument| argument == "--pictures");
    run_all(pictures.then(|| root().join("docs/pictures")))
}

/// Runs every example, with what it needs being there, the built `keytick` too.
pub fn check() -> Result {
    run_all(None)
}

fn run_all(pictures: Option<PathBuf>) -> Result {
    let keytick = built_program("debug", "keytick");
    let folder = with_packages()?;
    run_command(&mut with(playwright(&folder, "playwright"), &keytick))?;
    let mut sites = with(playwright(&folder, "sites"), &keytick);
    sites.envs(pictures.map(|folder| ("KEYTICK_SITE_PICTURES", folder)));
    run_command(&mut sites)?;
    run_command(&mut with(pytest(), &keytick))?;

    let server = Server::start(&keytick)?;
    run_command(&mut server.known_to(with(cypress_style(&folder), &keytick)))?;
    run_command(&mut server.known_to(command("sh", &["examples/curl/login.sh"])))
}

/// The program that examples start, and the browser.
fn with(mut example: Command, keytick: &Path) -> Command {
    example.env("KEYTICK", keytick);
    if let Some(browser) = CHROMIUM.iter().find_map(|name| find_program(name)) {
        example.env("KEYTICK_CHROMIUM", browser);
    }
    example
}

fn playwright(folder: &Path, tests: &str) -> Command {
    let mut example = command("node", &[]);
    example
        .arg(root().join("ui/node_modules/@playwright/test/cli.js"))
        .arg("test")
        .env("KEYTICK_RESULTS", folder.join("results").join(tests))
        .current_dir(folder.join(tests));
    example
}

fn cypress_style(folder: &Path) -> Command {
    let mut example = command("node", &["run-without-cypress.js"]);
    example.current_dir(folder.join("cypress"));
    example
}

fn pytest() -> Command {
    let python = if cfg!(target_os = "linux") {
        "/usr/bin/python3"
    } else {
        "python3"
    };
    let arguments = [
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "examples/pytest",
    ];
    let mut example = command(python, &arguments);
    example.env("PYTHONDONTWRITEBYTECODE", "1");
    example
}

/// Copies of the examples beside the packages that they import, as `npm install` would lay them
/// out: Playwright is the one of `ui/`, since two of them in one process refuse each other.
fn with_packages() -> Result<PathBuf> {
    let folder = built("keytick-examples");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for tests in ["examples/playwright", "examples/cypress", "tests/sites"] {
        let from = root().join(tests);
        let to = folder.join(from.file_name().unwrap_or_default());
        copy(&from, &to)?;
        let packages = to.join("node_modules/@keytick/playwright");
        copy(&root().join("sdk/playwright"), &packages)?;
    }
    link(
        &root().join("ui/node_modules"),
        &folder.join("node_modules"),
    )?;
    Ok(folder)
}

/// The files of a folder; what was installed into it stays behind.
fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> Result {
    Ok(std::os::unix::fs::symlink(to, at)?)
}

#[cfg(windows)]
fn link(to: &Path, at: &Path) -> Result {
    Ok(std::os::windows::fs::symlink_dir(to, at)?)
}

/// A simulator that runs already. It ends with its standard input.
struct Server {
    child: Child,
    url: String,
}

impl Server {
    const TOKEN: &str = "token-of-the-examples";

    fn start(keytick: &Path) -> Result<Self> {
        let mut child = Command::new(keytick)
            .args(["sim", "serve", "--json", "--until-stdin-closes"])
            .env("KEYTICK_SIM_TOKEN", Self::TOKEN)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut output = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut ready = String::new();
        output.read_line(&mut ready)?;
        // A pipe that nobody reads fills up, and the server would wait.
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        let url = ready
            .split("\"url\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let url = url.ok_or("the simulator said no address")?.to_owned();
        Ok(Self { child, url })
    }

    fn known_to(&self, mut example: Command) -> Command {
        example
            .env("KEYTICK_SIM_URL", &self.url)
            .env("KEYTICK_SIM_TOKEN", Self::TOKEN);
        example
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It may have ended already.
        let _ = self.child.wait();
    }
}
