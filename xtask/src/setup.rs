//! `cargo xtask setup`, and the first step of `run` and `test`: finds what is missing,
//! says so, and installs it on Debian and Ubuntu. Elsewhere it names the exact command.

use std::process::Command;

use crate::needs::{For, Need, missing};
use crate::process::{command, find_program, output, run as run_command};
use crate::system::System;
use crate::{Result, node};

/// Installs everything that `run` and `test` need.
pub fn run(_arguments: &[String]) -> Result {
    ensure(For::Test)?;
    println!("Everything is there.");
    Ok(())
}

/// Makes sure that everything for `for_what` is there, Node.js included.
pub fn ensure(for_what: For) -> Result {
    node::check()?;
    let system = System::this();
    let lacking = missing(system, for_what);
    if lacking.is_empty() {
        return Ok(());
    }
    println!("Missing:");
    for need in &lacking {
        println!("  {} ({})", need.name, need.why);
    }
    match system {
        System::Debian { ubuntu } => install_with_apt(&lacking, ubuntu)?,
        _ => return Err(how_to_install(system, &lacking).into()),
    }
    let still = missing(system, for_what);
    if still.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = still.iter().map(|need| need.name).collect();
    Err(format!("still missing after installing: {}", names.join(", ")).into())
}

fn install_with_apt(lacking: &[&Need], ubuntu: bool) -> Result {
    if ubuntu && lacking.iter().any(|need| need.debian == "chromium") {
        return Err(NO_SNAP.into());
    }
    let packages = packages(System::Debian { ubuntu }, lacking);
    println!("Installing with apt-get: {}", packages.join(" "));
    run_command(&mut apt_get(&["-q", "update"])?)?;
    let mut arguments = vec!["-q", "-y", "--no-install-recommends", "install"];
    arguments.extend(&packages);
    run_command(&mut apt_get(&arguments)?)
}

/// Ubuntu's package is a snap, which can read neither hidden folders nor other users'
/// temporary ones, so the browser that tests drive has to come as a package.
const NO_SNAP: &str = "\
The tests need Chromium or Google Chrome, and Ubuntu has Chromium only as a snap, which \
cannot read the tests' folders. Install Google Chrome's package, then start again:
  wget https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb
  sudo apt-get install ./google-chrome-stable_current_amd64.deb";

/// apt-get without questions, through sudo for anyone but root.
fn apt_get(arguments: &[&str]) -> Result<Command> {
    let is_root = output(&mut command("id", &["-u"])).is_some_and(|id| id == "0");
    // `env` inside sudo, since sudo drops the environment that it is given.
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    words.extend(arguments);
    if is_root {
        return Ok(command(words[0], &words[1..]));
    }
    if find_program("sudo").is_some() {
        return Ok(command("sudo", &words));
    }
    Err(format!(
        "Installing packages needs root, and there is no sudo. As root, type:\n  apt-get {}",
        arguments.join(" ")
    )
    .into())
}

/// What to type or open on a system whose packages we do not install ourselves.
fn how_to_install(system: System, lacking: &[&Need]) -> String {
    let packages = packages(system, lacking);
    let steps = match system {
        System::Fedora => vec![format!("sudo dnf install {}", packages.join(" "))],
        System::Arch => vec![format!("sudo pacman -S --needed {}", packages.join(" "))],
        System::MacOs | System::Windows => packages.iter().map(ToString::to_string).collect(),
        System::Debian { .. } | System::OtherLinux => vec![format!(
            "what your system calls these packages of Debian: {}",
            packages.join(" ")
        )],
    };
    let lead = match system {
        System::Windows => "Install these, then start again:",
        System::OtherLinux => "Install this, then start again:",
        _ => "Type this, then start again:",
    };
    format!("{lead}\n  {}", steps.join("\n  "))
}

fn packages(system: System, lacking: &[&Need]) -> Vec<&'static str> {
    let mut packages: Vec<&str> = Vec::new();
    let steps = lacking.iter().map(|need| need.on(system));
    // A command line or an address is one step; package names stand for themselves.
    let separator: &[char] = match system {
        System::MacOs | System::Windows => &['\n'],
        _ => &[' '],
    };
    for package in steps.flat_map(|step| step.split(separator)) {
        if !packages.contains(&package) {
            packages.push(package);
        }
    }
    packages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needs::NEEDS;

    fn needs(names: &[&str]) -> Vec<&'static Need> {
        NEEDS.iter().filter(|n| names.contains(&n.name)).collect()
    }

    #[test]
    fn names_the_exact_command_on_each_system() {
        let lacking = needs(&["GTK 3", "WebKitGTK 4.1"]);
        let cases = [
            (
                System::Fedora,
                "Type this, then start again:\n  sudo dnf install gtk3-devel webkit2gtk4.1-devel",
            ),
            (
                System::Arch,
                "Type this, then start again:\n  sudo pacman -S --needed gtk3 webkit2gtk-4.1",
            ),
        ];
        for (system, text) in cases {
            assert_eq!(how_to_install(system, &lacking), text);
        }
        assert_eq!(
            how_to_install(System::MacOs, &needs(&["C compiler", "oathtool"])),
            "Type this, then start again:\n  xcode-select --install\n  brew install oath-toolkit"
        );
        assert_eq!(
            how_to_install(System::Windows, &needs(&["WebView2"])),
            "Install these, then start again:\n  \
             https://developer.microsoft.com/microsoft-edge/webview2/"
        );
    }

    #[test]
    fn names_a_package_once_that_two_needs_share() {
        assert_eq!(
            packages(System::Arch, &needs(&["WebKitGTK 4.1", "WebKitWebDriver"])),
            ["webkit2gtk-4.1"]
        );
    }
}
