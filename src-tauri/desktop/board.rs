//! The system's clipboard: what can be put on it and read from it.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::error::UiError;

/// What is on the clipboard.
pub enum Content {
    /// A picture's pixels: RGBA, 8 bits a channel.
    Picture {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Four bytes a pixel.
        rgba: Vec<u8>,
    },
    /// Files on this computer.
    Files(Vec<PathBuf>),
    /// A text.
    Text(Zeroizing<String>),
    /// Nothing, or nothing that is of use here.
    Empty,
}

/// A clipboard that is open.
pub trait Board {
    /// Puts a secret text on it, marked to be left out of histories.
    ///
    /// # Errors
    /// `desktop-clipboard-busy`.
    fn put(&mut self, text: &str) -> Result<(), UiError>;

    /// The text on it, if there is one.
    fn text(&mut self) -> Option<Zeroizing<String>>;

    /// Whatever is on it.
    ///
    /// # Errors
    /// `desktop-clipboard-busy`, and `qr-damaged` for a picture that cannot be decoded.
    fn read(&mut self) -> Result<Content, UiError>;

    /// Empties it.
    ///
    /// # Errors
    /// `desktop-clipboard-busy`.
    fn clear(&mut self) -> Result<(), UiError>;
}

/// Opens the system's clipboard.
///
/// # Errors
/// `desktop-no-clipboard`, for example where there is no display.
pub fn open() -> Result<Box<dyn Board>, UiError> {
    match arboard::Clipboard::new() {
        Ok(clipboard) => Ok(Box::new(clipboard)),
        Err(_) => Err(UiError::new("desktop-no-clipboard")),
    }
}

impl Board for arboard::Clipboard {
    fn put(&mut self, text: &str) -> Result<(), UiError> {
        without_history(self.set()).text(text).map_err(busy)
    }

    fn text(&mut self) -> Option<Zeroizing<String>> {
        self.get_text().ok().map(Zeroizing::new)
    }

    /// Files come first: a copied file also offers its icon, or its name as text.
    fn read(&mut self) -> Result<Content, UiError> {
        match self.get().file_list() {
            Ok(files) if !files.is_empty() => return Ok(Content::Files(files)),
            Ok(_) | Err(_) => {}
        }
        match self.get_image() {
            Ok(image) => return picture(image),
            Err(arboard::Error::ConversionFailure) => {
                return Err(keytick_qr::PictureError::Damaged.into());
            }
            Err(_) => {}
        }
        match self.get_text() {
            Ok(text) if text.is_empty() => Ok(Content::Empty),
            Ok(text) => Ok(Content::Text(Zeroizing::new(text))),
            Err(arboard::Error::ClipboardOccupied) => Err(busy(arboard::Error::ClipboardOccupied)),
            Err(_) => Ok(Content::Empty),
        }
    }

    fn clear(&mut self) -> Result<(), UiError> {
        arboard::Clipboard::clear(self).map_err(busy)
    }
}

fn picture(image: arboard::ImageData<'_>) -> Result<Content, UiError> {
    let side = |pixels: usize| u32::try_from(pixels).map_err(|_| keytick_qr::PictureError::Damaged);
    Ok(Content::Picture {
        width: side(image.width)?,
        height: side(image.height)?,
        rgba: image.bytes.into_owned(),
    })
}

fn busy(_: arboard::Error) -> UiError {
    UiError::new("desktop-clipboard-busy")
}

#[cfg(all(unix, not(target_os = "macos")))]
fn without_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtLinux as _;
    set.exclude_from_history()
}

#[cfg(windows)]
fn without_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows as _;
    set.exclude_from_monitoring()
}

#[cfg(target_os = "macos")]
fn without_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtApple as _;
    set.exclude_from_history()
}
