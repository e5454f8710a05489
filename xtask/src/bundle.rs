//! `cargo xtask bundle`: the installers of this system, by Tauri's own tool, with the command
//! `keytick` beside the app: practice sites run in it.

use std::fs;

use crate::needs::For;
use crate::process::{built, cargo, command, output, run as run_command, succeeds};
use crate::{Result, page, setup};

/// Makes what `tauri.conf.json` lists and this system can make.
pub fn run(arguments: &[String]) -> Result {
    setup::ensure(For::Run)?;
    page::install()?;
    if !succeeds(&mut cargo(&["tauri", "--version"])) {
        return Err(
            "Making installers needs Tauri's tool. Type this, then start again:\n  \
                    cargo install tauri-cli --locked"
                .into(),
        );
    }
    let config = with_command(arguments)?;
    let mut bundle = cargo(&["tauri", "build", "--config", &config]);
    run_command(bundle.args(arguments))
}

/// Builds `keytick` and lays it where Tauri's tool looks for programs that belong to an app: under
/// a name that ends with the machine they are for. Gives what has to be added to the
/// configuration; it does not stand in `tauri.conf.json`, because there every build of the app
/// would ask for that file.
fn with_command(arguments: &[String]) -> Result<String> {
    let mut build = cargo(&["build", "--release", "--locked", "--package=keytick-cli"]);
    let (target, made) = match target_of(arguments) {
        Some(target) => {
            build.args(["--target", target]);
            (target.to_owned(), built(target).join("release"))
        }
        None => (host()?, built("release")),
    };
    run_command(&mut build)?;
    let suffix = match target.contains("windows") {
        true => ".exe",
        false => "",
    };
    let folder = built("bundled");
    fs::create_dir_all(&folder)?;
    let program = folder.join("keytick");
    fs::copy(
        made.join(format!("keytick{suffix}")),
        folder.join(format!("keytick-{target}{suffix}")),
    )?;
    Ok(config(&program.to_string_lossy()))
}

/// What is added to the configuration for a program that belongs to the app.
fn config(program: &str) -> String {
    format!("{{\"bundle\":{{\"externalBin\":[{program:?}]}}}}")
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
            config(r"C:\work\target\bundled\keytick"),
            r#"{"bundle":{"externalBin":["C:\\work\\target\\bundled\\keytick"]}}"#
        );
    }
}
