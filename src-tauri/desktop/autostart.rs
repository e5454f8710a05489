//! Starting with the computer: an entry in the system that names this program.

use tauri::{AppHandle, Manager, Runtime};

use crate::error::UiError;
use crate::state::AppState;

/// What the program is started with when a person signs in to the computer.
pub const STARTED_BY_SYSTEM: &str = "--autostart";

/// Makes the entry, or takes it away.
///
/// # Errors
/// `desktop-no-autostart`.
pub fn set<R: Runtime>(app: &AppHandle<R>, on: bool) -> Result<(), UiError> {
    // Taking away what is not there fails on some systems, and is as it should be.
    match system::set(app, on) {
        None if system::is_on(app) != Some(on) => Err(UiError::new("desktop-no-autostart")),
        _ => Ok(()),
    }
}

/// Takes over what is so in the system: a person may have changed it there. In a thread of its
/// own, as the first window does not wait for it.
pub fn begin<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    std::thread::spawn(move || {
        if let Some(on) = system::is_on(&app) {
            app.state::<AppState>().learn_autostart(on);
        }
    });
}

#[cfg(target_os = "linux")]
mod system {
    //! A desktop file where desktops look for what to start
    //! (<https://specifications.freedesktop.org/autostart-spec/latest/>).

    use std::path::{Path, PathBuf};
    use std::{env, fs, io};

    use tauri::{AppHandle, Runtime};

    use super::STARTED_BY_SYSTEM;
    use crate::files;

    pub fn set<R: Runtime>(_: &AppHandle<R>, on: bool) -> Option<()> {
        let path = path()?;
        match on {
            true => {
                fs::create_dir_all(path.parent()?).ok()?;
                files::write(&path, entry(&program()?)?.as_bytes()).ok()
            }
            false => fs::remove_file(path).ok(),
        }
    }

    /// None if nobody knows.
    pub fn is_on<R: Runtime>(_: &AppHandle<R>) -> Option<bool> {
        match fs::read_to_string(path()?) {
            Ok(entry) => Some(!is_switched_off(&entry)),
            Err(error) => (error.kind() == io::ErrorKind::NotFound).then_some(false),
        }
    }

    fn path() -> Option<PathBuf> {
        let folders = directories::BaseDirs::new()?;
        Some(folders.config_dir().join("autostart/Keytick.desktop"))
    }

    /// An AppImage is somewhere else each time it runs; its file is not.
    fn program() -> Option<PathBuf> {
        let image = env::var_os("APPIMAGE").map(PathBuf::from);
        image.or_else(|| env::current_exe().ok())
    }

    /// Settings of desktops switch an entry off so, and leave it there.
    fn is_switched_off(entry: &str) -> bool {
        let off = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];
        entry.lines().any(|line| off.contains(&line.trim()))
    }

    /// None for a program whose name is no text.
    fn entry(program: &Path) -> Option<String> {
        let program = quoted(program.to_str()?);
        Some(format!(
            "[Desktop Entry]\nType=Application\nName=Keytick\nIcon=keytick-desktop\n\
             Exec={program} {STARTED_BY_SYSTEM}\nTerminal=false\nStartupNotify=false\n"
        ))
    }

    /// As an argument of `Exec`: quoted, and escaped once more as every text of the file
    /// (<https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html>).
    fn quoted(argument: &str) -> String {
        let mut quoted = String::from("\"");
        for letter in argument.chars() {
            match letter {
                '\\' => quoted += r"\\\\",
                '"' | '`' | '$' => quoted.extend(['\\', '\\', letter]),
                '%' => quoted += "%%",
                _ => quoted.push(letter),
            }
        }
        quoted + "\""
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_program_in_a_folder_with_a_space_is_started() {
            let entry = entry(Path::new("/opt/my apps/100%/keytick-desktop")).unwrap();
            let exec = "Exec=\"/opt/my apps/100%%/keytick-desktop\" --autostart";
            assert!(entry.lines().any(|line| line == exec), "{entry}");
            assert!(!is_switched_off(&entry));
            assert_eq!(quoted(r#"a"b\c$d"#), r#""a\\"b\\\\c\\$d""#);
        }

        #[test]
        fn an_entry_that_the_desktop_switched_off_is_off() {
            assert!(is_switched_off("[Desktop Entry]\nHidden=true\n"));
            assert!(is_switched_off("Exec=a\nX-GNOME-Autostart-enabled=false"));
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    //! As Tauri's plugin does it. Type-checked, never run.

    use tauri::{AppHandle, Runtime};
    use tauri_plugin_autostart::ManagerExt;

    pub fn set<R: Runtime>(app: &AppHandle<R>, on: bool) -> Option<()> {
        let starts = app.autolaunch();
        let set = if on {
            starts.enable()
        } else {
            starts.disable()
        };
        set.ok()
    }

    /// None if nobody knows.
    pub fn is_on<R: Runtime>(app: &AppHandle<R>) -> Option<bool> {
        app.autolaunch().is_enabled().ok()
    }
}
