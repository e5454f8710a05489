//! Pictures on view in another program's window, as a site's page is in a browser's.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use qrcodegen::{QrCode, QrCodeEcc};

use crate::Screen;

const SHOW: &str = include_str!("show.py");

/// Pixels a module, and modules of white around the code.
const MODULE: usize = 3;
const BORDER: usize = 4;

/// A window that is there until this is dropped.
pub struct Shown(Child);

/// Whether a window lies over all others or among them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Layer {
    /// Over all others.
    Top,
    /// Where the window manager puts it.
    Usual,
}

impl Shown {
    /// Shows a QR code with its upper left corner at a place of the screen.
    pub fn code(screen: &Screen, text: &str, place: [u32; 2], layer: Layer) -> Self {
        let file = tempfile::NamedTempFile::new_in(screen.folder("tmp")).expect("a file");
        std::fs::write(file.path(), picture(text)).expect("a picture");
        let mut child = screen
            .program("/usr/bin/python3", &["-c", SHOW])
            .arg(file.path())
            .args(place.map(|pixels| pixels.to_string()))
            .arg(match layer {
                Layer::Top => "over-all",
                Layer::Usual => "usual",
            })
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python with GTK");
        let pipe = child.stdout.take().expect("piped");
        let shown = Self(child);
        let mut line = String::new();
        BufReader::new(pipe).read_line(&mut line).expect("a line");
        assert_eq!(line, "drawn\n");
        shown
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Pixels across and down of a code's picture.
pub fn side(text: &str) -> u32 {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a short text");
    (MODULE * (code.size() as usize + 2 * BORDER)) as u32
}

/// A code as a picture that GTK can load: Netpbm's plain bitmap.
fn picture(text: &str) -> String {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a short text");
    let side = side(text);
    let module = |pixel: u32| pixel as i32 / MODULE as i32 - BORDER as i32;
    let mut bitmap = format!("P1 {side} {side}\n");
    for (y, x) in (0..side).flat_map(|y| (0..side).map(move |x| (y, x))) {
        let is_dark = code.get_module(module(x), module(y));
        bitmap.push_str(if is_dark { "1 " } else { "0 " });
    }
    bitmap
}
