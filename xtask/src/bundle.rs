//! `cargo xtask bundle`: the installers of this system, by Tauri's own tool, with the command
//! `keytick` beside the app: practice sites run in it. `--check` looks at those of Linux.

mod check;
mod clean_root;
mod rpm;

use std::fs;
use std::path::{Path, PathBuf};

use crate::needs::For;
use crate::process::{built, cargo, command, output, run as run_command};
use crate::{Result, page, setup};

/// Makes what `tauri.conf.json` lists and this system can make.
pub fn run(arguments: &[String]) -> Result {
    if arguments.first().is_some_and(|first| first == "--check") {
        return check::run();
    }
    setup::ensure(For::Run)?;
    page::install()?;
    let config = with_command(arguments)?;
    let tool = "ui/node_modules/@tauri-apps/cli/tauri.js";
    let mut bundle = command("node", &[tool, "build", "--config", &config]);
    run_command(bundle.args(arguments))
}

/// Builds `keytick` and lays it where Tauri's tool looks for programs that belong to an app: under
/// a name that ends with the machine they are for. Gives what has to be added to the
/// configuration; it does not stand in `tauri.conf.json`, because there every build of the app
/// would ask for those files.
fn with_command(arguments: &[String]) -> Result<String> {
    let mut build = cargo(&["build", "--release", "--locked", "--package=keytick-cli"]);
    let host = host()?;
    let (target, made) = match target_of(arguments) {
        Some(target) => {
            build.args(["--target", target]);
            (target.to_owned(), built(target).join("release"))
        }
        None => (host.clone(), built("release")),
    };
    run_command(&mut build)?;
    let suffix = match target.contains("windows") {
        true => ".exe",
        false => "",
    };
    let folder = built("bundled");
    fs::create_dir_all(&folder)?;
    let program = folder.join("keytick");
    let made = made.join(format!("keytick{suffix}"));
    fs::copy(&made, folder.join(format!("keytick-{target}{suffix}")))?;
    let files = match target.contains("linux") && target == host {
        true => what_it_writes(&made, &folder)?,
        false => Vec::new(),
    };
    Ok(config(&program.to_string_lossy(), &files))
}

/// A file or folder, and where packages put it.
type Placed = (&'static str, PathBuf);

/// The manual pages and completions that `keytick` writes itself, and the changelog.
fn what_it_writes(keytick: &Path, folder: &Path) -> Result<Vec<Placed>> {
    let manual = folder.join("man1");
    if manual.is_dir() {
        fs::remove_dir_all(&manual)?;
    }
    let program = keytick.to_string_lossy();
    let english = |arguments: &[&str]| {
        let mut keytick = command(&program, arguments);
        keytick.env("LC_ALL", "C.UTF-8").env_remove("LANGUAGE");
        keytick
    };
    run_command(&mut english(&["man", &manual.to_string_lossy()]))?;
    let mut pages = Vec::new();
    for page in fs::read_dir(&manual)? {
        pages.push(page?.path());
    }
    compress(&pages)?;
    let mut files = vec![("/usr/share/man/man1", manual)];
    for (shell, place) in COMPLETIONS {
        let script = output(&mut english(&["completions", shell]))
            .ok_or_else(|| format!("keytick writes no completions for {shell}"))?;
        let path = folder.join(format!("completions.{shell}"));
        fs::write(&path, script + "\n")?;
        files.push((place, path));
    }
    let changelog = folder.join("changelog");
    fs::copy(crate::process::root().join("CHANGELOG.md"), &changelog)?;
    compress(std::slice::from_ref(&changelog))?;
    let changelog = changelog.with_extension("gz");
    files.push(("/usr/share/doc/keytick/CHANGELOG.md.gz", changelog));
    Ok(files)
}

/// Where zsh looks for what packages bring, and where it does so on Debian alone.
const ZSH: &str = "/usr/share/zsh/site-functions/";
const ZSH_OF_DEBIAN: &str = "/usr/share/zsh/vendor-completions/";

/// Shells, and where each looks for what packages bring.
const COMPLETIONS: [(&str, &str); 3] = [
    ("bash", "/usr/share/bash-completion/completions/keytick"),
    ("zsh", "/usr/share/zsh/site-functions/_keytick"),
    ("fish", "/usr/share/fish/vendor_completions.d/keytick.fish"),
];

/// Puts `NAME.gz` in the place of each, the same bytes from the same text.
fn compress(files: &[PathBuf]) -> Result {
    run_command(command("gzip", &["--best", "--no-name", "--force"]).args(files))
}

/// What is added to the configuration: the program that belongs to the app, and more files of
/// Linux packages.
fn config(program: &str, files: &[Placed]) -> String {
    let placed = |(place, file): &Placed| format!("{place:?}:{:?}", file.to_string_lossy());
    let rpm = files.iter().map(placed).collect::<Vec<_>>().join(",");
    let deb = rpm.replace(ZSH, ZSH_OF_DEBIAN);
    let linux = format!("{{\"deb\":{{\"files\":{{{deb}}}}},\"rpm\":{{\"files\":{{{rpm}}}}}}}");
    format!("{{\"bundle\":{{\"externalBin\":[{program:?}],\"linux\":{linux}}}}}")
}

/// The machine that `--target` or `-t` names.
fn target_of(arguments: &[String]) -> Option<&str> {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            // What follows is for Cargo.
            "--" => return None,
            "--target" | "-t" => return rest.next().map(String::as_str),
            other => {
                if let Some(target) = other.strip_prefix("--target=") {
                    return Some(target);
                }
            }
        }
    }
    None
}

/// This machine, as Rust calls it.
fn host() -> Result<String> {
    let told = output(&mut command("rustc", &["-vV"])).unwrap_or_default();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not say which machine this is".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_is_what_tauri_is_told() {
        let target = |text: &str| {
            let arguments: Vec<String> = text.split(' ').map(str::to_owned).collect();
            target_of(&arguments).map(str::to_owned)
        };
        let apple = Some("aarch64-apple-darwin".to_owned());
        assert_eq!(target("--bundles dmg --target aarch64-apple-darwin"), apple);
        assert_eq!(target("-t aarch64-apple-darwin"), apple);
        assert_eq!(target("--target=aarch64-apple-darwin"), apple);
        assert_eq!(target("--bundles deb -- --target x"), None);
    }

    #[test]
    fn the_configuration_is_json_on_every_system() {
        assert_eq!(
            config(r"C:\work\target\bundled\keytick", &[]),
            r#"{"bundle":{"externalBin":["C:\\work\\target\\bundled\\keytick"],"linux":{"deb":{"files":{}},"rpm":{"files":{}}}}}"#
        );
        let zsh = (COMPLETIONS[1].1, PathBuf::from("/t/zsh"));
        assert_eq!(
            config("/t/keytick", &[zsh]),
            r#"{"bundle":{"externalBin":["/t/keytick"],"linux":{"deb":{"files":{"/usr/share/zsh/vendor-completions/_keytick":"/t/zsh"}},"rpm":{"files":{"/usr/share/zsh/site-functions/_keytick":"/t/zsh"}}}}}"#
        );
    }
}
