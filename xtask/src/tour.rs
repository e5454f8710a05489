//! What `cargo xtask run` shows where there is no display: the app's main job with the
//! command line, really run, on a picture that comes with the project.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::Result;
use crate::process::{built_program, command};

/// A screenshot of a made-up site's sign-in page, with a key that belongs to nobody.
const PICTURE: &str = "docs/pictures/example.png";
/// What is in it.
const URI: &str = "otpauth://totp/Example:alice@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example";
const PASSWORD: &str = "a password only for this tour";

/// Runs the tour with a vault in a folder of its own, which goes away again.
pub fn show() -> Result {
    let folder = std::env::temp_dir().join(format!("keytick-tour-{}", std::process::id()));
    fs::create_dir(&folder)?;
    let result = steps(&folder.join("vault.keytick"));
    fs::remove_dir_all(&folder)?;
    result?;
    println!(
        "\nThat vault is gone again. Yours is made by `{0} vault create`;\n\
         `{0} --help` names everything, docs/guide.md explains it.",
        keytick().display()
    );
    Ok(())
}

fn steps(vault: &Path) -> Result {
    println!(
        "Here is the same with the command line, {}.",
        keytick().display()
    );
    say("What is in a screenshot:");
    keytick_does(&["scan", PICTURE], None)?;
    say("Its code, with nothing saved:");
    keytick_does(&["otp", URI], None)?;
    let vault = vault.to_string_lossy();
    let options = ["--vault", &vault, "--password-stdin"];
    say("An encrypted vault (the password comes from standard input here):");
    keytick_does(
        &[&options[..], &["vault", "create"]].concat(),
        Some(PASSWORD),
    )?;
    say("The screenshot's account into it:");
    keytick_does(
        &[&options[..], &["add", "--yes", "--image", PICTURE]].concat(),
        Some(PASSWORD),
    )?;
    say("The code of now, by any part of the name:");
    keytick_does(&[&options[..], &["code", "exam"]].concat(), Some(PASSWORD))
}

fn keytick() -> PathBuf {
    built_program("release", "keytick")
}

fn say(text: &str) {
    println!("\n{text}");
}

/// Shows the command as a person would type it, then runs it.
fn keytick_does(arguments: &[&str], input: Option<&str>) -> Result {
    println!("$ keytick {}", quoted(arguments));
    let mut child = command(&keytick().to_string_lossy(), arguments)
        .stdin(Stdio::piped())
        .spawn()?;
    if let Some(mut pipe) = child.stdin.take() {
        writeln!(pipe, "{}", input.unwrap_or_default())?;
    }
    let status = child.wait()?;
    if status.success() {
        return Ok(());
    }
    Err(format!("keytick {} failed ({status})", arguments.join(" ")).into())
}

/// The arguments as a shell wants them.
fn quoted(arguments: &[&str]) -> String {
    let words = arguments
        .iter()
        .map(|word| match word.contains(['&', ' ', '?']) {
            true => format!("'{word}'"),
            false => (*word).to_owned(),
        });
    words.collect::<Vec<_>>().join(" ")
}
