//! The icon in the tray, with what can be done without the window. It carries a dot while a
//! code is on the clipboard.
//!
//! On Linux it is a StatusNotifierItem over D-Bus, where a desktop has a place for one. Windows
//! and macOS have Tauri's, which was never run there.

#[cfg(target_os = "linux")]
#[path = "tray/linux.rs"]
mod system;
#[cfg(not(target_os = "linux"))]
#[path = "tray/others.rs"]
mod system;

use std::thread;

use tauri::image::Image;
use tauri::{AppHandle, Manager, Runtime, Wry};

use crate::events::Happening;
use crate::state::AppState;
use crate::{quick, windows};

pub use system::Tray;

/// What the menu offers: the message that says so, and what it does.
const ITEMS: [(&str, Does); 4] = [
    ("tray-open", Does::ShowMain),
    ("tray-quick", Does::OpenQuick),
    ("tray-lock", Does::Lock),
    ("tray-quit", Does::Quit),
];

/// Puts the icon into the tray.
pub fn begin(app: &AppHandle<Wry>) {
    let app = app.clone();
    let put = move || {
        app.manage(Tray::new(app.clone()));
    };
    // The bus may take its time; other systems want the window's thread.
    #[cfg(target_os = "linux")]
    thread::spawn(put);
    #[cfg(not(target_os = "linux"))]
    put();
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    ShowMain,
    /// Where nothing else brings the window back any more.
    #[cfg(target_os = "linux")]
    ShowStranded,
    OpenQuick,
    Lock,
    Quit,
}

/// Does it in a thread of its own: neither the bus nor the window waits for it.
fn act<R: Runtime>(app: &AppHandle<R>, does: Does) {
    let app = app.clone();
    thread::spawn(move || match does {
        Does::ShowMain => windows::show_main(&app),
        #[cfg(target_os = "linux")]
        Does::ShowStranded => windows::show_stranded(&app),
        Does::OpenQuick => quick::open(&app),
        Does::Lock => app.state::<AppState>().lock(),
        Does::Quit => app.exit(0),
    });
}

/// A code came onto the clipboard, or left it.
pub fn hear<R: Runtime>(app: &AppHandle<R>, happening: &Happening) {
    if !matches!(
        happening,
        Happening::ClipboardFilled(_) | Happening::ClipboardCleared(_)
    ) {
        return;
    }
    let app = app.clone();
    // Nobody waits for the bus. The latest of two says what is so, whichever comes first.
    thread::spawn(move || {
        if let Some(tray) = app.try_state::<Tray>() {
            let clears_at = app.state::<AppState>().clipboard.clears_at();
            tray.mark(clears_at.is_some());
        }
    });
}

/// Says everything anew, in another language.
pub fn speak<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    thread::spawn(move || {
        if let Some(tray) = app.try_state::<Tray>() {
            tray.speak();
        }
    });
}

/// The dot's radius, and how far its middle is from the two edges, in a fraction of the icon.
const RADIUS: f64 = 0.19;
const INSET: f64 = 0.22;

/// Amber, as everything that runs out.
const DOT: [u8; 4] = [0xf2, 0xa1, 0x1b, 0xff];

/// The program's icon, with a dot in its corner or without.
fn icon(dot: bool) -> Image<'static> {
    let plain = tauri::include_image!("icons/32x32.png");
    if !dot {
        return plain;
    }
    let (width, height) = (plain.width(), plain.height());
    let mut rgba = plain.rgba().to_vec();
    let side = f64::from(width);
    let (x, y) = (side * (1.0 - INSET), f64::from(height) - side * INSET);
    for (place, pixel) in (0_u32..).zip(rgba.chunks_exact_mut(4)) {
        let (column, row) = (place % width, place / width);
        let away = (f64::from(column) + 0.5 - x).hypot(f64::from(row) + 0.5 - y);
        if away <= side * RADIUS {
            pixel.copy_from_slice(&DOT);
        }
    }
    Image::new_owned(rgba, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_covers_a_corner_and_leaves_the_rest() {
        let (plain, dotted) = (icon(false), icon(true));
        let pixels = plain
            .rgba()
            .chunks_exact(4)
            .zip(dotted.rgba().chunks_exact(4));
        let changed: Vec<usize> = pixels
            .enumerate()
            .filter(|(_, (before, after))| before != after)
            .map(|(place, _)| place)
            .collect();
        let side = plain.width() as usize;
        assert!((80..150).contains(&changed.len()), "{}", changed.len());
        let in_corner = |place: &usize| place % side > side / 2 && place / side > side / 2;
        assert!(changed.iter().all(in_corner));
    }

    #[test]
    fn everything_it_offers_has_a_text() {
        for (id, _) in ITEMS {
            assert!(keytick_texts::exists(id), "{id}");
        }
    }
}
