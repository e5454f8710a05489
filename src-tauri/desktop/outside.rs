//! What the shell asks of the system around it. Tests answer in its place.

use std::path::PathBuf;

use keytick_texts::text;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};

use crate::board::{self, Board};
use crate::error::UiError;
use crate::events::Happening;

/// The window, the clipboard and the native dialogs, as the shell uses them.
pub trait Outside: Send + Sync + 'static {
    /// Tells the page what happened.
    fn tell(&self, happening: Happening);

    /// Asks a person for pictures; none if they changed their mind. Blocks.
    fn pick_pictures(&self) -> Option<Vec<PathBuf>>;

    /// Asks a person where to save; none if they changed their mind. Blocks.
    fn pick_target(&self, file_name: &str) -> Option<PathBuf>;

    /// Opens the clipboard. Asked again before each use until it succeeds.
    ///
    /// # Errors
    /// `desktop-no-clipboard`.
    fn open_board(&self) -> Result<Box<dyn Board>, UiError>;

    /// Ends the program.
    fn exit(&self);
}

/// The real one.
pub struct System<R: Runtime>(pub AppHandle<R>);

/// File name endings that the file dialog shows at first.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff"];

impl<R: Runtime> Outside for System<R> {
    fn tell(&self, happening: Happening) {
        happening.emit(&self.0);
    }

    fn pick_pictures(&self) -> Option<Vec<PathBuf>> {
        let dialog = self.0.dialog().file();
        let picked = dialog
            .set_title(text("desktop-pick-title", &[]))
            .add_filter(text("desktop-pick-pictures", &[]), PICTURES)
            .add_filter(text("desktop-pick-any", &[]), &["*"])
            .blocking_pick_files()?;
        Some(picked.into_iter().filter_map(path).collect())
    }

    fn pick_target(&self, file_name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file();
        dialog
            .set_title(text("desktop-recovery-title", &[]))
            .set_file_name(file_name)
            .blocking_save_file()
            .and_then(path)
    }

    fn open_board(&self) -> Result<Box<dyn Board>, UiError> {
        board::open()
    }

    fn exit(&self) {
        self.0.exit(0);
    }
}

fn path(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}
