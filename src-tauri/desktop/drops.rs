//! Files dragged over the window and dropped on it.

use std::path::{Path, PathBuf};

use tauri::DragDropEvent;

use crate::error::UiError;
use crate::events::{BackupReady, Dragging, Ends, Failed, Happening, ReviewReady};
use crate::files::is_called_picture;
use crate::state::AppState;
use crate::views::Taken;

/// Tells the page of a drag, and reads what was dropped.
pub fn handle(shell: &AppState, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } => over(shell, true, paths),
        DragDropEvent::Leave => over(shell, false, &[]),
        DragDropEvent::Drop { paths, .. } => {
            over(shell, false, &[]);
            dropped(shell.clone(), paths.clone());
        }
        _ => {}
    }
}

fn over(shell: &AppState, over: bool, paths: &[PathBuf]) {
    shell.outside.tell(Happening::Dragging(Dragging {
        over,
        count: paths.len(),
        pictures: paths.iter().all(|path| is_called_picture(path)),
    }));
}

/// Reads away from the window's thread.
fn dropped(shell: AppState, paths: Vec<PathBuf>) {
    tauri::async_runtime::spawn_blocking(move || {
        let happening = match read(&shell, paths) {
            Ok(Taken::Review { review }) => Happening::ReviewReady(Box::new(ReviewReady(review))),
            Ok(Taken::Backup { backup }) => Happening::BackupReady(BackupReady(backup)),
            Err((error, ends)) => Happening::Failed(Failed { error, ends }),
        };
        shell.outside.tell(happening);
    });
}

fn read(shell: &AppState, paths: Vec<PathBuf>) -> Result<Taken, (UiError, Ends)> {
    let refused = |id| (UiError::new(id), Ends::Nothing);
    shell
        .with_open(|_| Ok(()))
        .map_err(|_| refused("desktop-unlock-first"))?;
    // A browser may hand over the picture's address instead of the picture.
    if paths.is_empty() || paths.iter().all(|path| is_web_address(path)) {
        return Err(refused("desktop-save-picture-first"));
    }
    shell
        .take_files(paths)
        .map_err(|error| match error.id.as_str() {
            // What is being read is not this.
            "desktop-reading-already" => (error, Ends::Nothing),
            _ => (error, Ends::Reading),
        })
}

fn is_web_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    ["http:", "https:", "data:", "blob:"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dragged_picture_may_be_only_an_address() {
        assert!(is_web_address(Path::new("https://example.com/qr.png")));
        assert!(is_web_address(Path::new("data:image/png;base64,AAAA")));
        assert!(!is_web_address(Path::new("/home/ada/https.png")));
    }
}
