//! The page in `ui/`: installing its packages and building it, each only when
//! something changed since the last time.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::process::{npm, root, run};

/// Runs `npm ci` if `package.json` and `package-lock.json` are not those that were
/// installed last.
pub fn install() -> Result {
    let mut wanted = fs::read(root().join("ui/package.json"))?;
    wanted.extend(fs::read(root().join("ui/package-lock.json"))?);
    let stamp = root().join("ui/node_modules/.keytick-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

/// Builds `ui/dist` if any file it is made from changed.
pub fn build() -> Result {
    let sources = fingerprint()?;
    // Not inside ui/dist, which goes into the app whole.
    let stamp = root().join("ui/node_modules/.keytick-built");
    let is_built = root().join("ui/dist/index.html").is_file();
    if is_built && fs::read_to_string(&stamp).is_ok_and(|built| built == sources) {
        return Ok(());
    }
    run(&mut npm(&["run", "build"]))?;
    fs::write(stamp, sources)?;
    Ok(())
}

/// A number that changes with any file the page is made from: `ui/` itself and the
/// texts it shares with the Rust side.
fn fingerprint() -> Result<String> {
    let mut files = Vec::new();
    collect(&root().join("ui"), &mut files)?;
    collect(&root().join("src-tauri/texts"), &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.as_os_str().as_encoded_bytes());
        hasher.write(&fs::read(&file)?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Made from the sources, so not sources.
const NOT_SOURCES: &[&str] = &["node_modules", "dist", "test-results", "playwright-report"];

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(entry.path());
        } else if !NOT_SOURCES.iter().any(|name| entry.file_name() == *name) {
            collect(&entry.path(), files)?;
        }
    }
    Ok(())
}
