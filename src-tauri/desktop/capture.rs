//! The screens without our window on them, and the system's page where that is allowed.

use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use keytick_capture::{CaptureError, Shot};
use tauri::{AppHandle, Manager, PhysicalPosition, Runtime, WebviewWindow};

use crate::programs;
use crate::views::CaptureView;
use crate::windows::{self, MAIN};

/// How long desktops take to fade a window out and draw what was behind it.
const FADES: Duration = Duration::from_millis(300);

/// How long the window stays away for a portal that says nothing. Who answers it later has
/// the window in the picture.
const SILENT: Duration = Duration::from_secs(20);

/// Reads all screens while the window is hidden.
///
/// # Errors
/// Those of the system.
pub fn capture<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<Shot>, CaptureError> {
    let hidden = app.get_webview_window(MAIN).map(Hidden::new);
    thread::sleep(FADES);
    let (done, shots) = mpsc::channel();
    thread::spawn(move || done.send(keytick_capture::system().shots()));
    wait(&shots, hidden, SILENT)
}

/// Waits for the answer, but keeps what is `hidden` no longer than so.
fn wait<T>(
    shots: &Receiver<Result<Vec<Shot>, CaptureError>>,
    hidden: T,
    patience: Duration,
) -> Result<Vec<Shot>, CaptureError> {
    let shots = match shots.recv_timeout(patience) {
        Err(RecvTimeoutError::Timeout) => {
            drop(hidden);
            shots.recv().ok()
        }
        answer => answer.ok(),
    };
    shots.unwrap_or(Err(CaptureError::Impossible))
}

/// What there is to say before.
pub fn view() -> CaptureView {
    CaptureView {
        asks: keytick_capture::system().asks(),
        settings: settings_page().is_some(),
    }
}

/// Opens the system's page where screen capture is allowed, if it has one.
pub fn open_settings() {
    let Some(mut page) = settings_page() else {
        return;
    };
    // A page that does not open is not missed: the system's settings are where they were.
    let _closed = programs::start(&mut page);
}

/// Windows allows it to every program; on Linux only GNOME has such a page.
fn settings_page() -> Option<Command> {
    let (program, argument) = if cfg!(target_os = "macos") {
        let page = "x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture";
        ("open", page)
    } else if is_gnome() {
        ("gnome-control-center", "applications")
    } else {
        return None;
    };
    let mut command = Command::new(program);
    command.arg(argument);
    Some(command)
}

fn is_gnome() -> bool {
    let desktops = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    cfg!(target_os = "linux") && desktops.split(':').any(|desktop| desktop == "GNOME")
}

/// The window while it is hidden: it comes back where it was.
struct Hidden<R: Runtime> {
    window: WebviewWindow<R>,
    place: Option<PhysicalPosition<i32>>,
}

impl<R: Runtime> Hidden<R> {
    fn new(window: WebviewWindow<R>) -> Self {
        let place = window.outer_position().ok();
        // A window that cannot be hidden stands in the picture; that is all.
        let _stays = window.hide();
        Self { window, place }
    }
}

impl<R: Runtime> Drop for Hidden<R> {
    fn drop(&mut self) {
        windows::show_main(self.window.app_handle());
        // Some window managers give a window that comes back another place. Where a window
        // may not know its place, nothing happens.
        let is_free = !self.window.is_maximized().unwrap_or(true);
        if let Some(place) = self.place.filter(|_| is_free) {
            let _stays = self.window.set_position(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_comes_back_while_the_system_says_nothing() {
        let (hidden, came_back) = mpsc::channel::<()>();
        let (done, shots) = mpsc::channel();
        // Answers only when the window is there again: its end of the channel is gone.
        thread::spawn(move || {
            let _gone = came_back.recv();
            done.send(Ok(vec![Shot::File(b"a picture".to_vec())]))
        });
        let answer = wait(&shots, hidden, Duration::ZERO);
        assert!(matches!(&*answer.unwrap(), [Shot::File(it)] if it == b"a picture"));
    }

    #[test]
    fn a_system_that_breaks_off_has_no_way_to_the_screens() {
        let (_, shots) = mpsc::channel();
        let answer = wait(&shots, (), Duration::MAX);
        assert!(matches!(answer, Err(CaptureError::Impossible)));
    }
}
