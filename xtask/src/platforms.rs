//! `cargo xtask platforms`: type-checks everything for Windows and macOS from any system,
//! and runs the crates without a window under Wine where that is installed.
//!
//! It proves types, `#[cfg]`s, and what Wine models: paths, file locking, exit codes. It
//! does not prove the window, durability on NTFS, or the systems' own keychains.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs::For;
use crate::process::{built, cargo, command, find_program, run as run_command};
use crate::{Result, setup};

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";

/// The crates that need no window.
const WINDOWLESS: &[&str] = &[
    "keytick-otp",
    "keytick-accounts",
    "keytick-qr",
    "keytick-formats",
    "keytick-vault",
    "keytick-texts",
    "keytick-cli",
];

/// Checks for both, then runs under Wine; fails if anything did.
pub fn run(_arguments: &[String]) -> Result {
    setup::ensure(For::Platforms)?;
    run_command(&mut command("rustup", &["target", "add", WINDOWS, MACOS])).map_err(|error| {
        format!("{error}\nWithout these targets' standard library nothing can be checked.")
    })?;
    let mut failures = Vec::new();
    for (target, mut check) in [(WINDOWS, check(WINDOWS)), (MACOS, check_macos()?)] {
        if let Err(error) = run_command(&mut check) {
            failures.push(format!("{target}: {error}"));
        }
    }
    match wine() {
        Some(wine) => failures.extend(under_wine(&wine).err().map(|error| error.to_string())),
        None => println!("\nNot run: the crates without a window, since Wine is not installed."),
    }
    if failures.is_empty() {
        println!("\nWindows and macOS: clean.");
        return Ok(());
    }
    Err(failures.join("\n").into())
}

fn check(target: &str) -> Command {
    cargo(&["check", "--workspace", "--all-targets", "--target", target])
}

/// A check links nothing, so where a build script compiles C or asks for the macOS SDK,
/// programs that only make the file they are asked for will do.
fn check_macos() -> Result<Command> {
    let tools = built("platforms");
    fs::create_dir_all(&tools)?;
    // Not named `cc`: Rust's own build scripts would be linked with it.
    let compiler = write_script(&tools.join("pretend-cc"), PRETEND)?;
    let archiver = write_script(&tools.join("pretend-ar"), PRETEND)?;
    write_script(&tools.join("xcrun"), "#!/bin/sh\necho /\n")?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(std::iter::once(tools.clone()).chain(std::env::split_paths(&path)))?;
    let mut check = check(MACOS);
    check
        .env("PATH", path)
        .env("CC_aarch64_apple_darwin", compiler)
        .env("AR_aarch64_apple_darwin", archiver);
    Ok(check)
}

/// Makes the file after `-o`, or the archive that `ar` is told to make.
const PRETEND: &str = r#"#!/bin/sh
for word; do
    case "$last" in -o) : >"$word" ;; esac
    case "$word" in *.a) : >"$word" ;; esac
    last=$word
done
"#;

fn write_script(path: &Path, text: &str) -> Result<PathBuf> {
    fs::write(path, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(path.to_owned())
}

fn wine() -> Option<PathBuf> {
    let debian = Path::new("/usr/lib/wine/wine64");
    debian
        .is_file()
        .then(|| debian.to_owned())
        .or_else(|| find_program("wine64"))
}

/// Tests of the crates without a window, as Windows programs.
fn under_wine(wine: &Path) -> Result {
    let folder = built(WINDOWS).join("debug/deps");
    fs::create_dir_all(&folder)?;
    let source = folder.join("bcryptprimitives.c");
    fs::write(&source, BCRYPTPRIMITIVES)?;
    for folder in [&*folder, &built(WINDOWS).join("debug")] {
        run_command(
            command("x86_64-w64-mingw32-gcc", &["-shared", "-o"])
                .arg(folder.join("bcryptprimitives.dll"))
                .arg(&source)
                .arg("-ladvapi32"),
        )?;
    }
    // Without the examples in the documentation: their programs lie where that DLL is not.
    let targets = ["--lib", "--bins", "--tests"];
    let mut tests = cargo(&["test", "--no-fail-fast", "--target", WINDOWS]);
    tests.args(targets);
    tests.args(WINDOWLESS.iter().map(|name| format!("--package={name}")));
    tests
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", wine)
        .env("WINEDEBUG", "-all");
    run_command(&mut tests)
}

/// Wine 8 lacks the DLL from which every Rust program takes its random numbers.
const BCRYPTPRIMITIVES: &str = "\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
    return SystemFunction036(buffer, (ULONG)length);
}
";
